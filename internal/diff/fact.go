package diff

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"io"
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/wbxgen/wbxgen/internal/xsd"
	"github.com/wbxgen/wbxgen/internal/xsd/datatype"
)

// Digest returns a hash of the components of a schema that is the same for
// every way to write them down: prefixes, the division into documents, the
// order of declarations, white space, annotations and stated defaults do not
// count. Named groups count where they are used. Notations do not count: no
// document shows them but by an enumeration, which does.
func Digest(s *xsd.Schema) string { return factsOf(s, nil).digest() }

// facts are all that a schema says, as single statements: the occurrence of an
// element, the value of a facet. They are what the proof of completeness
// counts by.
type facts map[componentKey]*componentFacts

// componentKey names a global component. Types of both kinds share a symbol
// space (Part 1 §2.5).
type componentKey struct {
	kind xsd.Kind
	name xsd.QName
}

// componentFacts are the facts of one global component, in the order of their
// keys, with a hash over all.
type componentFacts struct {
	list []fact
	sum  sum
}

// factKey is a place, a global component and the way to a part of it, and what
// of the part is stated.
type factKey struct {
	in           componentKey
	path, aspect string
}

// fact is a statement, and what it is about.
type fact struct {
	path, aspect, value string
	about               *partChain
}

// partChain is a part of a schema with what it is a part of.
type partChain struct {
	part any
	of   *partChain
}

// parts returns the parts that a fact is about, innermost first.
func (f fact) parts() []any {
	var list []any
	for p := f.about; p != nil; p = p.of {
		list = append(list, p.part)
	}
	return list
}

func (f facts) digest() string {
	h := sha256.New()
	h.Write([]byte("wbxgen-digest/2\n"))
	for _, k := range slices.SortedFunc(maps.Keys(f), componentKey.compare) {
		writeParts(h, string(k.kind), k.name.Space, k.name.Local)
		h.Write(f[k].sum[:])
	}
	return hex.EncodeToString(h.Sum(nil))
}

// get returns the fact with that key, zero for none.
func (f facts) get(k factKey) (fact, bool) {
	c := f[k.in]
	if c == nil {
		return fact{}, false
	}
	i, ok := slices.BinarySearchFunc(c.list, fact{path: k.path, aspect: k.aspect}, fact.compare)
	if !ok {
		return fact{}, false
	}
	return c.list[i], true
}

// edit takes a fact away or sets its value.
func (f facts) edit(e factEdit) {
	c := f[e.key.in]
	if c == nil {
		c = &componentFacts{}
		f[e.key.in] = c
	}
	n := fact{path: e.key.path, aspect: e.key.aspect, value: e.value}
	i, ok := slices.BinarySearchFunc(c.list, n, fact.compare)
	switch {
	case e.gone && ok:
		c.list = slices.Delete(c.list, i, i+1)
	case !e.gone && ok:
		c.list[i] = n
	case !e.gone:
		c.list = slices.Insert(c.list, i, n)
	}
	if len(c.list) == 0 {
		delete(f, e.key.in)
	}
	c.sum = sumOf(c.list)
}

func sumOf(list []fact) sum {
	var b []byte
	for _, f := range list {
		for _, part := range []string{f.path, f.aspect, f.value} {
			b = append(append(b, part...), 0)
		}
	}
	return sha256.Sum256(b)
}

func writeParts(w io.Writer, parts ...string) {
	for _, p := range parts {
		_, _ = io.WriteString(w, p+"\x00")
	}
}

func (k componentKey) compare(l componentKey) int {
	return cmp.Or(cmp.Compare(k.kind, l.kind), k.name.Compare(l.name))
}

func (k factKey) compare(l factKey) int {
	return cmp.Or(k.in.compare(l.in), cmp.Compare(k.path, l.path), cmp.Compare(k.aspect, l.aspect))
}

func (f fact) compare(g fact) int {
	if n := strings.Compare(f.path, g.path); n != 0 {
		return n
	}
	return strings.Compare(f.aspect, g.aspect)
}

// factsOf lists the facts of a schema, in the names that it is given.
func factsOf(s *xsd.Schema, names *renames) facts {
	w := &factWriter{schema: s, names: names, out: facts{}}
	for _, t := range s.Types() {
		w.component(componentKey{xsd.KindComplexType, names.typeName(t.TypeName())}, func() { w.typeBody(factPlace{}.at(t), t) })
	}
	for _, e := range s.Elements() {
		w.component(componentKey{xsd.KindElement, names.name(e.Name)}, func() { w.element(factPlace{}.at(e), e) })
	}
	for _, a := range s.Attributes() {
		w.component(componentKey{xsd.KindAttribute, names.name(a.Name)}, func() { w.attribute(factPlace{}.at(a), a) })
	}
	return w.out
}

type factWriter struct {
	schema *xsd.Schema
	names  *renames
	out    facts
	list   []fact               // of the component that is being written
	groups []*xsd.ModelGroupDef // being written, to end recursion
}

// component collects the facts that write states.
func (w *factWriter) component(k componentKey, write func()) {
	w.list = nil
	write()
	slices.SortFunc(w.list, fact.compare)
	list := slices.CompactFunc(w.list, func(f, g fact) bool { return f.compare(g) == 0 })
	w.out[k] = &componentFacts{list, sumOf(list)}
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
	p.path = joinSteps(p.path, step)
	return p
}

func (w *factWriter) put(p factPlace, aspect, value string) {
	w.list = append(w.list, fact{p.path, aspect, value, p.about})
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
	if isGlobal(w.schema, t) {
		w.put(p, aspect, w.names.typeName(t.TypeName()).String())
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
	return w.names.name(q).String()
}

func (w *factWriter) use(p factPlace, u *xsd.AttributeUse) {
	w.put(p, "use", requiredWord(u.Required))
	w.put(p, "value", factValue(u.Effective()))
	w.attribute(p.at(u.Decl), u.Decl)
}

func (w *factWriter) attribute(p factPlace, a *xsd.AttributeDecl) {
	w.put(p, "name", w.names.name(a.Name).String())
	w.put(p, "declared", factValue(a.Value))
	w.reference(p, "type", a.Type)
}

func factValue(v *xsd.ValueConstraint) string {
	c := &canon{}
	c.value(v)
	return string(c.b)
}

func (w *factWriter) wildcard(p factPlace, a *xsd.Wildcard) {
	w.put(p, "namespaces", constraint(a.Namespaces, w.names).String())
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
		c.shape.WriteString(shapeToken(c.names.name(t.Name).String()))
		if t.Global {
			c.put(there, "name", c.names.name(t.Name).String()+" ref")
			return
		}
		c.element(there.at(t), t)
	case *xsd.Wildcard:
		there := p.below(c.step("*")).at(q).at(t)
		c.put(there, "occurs", q.Occurs())
		c.shape.WriteString(shapeToken("*"))
		c.wildcard(there, t)
	case *xsd.ModelGroup:
		c.group(p.at(q), q, t)
	}
}

// shapeEnd ends a group in a shape.
const shapeEnd = " )\x00"

// shapeToken writes a member of a shape. NUL, which no name has, ends it.
func shapeToken(name string) string { return " " + name + "\x00" }

func (c *contentWriter) group(p factPlace, q *xsd.Particle, g *xsd.ModelGroup) {
	c.shape.WriteString(" (" + g.Compositor.String() + " " + q.Occurs())
	defer c.shape.WriteString(shapeEnd)
	if g.Def != nil {
		c.shape.WriteString(" group " + c.names.name(g.Def.Name).String())
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
	w.put(p, "name", w.names.name(e.Name).String())
	w.put(p, "block", e.Block.String())
	w.put(p, "final", e.Final.String())
	w.flag(p, "nillable", e.Nillable)
	w.flag(p, "abstract", e.Abstract)
	w.put(p, "value", factValue(e.Value))
	if e.Head != nil {
		w.put(p, "head", w.names.name(e.Head.Name).String())
	}
	w.reference(p, "type", e.Type)
	for _, ic := range e.IdentityConstraints {
		w.put(p.at(ic), "identity "+identityKey(ic, w.names), "")
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
	for _, item := range statedEnum(t) {
		w.put(p.at(item.facet), "enumeration "+item.key, "")
	}
	for i := range t.Facets {
		if f := &t.Facets[i]; f.Kind != datatype.EnumerationFacet {
			w.facet(p.at(f), t, f)
		}
	}
}

func (w *factWriter) facet(p factPlace, t *xsd.SimpleType, f *xsd.Facet) {
	aspect, value := f.Kind.String(), facetKey(t, f)
	if f.Kind == datatype.PatternFacet {
		aspect, value = aspect+" "+value, ""
	}
	w.put(p, aspect, value)
	w.flag(p, "fixed "+f.Kind.String(), f.Fixed)
}
