package corpora_test

import (
	"fmt"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/wbxgen/wbxgen/internal/corpora"
	"github.com/wbxgen/wbxgen/internal/plan"
	"github.com/wbxgen/wbxgen/internal/validate"
	"github.com/wbxgen/wbxgen/internal/xmltree"
)

// pair is a schema of the W3C suite with its valid documents.
type pair struct {
	from      string
	schemas   []string
	instances []string
}

// pairs returns the schemas that have a valid document.
func pairs(t *testing.T, folder string) []*pair {
	t.Helper()
	bySchemas := map[string]*pair{}
	for _, s := range corpora.SuiteTests(t, folder, "instance") {
		key := strings.Join(s.Schemas, " ")
		if s.Want != "valid" || key == "" {
			continue
		}
		if bySchemas[key] == nil {
			bySchemas[key] = &pair{from: s.From, schemas: s.Schemas}
		}
		bySchemas[key].instances = append(bySchemas[key].instances, s.Instance)
	}
	var list []*pair
	for _, key := range slices.Sorted(maps.Keys(bySchemas)) {
		list = append(list, bySchemas[key])
	}
	return list
}

// chosen is what a run looks at: all but most of NIST's, which are much the
// same, in a long run; else a few. WBXGEN_SUITE=n/m selects the n-th of m parts.
func chosen(list []*pair) []*pair {
	n, of := 7, 240
	if os.Getenv("WBXGEN_LONG") != "" {
		n, of = 0, 1
	}
	fmt.Sscanf(os.Getenv("WBXGEN_SUITE"), "%d/%d", &n, &of)
	var some []*pair
	for i, p := range list {
		if i%of == n%of && (p.from != "nist" || i%5 == 0) {
			some = append(some, p)
		}
	}
	return some
}

// atOnce is how many schemas share a module: enough to link seldom.
const atOnce = 250

// TestSuiteDocumentsSurvive takes the valid documents of the W3C suite through
// what is generated from their schemas. What is known to be lost is listed in
// testdata/w3c-known-failures.txt, each with why; one that is listed and
// survives fails the test as well.
func TestSuiteDocumentsSurvive(t *testing.T) {
	shared := corpora.Folder(t, "xsts")
	files := corpora.Files(t, shared)
	known := corpora.KnownFailures(t)
	for list := range slices.Chunk(chosen(pairs(t, shared)), atOnce) {
		m := newModule(t, files)
		trips := map[*bound]*pair{}
		var all []*bound
		for _, p := range list {
			name := strings.Join(p.schemas, " ")
			b, err := m.generate(name, p.schemas)
			if known[name] {
				if err == nil {
					t.Errorf("%s is generated and need not be listed any more", name)
				}
				continue
			}
			if err != nil {
				t.Errorf("%s: not generated: %v", p.schemas, err)
				continue
			}
			trips[b] = p
			all = append(all, b)
		}
		m.build(t, all)
		c := count{}
		for _, b := range all {
			if !b.broken {
				b.trySuite(t, m, trips[b], known, &c)
			}
		}
		t.Logf("%d schemas: %+v", len(all), c)
	}
}

// count says what became of documents.
type count struct{ Tried, Survived, Simple, Undeclared, Refused int }

// trySuite takes the documents of a pair on their way.
func (b *bound) trySuite(t *testing.T, m *module, p *pair, known map[string]bool, c *count) {
	v := validate.New(b.schema, validate.Options{})
	var docs []*document
	for _, name := range p.instances {
		data, err := m.files.Read(name)
		if err != nil {
			t.Error(err)
			continue
		}
		root, declared := b.rootOf(data)
		switch {
		case !declared:
			c.Undeclared++
		case !v.ValidateBytes(data, name).Valid():
			c.Refused++ // needs its own hints
		case root < 0:
			c.Simple++
		default:
			docs = append(docs, &document{name: name, root: root, data: data})
		}
	}
	if len(docs) == 0 {
		return
	}
	m.travel(t, b, docs)
	c.Tried += len(docs)
	docs = slices.DeleteFunc(docs, func(d *document) bool {
		if known[d.name] && d.verdict(newComparer(b.schema), v) == "" {
			t.Errorf("%s survives and need not be listed any more", d.name)
		}
		return known[d.name]
	})
	same, _ := b.judge(t, v, docs)
	c.Survived += same
}

// rootOf returns the number of the document's root element, or -1 where it is
// of simple type and so has no struct.
func (b *bound) rootOf(data []byte) (number int, declared bool) {
	tree, err := xmltree.Parse("", data, xmltree.Options{})
	if err != nil {
		return -1, false
	}
	is := func(r *plan.Root) bool {
		return r.Name.Space == tree.Root.Space && r.Name.Local == tree.Root.Local
	}
	for _, p := range b.plan.Packages {
		declared = declared || slices.ContainsFunc(p.Roots, is)
	}
	return slices.IndexFunc(b.roots, is), declared
}
