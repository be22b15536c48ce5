package validate

import (
	"github.com/wbxgen/wbxgen/internal/xsd"
	"github.com/wbxgen/wbxgen/internal/xsd/content"
	"github.com/wbxgen/wbxgen/internal/xsd/datatype"
	"github.com/wbxgen/wbxgen/wire/xmltext"
)

// checkAttributes holds the attributes of an element against its type
// (cvc-type.3.1.1, clauses 3 to 5 of cvc-complex-type). fields is set if an
// identity constraint may want their values.
func (r *run) checkAttributes(f *frame, attrs []xmltext.RawAttr, fields bool) {
	t := f.typ
	if len(attrs) == 0 && t.required == 0 && !t.defaults && !fields {
		return
	}
	given := r.takeGiven(len(t.uses))
	required, ids := t.required, 0
	for i := range attrs {
		a := attribute{run: r, raw: &attrs[i], index: i, want: fields}
		if typ := instanceType(a.raw); typ != nil {
			if fields {
				a.instanceField(typ)
			}
			continue
		}
		a.sym = r.speller.symbol(a.raw.Space, a.raw.Local)
		if u := t.find(a.sym); u >= 0 && a.sym != content.Unknown {
			given[u] = true
			if t.uses[u].required {
				required--
			}
			a.checkUse(&t.uses[u])
			continue
		}
		ids = a.checkWild(t, ids)
	}
	if required > 0 {
		r.missingAttributes(t, given)
	}
	if fields || t.defaults {
		r.defaultAttributes(t, given, fields)
	}
}

// takeGiven returns n flags that are not set.
func (r *run) takeGiven(n int) []bool {
	if cap(r.given) < n {
		r.given = make([]bool, n)
	}
	given := r.given[:n]
	clear(given)
	return given
}

// attribute is an attribute that is being checked.
type attribute struct {
	*run
	raw   *xmltext.RawAttr
	index int
	sym   content.Symbol
	want  bool // an identity constraint may want the value
}

func (a *attribute) pos() xmltext.Pos { return attrPos(a.s, a.index) }

func (a *attribute) label() string { return a.out.nameOf(a.raw.Space, a.raw.Local) }

// checkUse is cvc-attribute and cvc-au for an attribute that the type has.
func (a *attribute) checkUse(u *attributeUse) {
	v := a.checkValue(u.simple, u.value != nil && u.value.Fixed)
	if u.value != nil && u.value.Fixed && !v.IsZero() && !u.value.Is(v) {
		code := "cvc-au"
		if u.use.Value == nil {
			code = "cvc-attribute.4"
		}
		a.out.report(a.pos(), code, "the value of attribute %s is fixed to %s, but it is %s", a.label(), quoted(u.value.Lexical), quoted(v.Lexical()))
	}
}

// checkValue checks the value and returns it where it matters.
func (a *attribute) checkValue(s *simpleInfo, keep bool) datatype.Value {
	if !keep && !a.want && !s.refers {
		if err := s.data.Validate(a.raw.Value, a.lookup); err != nil {
			a.out.value(a.pos(), "attribute "+a.label(), err)
		}
		return datatype.Value{}
	}
	v, err := a.parse(s, a.raw.Value, a.pos())
	switch {
	case err != nil:
		a.out.value(a.pos(), "attribute "+a.label(), err)
	case s.refers:
		a.ids.refer(v, a.pos())
	}
	if a.want {
		a.idc.attribute(a.s.Pos(), a.sym, a.raw.Space, v)
	}
	return v
}

// checkWild checks an attribute that the type has no use for; ids counts those
// of them that are IDs (cvc-complex-type.3.2, .5).
func (a *attribute) checkWild(t *typeInfo, ids int) int {
	switch {
	case t.complex == nil:
		a.out.report(a.pos(), "cvc-type.3.1.1", "attribute %s is not allowed here: %s is of the simple type %s", a.label(), a.out.ownName(), a.out.typeLabel(t.def))
		return ids
	case t.wildcard == nil:
		a.out.report(a.pos(), "cvc-complex-type.3.2.1", "attribute %s is not allowed here%s", a.label(), a.attributeHint(t))
		return ids
	case !t.wildcard.Namespaces.Allows(a.raw.Space):
		a.out.report(a.pos(), "cvc-complex-type.3.2.2", "attribute %s is not allowed here: the wildcard allows attributes of %s only", a.label(), a.out.namespaces(t.wildcard))
		return ids
	case t.wildcard.Process == xsd.Skip:
		return ids
	}
	decl := a.names.attributes[a.sym]
	if decl == nil {
		if t.wildcard.Process == xsd.Strict {
			a.out.report(a.pos(), "cvc-attribute.1", "there is no global declaration of attribute %s, and the wildcard that allows it here asks for one", a.label())
		}
		return ids
	}
	a.checkUse(&attributeUse{use: &xsd.AttributeUse{Decl: decl}, simple: newSimpleInfo(decl.Type), value: decl.Value})
	if !isID(decl.Type.Datatype) {
		return ids
	}
	if ids++; ids > 1 {
		a.out.report(a.pos(), "cvc-complex-type.5.1", "attribute %s is a second one of type xs:ID on %s", a.label(), a.out.ownName())
	} else if t.hasID {
		a.out.report(a.pos(), "cvc-complex-type.5.2", "attribute %s is of type xs:ID, and %s has such an attribute of its own", a.label(), a.out.ownName())
	}
	return ids
}

// attributeHint suggests an attribute for one that is not there.
func (a *attribute) attributeHint(t *typeInfo) string {
	names := a.out.vocabulary.attributesOf(t)
	if u := names.first[string(a.raw.Local)]; u != nil {
		return a.out.otherNamespace(a.raw.Space, u.use.Decl.Name.Space)
	}
	if near := names.index.Nearest(string(a.raw.Local)); near != "" {
		return `; did you mean "` + near + `"?`
	}
	return "; " + a.out.ownName() + " has no such attribute"
}

// missingAttributes is cvc-complex-type.4.
func (r *run) missingAttributes(t *typeInfo, given []bool) {
	for i, u := range t.uses {
		if u.required && !given[i] {
			r.out.report(r.s.Pos(), "cvc-complex-type.4", "attribute %s is missing: %s requires it", r.out.label(u.use.Decl.Name), r.out.ownName())
		}
	}
}

// defaultAttributes takes the attributes into account that the schema has
// defaults for (Part 1 §3.4.5, Attribute Default).
func (r *run) defaultAttributes(t *typeInfo, given []bool, fields bool) {
	for i, u := range t.uses {
		if u.value == nil || given[i] {
			continue
		}
		if u.simple.refers {
			r.ids.refer(u.value.Value, r.s.Pos())
		}
		if fields {
			r.idc.attribute(r.s.Pos(), u.name, u.use.Decl.Name.Space, u.value.Value)
		}
	}
}

// instanceField takes an attribute of Part 1 §2.6 into account where it is a
// field, as with @*. A value that is wrong is reported where it matters.
func (a *attribute) instanceField(typ *datatype.Type) {
	v, err := typ.Parse(string(a.raw.Value), a.lookup)
	if err == nil {
		a.idc.attribute(a.s.Pos(), a.speller.symbol(a.raw.Space, a.raw.Local), a.raw.Space, v)
	}
}
