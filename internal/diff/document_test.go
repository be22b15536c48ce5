package diff_test

import (
	"encoding/xml"
	"io"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/wbxgen/wbxgen/internal/diff/change"
	"github.com/wbxgen/wbxgen/internal/diff/pairs"
	"github.com/wbxgen/wbxgen/schemas"
)

// xmlElement is an element of a schema document that tests rewrite. Names keep
// their prefixes.
type xmlElement struct {
	name  string
	attrs [][2]string
	kids  []*xmlElement
	text  string
}

// parseXML reads a document without its comments.
func parseXML(t testing.TB, text string) *xmlElement {
	t.Helper()
	d := xml.NewDecoder(strings.NewReader(text))
	var stack []*xmlElement
	root := &xmlElement{}
	stack = append(stack, root)
	for {
		token, err := d.RawToken()
		if err == io.EOF {
			return root.kids[0]
		}
		if err != nil {
			t.Fatal(err)
		}
		top := stack[len(stack)-1]
		switch token := token.(type) {
		case xml.StartElement:
			e := &xmlElement{name: prefixed(token.Name)}
			for _, a := range token.Attr {
				e.attrs = append(e.attrs, [2]string{prefixed(a.Name), a.Value})
			}
			top.kids = append(top.kids, e)
			stack = append(stack, e)
		case xml.EndElement:
			stack = stack[:len(stack)-1]
		case xml.CharData:
			top.text += strings.TrimSpace(string(token))
		}
	}
}

func prefixed(n xml.Name) string {
	if n.Space == "" {
		return n.Local
	}
	return n.Space + ":" + n.Local
}

// local returns the name without its prefix.
func (e *xmlElement) local() string { return e.name[strings.IndexByte(e.name, ':')+1:] }

func (e *xmlElement) get(name string) string {
	for _, a := range e.attrs {
		if a[0] == name {
			return a[1]
		}
	}
	return ""
}

func (e *xmlElement) set(name, value string) {
	for i := range e.attrs {
		if e.attrs[i][0] == name {
			e.attrs[i][1] = value
			return
		}
	}
	e.attrs = append(e.attrs, [2]string{name, value})
}

func (e *xmlElement) unset(name string) {
	e.attrs = slices.DeleteFunc(e.attrs, func(a [2]string) bool { return a[0] == name })
}

func (e *xmlElement) clone() *xmlElement {
	out := &xmlElement{name: e.name, attrs: slices.Clone(e.attrs), text: e.text}
	for _, k := range e.kids {
		out.kids = append(out.kids, k.clone())
	}
	return out
}

// all returns the element and those below it that fit, with their parents.
func (e *xmlElement) all(fits func(e, parent *xmlElement) bool) (found, parents []*xmlElement) {
	var visit func(e, parent *xmlElement)
	visit = func(e, parent *xmlElement) {
		if fits(e, parent) {
			found, parents = append(found, e), append(parents, parent)
		}
		for _, k := range e.kids {
			visit(k, e)
		}
	}
	visit(e, &xmlElement{})
	return found, parents
}

// index returns where a child stands.
func (e *xmlElement) index(kid *xmlElement) int { return slices.Index(e.kids, kid) }

func (e *xmlElement) remove(kid *xmlElement) {
	i := e.index(kid)
	e.kids = slices.Delete(e.kids, i, i+1)
}

// child returns the first child with that local name, nil for none.
func (e *xmlElement) child(local string) *xmlElement {
	for _, k := range e.kids {
		if k.local() == local {
			return k
		}
	}
	return nil
}

// String writes the document without white space of its own.
func (e *xmlElement) String() string {
	var b strings.Builder
	e.write(&b)
	return b.String()
}

func (e *xmlElement) write(b *strings.Builder) {
	b.WriteString("<" + e.name)
	for _, a := range e.attrs {
		b.WriteString(" " + a[0] + `="` + escaped(a[1]) + `"`)
	}
	b.WriteString(">" + escaped(e.text))
	for _, k := range e.kids {
		k.write(b)
	}
	b.WriteString("</" + e.name + ">")
}

// documents are the documents of a schema by file name, relative to each
// other's folder.
type documents map[string]*xmlElement

var parsedSets = map[string]documents{}

// releaseDocuments returns copies of a document of a release and of all that it
// imports.
func releaseDocuments(t testing.TB, version, name string) documents {
	t.Helper()
	out := documents{}
	for n, d := range releaseSet(t, version, name) {
		out[n] = d.clone()
	}
	return out
}

// releaseSet returns a document of a release and all that it imports, which
// are not to be edited.
func releaseSet(t testing.TB, version, name string) documents {
	t.Helper()
	key := version + "/" + name
	if parsedSets[key] == nil {
		set := documents{}
		loadDocument(t, set, version, name)
		parsedSets[key] = set
	}
	return parsedSets[key]
}

func loadDocument(t testing.TB, set documents, version, name string) {
	t.Helper()
	if set[name] != nil {
		return
	}
	data, err := schemas.FS.ReadFile(version + "/" + name)
	if err != nil {
		t.Fatal(err)
	}
	set[name] = parseXML(t, string(data))
	for _, k := range set[name].kids {
		if at := k.get("schemaLocation"); at != "" {
			loadDocument(t, set, version, path.Join(path.Dir(name), at))
		}
	}
}

// write puts the documents into a new folder.
func (d documents) write(t testing.TB, style func(*xmlElement) string) string {
	t.Helper()
	texts := map[string]string{}
	for name, doc := range d {
		texts[name] = style(doc)
	}
	return writeTexts(t, texts)
}

// writeTexts puts files into a new folder.
func writeTexts(t testing.TB, texts map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, text := range texts {
		to := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(to), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(to, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func escaped(s string) string {
	return strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;", "\r", "&#13;", "\n", "&#10;", "\t", "&#9;").Replace(s)
}

// TestNoDocumentStartsWithAnAbstractElement: an abstract head is no root, whose
// documents would show what changes below it, and no proof begins with it. Where it
// becomes one, new documents break old readers.
func TestNoDocumentStartsWithAnAbstractElement(t *testing.T) {
	schema := func(head, more string) string {
		return `<xs:element name="a" type="t" ` + head + `/><xs:element name="m" type="t" substitutionGroup="a"/>` + more +
			rooted(`<xs:sequence><xs:element ref="a" minOccurs="0"/></xs:sequence>`, `<xs:complexType name="t"><xs:sequence><xs:element ref="a" minOccurs="0"/></xs:sequence></xs:complexType>`)
	}
	const abstract = `abstract="true"`
	r := compared(t, schema(abstract, ""), schema(abstract, `<xs:element name="n" type="t" substitutionGroup="a"/>`))
	for _, c := range find(r, change.SubstitutionMemberAdded) {
		if c.Severity.Strict != change.Break {
			t.Errorf("it is not proven:\n%s", pairs.Describe(r))
		}
		for _, o := range c.Operations {
			if o.Operation == "a" {
				t.Errorf("a document starts with an abstract element:\n%s", pairs.Describe(r))
			}
		}
	}
	for _, root := range r.Roots {
		if root.Operation == "a" {
			t.Error("it is listed as a root")
		}
	}
	r = compared(t, schema(abstract, ""), schema("", ""))
	if found := find(r, change.ElementBecameConcrete); len(found) != 1 || found[0].Severity.Strict != change.Break || r.NewHold {
		t.Errorf("it starts documents now:\n%s", pairs.Describe(r))
	}
}
