package corpora_test

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/wbxgen/wbxgen/internal/schemagen"
	"github.com/wbxgen/wbxgen/internal/source"
	"github.com/wbxgen/wbxgen/internal/validate"
)

// madeDocuments is how many documents a made schema has tried.
const madeDocuments = 16

// TestRandomSchemasSurvive generates from schemas made by chance, builds what
// comes out, all in one call, and takes random valid documents through it. Where
// there is Xerces, it judges values that were changed in one place as well. A
// short run has few, among them those that found faults; WBXGEN_LONG=1 has
// 10,000; WBXGEN_SEEDS=from-to names them.
func TestRandomSchemasSurvive(t *testing.T) {
	survive(t, schemagen.Random, seeds(t, 12, foundFaults))
}

// TestWideSchemasSurvive does so with schemas of more kinds of things.
func TestWideSchemasSurvive(t *testing.T) {
	survive(t, schemagen.Wide, seeds(t, 4, wideFaults))
}

func survive(t *testing.T, schema func(uint64) schemagen.Set, seeds []uint64) {
	t.Helper()
	tally, agreed := &made{}, verdicts{}
	for list := range slices.Chunk(seeds, atOnce) {
		var sets []schemagen.Set
		for _, seed := range list {
			sets = append(sets, schema(seed))
		}
		m, list := tally.travel(t, sets, false)
		agreed.add(judged(t, m, list))
	}
	t.Logf("%d schemas were right and generated, %d were wrong; %d of %d documents survived", tally.right, tally.wrong, tally.survived, tally.tried)
	t.Log(agreed)
}

// foundFaults are seeds whose documents did not survive once: white space of
// unions, names beside booleans, a default beside white space, a prefix that the
// encoder had given away, a type that hid a method, an empty element after others,
// mixed content of a type that xsi:type extends, a fixed list whose only item is
// empty, a nil element of abstract type whose value is an interface with nothing in
// it, an empty item in a list of unions with names.
var foundFaults = []uint64{14, 1506, 1808, 1873, 2037, 5208, 5267, 5453, 5566, 5720, 6279, 6293, 6417, 6691, 7019, 9009, 9214}

// wideFaults are seeds of wide schemas that found something: bounds of a type without
// a name, of times on the next day, patterns of bytes, empty items in lists of bytes, a
// raw element that is nil, a default that is a list of names, a length within bounds.
var wideFaults = []uint64{48, 96, 125, 145, 1284, 1329, 1454, 1505, 3615}

// seeds returns the seeds of a run: in a short one the first few and some that are known.
func seeds(t *testing.T, few uint64, known []uint64) (list []uint64) {
	t.Helper()
	from, to := uint64(0), few
	switch text := os.Getenv("WBXGEN_SEEDS"); {
	case text != "":
		if _, err := fmt.Sscanf(text, "%d-%d", &from, &to); err != nil {
			t.Fatal(err)
		}
	case os.Getenv("WBXGEN_LONG") != "":
		to = 10_000
	default:
		list = slices.Clone(known)
	}
	for seed := from; seed < to; seed++ {
		list = append(list, seed)
	}
	return list
}

// made counts what became of made schemas.
type made struct{ right, wrong, tried, survived int }

// travel generates from sets, builds, and takes documents through. must says
// that every set is right.
func (c *made) travel(t *testing.T, sets []schemagen.Set, must bool) (m *module, list []*bound) {
	t.Helper()
	m = newModule(t, madeFiles(t, sets))
	list = c.generate(t, m, sets, must)
	m.build(t, list)
	m.vet(t)
	for _, b := range list {
		if b.broken {
			continue
		}
		v := validate.New(b.schema, validate.Options{})
		docs, _ := b.documents(v, madeDocuments)
		if len(docs) == 0 {
			continue
		}
		docs = withNotes(docs)
		m.travel(t, b, docs)
		c.tried += len(docs)
		same, _ := b.judge(t, v, docs)
		c.survived += same
	}
	return m, list
}

// generate generates from sets and counts those that are right.
func (c *made) generate(t *testing.T, m *module, sets []schemagen.Set, must bool) (list []*bound) {
	t.Helper()
	for i, s := range sets {
		var documents []string
		for _, f := range s.Files {
			documents = append(documents, fmt.Sprintf("m%d/%s", i, f.Name))
		}
		b, err := m.generate(fmt.Sprintf("m%d", i), documents)
		switch {
		case err != nil && (must || !isRefusal(err)):
			t.Errorf("%s: %v\n%s", s.Name, err, s.Files)
		case err != nil:
			c.wrong++
		default:
			b.name = s.Name
			c.right++
			list = append(list, b)
		}
	}
	return list
}

// isRefusal reports whether an error is about the schema, not about us.
func isRefusal(err error) bool { return !strings.Contains(err.Error(), "our own mistake") }

// vet holds all that was generated to go vet.
func (m *module) vet(t *testing.T) {
	t.Helper()
	if out, err := m.goCommand("vet", "-composites=false", "./...").CombinedOutput(); err != nil {
		t.Errorf("go vet: %.3000s", out)
	}
}

// madeFiles writes the documents of sets, each into a folder of its own.
func madeFiles(t *testing.T, sets []schemagen.Set) *source.Set {
	t.Helper()
	dir := t.TempDir()
	for i, s := range sets {
		for _, f := range s.Files {
			name := filepath.Join(dir, fmt.Sprintf("m%d", i), f.Name)
			if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(name, []byte(f.Text), 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
	files, err := source.Open(dir, source.Options{Limits: source.Limits{Entries: 100_000}})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// TestKindsSurvive generates from the schemas that have each kind of thing:
// types in contexts, lists and unions, names that meet, parts that are at home in
// another package. All must build, pass go vet, and keep their documents. A short
// run has some; WBXGEN_KINDS=expression selects by name.
func TestKindsSurvive(t *testing.T) {
	c := &made{}
	for list := range slices.Chunk(kinds(t), 40) {
		c.travel(t, list, true)
	}
	t.Logf("%d schemas; %d of %d documents survived", c.right, c.survived, c.tried)
}

// kinds returns the schemas of a run. Those with every context are large.
func kinds(t *testing.T) []schemagen.Set {
	t.Helper()
	small := slices.Concat(schemagen.Collisions(), schemagen.Homes(), schemagen.Items())
	large := slices.Concat(schemagen.Contexts(), schemagen.ListsAndUnions())
	if text := os.Getenv("WBXGEN_KINDS"); text != "" {
		wanted := regexp.MustCompile(text)
		return slices.DeleteFunc(append(small, large...), func(s schemagen.Set) bool { return !wanted.MatchString(s.Name) })
	}
	if os.Getenv("WBXGEN_LONG") != "" {
		return append(small, large...)
	}
	return small
}
