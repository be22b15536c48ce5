package corpora_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/wbxgen/wbxgen/internal/binding"
	"github.com/wbxgen/wbxgen/internal/source"
	"github.com/wbxgen/wbxgen/internal/validate"
	"github.com/wbxgen/wbxgen/internal/xsd"
)

// sample is a small schema with documents of its, for a kind of thing that
// schemas have.
type sample struct {
	name   string
	schema string // a schema document
	docs   []string
}

// travelSamples generates from all samples, builds one program, and takes their
// documents through it. Each document must be valid, survive, and be found
// valid by the generated Validate.
func travelSamples(t *testing.T, samples []sample) {
	t.Helper()
	m, list := moduleOf(t, samples)
	for i, b := range list {
		t.Run(strings.TrimSuffix(b.name, ".xsd"), func(t *testing.T) {
			if b.broken {
				t.Fatal("not built")
			}
			docs := withNotes(b.written(t, samples[i].docs))
			m.travel(t, b, docs)
			b.judge(t, validate.New(b.schema, validate.Options{}), docs)
		})
	}
}

// moduleOf generates from all samples and builds one program.
func moduleOf(t *testing.T, samples []sample) (m *module, list []*bound) {
	t.Helper()
	dir := t.TempDir()
	for _, s := range samples {
		if err := os.WriteFile(filepath.Join(dir, s.name+".xsd"), []byte(s.schema), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	files, err := source.Open(dir, source.Options{})
	if err != nil {
		t.Fatal(err)
	}
	m = newModule(t, files)
	for _, s := range samples {
		b, err := m.generate(s.name+".xsd", []string{s.name + ".xsd"})
		if err != nil {
			t.Fatalf("%s: %v", s.name, err)
		}
		list = append(list, b)
	}
	m.build(t, list)
	return m, list
}

// written makes documents of texts, by the name of their root elements.
func (b *bound) written(t *testing.T, texts []string) []*document {
	t.Helper()
	v := validate.New(b.schema, validate.Options{})
	var list []*document
	for i, text := range texts {
		if r := v.ValidateBytes([]byte(text), "document"); !r.Valid() {
			t.Errorf("%s: document %d is not valid: %v\n%s", b.name, i, r.Diagnostics().Err(), text)
			continue
		}
		d := &document{name: fmt.Sprintf("%s %d", b.name, i), root: -1, data: []byte(text)}
		for n, r := range b.roots {
			if rootLocal(text) == r.Name.Local {
				d.root = n
			}
		}
		if d.root < 0 {
			t.Errorf("%s: document %d has no struct for its root element\n%s", b.name, i, text)
			continue
		}
		list = append(list, d)
	}
	return list
}

// rootLocal returns the local name of a document's first start tag.
func rootLocal(text string) string {
	for {
		_, rest, ok := strings.Cut(text, "<")
		if !ok {
			return ""
		}
		if rest[0] != '?' && rest[0] != '!' {
			name := rest[:strings.IndexAny(rest, " \t\r\n/>")]
			return name[strings.IndexByte(name, ':')+1:]
		}
		text = rest
	}
}

// long reports whether a test has the time to try everything.
func long() bool { return os.Getenv("WBXGEN_LONG") != "" }

// programOf generates from one schema, for a program that a test writes itself.
func programOf(t *testing.T, schema string, set ...func(*binding.Options, *xsd.Schema)) (*module, *bound) {
	t.Helper()
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "one.xsd"), []byte(schema), 0o644); err != nil {
		t.Fatal(err)
	}
	files, err := source.Open(dir, source.Options{})
	if err != nil {
		t.Fatal(err)
	}
	m := newModule(t, files)
	for _, f := range set {
		m.set = f
	}
	b, err := m.generate("one.xsd", []string{"one.xsd"})
	if err != nil {
		t.Fatal(err)
	}
	return m, b
}

// run builds and runs a program and returns what it prints.
func (m *module) run(t *testing.T, program string) string {
	t.Helper()
	m.write(t, "own/main.go", []byte(program))
	out, err := m.goCommand("run", "./own").CombinedOutput()
	if err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	return string(out)
}
