package witness

import (
	"slices"
	"strconv"
	"strings"

	"github.com/wbxgen/wbxgen/internal/diff"
	"github.com/wbxgen/wbxgen/internal/xsd"
)

// draft is an element of a document in the making.
type draft struct {
	name       xsd.QName
	as         xsd.QName // what xsi:type says; zero for no such attribute
	null       bool      // xsi:nil
	attributes []draftAttribute
	text       string // before the children
	kids       []*draft
}

type draftAttribute struct {
	name xsd.QName
	text string
}

// set gives the element an attribute, in the place of one with that name.
func (d *draft) set(name xsd.QName, text string) {
	i := slices.IndexFunc(d.attributes, func(a draftAttribute) bool { return a.name == name })
	if i < 0 {
		d.attributes = append(d.attributes, draftAttribute{name, text})
		return
	}
	d.attributes[i].text = text
}

// document writes the element as a document. All names are qualified by
// prefixes, which the root declares.
func (d *draft) document(s *xsd.Schema) string {
	return d.write(&draftWriter{schema: s, prefixes: map[string]string{}})
}

// asSent writes a request as it goes over the wire: only the root has a
// prefix, and xsi:type tells the operation. It returns "" where the API has no
// such form.
func (d *draft) asSent(s *diff.Side) string {
	if !s.Profile.Envelope().Unqualified {
		return ""
	}
	w := &draftWriter{schema: s.Schema, prefixes: map[string]string{}, sent: map[xsd.QName]string{}}
	for _, op := range s.Operations {
		w.sent[op.Request.Name()] = op.WireType
	}
	return d.write(w)
}

func (d *draft) write(w *draftWriter) string {
	w.element(d)
	head := ""
	for _, space := range w.spaces {
		head += " xmlns:" + w.prefixes[space] + `="` + attributeText(space) + `"`
	}
	body := w.b.String()
	end := strings.IndexAny(body, " />")
	return body[:end] + head + body[end:]
}

// draftWriter writes drafts and collects the namespaces that they use.
type draftWriter struct {
	schema   *xsd.Schema
	b        strings.Builder
	prefixes map[string]string
	spaces   []string // in the order of their first use
	// sent has what xsi:type says for request types; nil for qualified names.
	sent map[xsd.QName]string
}

func (w *draftWriter) element(d *draft) {
	name, null := d.name, xsd.QName{Space: xsd.InstanceNamespace, Local: "nil"}
	if w.sent != nil && w.b.Len() > 0 { // below the root
		name.Space, null.Space = "", ""
	}
	tag := w.name(name)
	w.b.WriteString("<" + tag)
	if !d.as.IsZero() {
		w.attribute(xsd.QName{Space: xsd.InstanceNamespace, Local: "type"}, w.typeName(d.as))
	}
	if d.null {
		w.attribute(null, "true")
	}
	for _, a := range d.attributes {
		w.attribute(a.name, a.text)
	}
	if d.text == "" && len(d.kids) == 0 {
		w.b.WriteString("/>")
		return
	}
	w.b.WriteString(">" + elementText(d.text))
	for _, k := range d.kids {
		w.element(k)
	}
	w.b.WriteString("</" + tag + ">")
}

func (w *draftWriter) attribute(name xsd.QName, text string) {
	w.b.WriteString(" " + w.name(name) + `="` + attributeText(text) + `"`)
}

// typeName returns what xsi:type says for a type.
func (w *draftWriter) typeName(q xsd.QName) string {
	if text, ok := w.sent[q]; ok {
		return text
	}
	return w.name(q)
}

// name returns a name with the prefix of its namespace.
func (w *draftWriter) name(q xsd.QName) string {
	switch q.Space {
	case "":
		return q.Local
	case xsd.XMLNamespace:
		return "xml:" + q.Local
	}
	p, ok := w.prefixes[q.Space]
	if !ok {
		p = w.fresh(w.schema.Prefix(q.Space))
		w.prefixes[q.Space] = p
		w.spaces = append(w.spaces, q.Space)
	}
	return p + ":" + q.Local
}

// fresh returns the prefix that the schema's documents use, numbered where it
// is missing or taken.
func (w *draftWriter) fresh(known string) string {
	taken := func(p string) bool {
		return slices.ContainsFunc(w.spaces, func(s string) bool { return w.prefixes[s] == p })
	}
	if known == "" {
		known = "ns"
	}
	p := known
	for i := 1; taken(p) || p == "ns"; i++ {
		p = known + strconv.Itoa(i)
	}
	return p
}

var (
	elementEscapes   = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", "\r", "&#13;")
	attributeEscapes = strings.NewReplacer("&", "&amp;", "<", "&lt;", `"`, "&quot;", "\r", "&#13;", "\n", "&#10;", "\t", "&#9;")
)

func elementText(s string) string { return elementEscapes.Replace(s) }

func attributeText(s string) string { return attributeEscapes.Replace(s) }
