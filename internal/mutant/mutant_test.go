package mutant_test

import (
	"errors"
	"maps"
	"math/rand/v2"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/wbxgen/wbxgen/internal/corpora"
	"github.com/wbxgen/wbxgen/internal/judge"
	"github.com/wbxgen/wbxgen/internal/mutant"
	"github.com/wbxgen/wbxgen/internal/schemagen"
	"github.com/wbxgen/wbxgen/internal/source"
	"github.com/wbxgen/wbxgen/internal/validate"
	"github.com/wbxgen/wbxgen/internal/xsd"
	"github.com/wbxgen/wbxgen/internal/xsd/compile"
)

// differences are where the two judges disagree and the recommendation is on our
// side: what Xerces says, or what we say where it is silent.
var differences = []struct{ theirs, ours, why string }{
	{"nonNegativeInteger'.", "", "Xerces counts with 32 bits"},
	{"positiveInteger'.", "", "Xerces counts with 32 bits"},
	{"allow the expansion of a content model", "", "a limit of Xerces"},
	{"enumeration '(1)'", "", "the schema for schemas lists values, and 01 is 1"},
	{"enumeration '(0 | 1)'", "", "the same"},
	{"e-props-correct.5", "", "a union is not derived from xs:ID, though a member type is"},
	{"mgE014.xsd", "", "the suite has it for right"},
	{"contradicts with value of", "", "an enumeration is held against the base type alone (Part 2 §4.3.5)"},
	{"valid value for 'gYear'", "", "Xerces counts years with 32 bits"},
	{"refused to read", "", "a document that is not there is tolerated until it is needed (Part 1 §4.2.1, §5.3)"},
	{"src-resolve: Cannot resolve the name 'xml:", "", "the attributes of the xml namespace are built in"},
	{"src-resolve: Cannot resolve", "", "a namespace without a document is tolerated until it is needed (Part 1 §5.3)"},
	{"IsHighSurrogates", "", "the suite has these blocks"},
	{"IsLowSurrogates", "", "the suite has these blocks"},
	{"[a-z--[b-z]]", "", "the suite has it for a pattern"},
	{"no declaration can be found for", "", "Xerces reads one import of a namespace"},
	{"not facet-valid with respect to minInclusive '--01", "", "Xerces puts a month or day without a zone beside one with a zone of another year"},
	{"not facet-valid with respect to minExclusive '--01", "", "the same"},
	{"valid value for 'NCName'", "", "names go by XML 1.0, fifth edition"},
	{`pattern '[\c]'`, "", "the same"},
	{"", `is not less than "---01"`, "as for minInclusive '--01"},
	{"", "the form --MM-- is", "a form of the first edition"},
	{"", "rcase-NameAndTypeOK.5", "Xerces does not look at identity constraints there"},
	{"", "derivation-ok-restriction.5.3.2", "Xerces lets empty content restrict simple content"},
	{"", `attribute "final" is not allowed on this <simpleType>`, "the schema for schemas prohibits it for local types"},
	{"", "xml:lang", "Xerces looks at it on documentation only"},
	{"", "src-pattern-value", "Xerces takes escapes and forms that Appendix F has not"},
	{"", "src-import.1.1", "Xerces takes an empty namespace for none"},
	{"", "src-import.3.1", "Xerces reads one import of a namespace"},
	{"", "sch-props-correct.2", "Xerces lets what is redefined be declared twice"},
	{"", "is a keyref; a keyref refers to a key or unique", "Xerces lets a keyref refer to a keyref"},
	{"", `<include> needs the attribute "schemaLocation"`, "Xerces does without"},
	{"", "-less-than-m", "Xerces looks at the bounds of one step only"},
	{"", "cvc-identity-constraint", "Xerces leaves out attributes of xsi, and those that a wildcard skips, as fields"},
}

// explained reports whether a disagreement is one of the differences.
func explained(theirs, ours string) bool {
	return slices.ContainsFunc(differences, func(d struct{ theirs, ours, why string }) bool {
		return d.theirs != "" && strings.Contains(theirs, d.theirs) || d.ours != "" && strings.Contains(ours, d.ours)
	})
}

// count is how many changes a test tries.
func count(short, long int) int {
	if os.Getenv("WBXGEN_LONG") != "" && !testing.Short() {
		return long
	}
	return short
}

// documents are schema documents by name, roots those to compile.
type documents struct {
	files map[string][]byte
	roots []string
}

// ours compiles the documents; the schema is nil where they are wrong.
func (d documents) ours(t *testing.T) (*xsd.Schema, string) {
	t.Helper()
	files := fstest.MapFS{}
	for name, data := range d.files {
		files[name] = &fstest.MapFile{Data: data, Mode: 0o644}
	}
	set, err := source.FromFS(files, d.roots, source.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	schema, list := compile.Documents(set, d.roots, compile.Options{Lax: true})
	if err := list.Err(); err != nil {
		return nil, err.Error()
	}
	return schema, ""
}

// theirs compiles the documents with Xerces.
func (d documents) theirs(t *testing.T) (*judge.Schema, string) {
	t.Helper()
	dir := t.TempDir()
	for name, data := range d.files {
		file := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	schema, err := judge.Xerces(t).Compile(dir, d.roots...)
	return schema, verdict(t, err)
}

// verdict is what a judge says against something; a namespace that is not found is
// a warning, which it says nothing else about.
func verdict(t *testing.T, err error) string {
	t.Helper()
	var no *judge.Invalid
	if err != nil && !errors.As(err, &no) {
		t.Fatal(err)
	}
	if no == nil || !slices.ContainsFunc(no.Messages, func(m string) bool { return !strings.Contains(m, "schema_reference.4") }) {
		return ""
	}
	return no.Error()
}

// TestChangedSchemasAreJudgedAsXercesDoes changes schemas in one place: those made
// by chance, and where it is at hand those of the W3C suite.
func TestChangedSchemasAreJudgedAsXercesDoes(t *testing.T) {
	r, pool := rand.New(rand.NewPCG(9, 0)), mutant.NewPool()
	made := func() documents {
		d := documents{files: map[string][]byte{}}
		for _, f := range schemagen.Random(r.Uint64N(1_000_000)).Files {
			d.files[f.Name], d.roots = []byte(f.Text), append(d.roots, f.Name)
		}
		return d
	}
	judgeChanges(t, r, pool, count(60, 2_000), made)
	shared := corpora.Folder(t, "xsts")
	files, tests := corpora.Files(t, shared), corpora.SuiteTests(t, shared, "schema")
	judgeChanges(t, r, pool, count(150, 20_000), func() documents {
		s := tests[r.IntN(len(tests))]
		return documents{closure(t, files, s.Schemas), s.Schemas}
	})
}

// judgeChanges changes a document of each of n schemas.
func judgeChanges(t *testing.T, r *rand.Rand, pool *mutant.Pool, n int, next func() documents) {
	t.Helper()
	right := 0
	for range n {
		d := next()
		victim := slices.Sorted(maps.Keys(d.files))[r.IntN(len(d.files))]
		tree, err := mutant.Parse(d.files[victim])
		if err != nil {
			continue // it has a document type
		}
		pool.Add(tree)
		what := mutant.Schema(r, tree, pool)
		d.files[victim] = tree.Bytes()
		schema, theirs := d.theirs(t)
		if schema != nil {
			schema.Forget()
		}
		_, ours := d.ours(t)
		if ours == "" {
			right++
		}
		if (theirs == "") != (ours == "") && !explained(theirs, ours) {
			t.Errorf("%s: %s\nwe say %.500q, Xerces %.500q\n%s", victim, what, ours, theirs, slices.Collect(maps.Values(d.files)))
		}
	}
	t.Logf("%d of %d changed schemas are right", right, n)
}

// location is where a document says that another one is.
var location = regexp.MustCompile(`schemaLocation\s*=\s*["']\s*([^"'\s]+)\s*["']`)

// closure returns the documents that the named ones reach.
func closure(t *testing.T, files *source.Set, names []string) map[string][]byte {
	t.Helper()
	all := map[string][]byte{}
	for queue := slices.Clone(names); len(queue) > 0; queue = queue[1:] {
		name := queue[0]
		if all[name] != nil || !files.Has(name) {
			continue
		}
		data, err := files.Read(name)
		if err != nil {
			t.Fatal(err)
		}
		all[name] = data
		for _, m := range location.FindAllSubmatch(data, -1) {
			queue = append(queue, path.Join(path.Dir(name), string(m[1])))
		}
	}
	return all
}

// TestChangedDocumentsAreJudgedAsXercesDoes changes documents of the W3C suite in
// one place.
func TestChangedDocumentsAreJudgedAsXercesDoes(t *testing.T) {
	const each = 10
	shared := corpora.Folder(t, "xsts")
	files, tests := corpora.Files(t, shared), corpora.SuiteTests(t, shared, "instance")
	r := rand.New(rand.NewPCG(9, 1))
	for range count(300, 20_000) / each {
		s := tests[r.IntN(len(tests))]
		data, err := files.Read(s.Instance)
		if err != nil {
			t.Fatal(err)
		}
		tree, err := mutant.Parse(data)
		d := documents{closure(t, files, s.Schemas), s.Schemas}
		if err != nil || len(s.Schemas) == 0 {
			continue
		}
		schema, wrong := d.ours(t)
		theirs, _ := d.theirs(t)
		if wrong != "" || theirs == nil {
			continue
		}
		judgeDocuments(t, r, tree, schema, theirs, each)
		theirs.Forget()
	}
}

// judgeDocuments changes a document n times.
func judgeDocuments(t *testing.T, r *rand.Rand, tree *mutant.Node, schema *xsd.Schema, xerces *judge.Schema, n int) {
	t.Helper()
	pool := mutant.NewPool()
	pool.Add(tree)
	var types []string
	for _, typ := range schema.Types() {
		types = append(types, typ.TypeName().Space+" "+typ.TypeName().Local)
	}
	v := validate.New(schema, validate.Options{})
	for range n {
		changed := tree.Clone()
		what := mutant.Instance(r, changed, pool, types)
		theirs, ours := verdict(t, xerces.Validate(changed.Bytes())), v.ValidateBytes(changed.Bytes(), "t.xml")
		if (theirs == "") != ours.Valid() && !explained(theirs, ours.Diagnostics().String()) {
			t.Errorf("%s\nwe say %.500q, Xerces %.500q\n%.2000s", what, ours.Diagnostics(), theirs, changed.Bytes())
		}
	}
}

func TestADocumentIsWrittenAsItWasRead(t *testing.T) {
	for _, text := range []string{`<a/>`, `<p:a xmlns:p="urn:p" p:b="&lt;&quot;&#10;">x &amp; y<b c="1">z</b> <d/></p:a>`} {
		tree, err := mutant.Parse([]byte(text))
		if err != nil {
			t.Fatal(err)
		}
		if got := string(tree.Clone().Bytes()); got != text {
			t.Errorf("got %s, want %s", got, text)
		}
	}
	for _, text := range []string{`<!DOCTYPE a><a/>`, `<a>`, `</a>`, `<a/><b/>`, ``} {
		if _, err := mutant.Parse([]byte(text)); err == nil {
			t.Errorf("%s: no error", text)
		}
	}
}
