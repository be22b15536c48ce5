package apitest

import (
	"encoding/csv"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/wbxgen/wbxgen/internal/judge"
	"github.com/wbxgen/wbxgen/internal/source"
)

// sample is a document with what is known of it.
type sample struct {
	name    string
	data    []byte
	release release
	request bool
	loose   bool // not as the schema says, on purpose
}

// samples returns the project's own documents and, where they are there, those
// that the environment gives.
func samples(t testing.TB) []sample {
	t.Helper()
	list := ownSamples(t)
	dir := os.Getenv("WBXGEN_SHARED")
	if dir == "" {
		dir = filepath.Join(judge.Root(t), "..", "shared")
	}
	files, err := filepath.Glob(filepath.Join(dir, "webex", "samples", "*.xml"))
	if err != nil || len(files) == 0 {
		t.Log("no further sample documents in", filepath.Base(dir), "- only the project's own are tested")
	}
	for _, file := range files {
		s := load(t, file)
		s.name = "more/" + s.name
		// What their list calls deliberately loose.
		for _, mark := range []string{"mixedprefix", "looseorder", "jwt"} {
			s.loose = s.loose || strings.Contains(s.name, mark)
		}
		list = append(list, s)
	}
	return list
}

func ownSamples(t testing.TB) []sample {
	dir := filepath.Join(judge.Root(t), "testdata", "samples")
	f, err := os.Open(filepath.Join(dir, "samples.tsv"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	r := csv.NewReader(f)
	r.Comma, r.LazyQuotes = '\t', true
	rows, err := r.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var list []sample
	for _, row := range rows[1:] {
		s := load(t, filepath.Join(dir, row[0]))
		s.loose = row[4] == "loose"
		list = append(list, s)
	}
	return list
}

// load reads a document whose name starts with its release and ends with its
// direction.
func load(t testing.TB, file string) sample {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	name := filepath.Base(file)
	version, _, _ := strings.Cut(name, "-")
	return sample{name: name, data: data, release: releaseFor(t, version), request: strings.HasSuffix(name, "-request.xml")}
}

// releaseFor returns the release whose schema set counts for a version.
func releaseFor(t testing.TB, version string) release {
	t.Helper()
	set, err := source.Open(version, source.Options{})
	if err != nil {
		t.Fatal(err)
	}
	i := slices.IndexFunc(releases, func(r release) bool { return r.version == set.Name })
	if i < 0 {
		t.Fatalf("release %s is not generated", set.Name)
	}
	return releases[i]
}

// xerces returns the schema of a release as Xerces compiles it.
func xerces(t *testing.T, r release) *judge.Schema {
	t.Helper()
	schema, err := judge.Xerces(t).CompileSet(filepath.Join(judge.Root(t), "schemas", r.version))
	if err != nil {
		t.Fatal(err)
	}
	return schema
}

func TestSamplesAreThere(t *testing.T) {
	if n := len(ownSamples(t)); n < 90 {
		t.Errorf("%d sample documents of our own", n)
	}
}
