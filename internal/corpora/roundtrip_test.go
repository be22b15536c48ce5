package corpora_test

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"

	"github.com/wbxgen/wbxgen/internal/corpora"
	"github.com/wbxgen/wbxgen/internal/judge"
	"github.com/wbxgen/wbxgen/internal/plan"
	random "github.com/wbxgen/wbxgen/internal/sample"
	"github.com/wbxgen/wbxgen/internal/source"
	"github.com/wbxgen/wbxgen/internal/validate"
	"github.com/wbxgen/wbxgen/internal/xsd"
)

// document is a document on its way.
type document struct {
	name      string
	root      int // among the roots of the entry
	data      []byte
	noted     bool // its comments and processing instructions are kept
	travelled bool
	problem   string
	refused   string // what the generated Validate says of it
	result    []byte
}

// few are the entries that are looked at by default: small ones that have
// substitution groups, mixed content, wildcards and much else between them.
var few = regexp.MustCompile(`^(wsdl-1.1/wsdl.xsd|xmlschema|xliff-1.2|premis|saml-2.0/saml-schema-protocol|xhtml1-strict)`)

// selected returns the entries to look at: few, all in a long run, or those
// that WBXGEN_SETS matches.
func selected(t *testing.T, all []corpora.Entry) []corpora.Entry {
	t.Helper()
	wanted := few
	if text := os.Getenv("WBXGEN_SETS"); text != "" {
		wanted = regexp.MustCompile(text)
	} else if os.Getenv("WBXGEN_LONG") != "" {
		return all
	}
	var list []corpora.Entry
	for _, e := range all {
		if wanted.MatchString(e.Name()) {
			list = append(list, e)
		}
	}
	return list
}

// public is a module with the code of the selected entries. All tests that look at
// the same entries share it.
type public struct {
	*module
	entries []corpora.Entry
	list    []*bound
}

var publicOnce struct {
	sync.Once
	dir  string
	made *public
}

func publicModule(t *testing.T) *public {
	t.Helper()
	shared := corpora.Folder(t, "corpora")
	files := corpora.Files(t, shared)
	publicOnce.Do(func() {
		dir, err := os.MkdirTemp("", "wbxgen-trips")
		if err != nil {
			t.Fatal(err)
		}
		publicOnce.dir = dir
		p := &public{module: newModuleIn(t, dir, files), entries: selected(t, corpora.Entries(t, shared))}
		for _, e := range p.entries {
			p.list = append(p.list, p.bind(t, e))
		}
		p.build(t, p.list)
		publicOnce.made = p
	})
	if publicOnce.made == nil {
		t.Fatal("another test could not make the module")
	}
	return publicOnce.made
}

// TestRandomDocumentsSurvive generates bindings of public schema sets, builds
// them, and takes random valid documents through them: what is written says the
// same and is valid.
func TestRandomDocumentsSurvive(t *testing.T) {
	m := publicModule(t)
	for i, b := range m.list {
		if b.broken {
			continue
		}
		t.Run(b.name, func(t *testing.T) {
			docs := b.try(t, m.module)
			t.Run("xerces", func(t *testing.T) { m.asXerces(t, m.entries[i], docs) })
		})
	}
}

// asXerces has Xerces judge what was written. What it refused before, for
// reasons of its own, it may refuse again.
func (m *module) asXerces(t *testing.T, e corpora.Entry, docs []*document) {
	schema, err := judge.Xerces(t).Compile(extracted(t, m.files, e.Set), e.Path)
	if err != nil {
		t.Skip("Xerces does not compile the schema:", err)
	}
	valid, refused := 0, 0
	for _, d := range docs {
		switch after := schema.Validate(d.result); {
		case after == nil:
			valid++
		case schema.Validate(d.data) != nil:
			refused++
		default:
			t.Errorf("%s: valid as it was read, not as it was written: %.600v\n%s", d.name, after, shortened(d.data, d.result))
		}
	}
	t.Logf("%d of %d written documents are valid, %d were refused as they came", valid, len(docs), refused)
}

// TestSchemasSurviveAsDocuments takes the schema documents of the sets through
// the types of the schema for schemas: they are documents that people wrote. A
// short run takes every tenth. Those with a document type declaration, which a decoder refuses, are left out.
func TestSchemasSurviveAsDocuments(t *testing.T) {
	shared := corpora.Folder(t, "corpora")
	files := corpora.Files(t, shared)
	m := newModule(t, schemaForSchemas(t, files))
	b := m.bind(t, corpora.Entry{Set: "xmlschema-1.0", Path: "XMLSchema.xsd"})
	if m.build(t, []*bound{b}); b.broken {
		return
	}
	root := slices.IndexFunc(b.roots, func(r *plan.Root) bool { return r.Name.Local == "schema" })
	var docs []*document
	v := validate.New(b.schema, validate.Options{})
	step := 10
	if os.Getenv("WBXGEN_LONG") != "" {
		step = 1
	}
	for i, name := range files.Names() {
		if path.Ext(name) != ".xsd" || i%step != 0 {
			continue
		}
		data, err := files.Read(name)
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Contains(data, []byte("<!DOCTYPE")) && v.ValidateBytes(data, name).Valid() {
			docs = append(docs, &document{name: name, root: root, data: data, noted: len(docs)%2 == 0})
		}
	}
	m.travel(t, b, docs)
	same, spelled := b.judge(t, v, docs)
	t.Logf("%d of %d documents survived, %d to the spelling", same, len(docs), spelled)
}

// schemaForSchemas returns the set of the schema for schemas with what its
// publisher has commented out: annotations at the top of a schema.
func schemaForSchemas(t *testing.T, files *source.Set) *source.Set {
	t.Helper()
	dir := t.TempDir()
	for _, name := range files.Names() {
		if !strings.HasPrefix(name, "xmlschema-1.0/") {
			continue
		}
		data, err := files.Read(name)
		if err != nil {
			t.Fatal(err)
		}
		data = bytes.Replace(data, []byte(`<!--xs:element ref="xs:annotation"/-->`), []byte(`<xs:element ref="xs:annotation"/>`), 1)
		file := filepath.Join(dir, filepath.FromSlash(name))
		if err := errors.Join(os.MkdirAll(filepath.Dir(file), 0o755), os.WriteFile(file, data, 0o644)); err != nil {
			t.Fatal(err)
		}
	}
	set, err := source.Open(dir, source.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return set
}

const (
	rootsTried = 60
	documents  = 150 // of one entry
	ofOneRoot  = 20
	complaints = 10
)

// wide returns how many documents of an entry a run has, and of one root element at
// most: WBXGEN_DOCUMENTS=n has n of both, so that entries with one root have as many as others.
func wide(entry, root int) (int, int) {
	if n, err := strconv.Atoi(os.Getenv("WBXGEN_DOCUMENTS")); err == nil {
		return n, n
	}
	return entry, root
}

// try takes random documents on their way and returns them.
func (b *bound) try(t *testing.T, m *module) []*document {
	v := validate.New(b.schema, validate.Options{})
	docs, refused := b.documents(v, documents)
	docs = withNotes(docs)
	m.travel(t, b, docs)
	same, spelled := b.judge(t, v, docs)
	t.Logf("%d of %d documents came back equal, %d of them to the spelling of each value; %d more were not valid", same, len(docs), spelled, refused)
	return docs
}

// judge says which documents have not survived, and returns how many have, and
// how many of them with each value spelled as it was.
func (b *bound) judge(t *testing.T, v *validate.Validator, docs []*document) (same, spelled int) {
	c, failed := newComparer(b.schema), 0
	exact := newComparer(b.schema)
	exact.spelling = true
	for _, d := range docs {
		problem := d.verdict(c, v)
		if problem == "" {
			if exact.compare(d.data, d.result) == "" {
				spelled++
			}
			continue
		}
		if failed++; failed <= complaints {
			t.Errorf("%s: %s: %.600s\n%s", b.name, d.name, problem, shortened(d.data, d.result))
		}
	}
	return len(docs) - failed, spelled
}

func shortened(data, result []byte) string {
	if len(data)+len(result) > 6000 {
		return fmt.Sprintf("(%d bytes became %d)", len(data), len(result))
	}
	return fmt.Sprintf("%s\n%s", data, result)
}

// verdict says what is wrong with what came back, or "".
func (d *document) verdict(c *comparer, v *validate.Validator) string {
	switch {
	case !d.travelled:
		return "the program did not come to it"
	case d.problem != "":
		return d.problem
	}
	if diff := c.compare(d.data, d.result); diff != "" {
		return diff
	}
	if d.noted {
		if diff := compareNotes(d.data, d.result); diff != "" {
			return diff
		}
	}
	if d.refused != "" {
		return "Validate refuses it: " + d.refused
	}
	if r := v.ValidateBytes(d.result, "result"); !r.Valid() {
		return r.Diagnostics().Err().Error()
	}
	return ""
}

// documents writes valid documents, about as many as are wanted: some of each
// root element, those of many elements fewer.
func (b *bound) documents(v *validate.Validator, wanted int) (list []*document, refused int) {
	wanted, most := wide(wanted, ofOneRoot)
	w := random.NewOdd(b.schema)
	step := max(1, len(b.roots)/rootsTried)
	each := max(2, wanted*step/max(1, len(b.roots)))
	for i := 0; i < len(b.roots); i += step {
		root := b.roots[i].Element
		for n := 0; n < min(each, most); n++ {
			data, ok := b.valid(w, v, root, uint64(n))
			if !ok {
				refused++
				continue
			}
			list = append(list, &document{name: fmt.Sprintf("%s %d", root.Name.Local, n), root: i, data: data})
		}
	}
	return list, refused
}

// valid writes a document until one is valid.
func (b *bound) valid(w *random.Writer, v *validate.Validator, root *xsd.ElementDecl, n uint64) ([]byte, bool) {
	for try := range uint64(6) {
		data, ok := w.Document(root, n+1000*try)
		if !ok {
			continue
		}
		if v.ValidateBytes(data, "document").Valid() {
			return data, true
		}
	}
	return nil, false
}
