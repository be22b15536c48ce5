package compile

import (
	"fmt"

	"github.com/wbxgen/wbxgen/internal/diag"
	"github.com/wbxgen/wbxgen/internal/xsd"
)

// restriction decides Particle Valid (Restriction) of Part 1 §3.9.6. The rules
// are structural, case by case, as the recommendation has them; they are not a
// test of language inclusion.
type restriction struct {
	*checker
	doc   *document
	steps int
}

// violation says why a particle is no valid restriction of another.
type violation struct {
	code      string
	text      string
	pos, base diag.Pos
}

func violates(code string, pos, base diag.Pos, format string, args ...any) *violation {
	return &violation{code, fmt.Sprintf(format, args...), pos, base}
}

// operand is a particle with its group's pointless levels taken away and, for
// the head of a substitution group, the choice that it stands for.
type operand struct {
	p          *xsd.Particle // for positions
	min, max   int
	element    *xsd.ElementDecl
	wildcard   *xsd.Wildcard
	compositor xsd.Compositor
	children   []operand // of a group
	expanded   bool      // an element that is already a member of its group
}

func (o operand) isGroup() bool { return o.element == nil && o.wildcard == nil }

// particle returns nil if the particle d restricts the particle b.
func (r *restriction) particle(d, b *xsd.Particle) *violation {
	switch {
	case d == nil || isEmptyGroup(d):
		if !b.Emptiable() {
			return violates("cos-particle-restrict.a", posOfParticle(d), b.Pos, "the base requires content")
		}
		return nil
	case b == nil || isEmptyGroup(b):
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

func isEmptyGroup(p *xsd.Particle) bool {
	g, ok := p.Term.(*xsd.ModelGroup)
	if !ok {
		return false
	}
	for _, q := range g.Particles {
		if !isEmptyGroup(q) {
			return false
		}
	}
	return true
}

// operand prepares a particle: a group of one that occurs once is that one.
func (r *restriction) operand(p *xsd.Particle) operand {
	o := operand{p: p, min: p.Min, max: p.Max}
	switch t := p.Term.(type) {
	case *xsd.ElementDecl:
		o.element = t
		return o
	case *xsd.Wildcard:
		o.wildcard = t
		return o
	case *xsd.ModelGroup:
		o.compositor = t.Compositor
		o.children = r.members(t)
		if p.Min == 1 && p.Max == 1 && len(o.children) == 1 {
			return o.children[0]
		}
	}
	return o
}

// members returns the particles of a group without the pointless ones
// (clause 1 to 3 of Part 1 §3.9.6, "pointless occurrences").
func (r *restriction) members(g *xsd.ModelGroup) []operand {
	var list []operand
	for _, q := range g.Particles {
		inner, ok := q.Term.(*xsd.ModelGroup)
		if !ok {
			list = append(list, r.operand(q))
			continue
		}
		if len(inner.Particles) == 0 && (inner.Compositor != xsd.Choice || q.Min == 0) {
			continue
		}
		once := q.Min == 1 && q.Max == 1
		if once && (inner.Compositor == g.Compositor && g.Compositor != xsd.All) {
			list = append(list, r.members(inner)...)
			continue
		}
		o := r.operand(q)
		if o.isGroup() && o.min == 1 && o.max == 1 && o.compositor == g.Compositor && g.Compositor != xsd.All {
			list = append(list, o.children...)
			continue
		}
		if !o.isGroup() || len(o.children) > 0 || o.compositor == xsd.Choice {
			list = append(list, o)
		}
	}
	return list
}

// group turns the head of a substitution group into a choice of its members.
func (r *restriction) group(o operand) operand {
	if o.element == nil || !o.element.Global || o.expanded {
		return o
	}
	members := r.schema.Members(o.element)
	if len(members) == 0 {
		return o
	}
	choice := operand{p: o.p, min: o.min, max: o.max, compositor: xsd.Choice}
	for _, m := range substitutes(r.schema, o.element) {
		choice.children = append(choice.children, operand{p: o.p, min: 1, max: 1, element: m, expanded: true})
	}
	return choice
}

// check is the table of Part 1 §3.9.6.
func (r *restriction) check(d, b operand) *violation {
	if r.steps++; r.steps > r.limits.Steps {
		return violates("wbxgen-limit", d.p.Pos, b.p.Pos, "the content models are too large to be compared within %d steps", r.limits.Steps)
	}
	if d.element != nil && b.element != nil && d.element == b.element {
		return r.occursOK(d, b, "rcase-NameAndTypeOK.3")
	}
	d, b = r.group(d), r.group(b)
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
		return violates("cos-particle-restrict.2", d.p.Pos, b.p.Pos, "a wildcard cannot restrict %s", b.what())
	case b.wildcard != nil:
		return r.nsRecurse(d, b)
	case b.element != nil:
		return violates("cos-particle-restrict.2", d.p.Pos, b.p.Pos, "a %s cannot restrict an element", d.compositor)
	}
	return r.groups(d, b)
}

func (o operand) what() string {
	switch {
	case o.element != nil:
		return "an element"
	case o.wildcard != nil:
		return "a wildcard"
	}
	return "a " + o.compositor.String()
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
	return rangeOK(d.min, d.max, b.min, b.max, code, d.p.Pos, b.p.Pos)
}

func rangeOK(dmin, dmax, bmin, bmax int, code string, pos, base diag.Pos) *violation {
	if dmin >= bmin && (bmax == xsd.Unbounded || dmax != xsd.Unbounded && dmax <= bmax) {
		return nil
	}
	return violates(code, pos, base, "it occurs %s times, the base allows %s",
		(&xsd.Particle{Min: dmin, Max: dmax}).Occurs(), (&xsd.Particle{Min: bmin, Max: bmax}).Occurs())
}

// nameAndType is Particle Restriction OK (Elt:Elt).
func (r *restriction) nameAndType(d, b operand) *violation {
	de, be := d.element, b.element
	bad := func(code, format string, args ...any) *violation {
		return violates("rcase-NameAndTypeOK."+code, d.p.Pos, b.p.Pos, format, args...)
	}
	switch {
	case de.Name != be.Name:
		return bad("1", "element %q stands where the base has %q", r.label(r.doc, de.Name), r.label(r.doc, be.Name))
	case de.Nillable && !be.Nillable:
		return bad("2", "element %q is nillable, but not in the base", r.label(r.doc, de.Name))
	}
	if v := r.occursOK(d, b, "rcase-NameAndTypeOK.3"); v != nil {
		return v
	}
	switch {
	case be.Value != nil && be.Value.Fixed && !sameFixed(de.Value, be.Value):
		return bad("4", "element %q is fixed to %q in the base and must be fixed to the same value", r.label(r.doc, de.Name), be.Value.Lexical)
	case !identitySubset(de.IdentityConstraints, be.IdentityConstraints):
		return bad("5", "element %q has identity constraints that the base lacks", r.label(r.doc, de.Name))
	case !de.Block.Has(be.Block):
		return bad("6", "element %q blocks %q, the base blocks %q", r.label(r.doc, de.Name), de.Block, be.Block)
	case !xsd.DerivesFrom(de.Type, be.Type, xsd.Extension|xsd.ListDerivation|xsd.UnionDerivation):
		return bad("7", "the type %s of element %q does not restrict its type in the base, %s", r.typeLabel(r.doc, de.Type), r.label(r.doc, de.Name), r.typeLabel(r.doc, be.Type))
	}
	return nil
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
		return violates("rcase-NSCompat.1", d.p.Pos, b.p.Pos, "element %q is not allowed by the base's wildcard %s", r.label(r.doc, d.element.Name), b.wildcard.Namespaces)
	}
	return r.occursOK(d, b, "rcase-NSCompat.2")
}

// asIfGroup is RecurseAsIfGroup: the element as the only member of a group.
func (r *restriction) asIfGroup(d, b operand) *violation {
	return r.groups(operand{p: d.p, min: 1, max: 1, compositor: b.compositor, children: []operand{d}}, b)
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
	low, high := d.totalRange()
	if v := rangeOK(low, high, b.min, b.max, "rcase-NSRecurseCheckCardinality.2", d.p.Pos, b.p.Pos); v != nil {
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

// totalRange is Effective Total Range of Part 1 §3.8.6.
func (o operand) totalRange() (low, high int) {
	if !o.isGroup() {
		return o.min, o.max
	}
	for i, c := range o.children {
		l, h := c.totalRange()
		switch {
		case o.compositor != xsd.Choice:
			low, high = plus(low, l), plus(high, h)
		case i == 0:
			low, high = l, h
		default:
			low = min(low, l)
			if high != xsd.Unbounded && (h == xsd.Unbounded || h > high) {
				high = h
			}
		}
	}
	return times(low, o.min), times(high, o.max)
}

func plus(a, b int) int {
	if a == xsd.Unbounded || b == xsd.Unbounded {
		return xsd.Unbounded
	}
	if a > maxOccurs-b {
		return maxOccurs
	}
	return a + b
}

func times(a, b int) int {
	switch {
	case a == 0 || b == 0:
		return 0
	case a == xsd.Unbounded || b == xsd.Unbounded:
		return xsd.Unbounded
	case a > maxOccurs/b:
		return maxOccurs
	}
	return a * b
}

// emptiable reports whether the operand accepts nothing.
func (o operand) emptiable() bool {
	low, _ := o.totalRange()
	return low == 0
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
				return r.noPlace("rcase-Recurse.2", c, b, last)
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
			return violates("rcase-Recurse.2.2", d.p.Pos, b.children[at].p.Pos, "%s of the base is required and left out", r.name(b.children[at]))
		}
	}
	return nil
}

// noPlace says that a member has no counterpart in the base.
func (r *restriction) noPlace(code string, c, b operand, why *violation) *violation {
	if why != nil && why.code == "wbxgen-limit" {
		return why
	}
	return violates(code, c.p.Pos, b.p.Pos, "%s has no counterpart in the %s of the base", r.name(c), b.compositor)
}

func (r *restriction) name(o operand) string {
	if o.element != nil {
		return "element \"" + r.label(r.doc, o.element.Name) + "\""
	}
	return o.what()
}

// recurseLax is Particle Derivation OK (Choice:Choice): branches in order.
func (r *restriction) recurseLax(d, b operand) *violation {
	if v := r.occursOK(d, b, "rcase-RecurseLax.1"); v != nil {
		return v
	}
	at := 0
	for _, c := range d.children {
		var last *violation
		for {
			if at == len(b.children) {
				return r.noPlace("rcase-RecurseLax.2", c, b, last)
			}
			next := b.children[at]
			at++
			if last = r.check(c, next); last == nil {
				break
			}
		}
	}
	return nil
}

// recurseUnordered is Particle Derivation OK (Sequence:All).
func (r *restriction) recurseUnordered(d, b operand) *violation {
	if v := r.occursOK(d, b, "rcase-RecurseUnordered.1"); v != nil {
		return v
	}
	used := make([]bool, len(b.children))
	for _, c := range d.children {
		var last *violation
		found := false
		for i, next := range b.children {
			if used[i] {
				continue
			}
			if last = r.check(c, next); last == nil {
				used[i], found = true, true
				break
			}
		}
		if !found {
			return r.noPlace("rcase-RecurseUnordered.2", c, b, last)
		}
	}
	for i, next := range b.children {
		if !used[i] && !next.emptiable() {
			return violates("rcase-RecurseUnordered.2.3", d.p.Pos, next.p.Pos, "%s of the base is required and left out", r.name(next))
		}
	}
	return nil
}

// mapAndSum is Particle Derivation OK (Sequence:Choice).
func (r *restriction) mapAndSum(d, b operand) *violation {
	n := len(d.children)
	if v := rangeOK(times(d.min, n), times(d.max, n), b.min, b.max, "rcase-MapAndSum.2", d.p.Pos, b.p.Pos); v != nil {
		return v
	}
	for _, c := range d.children {
		var last *violation
		found := false
		for _, next := range b.children {
			if last = r.check(c, next); last == nil {
				found = true
				break
			}
		}
		if !found {
			return r.noPlace("rcase-MapAndSum.1", c, b, last)
		}
	}
	return nil
}
