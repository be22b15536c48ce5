package fact

import (
	"slices"
	"strconv"
	"strings"

	"github.com/wbxgen/wbxgen/internal/diff/change"
	"github.com/wbxgen/wbxgen/internal/inclusion"
	"github.com/wbxgen/wbxgen/internal/xsd"
	"github.com/wbxgen/wbxgen/internal/xsd/datatype"
)

// Of lists the facts of a schema, in the names that it is given.
func Of(s *xsd.Schema, names *inclusion.Names) Facts {
	w := &factWriter{schema: s, names: names, out: Facts{}}
	for _, t := range s.Types() {
		w.component(Component{xsd.KindComplexType, names.TypeName(t.TypeName())}, func() { w.typeBody(factPlace{}.at(t), t) })
	}
	for _, e := range s.Elements() {
		w.component(Component{xsd.KindElement, names.Name(e.Name)}, func() { w.element(factPlace{}.at(e), e) })
	}
	for _, a := range s.Attributes() {
		w.component(Component{xsd.KindAttribute, names.Name(a.Name)}, func() { w.attribute(factPlace{}.at(a), a) })
	}
	return w.out
}

type factWriter struct {
	schema *xsd.Schema
	names  *inclusion.Names
	out    Facts
	list   []Fact               // of the component that is being written
	groups []*xsd.ModelGroupDef // being written, to end recursion
}

// component collects the facts that write states.
func (w *factWriter) component(k Component, write func()) {
	w.list = nil
	write()
	slices.SortFunc(w.list, Fact.compare)
	list := slices.CompactFunc(w.list, func(f, g Fact) bool { return f.compare(g) == 0 })
	w.out[k] = &Statements{list, sumOf(list)}
}

// factPlace is where the writer is.
type factPlace struct {
	path  string
	about *partChain
}

func (p factPlace) at(part any) factPlace {
	p.about = &partChain{part, p.about}
	return p
}

func (p factPlace) below(step string) factPlace {
	p.path = change.JoinSteps(p.path, step)
	return p
}

func (w *factWriter) put(p factPlace, aspect, value string) {
	w.list = append(w.list, Fact{p.path, aspect, value, p.about})
}

func (w *factWriter) flag(p factPlace, aspect string, set bool) {
	if set {
		w.put(p, aspect, "")
	}
}

// reference states a type: by its name, or in place if it is anonymous or the
// former self of a redefined one.
func (w *factWriter) reference(p factPlace, aspect string, t xsd.Type) {
	if t == nil {
		return
	}
	if w.schema.IsGlobal(t) {
		w.put(p, aspect, w.names.TypeName(t.TypeName()).String())
		return
	}
	w.put(p, aspect, "(anonymous)")
	w.typeBody(p.below("("+aspect+")").at(t), t)
}

func (w *factWriter) typeBody(p factPlace, t xsd.Type) {
	switch t := t.(type) {
	case *xsd.SimpleType:
		w.simple(p, t)
	case *xsd.ComplexType:
		w.complex(p, t)
	}
}

func (w *factWriter) complex(p factPlace, t *xsd.ComplexType) {
	w.put(p, "complex", "")
	w.put(p, "method", t.Method.String())
	w.put(p, "block", t.Block.String())
	w.put(p, "final", t.Final.String())
	w.flag(p, "abstract", t.Abstract)
	w.reference(p, "base", t.Base)
	switch t.Content.Kind {
	case xsd.SimpleContent:
		w.reference(p, "content", t.Content.Simple)
	case xsd.MixedContent:
		w.put(p, "mixed", "")
	}
	w.content(p, t.Own)
	base, _ := t.Base.(*xsd.ComplexType)
	for _, u := range t.AttributeUses {
		if base == nil || !slices.Contains(base.AttributeUses, u) {
			w.use(p.below("@"+w.attributeStep(u.Decl.Name)).at(u), u)
		}
	}
	if a := t.AttributeWildcard; a != nil && (base == nil || a != base.AttributeWildcard) {
		w.wildcard(p.below("@*").at(a), a)
	}
}

// attributeStep names an attribute in a path.
func (w *factWriter) attributeStep(q xsd.QName) string {
	if q.Space == "" {
		return q.Local
	}
	return w.names.Name(q).String()
}

func (w *factWriter) use(p factPlace, u *xsd.AttributeUse) {
	w.put(p, "use", RequiredWord(u.Required))
	w.put(p, "value", factValue(u.Effective()))
	w.attribute(p.at(u.Decl), u.Decl)
}

func (w *factWriter) attribute(p factPlace, a *xsd.AttributeDecl) {
	w.put(p, "name", w.names.Name(a.Name).String())
	w.put(p, "declared", factValue(a.Value))
	w.reference(p, "type", a.Type)
}

func factValue(v *xsd.ValueConstraint) string {
	switch {
	case v == nil:
		return "\x00"
	case v.Fixed:
		return "fixed\x00" + inclusion.ValueKey(v) + "\x00"
	}
	return "default\x00" + inclusion.ValueKey(v) + "\x00"
}

// RequiredWord says whether an attribute must be there.
func RequiredWord(required bool) string {
	if required {
		return "required"
	}
	return "optional"
}

func (w *factWriter) wildcard(p factPlace, a *xsd.Wildcard) {
	w.put(p, "namespaces", inclusion.Constraint(a.Namespaces, w.names).String())
	w.put(p, "process", a.Process.String())
}

// content states a content model: how its parts are arranged, then each.
func (w *factWriter) content(p factPlace, q *xsd.Particle) {
	if q == nil {
		return
	}
	c := &contentWriter{factWriter: w, seen: map[string]int{}}
	c.particle(p, q)
	w.put(p, "shape", c.shape.String())
}

// contentWriter writes the parts of one content model.
type contentWriter struct {
	*factWriter
	shape strings.Builder
	seen  map[string]int
}

func (c *contentWriter) particle(p factPlace, q *xsd.Particle) {
	switch t := q.Term.(type) {
	case *xsd.ElementDecl:
		there := p.below(c.step(t.Name.Local)).at(q)
		c.put(there, "occurs", q.Occurs())
		c.shape.WriteString(ShapeToken(c.names.Name(t.Name).String()))
		if t.Global {
			c.put(there, "name", c.names.Name(t.Name).String()+" ref")
			return
		}
		c.element(there.at(t), t)
	case *xsd.Wildcard:
		there := p.below(c.step("*")).at(q).at(t)
		c.put(there, "occurs", q.Occurs())
		c.shape.WriteString(ShapeToken("*"))
		c.wildcard(there, t)
	case *xsd.ModelGroup:
		c.group(p.at(q), q, t)
	}
}

// ShapeEnd ends a group in a shape.
const ShapeEnd = " )\x00"

// ShapeToken writes a member of a shape. NUL, which no name has, ends it.
func ShapeToken(name string) string { return " " + name + "\x00" }

func (c *contentWriter) group(p factPlace, q *xsd.Particle, g *xsd.ModelGroup) {
	c.shape.WriteString(" (" + g.Compositor.String() + " " + q.Occurs())
	defer c.shape.WriteString(ShapeEnd)
	if g.Def != nil {
		c.shape.WriteString(" group " + c.names.Name(g.Def.Name).String())
		if slices.Contains(c.groups, g.Def) {
			c.shape.WriteString("\x00")
			return
		}
		c.groups = append(c.groups, g.Def)
		defer func() { c.groups = c.groups[:len(c.groups)-1] }()
	}
	c.shape.WriteString("\x00")
	for _, k := range g.Particles {
		c.particle(p, k)
	}
}

// step numbers the second and later of several parts with one name.
func (c *contentWriter) step(name string) string {
	c.seen[name]++
	if n := c.seen[name]; n > 1 {
		return name + "[" + strconv.Itoa(n) + "]"
	}
	return name
}

func (w *factWriter) element(p factPlace, e *xsd.ElementDecl) {
	w.put(p, "name", w.names.Name(e.Name).String())
	w.put(p, "block", e.Block.String())
	w.put(p, "final", e.Final.String())
	w.flag(p, "nillable", e.Nillable)
	w.flag(p, "abstract", e.Abstract)
	w.put(p, "value", factValue(e.Value))
	if e.Head != nil {
		w.put(p, "head", w.names.Name(e.Head.Name).String())
	}
	w.reference(p, "type", e.Type)
	for _, ic := range e.IdentityConstraints {
		w.put(p.at(ic), "identity "+inclusion.IdentityKey(ic, w.names), "")
	}
}

func (w *factWriter) simple(p factPlace, t *xsd.SimpleType) {
	w.put(p, "simple", "")
	w.put(p, "method", t.Method.String())
	w.put(p, "final", t.Final.String())
	switch {
	case t.Method == xsd.ListDerivation:
		w.reference(p, "item", t.Item)
	case t.Method == xsd.UnionDerivation:
		for i, m := range t.Members {
			w.reference(p, "member "+strconv.Itoa(i+1), m)
		}
	default:
		w.reference(p, "base", t.Base)
	}
	for _, item := range StatedEnum(t) {
		w.put(p.at(item.Facet), "enumeration "+item.Key, "")
	}
	for i := range t.Facets {
		if f := &t.Facets[i]; f.Name != datatype.EnumerationFacet {
			w.facet(p.at(f), t, f)
		}
	}
}

func (w *factWriter) facet(p factPlace, t *xsd.SimpleType, f *xsd.Facet) {
	aspect, value := f.Name.String(), FacetKey(t, f)
	if f.Name == datatype.PatternFacet {
		aspect, value = aspect+" "+value, ""
	}
	w.put(p, aspect, value)
	w.flag(p, "fixed "+f.Name.String(), f.Fixed)
}
