package component

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/wbxgen/wbxgen/internal/diag"
	"github.com/wbxgen/wbxgen/internal/goname"
	"github.com/wbxgen/wbxgen/internal/xsd"
	"github.com/wbxgen/wbxgen/internal/xsd/datatype"
)

// Find returns the components that the name means in a schema: an
// [*xsd.ElementDecl], [*xsd.AttributeDecl], type, attribute group or
// enumeration facet. Where there is none, why says what is missing.
func (n Name) Find(s *xsd.Schema) (list []xsd.Component, why string) {
	heads, why := n.heads(s)
	if why != "" {
		return nil, why
	}
	at := heads
	for i, step := range n.Path {
		below := map[xsd.Component]bool{}
		var names []string
		for _, c := range at {
			inside := membersOf(c)
			for _, m := range inside {
				if name := nameOf(m); step.fits(s, m, name) {
					below[m] = true
				} else {
					names = append(names, stepText(m))
				}
			}
		}
		if len(below) == 0 {
			return nil, fmt.Sprintf("%s has no %s%s%s", n.upTo(i), step.what(), someOf(names), diag.DidYouMean(step.String(), names))
		}
		at = slices.SortedFunc(maps.Keys(below), byPlace)
	}
	if n.Kind == Enum {
		return n.values(at)
	}
	return at, ""
}

// byPlace is an order of components: by where they stand.
func byPlace(c, d xsd.Component) int { return c.Position().Compare(d.Position()) }

// upTo is the name as far as a step.
func (n Name) upTo(i int) string {
	text := n.label()
	for _, s := range n.Path[:i] {
		text += "/" + s.String()
	}
	return text
}

func (n Name) label() string {
	switch {
	case n.HasSpace:
		return "{" + n.Space + "}" + n.Local
	case n.Prefix != "":
		return n.Prefix + ":" + n.Local
	}
	return n.Local
}

// heads finds the global components that the name starts with.
func (n Name) heads(s *xsd.Schema) (list []xsd.Component, why string) {
	all := globals(s, n.Kind)
	if n.Kind == Element && len(n.Path) > 0 {
		all = append(all, globals(s, Type)...)
	}
	builtin := n.Prefix == "xs" || n.Prefix == "xsd" || n.Space == xsd.Namespace
	if builtin && (n.Kind == Type || n.Kind == Enum) { // there is no element or attribute of the recommendation's own
		if t := xsd.Builtin(n.Local); t != nil {
			return []xsd.Component{t}, ""
		}
		for _, local := range datatype.Builtins() {
			all = append(all, xsd.Builtin(local))
		}
	}
	var names []string
	spaces := map[string]bool{}
	for _, c := range all {
		q := nameOf(c)
		if n.fits(s, q) {
			list = append(list, c)
			spaces[q.Space] = true
		}
		names = append(names, n.likeMine(s, q))
	}
	slices.Sort(names)
	names = slices.Compact(names)
	switch {
	case len(list) == 0:
		return nil, fmt.Sprintf("no schema has the %s %q%s", word(n.Kind), n.label(), diag.DidYouMean(n.label(), names))
	case len(spaces) > 1:
		var full []string
		for _, space := range slices.Sorted(maps.Keys(spaces)) {
			full = append(full, "{"+space+"}"+n.Local)
		}
		return nil, fmt.Sprintf("%q is the name of several; write %s", n.label(), strings.Join(full, " or "))
	}
	return list, ""
}

// word is what the recommendation calls a kind.
func word(k Kind) string {
	switch k {
	case AttributeGroup:
		return "attribute group"
	case Enum:
		return "simple type"
	}
	return string(k)
}

// globals are the components that a name of the kind can start with.
func globals(s *xsd.Schema, k Kind) (list []xsd.Component) {
	add := func(c xsd.Component) { list = append(list, c) }
	switch k {
	case Type:
		for _, t := range s.Types() {
			add(t)
		}
	case Enum:
		for _, t := range s.Types() {
			add(t)
		}
		for _, e := range s.Elements() {
			if s.Type(e.Name) == nil {
				add(e)
			}
		}
	case Element:
		for _, e := range s.Elements() {
			add(e)
		}
	case Attribute:
		for _, a := range s.Attributes() {
			add(a)
		}
	case AttributeGroup:
		for _, g := range s.AttributeGroups() {
			add(g)
		}
	}
	return list
}

// fits reports whether the name is that of a global component.
func (n Name) fits(s *xsd.Schema, q xsd.QName) bool {
	return q.Local == n.Local && (n.HasSpace && q.Space == n.Space || !n.HasSpace && HasPrefix(s, q.Space, n.Prefix))
}

// HasPrefix reports whether a namespace is known by a prefix: that of its
// documents or, where they have none, the name that its package would have. ""
// is any namespace.
func HasPrefix(s *xsd.Schema, space, prefix string) bool {
	if prefix == "" || prefix == s.Prefix(space) {
		return true
	}
	for _, d := range s.Documents() {
		if d.Namespace == space && d.Prefix == prefix {
			return true
		}
	}
	return s.Prefix(space) == "" && space != "" && prefix == goname.Package(space)
}

// likeMine writes a name in the way in which n is written.
func (n Name) likeMine(s *xsd.Schema, q xsd.QName) string {
	switch {
	case n.HasSpace:
		return "{" + q.Space + "}" + q.Local
	case n.Prefix == "":
		return q.Local
	case s.Prefix(q.Space) == "" && q.Space != "":
		return goname.Package(q.Space) + ":" + q.Local
	}
	return s.Label(q)
}

func nameOf(c xsd.Component) xsd.QName {
	switch c := c.(type) {
	case *xsd.ElementDecl:
		return c.Name
	case *xsd.AttributeDecl:
		return c.Name
	case *xsd.AttributeGroupDef:
		return c.Name
	case xsd.Type:
		return c.TypeName()
	}
	return xsd.QName{}
}

// membersOf are the elements and attributes that a component has directly below
// it.
func membersOf(c xsd.Component) (list []xsd.Component) {
	switch t := c.(type) {
	case *xsd.ElementDecl:
		return membersOf(t.Type)
	case *xsd.AttributeGroupDef:
		return attributes(t.Uses)
	case *xsd.ComplexType:
		list = attributes(t.AttributeUses)
		if t.Content.Particle == nil {
			return list
		}
		xsd.Walk(t.Content.Particle, func(c xsd.Component) bool {
			e, ok := c.(*xsd.ElementDecl)
			if ok {
				list = append(list, e)
			}
			return !ok
		})
	}
	return list
}

func attributes(uses []*xsd.AttributeUse) (list []xsd.Component) {
	for _, u := range uses {
		list = append(list, u.Decl)
	}
	return list
}

// fits reports whether a step means an element or attribute.
func (s Step) fits(schema *xsd.Schema, c xsd.Component, name xsd.QName) bool {
	_, attribute := c.(*xsd.AttributeDecl)
	return attribute == s.Attribute && name.Local == s.Local && (s.Prefix == "" || HasPrefix(schema, name.Space, s.Prefix))
}

func (s Step) what() string {
	if s.Attribute {
		return fmt.Sprintf("attribute %q", s.Local)
	}
	return fmt.Sprintf("element %q", s.String())
}

func stepText(c xsd.Component) string {
	if _, attribute := c.(*xsd.AttributeDecl); attribute {
		return "@" + nameOf(c).Local
	}
	return nameOf(c).Local
}

// mostNames is how many names a message lists.
const mostNames = 8

// someOf lists what there is instead.
func someOf(names []string) string {
	slices.Sort(names)
	names = slices.Compact(names)
	switch {
	case len(names) == 0:
		return ", as it has neither elements nor attributes"
	case len(names) > mostNames:
		return fmt.Sprintf(" (it has %s and %d more)", strings.Join(names[:mostNames], ", "), len(names)-mostNames)
	}
	return " (it has " + strings.Join(names, ", ") + ")"
}

// values finds the listed value of simple types.
func (n Name) values(at []xsd.Component) (list []xsd.Component, why string) {
	var known []string
	for _, c := range at {
		t := simpleOf(c)
		if t == nil {
			continue
		}
		for i, f := range t.Facets {
			if f.Name != datatype.EnumerationFacet {
				continue
			}
			if f.Value == n.Value && !slices.Contains(list, xsd.Component(&t.Facets[i])) {
				list = append(list, &t.Facets[i])
			}
			known = append(known, f.Value)
		}
	}
	switch {
	case len(list) > 0:
		return list, ""
	case len(known) == 0:
		return nil, fmt.Sprintf("%s lists no values", n.upTo(len(n.Path)))
	}
	return nil, fmt.Sprintf("%s does not list %q%s", n.upTo(len(n.Path)), n.Value, diag.DidYouMean(n.Value, known))
}

// simpleOf is the simple type of a component's text, nil where it has none.
func simpleOf(c xsd.Component) *xsd.SimpleType {
	switch t := c.(type) {
	case *xsd.ElementDecl:
		return simpleOf(t.Type)
	case *xsd.AttributeDecl:
		return t.Type
	case *xsd.SimpleType:
		return t
	case *xsd.ComplexType:
		return t.Content.Simple
	}
	return nil
}
