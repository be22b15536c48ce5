package codec

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/wbxgen/wbxgen/wire"
)

// The namespaces of the tests below.
var (
	mineSpace  = Namespace{URI: "urn:mine", Prefix: "m"}
	otherSpace = Namespace{URI: "urn:other", Prefix: "o"}
)

func TestDefaultNamespace(t *testing.T) {
	mine := func(local string) *Name { return &Name{Space: &mineSpace, Local: local} }
	other := func(local string) *Name { return &Name{Space: &otherSpace, Local: local} }
	bare := &Name{Local: "bare"}
	for _, c := range []struct {
		name  string
		write AppenderFunc
		opts  []wire.Option
		want  string
	}{
		{"elements have no prefix, attributes have", func(e *Encoder) {
			WriteStringAttr(e, mine("at"), "v")
			WriteString(e, mine("a"), "1")
			WriteString(e, other("b"), "2")
		}, nil, `<r xmlns="urn:mine" xmlns:m="urn:mine" xmlns:o="urn:other" m:at="v"><a>1</a><o:b>2</o:b></r>`},
		{"no namespace", func(e *Encoder) {
			WriteString(e, bare, "1")
			e.Object(bare, AppenderFunc(func(e *Encoder) { WriteString(e, bare, "2"); WriteString(e, mine("a"), "3") }))
			WriteString(e, mine("a"), "4")
		}, nil, `<r xmlns="urn:mine" xmlns:m="urn:mine"><bare xmlns="">1</bare><bare xmlns=""><bare>2</bare><m:a>3</m:a></bare><a>4</a></r>`},
		{"names in values", func(e *Encoder) {
			WriteQName(e, mine("q"), wire.QName{Space: "urn:mine", Local: "x"})
			WriteQName(e, mine("q"), wire.QName{Local: "x"})
		}, nil, `<r xmlns="urn:mine" xmlns:m="urn:mine"><q>m:x</q><m:q xmlns="">x</m:q></r>`},
		{"a root element that cannot have it", func(e *Encoder) {
			WriteQNameAttr(e, &Name{Local: "q"}, wire.QName{Local: "x"})
			WriteString(e, mine("a"), "1")
		}, nil, `<m:r xmlns:m="urn:mine" q="x"><m:a>1</m:a></m:r>`},
		{"a type in no namespace", func(e *Encoder) {
			e.Typed(mine("a"), testTyped{AppenderFunc(func(*Encoder) {}), Name{Local: "t"}})
		}, nil, `<r xmlns="urn:mine" xmlns:m="urn:mine" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><m:a xmlns="" xsi:type="t"/></r>`},
		{"raw nodes", func(e *Encoder) {
			e.Node(wire.Node{Name: wire.QName{Space: "urn:mine", Local: "raw"}, Children: []wire.Node{
				{Name: wire.QName{Local: "in"}}, {Name: wire.QName{Space: "urn:mine", Local: "in"}},
			}})
			e.Node(wire.Node{Name: wire.QName{Space: "urn:mine", Local: "raw"}, Bindings: []wire.Binding{{URI: "urn:mine"}},
				Children: []wire.Node{wire.TextNode("name")}})
		}, nil, `<r xmlns="urn:mine"><raw><in xmlns=""/><in/></raw><raw>name</raw></r>`},
		{"another namespace than the root element's", func(e *Encoder) { WriteString(e, other("b"), "1") },
			[]wire.Option{wire.Prefix("urn:other", "")}, `<m:r xmlns="urn:other" xmlns:m="urn:mine"><b>1</b></m:r>`},
		{"prefixes after all", func(e *Encoder) { WriteString(e, mine("a"), "1") },
			[]wire.Option{wire.Prefixed()}, `<m:r xmlns:m="urn:mine"><m:a>1</m:a></m:r>`},
		{"the form without namespaces", func(e *Encoder) { WriteString(e, mine("a"), "1") },
			[]wire.Option{wire.Unqualified()}, `<m:r xmlns:m="urn:mine"><a>1</a></m:r>`},
	} {
		enc := NewEncoder(append([]wire.Option{wire.Prefix("urn:mine", "")}, c.opts...)...)
		for range 2 { // an encoder keeps what it declared
			enc.Reset(nil)
			if err := enc.Document(*mine("r"), c.write); err != nil || string(enc.Bytes()) != c.want {
				t.Errorf("%s: got\n%s, %v, want\n%s", c.name, enc.Bytes(), err, c.want)
			}
		}
	}
}

// TestDefaultNamespaceLosesNoBinding writes random content with prefixes, with a default namespace that is asked for, and with the
// one that the schema is for: names, also those in text and attributes, are the same in all. Words that begin with q are qualified
// names.
func TestDefaultNamespaceLosesNoBinding(t *testing.T) {
	qualified := mineSpace
	qualified.Qualified = true
	encoders := [...]*Encoder{NewEncoder(wire.Prefixed()), NewEncoder(wire.Prefix("urn:mine", "")), NewEncoder(), NewEncoder(wire.Prefix("urn:other", ""))}
	refused := 0
	for seed := range uint64(4000) {
		docs := [len(encoders)]string{}
		for i, e := range encoders {
			e.Reset(nil)
			v := AppenderFunc(func(e *Encoder) { randomContent(e, rand.New(rand.NewPCG(seed, 1)), 3) })
			if err := e.Document(Name{Space: &qualified, Local: "r"}, v); err != nil {
				docs[i] = "error"
				continue
			}
			docs[i] = string(e.Bytes())
		}
		if docs[0] == "error" {
			continue // two meanings of one prefix on one element
		}
		want, err := expandedNames(docs[0])
		if err != nil || docs[2] == "error" {
			t.Fatalf("seed %d: %v\n%s\n%s", seed, err, docs[0], docs[2])
		}
		for _, doc := range docs[1:] {
			if doc == "error" {
				refused++
				continue
			}
			if got, err := expandedNames(doc); err != nil || got != want {
				t.Fatalf("seed %d: %v\n%s\n%s\nmeans\n%s\nwant\n%s", seed, err, docs[0], doc, got, want)
			}
		}
	}
	t.Logf("%d documents are refused with a default namespace that was asked for", refused)
	if refused > 400 {
		t.Errorf("%d of 8000 documents are refused", refused)
	}
}

// randomContent writes attributes and content of an element.
func randomContent(e *Encoder, r *rand.Rand, depth int) {
	spaces := []*Namespace{nil, &mineSpace, &otherSpace}
	name := func() *Name { return &Name{Space: spaces[r.IntN(3)], Local: string(rune('a' + r.IntN(3)))} }
	qname := func() wire.QName {
		n := name()
		return wire.QName{Space: n.URI(), Local: "q" + n.Local, Prefix: []string{"", "m", "z"}[r.IntN(3)]}
	}
	if r.IntN(6) == 0 {
		WriteQNameAttr(e, &Name{Space: &otherSpace, Local: "at"}, qname())
	} else if r.IntN(4) == 0 {
		WriteValueAttr(e, &Name{Local: "scoped"}, wire.ScopedText{Text: "qa", Bindings: []wire.Binding{{URI: name().URI()}}})
		WriteValueAttr(e, &Name{Local: "number"}, wire.ScopedText{Text: "5 -1"})
	}
	for range r.IntN(4) {
		switch n := name(); r.IntN(6) {
		case 0:
			WriteString(e, n, "text")
		case 1:
			WriteQName(e, n, qname())
		case 2:
			WriteValue(e, n, wire.ScopedText{Text: "qa p:qb", Bindings: []wire.Binding{{URI: n.URI()}, {Prefix: "p", URI: "urn:p"}}})
		case 3:
			e.Node(randomNode(r, depth))
		case 4:
			e.Typed(n, testTyped{AppenderFunc(func(*Encoder) {}), Name{Space: spaces[r.IntN(3)], Local: "qt"}})
		default:
			if depth > 0 {
				e.Object(n, AppenderFunc(func(e *Encoder) { randomContent(e, r, depth-1) }))
			}
		}
	}
}

// randomNode returns a raw element.
func randomNode(r *rand.Rand, depth int) wire.Node {
	uris := []string{"", "urn:mine", "urn:other"}
	n := wire.Node{Name: wire.QName{Space: uris[r.IntN(3)], Local: "n"}}
	if n.Name.Space != "" && r.IntN(3) == 0 {
		n.Bindings = []wire.Binding{{URI: uris[r.IntN(3)]}}
	}
	switch r.IntN(3) {
	case 0:
		n.Children = []wire.Node{wire.TextNode("qx")}
	case 1:
		n.Attrs = []wire.Attr{{Name: wire.QName{Local: "at"}, Value: "qy"}}
	}
	for range r.IntN(3) {
		if depth > 0 {
			n.Children = append(n.Children, randomNode(r, depth-1))
		}
	}
	return n
}

// expandedNames returns a document with expanded names.
func expandedNames(doc string) (string, error) {
	var out bytes.Buffer
	scopes := []map[string]string{{}}
	d := xml.NewDecoder(strings.NewReader(doc))
	words := func(text string) {
		for _, w := range strings.Fields(text) {
			prefix, local, found := strings.Cut(w, ":")
			if !found {
				prefix, local = "", w
			}
			if strings.HasPrefix(local, "q") {
				w = "{" + scopes[len(scopes)-1][prefix] + "}" + local
			}
			fmt.Fprintf(&out, " %s", w)
		}
	}
	for {
		tok, err := d.Token()
		if errors.Is(err, io.EOF) {
			return out.String(), nil
		}
		if err != nil {
			return "", err
		}
		switch tok := tok.(type) {
		case xml.StartElement:
			scope := map[string]string{}
			for p, u := range scopes[len(scopes)-1] {
				scope[p] = u
			}
			for _, a := range tok.Attr {
				if a.Name.Space == "xmlns" {
					scope[a.Name.Local] = a.Value
				} else if a.Name.Space == "" && a.Name.Local == "xmlns" {
					scope[""] = a.Value
				}
			}
			scopes = append(scopes, scope)
			fmt.Fprintf(&out, "\n<{%s}%s", tok.Name.Space, tok.Name.Local)
			for _, a := range tok.Attr {
				if a.Name.Space != "xmlns" && a.Name.Local != "xmlns" {
					fmt.Fprintf(&out, " @{%s}%s", a.Name.Space, a.Name.Local)
					words(a.Value)
				}
			}
		case xml.EndElement:
			scopes = scopes[:len(scopes)-1]
			out.WriteString(">")
		case xml.CharData:
			words(string(tok))
		}
	}
}

// TestDefaultNamespaceAllocatesNothing writes into a buffer that is there.
func TestDefaultNamespaceAllocatesNothing(t *testing.T) {
	e := NewEncoder(wire.Prefix("urn:mine", ""))
	buf := make([]byte, 0, 1<<12)
	names := []*Name{{Space: &mineSpace, Local: "a"}, {Local: "b"}, {Space: &otherSpace, Local: "c"}}
	root, write := Name{Space: &mineSpace, Local: "r"}, Appender(AppenderFunc(func(e *Encoder) {
		for _, n := range names {
			WriteString(e, n, "text")
		}
	}))
	if n := testing.AllocsPerRun(100, func() {
		e.Reset(buf)
		_ = e.Document(root, write)
	}); n != 0 {
		t.Errorf("%v allocations", n)
	}
}

// TestNamesInSimpleTypesKeepTheirMeaning reads texts of xs:anySimpleType whose xsi:type says that they are names, and writes them in
// each form.
func TestNamesInSimpleTypesKeepTheirMeaning(t *testing.T) {
	const xs = `xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"`
	for _, text := range []string{"qbare", "s:qk", "p:qk", "svc:qk", "com:qk"} {
		for _, decl := range []string{``, ` xmlns="urn:own"`, ` xmlns="http://example.com/service"`, ` xmlns:svc="urn:own"`} {
			doc := `<s:session xmlns:s="http://example.com/service" xmlns:p="urn:p" xmlns:svc="urn:x" xmlns:com="urn:com" ` + xs + `><s:key>1</s:key>` +
				`<s:name` + decl + ` xsi:type="xs:QName">` + text + `</s:name><s:token/><s:open>true</s:open></s:session>`
			want := nameInSession(t, doc)
			for i, opts := range [][]wire.Option{nil, {wire.Prefixed()}, {wire.Prefix("http://example.com/service", "")}, {wire.Prefix("urn:q", "")},
				{wire.Prefix("http://example.com/service", "p")}} {
				v := readNoted(t, doc)
				out := writeNoted(t, v, opts...)
				if got := nameInSession(t, out); got != want {
					t.Errorf("%s, form %d: %s\nmeans %s, want %s", doc, i, out, got, want)
				}
				if again := writeNoted(t, readNoted(t, out), opts...); nameInSession(t, again) != want {
					t.Errorf("%s, form %d, second time: %s", doc, i, again)
				}
				data, err := json.Marshal(v)
				if err != nil {
					t.Fatal(err)
				}
				fresh := new(session)
				if err := json.Unmarshal(data, fresh); err != nil {
					t.Fatal(err)
				}
				if again := writeNoted(t, fresh, opts...); nameInSession(t, again) != want {
					t.Errorf("%s, form %d, from JSON: %s", doc, i, again)
				}
			}
		}
	}
}

// nameInSession returns the name that is the text of the element name.
func nameInSession(t *testing.T, doc string) string {
	t.Helper()
	all, err := expandedNames(doc)
	if err != nil {
		t.Fatal(err)
	}
	_, rest, found := strings.Cut(all, "}name ")
	line, _, _ := strings.Cut(rest, "\n")
	words := strings.Fields(line)
	if !found || len(words) == 0 {
		t.Fatalf("%s has no name", doc)
	}
	return words[len(words)-1]
}
