package sample

import (
	"slices"
	"strconv"
	"strings"

	"github.com/wbxgen/wbxgen/internal/xmltree"
	"github.com/wbxgen/wbxgen/internal/xsd"
)

// Draft is an element of a document in the making.
type Draft struct {
	Name       xsd.QName
	As         xsd.QName // what xsi:type says; zero for no such attribute
	Nil        bool      // xsi:nil
	attributes []draftAttribute
	Text       string // before the children
	Kids       []*Draft
}

type draftAttribute struct {
	name xsd.QName
	text string
}

// Set gives the element an attribute, in the place of one with that name.
func (d *Draft) Set(name xsd.QName, text string) {
	i := d.attribute(name)
	if i < 0 {
		d.attributes = append(d.attributes, draftAttribute{name, text})
		return
	}
	d.attributes[i].text = text
}

// With returns the element with another value of an attribute.
func (d *Draft) With(name xsd.QName, text string) *Draft {
	c := *d
	c.attributes = slices.Clone(d.attributes)
	c.Set(name, text)
	return &c
}

// Copy gives the element the value that another one has in an attribute or child
// of a name. It reports whether both have it.
func (d *Draft) Copy(from *Draft, name xsd.QName, attribute bool) bool {
	if attribute {
		i, j := d.attribute(name), from.attribute(name)
		if i < 0 || j < 0 {
			return false
		}
		d.attributes[i].text = from.attributes[j].text
		return true
	}
	named := func(k *Draft) bool { return k.Name == name }
	i, j := slices.IndexFunc(d.Kids, named), slices.IndexFunc(from.Kids, named)
	if i < 0 || j < 0 {
		return false
	}
	d.Kids[i].Text = from.Kids[j].Text
	return true
}

func (d *Draft) attribute(name xsd.QName) int {
	return slices.IndexFunc(d.attributes, func(a draftAttribute) bool { return a.name == name })
}

// Document writes the element as a document. Names are qualified by prefixes,
// which the root declares; a namespace for which the schema has no prefix is the
// default one where it can be.
func (d *Draft) Document(s *xsd.Schema) string {
	return d.write(&draftWriter{schema: s, prefixes: map[string]string{}})
}

// Sent writes a request as it goes over the wire of an API that wants no
// namespaces: only the root has a prefix. types has what xsi:type says there
// for a type.
func (d *Draft) Sent(s *xsd.Schema, types map[xsd.QName]string) string {
	return d.write(&draftWriter{schema: s, prefixes: map[string]string{}, sent: types})
}

// Translated writes the element as a document in which elements and attributes
// have other names, and so have the types that it names.
func (d *Draft) Translated(s *xsd.Schema, name, typ func(xsd.QName) xsd.QName) string {
	return d.write(&draftWriter{schema: s, prefixes: map[string]string{}, names: name, types: typ})
}

func (d *Draft) write(w *draftWriter) string {
	if space := w.translated(d.Name).Space; w.sent == nil && space != "" && w.schema.ReadingPrefix(space) == "" && w.leaves(d, space) {
		w.prefixes[space], w.spaces = "", append(w.spaces, space)
	}
	w.element(d)
	head := ""
	for _, space := range w.spaces {
		head += " xmlns"
		if prefix := w.prefixes[space]; prefix != "" {
			head += ":" + prefix
		}
		head += `="` + xmltree.EscapeAttr(space) + `"`
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
	// names and types translate names; nil leaves them as they are.
	names, types func(xsd.QName) xsd.QName
}

// leaves reports whether a namespace can be the default one: no element is in
// none, and no attribute in it, which would need a prefix.
func (w *draftWriter) leaves(d *Draft, space string) bool {
	if w.translated(d.Name).Space == "" || !d.As.IsZero() && d.As.Space == "" {
		return false
	}
	for _, a := range d.attributes {
		if w.translated(a.name).Space == space {
			return false
		}
	}
	return !slices.ContainsFunc(d.Kids, func(k *Draft) bool { return !w.leaves(k, space) })
}

// translated returns a name as the document is to have it.
func (w *draftWriter) translated(q xsd.QName) xsd.QName {
	if w.names != nil {
		q = w.names(q)
	}
	return q
}

func (w *draftWriter) element(d *Draft) {
	name, null := d.Name, xsd.QName{Space: xsd.InstanceNamespace, Local: "nil"}
	if w.sent != nil && w.b.Len() > 0 { // below the root
		name.Space, null.Space = "", ""
	}
	tag := w.name(name)
	w.b.WriteString("<" + tag)
	if !d.As.IsZero() {
		w.attribute(xsd.QName{Space: xsd.InstanceNamespace, Local: "type"}, w.typeName(d.As))
	}
	if d.Nil {
		w.attribute(null, "true")
	}
	for _, a := range d.attributes {
		w.attribute(a.name, a.text)
	}
	if d.Text == "" && len(d.Kids) == 0 {
		w.b.WriteString("/>")
		return
	}
	w.b.WriteString(">" + xmltree.EscapeText(d.Text))
	for _, k := range d.Kids {
		w.element(k)
	}
	w.b.WriteString("</" + tag + ">")
}

func (w *draftWriter) attribute(name xsd.QName, text string) {
	w.b.WriteString(" " + w.name(name) + `="` + xmltree.EscapeAttr(text) + `"`)
}

// typeName returns what xsi:type says for a type.
func (w *draftWriter) typeName(q xsd.QName) string {
	if text, ok := w.sent[q]; ok {
		return text
	}
	if w.types != nil {
		q = w.types(q)
	}
	return w.prefixed(q)
}

// name returns the name of an element or attribute with the prefix of its
// namespace.
func (w *draftWriter) name(q xsd.QName) string { return w.prefixed(w.translated(q)) }

func (w *draftWriter) prefixed(q xsd.QName) string {
	switch q.Space {
	case "":
		return q.Local
	case xsd.XMLNamespace:
		return "xml:" + q.Local
	}
	p, ok := w.prefixes[q.Space]
	if !ok {
		p = w.fresh(w.schema.ReadingPrefix(q.Space))
		w.prefixes[q.Space] = p
		w.spaces = append(w.spaces, q.Space)
	}
	if p == "" {
		return q.Local
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
