package binding

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/wbxgen/wbxgen/internal/diag"
	"github.com/wbxgen/wbxgen/internal/goname"
	"github.com/wbxgen/wbxgen/internal/plan"
	"github.com/wbxgen/wbxgen/internal/profile"
	"github.com/wbxgen/wbxgen/internal/xsd"
	"github.com/wbxgen/wbxgen/internal/xsd/datatype"
)

// Comments are lists of paragraphs; package gogen breaks the lines.

// documentation returns the schema's own text on a component, by paragraph, each
// once: what refers to a declaration often says again what that says.
func documentation(notes ...[]*xsd.Annotation) []string {
	var list []string
	for _, n := range notes {
		text := xsd.Documentation(n)
		for more := text != ""; more; {
			var paragraph string
			paragraph, text, more = strings.Cut(text, "\n\n")
			if !slices.Contains(list, paragraph) {
				list = append(list, paragraph)
			}
		}
	}
	return list
}

// comments writes what needs more than the thing itself: labels of components
// and links to types of other packages.
type comments struct {
	schema  *xsd.Schema
	version string
	profile profile.Profile
	layout  *layout
	links   *links
	told    []telling
	inner   map[*xsd.ElementDecl]bool // global elements that stand in others; nil until it is asked for
}

// structDoc is the comment of a complex type's struct: which component it is and
// what it is for, then the schema's text.
func (cm *comments) structDoc(src *structSource) []string {
	s, t := src.s, src.t
	doc := []string{cm.structLead(src)}
	doc = append(doc, documentation(t.Annotations, enclosingNotes(t))...)
	cm.tell(telling{doc: &s.Doc, from: 1, to: len(doc), in: s})
	if w := t.Content; w.Kind == xsd.SimpleContent {
		if line := sentences("Value", s.Value.Checks, s.Value); line != "" && len(s.Value.Doc) == 0 {
			doc = append(doc, line)
		}
	}
	return doc
}

func enclosingNotes(t *xsd.ComplexType) []*xsd.Annotation {
	if e, ok := t.Enclosing.(*xsd.ElementDecl); ok && t.Name.IsZero() {
		return e.Annotations
	}
	return nil
}

// structLead is the first sentence: which component the struct is. For a request
// or response it says of which operation.
func (cm *comments) structLead(src *structSource) string {
	for _, m := range src.s.Pkg.Operations {
		switch src.s {
		case m.Request:
			return fmt.Sprintf("%s is the request of the %s operation: %s.", src.s.Name, m.Operation.Name, cm.component(src))
		case m.Response:
			return fmt.Sprintf("%s is the response of the %s operation: %s.", src.s.Name, m.Operation.Name, cm.component(src))
		}
	}
	return fmt.Sprintf("%s is the %s.", src.s.Name, cm.component(src))
}

// around names what an anonymous type stands in.
func (cm *comments) around(src *structSource) string {
	text := cm.layout.label(src.root)
	steps := src.path[:len(src.path)-1]
	if src.global {
		steps = steps[1:]
	}
	if len(steps) > 0 {
		text += "/" + strings.Join(steps, "/")
	}
	return text
}

// component says which component the struct is, and what it is made of.
func (cm *comments) component(src *structSource) string {
	t := src.t
	what := "complex type " + cm.layout.label(t.Name)
	switch {
	case !t.Name.IsZero():
	case src.global && len(src.path) == 1:
		what = "element " + cm.layout.label(src.root)
	default:
		what = fmt.Sprintf("element %s of %s", src.path[len(src.path)-1], cm.around(src))
	}
	base := t.Base.TypeName()
	switch {
	case t.Base == xsd.AnyType && t.Method == xsd.Restriction:
	case t.Method == xsd.Extension:
		what += ", extending " + cm.layout.label(base)
	default:
		what += ", restricting " + cm.layout.label(base)
	}
	if t.Content.Kind == xsd.MixedContent {
		what += ", with mixed content"
	}
	return what
}

// groupDoc is the comment of an attribute group.
func (cm *comments) groupDoc(s *plan.Struct, g *xsd.AttributeGroupDef) []string {
	doc := []string{fmt.Sprintf("%s is the attribute group %s, which types embed.", s.Name, cm.layout.label(g.Name))}
	if g.Wildcard != nil {
		doc = append(doc, "Other attributes that it admits are in the field AnyAttrs of the types.")
	}
	return append(doc, documentation(g.Annotations)...)
}

// simpleDoc is the comment of a simple type.
func (cm *comments) simpleDoc(t *xsd.SimpleType, s *plan.Simple) []string {
	lead := fmt.Sprintf("%s is the simple type %s.", s.Name, cm.layout.label(t.Name))
	if t.Name.IsZero() {
		lead = fmt.Sprintf("%s is %s.", s.Name, cm.roleOf(t))
	}
	doc := append([]string{lead}, documentation(t.Annotations)...)
	switch s.Kind {
	case plan.ListType:
		doc = append(doc, "It is a list: items are separated by white space.")
	case plan.UnionType:
		doc = append(doc, "It is a union: the text is kept, and each method reads it as one of the member types.")
	}
	// The values of an enumeration say more than its other facets.
	if line := sentences("It", s.Checks, &plan.Field{Scalar: s.Scalar, Kind: kindOf(s)}); line != "" && s.Kind != plan.EnumType {
		doc = append(doc, line)
	}
	return doc
}

func kindOf(s *plan.Simple) plan.Kind {
	if s.Kind == plan.ListType {
		return plan.ListField
	}
	return plan.ScalarField
}

// roleOf says what a simple type without a name is for: the value of an
// attribute, an item of a list.
func (cm *comments) roleOf(t *xsd.SimpleType) string {
	e, inSimple := t.Enclosing.(*xsd.SimpleType)
	switch {
	case !inSimple:
		return "the value of " + enclosingWord(t)
	case e.Method == xsd.ListDerivation:
		return "an item of " + cm.simpleWord(e)
	case e.Method == xsd.UnionDerivation:
		return "a member of " + cm.simpleWord(e)
	}
	return "what restricts " + cm.simpleWord(e)
}

// simpleWord names a simple type, one without a name by what it stands in.
func (cm *comments) simpleWord(t *xsd.SimpleType) string {
	if !t.Name.IsZero() {
		return cm.layout.label(t.Name)
	}
	if e, ok := t.Enclosing.(*xsd.SimpleType); ok {
		return cm.simpleWord(e)
	}
	return enclosingWord(t)
}

func enclosingWord(t *xsd.SimpleType) string {
	switch e := t.Enclosing.(type) {
	case *xsd.ElementDecl:
		return "the element " + e.Name.Local
	case *xsd.AttributeDecl:
		return "the attribute " + e.Name.Local
	}
	return "simple content"
}

func branchDoc(s *plan.Struct, c *plan.Choice) []string {
	return []string{s.Name + " is a branch of [" + c.Name + "]."}
}

func groupDoc(s, of *plan.Struct) []string {
	if s.Pkg != of.Pkg {
		return []string{s.Name + " is a group of elements that occurs several times where it is referred to."}
	}
	return []string{s.Name + " is a group of elements that occurs several times in [" + of.Name + "]."}
}

// methodDoc is the comment of an operation's method.
func methodDoc(m *plan.Method, failure string) []string {
	text := fmt.Sprintf("%s sends a [%s] and returns its answer.", m.Name, m.Request.Name)
	if failure != "" {
		text += " " + failure
	}
	return []string{text}
}

// rootDoc is the comment of a root element's name, whose value says which it is.
func (cm *comments) rootDoc(p *plan.Package, r *plan.Root) []string {
	text := r.Var + " has "
	switch {
	case r.Element.Abstract:
		text = r.Var + " is abstract: others stand in its place."
	case r.Struct != nil:
		text += "the type [" + cm.links.link(p, r.Struct) + "]."
	default:
		text += "a simple type: [wire.Simple] reads and writes it."
	}
	doc := []string{text}
	if r.Struct != nil && !r.Element.Abstract && r.Struct.Pkg == p && r.Var == "Element"+r.Struct.Name {
		doc = nil // the comment of all constants says it
	}
	if r.Struct != nil && r.Element.Type.TypeName().IsZero() {
		return doc // the comment of the struct says it
	}
	return append(doc, documentation(r.Element.Annotations)...)
}

// packageDoc is the package comment.
func (cm *comments) packageDoc(p *plan.Package) []string {
	version := ""
	if cm.version != "" {
		version = ", version " + cm.version
	}
	doc := []string{fmt.Sprintf("Package %s has the types %s%s.", p.Name, ofSpaces(p), version)}
	if len(p.Operations) == 0 {
		doc = append(doc, cm.useDoc(p)...)
	}
	var notes [][]*xsd.Annotation
	for _, d := range cm.schema.Documents() {
		if p == cm.layout.packageFor(d.Namespace) {
			notes = append(notes, d.Annotations)
		}
	}
	doc = append(doc, documentation(notes...)...)
	if text := wordsDoc(p); text != "" {
		doc = append(doc, text)
	}
	if len(p.Operations) > 0 {
		doc = append(doc, fmt.Sprintf("It has %s: see [Client].", diag.Count(len(p.Operations), "operation")))
	}
	return doc
}

// ofSpaces says whose types a package has.
func ofSpaces(p *plan.Package) string {
	var spaces []string
	for _, ns := range p.Namespaces {
		spaces = append(spaces, cmp.Or(ns.URI, "none"))
	}
	switch text := andList(spaces); {
	case len(spaces) > 1:
		return "of the XML namespaces " + text
	case text == "none":
		return "in no XML namespace"
	default:
		return "of the XML namespace " + text
	}
}

// useDoc is how a document is read and written, as a text and code: one with the
// root element that a reader most likely has in mind. That is one which stands in
// no other, of several the one that the schema begins with.
func (cm *comments) useDoc(p *plan.Package) []string {
	var best *plan.Root
	if cm.inner == nil && len(p.Roots) > 1 {
		cm.inner = cm.schema.References()
	}
	for _, r := range p.Roots {
		if r.Struct == nil || r.Struct.Pkg != p || len(r.Struct.Roots) != 1 || r.Element.Abstract {
			continue
		}
		if best == nil || cmp.Or(compareBools(cm.inner[r.Element], cm.inner[best.Element]), r.Element.Pos.Compare(best.Element.Pos)) < 0 {
			best = r
		}
	}
	if best == nil {
		return nil
	}
	return []string{
		"A document whose root element is " + best.Name.Local + " is read and written like this:",
		"\tvar v " + p.Name + "." + best.Struct.Name + "\n\terr := wire.Unmarshal(data, &v)\n\terr = v.Validate() // what the schema does not allow\n\tout, err := wire.Marshal(&v)",
	}
}

// compareBools has false before true.
func compareBools(a, b bool) int {
	switch {
	case a == b:
		return 0
	case b:
		return -1
	}
	return 1
}

// constants names the values of an enumeration.
func (vs *values) constants(t *xsd.SimpleType, s *plan.Simple, values []string) {
	names := goname.Constants(values)
	for n, v := range values {
		name := vs.layout.scopeOf[s.Pkg].claimFor(facetOf(t, v), constKey(s, v), s.Name+names[n], s.Name+names[n]+"Value")
		s.Values = append(s.Values, plan.EnumValue{Name: name, Value: v, Doc: valueNotes(t, v)})
	}
}

func constKey(s *plan.Simple, value string) string { return "value " + s.Name + " " + value }

func valueNotes(t *xsd.SimpleType, value string) []string {
	for _, f := range t.Facets {
		if f.Name == datatype.EnumerationFacet && t.Datatype.Normalize(f.Value) == value {
			text := documentation(f.Annotations)
			if len(text) > 0 {
				text[0] = undeprecated("value", value, text[0])
			}
			return text
		}
	}
	return nil
}
