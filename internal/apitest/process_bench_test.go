package apitest

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/wbxgen/wbxgen/internal/judge"
)

// xercesProgram validates documents against the schema of a driver document,
// from start to end in one process, as anybody would write it.
const xercesProgram = `import java.io.File;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.*;

public class Validate {
    public static void main(String[] args) throws Exception {
        System.setProperty("jdk.xml.maxOccurLimit", "0");
        System.setProperty("jdk.xml.elementAttributeLimit", "0");
        Schema schema = SchemaFactory.newInstance("http://www.w3.org/2001/XMLSchema").newSchema(new File(args[0]));
        for (int i = 1; i < args.length; i++) {
            schema.newValidator().validate(new StreamSource(new File(args[i])));
        }
    }
}
`

// BenchmarkProcesses runs validators as whole programs on the same files: the
// schema set alone, with a document of one session, and a list of 100 MB. The
// figure that counts is the ratio between programs in one run.
func BenchmarkProcesses(b *testing.B) {
	if testing.Short() {
		b.Skip("it writes 100 MB")
	}
	dir := b.TempDir()
	small, large := filepath.Join(dir, "small.xml"), filepath.Join(dir, "large.xml")
	writeList(b, small, 1)
	writeList(b, large, 100<<20)
	for _, p := range programs(b, dir) {
		for name, document := range map[string]string{"compile": small, "100MB": large} {
			b.Run(name+"/"+p.name, func(b *testing.B) {
				for b.Loop() {
					cmd := exec.Command(p.command[0], append(p.command[1:], document)...)
					if out, err := cmd.CombinedOutput(); err != nil {
						b.Fatalf("%v\n%s", err, out)
					}
					b.ReportMetric(cmd.ProcessState.UserTime().Seconds()+cmd.ProcessState.SystemTime().Seconds(), "cpu-s/op")
				}
			})
		}
	}
}

// program is a validator that takes documents at the end of its command.
type program struct {
	name    string
	command []string
}

// programs returns the validators that are there.
func programs(b *testing.B, dir string) []program {
	b.Helper()
	ours := filepath.Join(dir, "wbxgen")
	if out, err := exec.Command("go", "build", "-o", ours, "../../cmd/wbxgen").CombinedOutput(); err != nil {
		b.Fatalf("%v\n%s", err, out)
	}
	set := filepath.Join(judge.Root(b), "schemas", "40.6.0")
	list := []program{{"wbxgen", []string{ours, "validate", "--schema", set}}}
	files, err := judge.Documents(set)
	if err != nil {
		b.Fatal(err)
	}
	driver, err := judge.Xmllint(b).Driver(set, files...) // the others take one schema document
	if err != nil {
		b.Fatal(err)
	}
	list = append(list, program{"xmllint", []string{"xmllint", "--huge", "--noout", "--schema", driver}},
		program{"xmllint-stream", []string{"xmllint", "--huge", "--stream", "--noout", "--schema", driver}})
	if java, err := exec.LookPath("java"); err == nil {
		source := filepath.Join(dir, "Validate.java")
		if err := os.WriteFile(source, []byte(xercesProgram), 0o644); err != nil {
			b.Fatal(err)
		}
		if out, err := exec.Command("javac", "-d", dir, source).CombinedOutput(); err != nil {
			b.Logf("no Xerces: %v\n%s", err, out)
			return list
		}
		list = append(list, program{"xerces", []string{java, "-cp", dir, "Validate", driver}})
	}
	return list
}

const (
	listHead = `<?xml version="1.0" encoding="UTF-8"?><serv:message xmlns:serv="http://www.webex.com/schemas/2002/06/service" xmlns:ep="http://www.webex.com/schemas/2002/06/service/ep" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><serv:header><serv:response><serv:result>SUCCESS</serv:result><serv:gsbStatus>PRIMARY</serv:gsbStatus></serv:response></serv:header><serv:body><serv:bodyContent xsi:type="ep:lstsummarySessionResponse"><ep:matchingRecords><serv:total>1</serv:total><serv:returned>1</serv:returned><serv:startFrom>1</serv:startFrom></ep:matchingRecords>
`
	listTail = `</serv:bodyContent></serv:body></serv:message>
`
)

// writeList writes a list of sessions of at least that many bytes.
func writeList(b *testing.B, name string, size int) {
	b.Helper()
	f, err := os.Create(name)
	if err != nil {
		b.Fatal(err)
	}
	n, err := f.WriteString(listHead)
	for i := 0; err == nil && (i == 0 || n < size); i++ {
		var m int
		m, err = fmt.Fprintf(f, `<ep:session><ep:sessionKey>%d</ep:sessionKey><ep:meetingUUID>5f0c3d9ab7e1426ca8d4%012x</ep:meetingUUID><ep:confName>Review %d</ep:confName><ep:sessionType>3</ep:sessionType><ep:serviceType>MeetingCenter</ep:serviceType><ep:hostWebExID>host.one</ep:hostWebExID><ep:hostFirstName>Hana</ep:hostFirstName><ep:hostLastName>Oyelaran &amp; Co</ep:hostLastName><ep:timeZoneID>2</ep:timeZoneID><ep:timeZone>GMT-10:00, Hawaii (Honolulu)</ep:timeZone><ep:status>NOT_INPROGRESS</ep:status><ep:startTime>05/12/2020 00:35:41</ep:startTime><ep:duration>%d</ep:duration><ep:listStatus>PUBLIC</ep:listStatus><ep:passwordReq>true</ep:passwordReq><ep:hostJoined>false</ep:hostJoined><ep:participantsJoined>false</ep:participantsJoined><ep:confID>%d</ep:confID><ep:isRecurring>true</ep:isRecurring></ep:session>
`, 640700801+i, i, i, i%1440, 700000000000000000+i)
		n += m
	}
	if err == nil {
		_, err = f.WriteString(listTail)
	}
	if err := errors.Join(err, f.Close()); err != nil {
		b.Fatal(err)
	}
}
