package schemaset_test

import (
	"encoding/csv"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/wbxgen/wbxgen/internal/judge"
	"github.com/wbxgen/wbxgen/internal/schemaset"
)

// A sample is a line of testdata/samples/samples.tsv.
type sample struct {
	file, release, operation, direction, kind, note string
}

func samplesDir(t *testing.T) string { return filepath.Join(judge.Root(t), "testdata", "samples") }

func readSamples(t *testing.T) []sample {
	t.Helper()
	file, err := os.Open(filepath.Join(samplesDir(t), "samples.tsv"))
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	r := csv.NewReader(file)
	r.Comma = '\t'
	r.LazyQuotes = true
	r.FieldsPerRecord = 6
	lines, err := r.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var all []sample
	for _, l := range lines[1:] {
		all = append(all, sample{l[0], l[1], l[2], l[3], l[4], l[5]})
	}
	return all
}

var manifest = sync.OnceValues(schemaset.BuildManifest)

// setOf returns the release whose schema set serves release.
func setOf(t *testing.T, release string) string {
	t.Helper()
	m, err := manifest()
	if err != nil {
		t.Fatal(err)
	}
	for _, v := range m.Versions {
		named := func(a schemaset.Alias) bool { return a.Name == release }
		if v.Version == release || slices.ContainsFunc(v.Aliases, named) {
			return v.Version
		}
	}
	t.Fatalf("no set serves %s", release)
	return ""
}

// compiled returns the schema of the set that serves release.
func compiled(t *testing.T, release string) *judge.Schema {
	t.Helper()
	schema, err := judge.Xerces(t).CompileSet(filepath.Join(judge.Root(t), "schemas", setOf(t, release)))
	if err != nil {
		t.Fatal(err)
	}
	return schema
}

func TestSampleListNamesEveryFile(t *testing.T) {
	files, err := filepath.Glob(filepath.Join(samplesDir(t), "*.xml"))
	if err != nil {
		t.Fatal(err)
	}
	readme, err := os.ReadFile(filepath.Join(samplesDir(t), "README.md"))
	if err != nil {
		t.Fatal(err)
	}
	var listed []string
	for _, s := range readSamples(t) {
		listed = append(listed, s.file)
		if !strings.Contains(string(readme), "`"+s.file+"`") {
			t.Errorf("README.md does not mention %s", s.file)
		}
		if !strings.HasPrefix(s.file, s.release+"-") || !strings.HasSuffix(s.file, "-"+s.direction+".xml") {
			t.Errorf("%s is listed as %s, %s", s.file, s.release, s.direction)
		}
		if !slices.Contains([]string{"strict", "loose", "failure"}, s.kind) {
			t.Errorf("%s is of kind %q", s.file, s.kind)
		}
	}
	var present []string
	for _, name := range files {
		present = append(present, filepath.Base(name))
	}
	if !slices.Equal(listed, present) {
		t.Errorf("listed are\n%s\nthere are\n%s", strings.Join(listed, "\n"), strings.Join(present, "\n"))
	}
}

// The release notes name these operations, with the release that changed them.
func TestSamplesCoverTheReleaseNotes(t *testing.T) {
	have := map[string]bool{}
	for _, s := range readSamples(t) {
		for operation := range strings.SplitSeq(s.operation, ",") {
			have[s.release+" "+operation+" "+s.direction] = true
		}
	}
	for release, operations := range map[string]string{
		"40.1.0": "GetSessionInfo LstAccessAnywhereHistory",
		"40.1.2": "CreateMeeting CreateEvent CreateTrainingSession CreateTeleconferenceSession",
		"40.2.0": "LstsummarySession CreateMeeting SetMeeting",
		"40.4.0": "SetUser GetEnrollmentInfo",
		"40.4.3": "CreateUser",
		"40.4.4": "GetAPIVersion",
		"40.4.5": "GetUserCard GetSessionInfo",
		"40.4.8": "GetMeeting GetTrainingSession GetEvent GetTeleconferenceSession",
		"40.6.0": "CreateUser SetUser GetMe LstsummaryUser LstRecording LstsummarySession GetSessionInfo " +
			"GethosturlMeeting GetjoinurlMeeting LstMeetingAttendee CreateMeeting SetMeeting GetMeeting " +
			"DelMeeting LstCalendarSession GetSite GetUserCard DelUser",
	} {
		for operation := range strings.FieldsSeq(operations) {
			for _, direction := range []string{"request", "response"} {
				if !have[release+" "+operation+" "+direction] {
					t.Errorf("no %s %s %s", release, operation, direction)
				}
			}
		}
	}
}

// Requests are not judged here: they have no namespaces, and qualifying them
// takes a compiler of schemas.
func TestOwnResponsesAreValidUnlessLoose(t *testing.T) {
	for _, s := range readSamples(t) {
		if s.direction != "response" {
			continue
		}
		err := compiled(t, s.release).ValidateFile(filepath.Join(samplesDir(t), s.file))
		var verdict *judge.Invalid
		switch {
		case err == nil && s.kind == "loose":
			t.Errorf("%s is valid; what is loose about it?", s.file)
		case err != nil && !errors.As(err, &verdict):
			t.Fatal(err)
		case err != nil && s.kind != "loose":
			t.Errorf("%s: %v", s.file, err)
		case err != nil:
			t.Logf("%s: %s", s.file, verdict.Messages[0])
		}
	}
}

func TestXmllintAgreesOnOwnResponses(t *testing.T) {
	xmllint := judge.Xmllint(t)
	byset := map[string][]string{}
	for _, s := range readSamples(t) {
		if s.direction == "response" && s.kind != "loose" {
			set := setOf(t, s.release)
			byset[set] = append(byset[set], filepath.Join(samplesDir(t), s.file))
		}
	}
	eachSet(t, func(t *testing.T, dir string, documents []string) {
		driver, err := xmllint.Driver(dir, documents...)
		if err != nil {
			t.Fatal(err)
		}
		verdicts, err := xmllint.Validate(driver, byset[filepath.Base(dir)]...)
		if err != nil {
			t.Fatal(err)
		}
		for name, verdict := range verdicts {
			t.Errorf("%s: %v", filepath.Base(name), verdict)
		}
	})
}

// Further responses, written by others, lie beside the repository on some
// machines.
func TestFurtherResponsesAreValid(t *testing.T) {
	dir := os.Getenv("WBXGEN_SHARED")
	if dir == "" {
		dir = filepath.Join(judge.Root(t), "..", "shared")
	}
	files, err := filepath.Glob(filepath.Join(dir, "webex", "samples", "*-response.xml"))
	if err != nil {
		t.Fatal(err)
	}
	if len(files) == 0 {
		t.Skipf("no samples below %s; WBXGEN_SHARED can name another folder", filepath.Base(dir))
	}
	for _, name := range files {
		release, _, _ := strings.Cut(filepath.Base(name), "-")
		if err := compiled(t, release).ValidateFile(name); err != nil {
			t.Errorf("%s: %v", filepath.Base(name), err)
		}
	}
	t.Logf("%d responses", len(files))
}
