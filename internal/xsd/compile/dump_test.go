package compile_test

import (
	"fmt"
	"slices"
	"strings"

	"github.com/wbxgen/wbxgen/internal/xsd"
)

// dump writes the components of a schema as text, for golden files.
func dump(s *xsd.Schema) string {
	d := &dumper{schema: s}
	for _, t := range s.Types() {
		d.typeDef(0, t)
	}
	for _, e := range s.Elements() {
		d.line(0, "global", d.element(e))
		d.anonymous(1, e.Type)
		d.identity(1, e)
	}
	for _, a := range s.Attributes() {
		if a.Pos.IsValid() {
			d.line(0, "global attribute", d.name(a.Name), d.typeWord(a.Type), d.value(a.Value))
		}
	}
	for _, g := range s.ModelGroups() {
		d.line(0, "group", d.name(g.Name))
		d.group(1, g.Group)
	}
	for _, g := range s.AttributeGroups() {
		d.line(0, "attribute group", d.name(g.Name))
		d.uses(1, g.Uses, g.Wildcard)
	}
	for _, n := range s.Notations() {
		d.line(0, "notation", d.name(n.Name), "public="+n.Public, "system="+n.System)
	}
	return d.b.String()
}

type dumper struct {
	schema *xsd.Schema
	b      strings.Builder
	within []xsd.Type // anonymous types on the way: one can hold itself
}

func (d *dumper) line(depth int, words ...string) {
	var kept []string
	for _, w := range words {
		if w != "" {
			kept = append(kept, w)
		}
	}
	d.b.WriteString(strings.Repeat("  ", depth) + strings.Join(kept, " ") + "\n")
}

func (d *dumper) name(n xsd.QName) string { return d.schema.Label(n) }

func (d *dumper) typeWord(t xsd.Type) string {
	if t == nil {
		return "nil"
	}
	if t.TypeName().IsZero() {
		return "(anonymous)"
	}
	return d.name(t.TypeName())
}

func (d *dumper) value(v *xsd.ValueConstraint) string {
	switch {
	case v == nil:
		return ""
	case v.Fixed:
		return fmt.Sprintf("fixed=%q", v.Lexical)
	}
	return fmt.Sprintf("default=%q", v.Lexical)
}

func flag(on bool, word string) string {
	if on {
		return word
	}
	return ""
}

func set(word string, s xsd.DerivationSet) string {
	if s == 0 {
		return ""
	}
	return word + "=" + strings.ReplaceAll(s.String(), " ", ",")
}

func (d *dumper) typeDef(depth int, t xsd.Type) {
	switch t := t.(type) {
	case *xsd.SimpleType:
		d.line(depth, "simple", d.typeWord(t), t.Method.String(), "of", d.typeWord(t.BaseType()), t.Variety.String(), set("final", t.Final))
		if t.Item != nil && t.Method == xsd.ListDerivation {
			d.line(depth+1, "item", d.typeWord(t.Item))
			d.anonymous(depth+2, t.Item)
		}
		if t.Method == xsd.UnionDerivation {
			for _, m := range t.Members {
				d.line(depth+1, "member", d.typeWord(m))
				d.anonymous(depth+2, m)
			}
		}
		for _, f := range t.Facets {
			d.line(depth+1, f.Name.String(), fmt.Sprintf("%q", f.Value), flag(f.Fixed, "fixed"))
		}
		d.anonymous(depth+1, t.BaseType())
	case *xsd.ComplexType:
		d.line(depth, "complex", d.typeWord(t), t.Method.String(), "of", d.typeWord(t.Base), flag(t.Abstract, "abstract"),
			set("final", t.Final), set("block", t.Block), t.Content.Kind.String())
		d.uses(depth+1, t.AttributeUses, t.AttributeWildcard)
		if s := t.Content.Simple; s != nil {
			d.line(depth+1, "content", d.typeWord(s))
			d.anonymous(depth+2, s)
		}
		if p := t.Content.Particle; p != nil {
			d.particle(depth+1, p)
		}
	}
}

// anonymous writes a type in place.
func (d *dumper) anonymous(depth int, t xsd.Type) {
	if t == nil || !t.TypeName().IsZero() {
		return
	}
	if slices.Contains(d.within, t) {
		d.line(depth, "(itself)")
		return
	}
	d.within = append(d.within, t)
	d.typeDef(depth, t)
	d.within = d.within[:len(d.within)-1]
}

func (d *dumper) uses(depth int, uses []*xsd.AttributeUse, w *xsd.Wildcard) {
	for _, u := range uses {
		d.line(depth, "attribute", d.name(u.Decl.Name), d.typeWord(u.Decl.Type), flag(u.Required, "required"), d.value(u.Effective()))
		d.anonymous(depth+1, u.Decl.Type)
	}
	if w != nil {
		d.line(depth, "any attribute", w.Namespaces.String(), w.Process.String())
	}
}

func (d *dumper) element(e *xsd.ElementDecl) string {
	words := []string{"element", d.name(e.Name), d.typeWord(e.Type)}
	for _, w := range []string{d.value(e.Value), flag(e.Nillable, "nillable"), flag(e.Abstract, "abstract"), set("block", e.Block), set("final", e.Final)} {
		if w != "" {
			words = append(words, w)
		}
	}
	if e.Head != nil {
		words = append(words, "for", d.name(e.Head.Name))
	}
	return strings.Join(words, " ")
}

func (d *dumper) identity(depth int, e *xsd.ElementDecl) {
	for _, c := range e.IdentityConstraints {
		words := []string{c.Category.String(), d.name(c.Name), "selector=" + c.Selector.Text}
		for _, f := range c.Fields {
			words = append(words, "field="+f.Text)
		}
		if c.Refer != nil {
			words = append(words, "refer="+d.name(c.Refer.Name))
		}
		d.line(depth, words...)
	}
}

func (d *dumper) particle(depth int, p *xsd.Particle) {
	switch t := p.Term.(type) {
	case *xsd.ElementDecl:
		if t.Global {
			d.line(depth, "ref", d.name(t.Name), p.Occurs())
			return
		}
		d.line(depth, d.element(t), p.Occurs())
		d.anonymous(depth+1, t.Type)
		d.identity(depth+1, t)
	case *xsd.Wildcard:
		d.line(depth, "any", t.Namespaces.String(), t.Process.String(), p.Occurs())
	case *xsd.ModelGroup:
		d.line(depth, t.Compositor.String(), p.Occurs())
		d.group(depth+1, t)
	}
}

func (d *dumper) group(depth int, g *xsd.ModelGroup) {
	for _, p := range g.Particles {
		d.particle(depth, p)
	}
}
