package sample

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"unicode/utf8"

	"github.com/wbxgen/wbxgen/internal/xsd"
)

// NewOdd returns a writer that writes now and then what is right and what few people
// write: an xsi:type that says what is known, or that of a derived simple type,
// xsi:nil="false", white space between elements, other prefixes, values in single quotes.
func NewOdd(schema *xsd.Schema) *Writer {
	w := New(schema)
	w.odd = true
	return w
}

// whims say when odd things are written; with nil never. They have numbers of their own, so
// that the rest of a document is what it is without them.
type whims struct{ r *rand.Rand }

// seldom is true once in n times.
func (x whims) seldom(n int) bool { return x.r != nil && x.r.IntN(n) == 0 }

func (x whims) one(texts ...string) string { return texts[x.r.IntN(len(texts))] }

// form gives an element of simple type a derived one, and one of any type some type. An
// element that has a value of its own keeps its type.
func (x whims) form(h *heights, f form) form {
	if f.decl.Value != nil || f.decl.Block&xsd.Restriction != 0 {
		return f
	}
	var types []xsd.Type
	switch t := f.typ.(type) {
	case *xsd.SimpleType:
		if x.seldom(8) {
			types = h.schema.Derived(t)
		}
	case *xsd.ComplexType:
		if t == xsd.AnyType && x.seldom(4) {
			types = h.schema.Types()
		}
	}
	if len(types) == 0 {
		return f
	}
	t := types[x.r.IntN(len(types))]
	c, isComplex := t.(*xsd.ComplexType)
	switch {
	case t.TypeName().Local == "", isComplex && (c.Abstract || h.typ(c) > 1):
		return f
	case f.typ != xsd.AnyType && (isComplex || t.DerivedBy() != xsd.Restriction):
		return f // attributes have no place in a Go value of simple type
	}
	return form{f.decl, t}
}

// notNil says of an element that could be nil that it is not.
func (x whims) notNil(e *xsd.ElementDecl) string {
	if !e.Nillable || !x.seldom(6) {
		return ""
	}
	return ` xsi:nil="` + x.one("false", "0", " false ") + `"`
}

// gap is what may stand between elements and says nothing.
func (x whims) gap() string {
	if !x.seldom(10) {
		return ""
	}
	return x.one(" ", "\n", "\r\n\t", "<?pi some data?>", " <!-- between --> ")
}

// prefix is one of the element's own for its namespace, or "".
func (x whims) prefix(n xsd.QName) string {
	if n.Space == "" || n.Space == xsd.XMLNamespace || !x.seldom(15) {
		return ""
	}
	return x.one("o0", "o1", "o2")
}

// quoted is the value of an attribute in quotes.
func (x whims) quoted(text string) string {
	if x.seldom(8) {
		return "'" + strings.ReplaceAll(escape(text), "'", "&#39;") + "'"
	}
	return `"` + escape(text) + `"`
}

// referred is a text whose first character is a reference.
func referred(text string) string {
	r, n := utf8.DecodeRuneInString(text)
	return fmt.Sprintf("&#x%X;", r) + escape(text[n:])
}

// xsiType writes an xsi:type where the document must tell the type, and now and then where
// it need not.
func (w *Writer) xsiType(f form) {
	name := f.typ.TypeName()
	if f.typ == f.decl.Type && (name.Local == "" || !w.whims.seldom(20)) {
		return
	}
	if name.Space == xsd.Namespace && !w.has(name.Space) {
		fmt.Fprintf(&w.b, ` xmlns:xs="%s" xsi:type="xs:%s"`, name.Space, name.Local)
		return
	}
	fmt.Fprintf(&w.b, ` xsi:type="%s"`, w.qname(name))
}
