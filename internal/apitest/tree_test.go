package apitest

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"

	"github.com/wbxgen/wbxgen/internal/source"
	"github.com/wbxgen/wbxgen/internal/xmltree"
	"github.com/wbxgen/wbxgen/internal/xsd"
	"github.com/wbxgen/wbxgen/internal/xsd/compile"
)

// outline writes a document as lines, one an element, with its attributes and
// text: what must survive. Prefixes, encodings, layout and the order of
// attributes do not count.
type outline struct {
	spaces bool // namespaces count
	sorted bool // the order of children does not
	loose  bool // spellings that servers and clients are free in are made one
}

func (o outline) of(t *testing.T, name string, data []byte) string {
	t.Helper()
	doc, err := xmltree.Parse(name, data, xmltree.Options{})
	if err != nil {
		t.Fatalf("%v\n%s", err, data)
	}
	return strings.Join(o.element(doc.Root, 0), "\n")
}

func (o outline) element(e *xmltree.Element, depth int) []string {
	line := strings.Repeat("  ", depth) + o.name(e.Name)
	for _, a := range o.attrs(e) {
		line += " " + a
	}
	var children [][]string
	text := ""
	for _, n := range e.Nodes {
		if n.Element != nil {
			children = append(children, o.element(n.Element, depth+1))
		} else {
			text += n.Text
		}
	}
	if len(children) == 0 && (strings.TrimSpace(text) != "" || !o.loose) {
		line += fmt.Sprintf(" = %q", o.text(e, text))
	}
	// Credentials come in any order.
	if o.sorted || e.Local == "securityContext" {
		slices.SortStableFunc(children, func(a, b []string) int { return strings.Compare(a[0], b[0]) })
	}
	return append([]string{line}, slices.Concat(children...)...)
}

func (o outline) name(n xmltree.Name) string {
	local := n.Local
	if o.loose && local == "MeetingUUID" {
		local = "meetingUUID"
	}
	if o.spaces && n.Space != "" {
		return "{" + n.Space + "}" + local
	}
	return local
}

func (o outline) text(e *xmltree.Element, s string) string {
	if f, err := strconv.ParseFloat(s, 64); err == nil && floats()[e.Local] {
		return strconv.FormatFloat(f, 'f', -1, 64)
	}
	if o.loose && (s == "TRUE" || s == "FALSE") {
		return strings.ToLower(s)
	}
	return s
}

// attrs writes attributes; the text of xsi:type is resolved if it is a QName.
func (o outline) attrs(e *xmltree.Element) []string {
	var list []string
	for _, a := range e.Attrs {
		value := a.Value
		if a.Space == xsd.InstanceNamespace && a.Local == "type" {
			value = typeName(e, value)
		}
		list = append(list, fmt.Sprintf("%s=%q", a.Local, value))
	}
	slices.Sort(list)
	return list
}

// typeName brings the spellings of a type to one: the service as the last part
// of the namespace, and the operation.
func typeName(e *xmltree.Element, text string) string {
	prefix, local, found := strings.Cut(text, ":")
	if uri, ok := e.Lookup(prefix); found && ok {
		return "{" + uri + "}" + local
	}
	return text
}

// floats are the names of the elements that hold floating-point numbers, for
// which 0.0 is 0.
var floats = sync.OnceValue(func() map[string]bool {
	set, err := source.Open("40.6.0", source.Options{})
	if err != nil {
		panic(err)
	}
	schema, _ := compile.Compile(set, compile.Options{})
	names := map[string]bool{}
	for _, t := range schema.Types() {
		if c, ok := t.(*xsd.ComplexType); ok && c.Own != nil {
			floatNames(c.Own, names)
		}
	}
	return names
})

func floatNames(p *xsd.Particle, names map[string]bool) {
	switch t := p.Term.(type) {
	case *xsd.ElementDecl:
		if xsd.DerivesFrom(t.Type, xsd.Builtin("float"), 0) || xsd.DerivesFrom(t.Type, xsd.Builtin("double"), 0) {
			names[t.Name.Local] = true
		}
		if c, ok := t.Type.(*xsd.ComplexType); ok && c.Name.IsZero() && c.Own != nil {
			floatNames(c.Own, names)
		}
	case *xsd.ModelGroup:
		for _, q := range t.Particles {
			floatNames(q, names)
		}
	}
}
