//go:build linux

package cli_test

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"golang.org/x/sys/unix"

	"github.com/wbxgen/wbxgen/internal/cli"
)

// openTerminal returns both ends of a pseudo-terminal of some columns.
func openTerminal(t *testing.T, columns uint16) (master, slave *os.File) {
	t.Helper()
	master, err := os.OpenFile("/dev/ptmx", os.O_RDWR, 0)
	if err != nil {
		t.Skip("no pseudo-terminals here:", err)
	}
	fd := int(master.Fd())
	n, err := unix.IoctlGetInt(fd, unix.TIOCGPTN)
	if err == nil {
		err = unix.IoctlSetPointerInt(fd, unix.TIOCSPTLCK, 0)
	}
	if err == nil {
		slave, err = os.OpenFile(fmt.Sprintf("/dev/pts/%d", n), os.O_RDWR|unix.O_NOCTTY, 0)
	}
	if err == nil {
		err = unix.IoctlSetWinsize(fd, unix.TIOCSWINSZ, &unix.Winsize{Row: 24, Col: columns})
	}
	if err != nil {
		t.Skip("no pseudo-terminals here:", err)
	}
	t.Cleanup(func() { master.Close() })
	return master, slave
}

// onTerminal runs the program with its output on a terminal, and returns what
// that shows.
func onTerminal(t *testing.T, columns uint16, args ...string) string {
	t.Helper()
	master, slave := openTerminal(t, columns)
	shown := make(chan string)
	go func() {
		var b bytes.Buffer
		io.Copy(&b, master) // ends with an error when the other end is closed
		shown <- b.String()
	}()
	cli.Main(args, strings.NewReader(""), slave, slave)
	slave.Close()
	select {
	case text := <-shown:
		return strings.ReplaceAll(text, "\r\n", "\n")
	case <-time.After(10 * time.Second):
		t.Fatal("the terminal does not end")
		return ""
	}
}

const wrongSchema = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
  <xs:element name="a" type="b"/>
</xs:schema>
`

func TestATerminalGetsColours(t *testing.T) {
	t.Chdir(t.TempDir())
	for name, text := range map[string]string{
		"go.mod": "module example.com/x\n", "wrong.xsd": wrongSchema, "right.xsd": strings.Replace(wrongSchema, `"b"`, `"xs:int"`, 1), "wrong.xml": "<a>x</a>",
	} {
		if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	t.Setenv("COLUMNS", "")
	const escape, red = "\x1b[", "\x1b[1;31merror:\x1b[0m"
	for _, args := range [][]string{
		{"check", "wrong.xsd"}, {"validate", "--schema", "right.xsd", "wrong.xml"}, {"generate", "--schema", "wrong.xsd", "--out", "gen"}, {"generate", "--schema"},
	} {
		for _, c := range []struct {
			term, noColor string
			colours       bool
		}{{"xterm", "", true}, {"dumb", "", false}, {"xterm", "1", false}} {
			t.Setenv("TERM", c.term)
			t.Setenv("NO_COLOR", c.noColor)
			if got := onTerminal(t, 80, args...); strings.Contains(got, red) != c.colours || strings.Contains(got, escape) != c.colours || !strings.Contains(got, "error:") {
				t.Errorf("%v, TERM=%s NO_COLOR=%s: %q", args, c.term, c.noColor, got)
			}
		}
	}
	if got := onTerminal(t, 80, "check", "--color", "never", "wrong.xsd"); strings.Contains(got, escape) {
		t.Errorf("got %q", got)
	}
}

// Help on a terminal is what it is in a pipe of that width.
func TestHelpOnATerminal(t *testing.T) {
	for _, columns := range []uint16{80, 120} {
		t.Setenv("COLUMNS", "")
		got := onTerminal(t, columns, "help", "generate")
		t.Setenv("COLUMNS", fmt.Sprint(columns))
		if want := helpOf(t, "generate"); got != want {
			t.Errorf("%d columns:\n%s", columns, got)
		}
	}
}

// Work that takes long shows where it is, and leaves nothing behind.
func TestProgressOnATerminal(t *testing.T) {
	t.Chdir(t.TempDir())
	t.Setenv("TERM", "xterm")
	schema := strings.Replace(wrongSchema, `type="b"/>`, `><xs:complexType><xs:sequence><xs:element name="b" type="xs:int" maxOccurs="unbounded"/></xs:sequence></xs:complexType></xs:element>`, 1)
	if err := os.WriteFile("a.xsd", []byte(schema), 0o644); err != nil {
		t.Fatal(err)
	}
	// A pipe that gives its data late is as slow as we like.
	if err := unix.Mkfifo("a.xml", 0o644); err != nil {
		t.Skip(err)
	}
	go func() {
		f, err := os.OpenFile(filepath.Clean("a.xml"), os.O_WRONLY, 0)
		if err != nil {
			return
		}
		defer f.Close()
		io.WriteString(f, "<a>"+strings.Repeat("<b>1</b>", 1000))
		time.Sleep(1500 * time.Millisecond)
		io.WriteString(f, "</a>")
	}()
	got := onTerminal(t, 80, "validate", "--schema", "a.xsd", "a.xml")
	if !strings.Contains(got, "\r\x1b[Ka.xml: 8.0 kB, ") || !strings.HasSuffix(got, "\r\x1b[Ka.xml: valid\n") {
		t.Errorf("got %q", got)
	}
}

// A comparison that takes long says how far it is. How many changes are long
// enough, each of which is proven, is tried: machines differ, and builds.
func TestProgressOfADiff(t *testing.T) {
	t.Chdir(t.TempDir())
	t.Setenv("TERM", "xterm")
	for changes := 200; ; changes += changes / 2 {
		writeLongPair(t, changes)
		start := time.Now()
		got := onTerminal(t, 80, "diff", "--no-go", "-o", "report.txt", "old.xsd", "new.xsd")
		took := time.Since(start)
		line := fmt.Sprintf(`comparing old\.xsd with new\.xsd, changes: [0-9]+ of %d \([0-9]+%%\), [0-9]+/s`, changes)
		if regexp.MustCompile(line).MatchString(got) {
			if !strings.Contains(got, "\r\x1b[Kold.xsd -> new.xsd: ") {
				t.Errorf("the line is left behind: %q", got)
			}
			return
		}
		if took > 20*time.Second {
			t.Fatalf("nothing is shown in %v: %q", took, got)
		}
	}
}

// writeLongPair writes two versions that differ in so many elements.
func writeLongPair(t *testing.T, changes int) {
	t.Helper()
	for _, side := range []string{"old", "new"} {
		var b strings.Builder
		b.WriteString(`<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:element name="a"><xs:complexType><xs:sequence>`)
		for i := range 2 * changes {
			use := ""
			if side == "old" && i%2 == 0 {
				use = ` minOccurs="0"`
			}
			fmt.Fprintf(&b, `<xs:element name="e%d" type="xs:int"%s/>`, i, use)
		}
		b.WriteString(`</xs:sequence></xs:complexType></xs:element></xs:schema>`)
		if err := os.WriteFile(side+".xsd", []byte(b.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}
