package binding

import (
	"fmt"
	"slices"
	"strings"

	"github.com/wbxgen/wbxgen/internal/diag"
	"github.com/wbxgen/wbxgen/internal/plan"
	"github.com/wbxgen/wbxgen/internal/xsd"
	"github.com/wbxgen/wbxgen/internal/xsd/datatype"
)

// elementDoc is the comment of an element's field: the schema's text, facets
// and default. What the field's type says already is not repeated.
func (cm *comments) elementDoc(in *plan.Struct, field *plan.Field, i item) []string {
	e := i.element
	notes := [][]*xsd.Annotation{i.pos.Annotations}
	if field.Struct == nil || !e.Type.TypeName().IsZero() {
		notes = append(notes, e.Annotations)
	}
	if e.Type.TypeName().IsZero() && field.Simple == nil {
		notes = append(notes, e.Type.Notes())
	}
	said := []string{sentences(field.Name, stated(field.Checks, e.Type), field)}
	if e.Value != nil {
		said = append(said, cm.defaultSentence(i))
	}
	return cm.fieldDoc(in, field, documentation(notes...), said)
}

// fieldDoc is the comment of a field: what the schema says and, behind it, what we say.
func (cm *comments) fieldDoc(in *plan.Struct, field *plan.Field, text, said []string) []string {
	cm.tell(telling{doc: &field.Doc, to: len(text), in: in, field: field.Name})
	if len(text) > 0 {
		text[0] = undeprecated("field", field.Name, text[0])
	}
	if line := strings.Join(slices.DeleteFunc(said, func(s string) bool { return s == "" }), " "); line != "" {
		text = append(text, line)
	}
	return text
}

// undeprecated is a text about a field or value of some name. One that says
// "Deprecated: …" of what is just called so would tell Go's tools that it is not to
// be used any more.
func undeprecated(kind, name, text string) string {
	if strings.EqualFold(name, "Deprecated") && strings.HasPrefix(text, "Deprecated:") {
		return "The " + kind + " " + text
	}
	return text
}

// defaultSentence says what an element's default does: it fills an empty
// element, never an absent one (Part 1 §3.3.1).
func (cm *comments) defaultSentence(i item) string {
	v := i.element.Value
	if v.Fixed {
		return fmt.Sprintf("Can only be %s; an empty element means just that.", quoted(v.Lexical))
	}
	text := "An empty element means " + quoted(v.Lexical)
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
func (cm *comments) attrDoc(in *plan.Struct, field *plan.Field, u *xsd.AttributeUse) []string {
	said := []string{sentences(field.Name, stated(field.Checks, u.Decl.Type), field), attrValue(field, u.Effective())}
	return cm.fieldDoc(in, field, documentation(u.Annotations, u.Decl.Annotations), said)
}

// attrValue says the default or fixed value of an attribute, by the words that
// the package comment explains.
func attrValue(field *plan.Field, v *xsd.ValueConstraint) string {
	switch {
	case v == nil:
		return ""
	case field.WritesFixed():
		return fmt.Sprintf("%s: %s.", fixedWord, quoted(v.Lexical))
	case v.Fixed:
		return fmt.Sprintf("Can only be %s.", quoted(v.Lexical))
	case field.Default == nil:
		return fmt.Sprintf("Absent means %s.", quoted(v.Lexical))
	case field.DefaultVaries:
		return fmt.Sprintf("%s: %s; a derived type may say otherwise.", defaultWord, quoted(v.Lexical))
	}
	return fmt.Sprintf("%s: %s.", defaultWord, quoted(v.Lexical))
}

func valueDoc(field *plan.Field) []string {
	if line := sentences(field.Name, field.Checks, field); line != "" {
		return []string{line}
	}
	return nil
}

// wildcardDoc is the comment of the field of a wildcard. What is one of Elements
// and Attributes.
func wildcardDoc(w *xsd.Wildcard, what string) []string {
	return append([]string{fmt.Sprintf("%s of %s, which the schema leaves open (%s).", what, spacesWord(w.Namespaces), w.Process)},
		documentation(w.Annotations)...)
}

// spacesWord says in words which namespaces a wildcard lets in.
func spacesWord(c xsd.NamespaceConstraint) string {
	var names []string
	for _, name := range c.Names {
		if name != "" {
			names = append(names, name)
		}
	}
	switch {
	case c.Any:
		return "any namespace"
	case c.Not && len(names) == 0:
		return "any namespace, but not of none"
	case c.Not:
		return "any namespace but " + andList(names)
	case len(names) == 0:
		return "no namespace"
	}
	text := "the namespace "
	if len(names) > 1 {
		text = "the namespaces "
	}
	text += orList(names)
	if len(names) < len(c.Names) {
		text += ", or of none"
	}
	return text
}

// stated are the checks that are worth a sentence: that a list of a built-in type
// is not empty need not be said, least of all where it may be absent.
func stated(checks []plan.Check, t xsd.Type) []plan.Check {
	if s, ok := t.(*xsd.SimpleType); !ok || !s.IsBuiltin() || s.Variety != datatype.ListVariety {
		return checks
	}
	return slices.DeleteFunc(slices.Clone(checks), func(c plan.Check) bool { return c.Kind == plan.CheckMinLength })
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
	return []string{c.Name + " is " + orList(names) + "."}
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
	if c.Text {
		names = append(names, "["+c.Pkg.Text.Name+"]")
	}
	if c.Raw {
		names = append(names, "*["+c.Pkg.Raw.Name+"]")
	}
	return []string{c.Name + " is " + orList(names) + "."}
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
