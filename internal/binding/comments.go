package binding

import (
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

// documentation returns the schema's own text on a component, by paragraph.
func documentation(notes ...[]*xsd.Annotation) []string {
	var list []string
	for _, n := range notes {
		if text := xsd.Documentation(n); text != "" {
			list = append(list, strings.Split(text, "\n\n")...)
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
}

// structDoc is the comment of a complex type's struct: which component it is and
// what it is for, then the schema's text.
func (cm *comments) structDoc(src *structSource) []string {
	s, t := src.s, src.t
	doc := []string{cm.structLead(src)}
	doc = append(doc, documentation(t.Annotations, enclosingNotes(t))...)
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
	if steps := src.path[:len(src.path)-1]; len(steps) > 0 {
		text += "/" + strings.Join(steps, "/")
	}
	return text
}

// component says which component the struct is, and what it is made of.
func (cm *comments) component(src *structSource) string {
	t := src.t
	what := "complex type " + cm.layout.label(t.Name)
	if t.Name.IsZero() {
		what = fmt.Sprintf("content of the element %s of %s", src.path[len(src.path)-1], cm.around(src))
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

// simpleDoc is the comment of a simple type.
func (cm *comments) simpleDoc(t *xsd.SimpleType, s *plan.Simple) []string {
	lead := fmt.Sprintf("%s is the simple type %s.", s.Name, cm.layout.label(t.Name))
	if t.Name.IsZero() {
		lead = fmt.Sprintf("%s is the value of %s.", s.Name, enclosingWord(t))
	}
	doc := append([]string{lead}, documentation(t.Annotations)...)
	switch s.Kind {
	case plan.ListType:
		doc = append(doc, "It is a list: items are separated by white space.")
	case plan.UnionType:
		doc = append(doc, "It is a union: the text is kept, and each method reads it as one of the member types.")
	}
	if line := sentences("It", s.Checks, &plan.Field{Scalar: s.Scalar, Kind: kindOf(s)}); line != "" {
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

func enclosingWord(t *xsd.SimpleType) string {
	switch e := t.Enclosing.(type) {
	case *xsd.ElementDecl:
		return "the element " + e.Name.Local
	case *xsd.AttributeDecl:
		return "the attribute " + e.Name.Local
	case *xsd.ComplexType:
		return "simple content"
	}
	return "a simple type within another"
}

// elementDoc is the comment of an element's field: the schema's text, facets
// and default. What the field's type says already is not repeated.
func (cm *comments) elementDoc(field *plan.Field, i item) []string {
	e := i.element
	doc := documentation(i.pos.Annotations)
	if field.Struct == nil || !e.Type.TypeName().IsZero() {
		doc = append(doc, documentation(e.Annotations)...)
	}
	if e.Type.TypeName().IsZero() && field.Simple == nil {
		doc = append(doc, documentation(e.Type.Notes())...)
	}
	doc = lead(field.Name, doc)
	if line := sentences(field.Name, field.Checks, field); line != "" {
		doc = append(doc, line)
	}
	if e.Value != nil {
		doc = append(doc, cm.defaultSentence(field, i))
	}
	return doc
}

// lead puts the field's name before a text, as Go comments start.
func lead(name string, doc []string) []string {
	if len(doc) > 0 && !strings.HasPrefix(doc[0], name+" ") && !strings.HasPrefix(doc[0], name+":") {
		doc[0] = name + ": " + doc[0]
	}
	return doc
}

// defaultSentence says what an element's default does: it fills an empty
// element, never an absent one (Part 1 §3.3.1).
func (cm *comments) defaultSentence(field *plan.Field, i item) string {
	v := i.element.Value
	if v.Fixed {
		return fmt.Sprintf("%s can only be %s; an empty element means just that.", field.Name, quoted(v.Lexical))
	}
	text := fmt.Sprintf("%s: an empty element means %s", field.Name, quoted(v.Lexical))
	if note := cm.profile.ElementNote(i.element, i.min == 0); note != "" {
		text += "; " + note
	}
	return text + "."
}

func quoted(s string) string {
	if s == "" {
		return "the empty string"
	}
	return s
}

// attrDoc is the comment of an attribute's field.
func attrDoc(field *plan.Field, u *xsd.AttributeUse) []string {
	doc := lead(field.Name, documentation(u.Annotations, u.Decl.Annotations))
	if line := sentences(field.Name, field.Checks, field); line != "" {
		doc = append(doc, line)
	}
	v := u.Effective()
	switch {
	case v == nil:
	case v.Fixed:
		doc = append(doc, fmt.Sprintf("%s can only be %s.", field.Name, quoted(v.Lexical)))
	case field.Default == nil:
		doc = append(doc, fmt.Sprintf("%s: absent means %s.", field.Name, quoted(v.Lexical)))
	default:
		line := fmt.Sprintf("%s: absent means %s; reading sets it so, and it is not written again", field.Name, quoted(v.Lexical))
		if field.DefaultVaries {
			line += " unless the document names a derived type, which may say otherwise"
		}
		doc = append(doc, line+".")
	}
	return doc
}

func valueDoc(field *plan.Field) []string {
	if line := sentences(field.Name, field.Checks, field); line != "" {
		return []string{line}
	}
	return nil
}

func wildcardDoc(w *xsd.Wildcard, what string) []string {
	return append([]string{fmt.Sprintf("%s that the schema leaves open (%s, %s).", strings.ToUpper(what[:1])+what[1:], w.Namespaces, w.Process)},
		documentation(w.Annotations)...)
}

func mixedDoc(content []item) []string {
	var names []string
	for _, br := range distinct(leaves(content)) {
		if br[0].named() {
			names = append(names, br[0].element.Name.Local)
		}
	}
	text := "Content is the text and the elements between the tags, in document order"
	if len(names) > 0 {
		text += "; the schema names " + strings.Join(names, ", ")
	}
	return []string{text + "."}
}

// kinds names the members of an interface of elements, by their number where they
// are many.
func (cm *comments) kinds(c *plan.Choice) []string {
	if n := len(c.Branches) + len(c.Members); n > manyMembers {
		return []string{diag.Count(n, "kind")}
	}
	var names []string
	for _, br := range c.Branches {
		names = append(names, cm.links.memberName(c.Pkg, br))
	}
	for _, m := range c.Members {
		if m.Struct != nil {
			names = append(names, cm.links.memberName(c.Pkg, m.Struct))
		}
	}
	if c.Raw {
		names = append(names, "*["+c.Pkg.Raw.Name+"]")
	}
	return names
}

// foreign names the members that the package of an interface cannot.
func foreign(c *plan.Choice) string {
	var names, packages []string
	for _, m := range c.Members {
		if m.Foreign {
			names, packages = append(names, m.Struct.Pkg.Name+"."+m.Struct.Name), append(packages, m.Struct.Pkg.Name)
		}
	}
	if len(names) > manyMembers {
		slices.Sort(packages)
		return fmt.Sprintf("%d kinds, of package %s,", len(names), andList(slices.Compact(packages)))
	}
	return andList(names)
}

func (cm *comments) choiceDoc(c *plan.Choice, i item) []string {
	if i.head != nil {
		doc := []string{fmt.Sprintf("%s is an element that can stand for %s: %s.", c.Name, cm.layout.label(i.head.Name), orList(cm.kinds(c)))}
		if text := foreign(c); text != "" {
			doc = append(doc, fmt.Sprintf("A decoder without wire.Types(all.%s()) keeps %s as *[%s].", plan.RegistryFunc, text, c.Pkg.Raw.Name))
		}
		return append(doc, documentation(i.head.Annotations)...)
	}
	var names []string
	for _, br := range c.Branches {
		names = append(names, "*["+br.Name+"]")
	}
	if c.OfItems {
		return cm.itemsDoc(c)
	}
	return []string{c.Name + " is a " + orList(names) + "."}
}

// itemsDoc is the comment of an interface of items.
func (cm *comments) itemsDoc(c *plan.Choice) []string {
	var names []string
	for _, m := range c.Members {
		if m.Struct == nil {
			continue
		}
		if len(names) == manyMembers {
			names = append(names, fmt.Sprintf("one of %d others", len(c.Members)-manyMembers))
			break
		}
		names = append(names, "*["+cm.links.link(c.Pkg, m.Struct)+"]")
	}
	return []string{c.Name + " is a " + orList(names) + "."}
}

func choiceFieldDoc(c *plan.Choice, i item) []string {
	if i.head != nil {
		return nil
	}
	switch {
	case i.repeated:
		return []string{"Any of these, in document order."}
	case i.min > 0:
		return []string{"One of these must be set."}
	}
	return []string{"At most one of these."}
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

func (cm *comments) rootDoc(p *plan.Package, r *plan.Root) []string {
	text := fmt.Sprintf("%s is the root element %s", r.Var, cm.layout.label(r.Name))
	if r.Struct != nil {
		text += ", whose content is a [" + cm.links.link(p, r.Struct) + "]"
	}
	return append([]string{text + "."}, documentation(r.Element.Annotations)...)
}

// packageDoc is the package comment.
func (cm *comments) packageDoc(p *plan.Package) []string {
	var spaces []string
	for _, ns := range p.Namespaces {
		spaces = append(spaces, ns.URI)
	}
	version := ""
	if cm.version != "" {
		version = ", version " + cm.version
	}
	of := "of the XML namespace " + strings.Join(spaces, ", ")
	if len(spaces) == 1 && spaces[0] == "" {
		of = "in no XML namespace"
	}
	doc := []string{fmt.Sprintf("Package %s has the types %s%s.", p.Name, of, version)}
	if len(p.Operations) == 0 {
		doc = append(doc, useDoc(p)...)
	}
	for _, d := range cm.schema.Documents() {
		if p == cm.layout.packageFor(d.Namespace) {
			doc = append(doc, documentation(d.Annotations)...)
		}
	}
	if len(p.Operations) > 0 {
		doc = append(doc, fmt.Sprintf("It has %s: see [Client].", diag.Count(len(p.Operations), "operation")))
	}
	return doc
}

// useDoc is how a document is read and written with the package's first root
// element, as a text and code.
func useDoc(p *plan.Package) []string {
	for _, r := range p.Roots {
		if r.Struct == nil || r.Struct.Pkg != p || len(r.Struct.Roots) != 1 {
			continue
		}
		return []string{
			"A document whose root element is " + r.Name.Local + " is read and written like this:",
			"\tvar v " + p.Name + "." + r.Struct.Name + "\n\terr := wire.Unmarshal(data, &v)\n\tout, err := wire.Marshal(&v)",
		}
	}
	return nil
}

// constants names the values of an enumeration.
func (vs *values) constants(t *xsd.SimpleType, s *plan.Simple, values []string) {
	names := goname.Constants(values)
	for n, v := range values {
		name := vs.layout.scopeOf[s.Pkg].claimFor(facetOf(t, v), constKey(s, v), s.Name+names[n], s.Name+names[n]+"Value")
		s.Values = append(s.Values, plan.EnumValue{Name: name, Value: v, Doc: lead(name, valueNotes(t, v))})
	}
}

func constKey(s *plan.Simple, value string) string { return "value " + s.Name + " " + value }

func valueNotes(t *xsd.SimpleType, value string) []string {
	for _, f := range t.Facets {
		if f.Name == datatype.EnumerationFacet && t.Datatype.Normalize(f.Value) == value {
			return documentation(f.Annotations)
		}
	}
	return nil
}
