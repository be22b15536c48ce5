package check

import (
	"slices"

	"github.com/wbxgen/wbxgen/internal/diag"
	"github.com/wbxgen/wbxgen/internal/xsd"
)

// restriction decides Particle Valid (Restriction) of Part 1 §3.9.6. The rules
// are structural, case by case, as the recommendation has them; they are not a
// test of language inclusion.
type restriction struct {
	*budget
	schema *xsd.Schema
	doc    Document
	empty  map[*xsd.ModelGroup]bool // see isEmpty
}

// restricts returns nil if the particle d restricts the particle b, as far as
// the steps of a check can tell.
func (k *checker) restricts(doc Document, d, b *xsd.Particle) *violation {
	k.budget.begin()
	r := &restriction{budget: k.budget, schema: k.schema, doc: doc, empty: k.empty}
	why := r.particle(d, b)
	if r.spent() {
		r.tooMuch(k.diags, d.Pos, "compared with the one it restricts")
		return nil
	}
	return why
}

// particle returns nil if the particle d restricts the particle b.
func (r *restriction) particle(d, b *xsd.Particle) *violation {
	switch {
	case d == nil || r.isEmpty(d):
		if !b.Emptiable() {
			return violates("cos-particle-restrict.a", posOfParticle(d), b.Pos, "the base requires content")
		}
		return nil
	case b == nil || r.isEmpty(b):
		return violates("cos-particle-restrict.b", d.Pos, posOfParticle(b), "the base allows no content")
	}
	return r.check(r.operand(d), r.operand(b))
}

func posOfParticle(p *xsd.Particle) diag.Pos {
	if p == nil {
		return diag.Pos{}
	}
	return p.Pos
}

// isEmpty reports whether a particle is a group without any element.
func (r *restriction) isEmpty(p *xsd.Particle) bool {
	g, ok := p.Term.(*xsd.ModelGroup)
	if !ok {
		return false
	}
	empty, known := r.empty[g]
	if !known {
		empty = !slices.ContainsFunc(g.Particles, func(q *xsd.Particle) bool { return !r.isEmpty(q) })
		r.empty[g] = empty
	}
	return empty
}

// check is the table of Part 1 §3.9.6.
func (r *restriction) check(d, b operand) *violation {
	if !r.step(1) {
		return nil // restricts says so
	}
	if d.element != nil && b.element != nil && d.element == b.element {
		return r.occursOK(d, b, "rcase-NameAndTypeOK.3")
	}
	d, b = r.substituted(d), r.substituted(b)
	switch {
	case d.element != nil && b.element != nil:
		return r.nameAndType(d, b)
	case d.element != nil && b.wildcard != nil:
		return r.nsCompat(d, b)
	case d.element != nil:
		return r.asIfGroup(d, b)
	case d.wildcard != nil && b.wildcard != nil:
		return r.nsSubset(d, b)
	case d.wildcard != nil:
		return violates("cos-particle-restrict.2", d.p.Pos, b.p.Pos, "a wildcard cannot restrict %s", r.described(b))
	case b.wildcard != nil:
		return r.nsRecurse(d, b)
	case b.element != nil:
		return violates("cos-particle-restrict.2", d.p.Pos, b.p.Pos, "a %s cannot restrict an element", d.compositor)
	}
	return r.groups(d, b)
}

func (r *restriction) groups(d, b operand) *violation {
	switch {
	case d.compositor == b.compositor && d.compositor == xsd.Choice:
		return r.recurseLax(d, b)
	case d.compositor == b.compositor:
		return r.recurse(d, b)
	case d.compositor == xsd.Sequence && b.compositor == xsd.All:
		return r.recurseUnordered(d, b)
	case d.compositor == xsd.Sequence && b.compositor == xsd.Choice:
		return r.mapAndSum(d, b)
	}
	return violates("cos-particle-restrict.2", d.p.Pos, b.p.Pos, "a %s cannot restrict a %s", d.compositor, b.compositor)
}

// occursOK is Occurrence Range OK.
func (r *restriction) occursOK(d, b operand, code string) *violation {
	return rangeOK(d.bounds(), b.bounds(), code, d.p.Pos, b.p.Pos)
}

func rangeOK(d, b xsd.Range, code string, pos, base diag.Pos) *violation {
	if d.Within(b) {
		return nil
	}
	return violates(code, pos, base, "it occurs %s times, the base allows %s", d, b)
}

// nameAndType is Particle Restriction OK (Elt:Elt).
func (r *restriction) nameAndType(d, b operand) *violation {
	de, be := d.element, b.element
	bad := func(code, format string, args ...any) *violation {
		return violates("rcase-NameAndTypeOK."+code, d.p.Pos, b.p.Pos, format, args...)
	}
	switch {
	case de.Name != be.Name && de.Name.Local == be.Name.Local:
		return bad("1", "element %q is in %s, but that of the base in %s", r.named(de), spaceWords(de.Name.Space), spaceWords(be.Name.Space))
	case de.Name != be.Name:
		return bad("1", "element %q stands where the base has %q", r.named(de), r.named(be))
	case de.Nillable && !be.Nillable:
		return bad("2", "element %q is nillable, but not in the base", r.named(de))
	}
	if v := r.occursOK(d, b, "rcase-NameAndTypeOK.3"); v != nil {
		return v
	}
	switch {
	case be.Value != nil && be.Value.Fixed && !sameFixed(de.Value, be.Value):
		return bad("4", "element %q is fixed to %q in the base and must be fixed to the same value", r.named(de), be.Value.Lexical)
	case !identitySubset(de.IdentityConstraints, be.IdentityConstraints):
		return bad("5", "element %q has identity constraints that the base lacks", r.named(de))
	case !de.Block.Has(be.Block):
		return bad("6", "element %q blocks %s, the base blocks %s", r.named(de), blockWords(de.Block), blockWords(be.Block))
	case !xsd.DerivesFrom(de.Type, be.Type, xsd.Extension|xsd.ListDerivation|xsd.UnionDerivation):
		return bad("7", "the type %s of element %q does not restrict its type in the base, %s", typeLabel(r.doc, de.Type), r.named(de), typeLabel(r.doc, be.Type))
	}
	return nil
}

func blockWords(s xsd.DerivationSet) string {
	if s == 0 {
		return "nothing"
	}
	return s.String()
}

func identitySubset(d, b []*xsd.IdentityConstraint) bool {
	for _, x := range d {
		found := false
		for _, y := range b {
			found = found || x.Name == y.Name
		}
		if !found {
			return false
		}
	}
	return true
}

// nsCompat is Particle Derivation OK (Elt:Any -- NSCompat).
func (r *restriction) nsCompat(d, b operand) *violation {
	if !b.wildcard.Namespaces.Allows(d.element.Name.Space) {
		return violates("rcase-NSCompat.1", d.p.Pos, b.p.Pos, "element %q is not allowed by the base's wildcard %s", r.named(d.element), b.wildcard.Namespaces)
	}
	return r.occursOK(d, b, "rcase-NSCompat.2")
}

// asIfGroup is RecurseAsIfGroup: the element as the only member of a group.
func (r *restriction) asIfGroup(d, b operand) *violation {
	alone := operand{p: d.p, min: 1, max: 1, compositor: b.compositor, children: []operand{d}}
	alone.setRange()
	return r.groups(alone, b)
}

// nsSubset is Particle Derivation OK (Any:Any -- NSSubset).
func (r *restriction) nsSubset(d, b operand) *violation {
	if v := r.occursOK(d, b, "rcase-NSSubset.1"); v != nil {
		return v
	}
	switch {
	case !d.wildcard.Namespaces.SubsetOf(b.wildcard.Namespaces):
		return violates("rcase-NSSubset.2", d.p.Pos, b.p.Pos, "the wildcard allows %s, which is more than the base's %s", d.wildcard.Namespaces, b.wildcard.Namespaces)
	case d.wildcard.Process > b.wildcard.Process && b.wildcard != xsd.AnyType.AttributeWildcard:
		return violates("rcase-NSSubset.3", d.p.Pos, b.p.Pos, "processContents %s is weaker than the base's %s", d.wildcard.Process, b.wildcard.Process)
	}
	return nil
}

// nsRecurse is NSRecurseCheckCardinality: every member fits the wildcard, and
// so does the number of elements in all.
func (r *restriction) nsRecurse(d, b operand) *violation {
	if v := rangeOK(d.total, b.bounds(), "rcase-NSRecurseCheckCardinality.2", d.p.Pos, b.p.Pos); v != nil {
		return v
	}
	free := b
	free.min, free.max = 0, xsd.Unbounded
	for _, c := range d.children {
		if v := r.check(c, free); v != nil {
			v.code = "rcase-NSRecurseCheckCardinality.1"
			return v
		}
	}
	return nil
}

// recurse is Particle Derivation OK (All:All, Sequence:Sequence): members in
// order; what is left out of the base may be empty.
func (r *restriction) recurse(d, b operand) *violation {
	if v := r.occursOK(d, b, "rcase-Recurse.1"); v != nil {
		return v
	}
	at := 0
	for _, c := range d.children {
		var last *violation
		for {
			if at == len(b.children) {
				return r.noPlace("rcase-Recurse.2", c, b)
			}
			next := b.children[at]
			at++
			if last = r.check(c, next); last == nil {
				break
			}
			if !next.emptiable() {
				return last
			}
		}
	}
	for ; at < len(b.children); at++ {
		if !b.children[at].emptiable() {
			return violates("rcase-Recurse.2.2", d.p.Pos, b.children[at].p.Pos, "%s of the base is required and left out", r.described(b.children[at]))
		}
	}
	return nil
}

// recurseLax is Particle Derivation OK (Choice:Choice): branches in order. A
// substitution group has none.
func (r *restriction) recurseLax(d, b operand) *violation {
	if v := r.occursOK(d, b, "rcase-RecurseLax.1"); v != nil {
		return v
	}
	at := 0
	for _, c := range d.children {
		if b.anyOrder {
			at = 0
		}
		for at < len(b.children) && r.check(c, b.children[at]) != nil {
			at++
		}
		if at == len(b.children) {
			return r.noPlace("rcase-RecurseLax.2", c, b)
		}
		at++
	}
	return nil
}

// recurseUnordered is Particle Derivation OK (Sequence:All).
func (r *restriction) recurseUnordered(d, b operand) *violation {
	if v := r.occursOK(d, b, "rcase-RecurseUnordered.1"); v != nil {
		return v
	}
	used := make([]bool, len(b.children))
	list := r.partners(b)
	for _, c := range d.children {
		i := list.find(r, c, used)
		if i < 0 {
			return r.noPlace("rcase-RecurseUnordered.2", c, b)
		}
		used[i] = true
	}
	for i, next := range b.children {
		if !used[i] && !next.emptiable() {
			return violates("rcase-RecurseUnordered.2.3", d.p.Pos, next.p.Pos, "%s of the base is required and left out", r.described(next))
		}
	}
	return nil
}

// mapAndSum is Particle Derivation OK (Sequence:Choice).
func (r *restriction) mapAndSum(d, b operand) *violation {
	n := len(d.children)
	if v := rangeOK(xsd.Range{Low: xsd.Times(d.min, n), High: xsd.Times(d.max, n)}, b.bounds(), "rcase-MapAndSum.2", d.p.Pos, b.p.Pos); v != nil {
		return v
	}
	list := r.partners(b)
	for _, c := range d.children {
		if list.find(r, c, nil) < 0 {
			return r.noPlace("rcase-MapAndSum.1", c, b)
		}
	}
	return nil
}
