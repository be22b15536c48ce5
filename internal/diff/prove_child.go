package diff

import (
	"slices"

	"github.com/wbxgen/wbxgen/internal/xsd"
)

// children notes the types that elements of one name have on both sides, as
// pairs to test. Within a content model a name has one type (Part 1 §3.8.6,
// Element Declarations Consistent), so that it need not be known where.
func (p *prover) children(l, r *node) {
	left, right := p.declared(l, p.left), p.declared(r, p.right)
	wild := wildcards(r)
	for _, name := range left.names {
		if to := right.byName[name]; to != nil {
			p.declarations(left.byName[name], to)
		} else if i := slices.IndexFunc(wild, func(w *xsd.Wildcard) bool { return p.allows(w, p.right, name) }); i >= 0 {
			p.byWildcard(left.byName[name], wild[i], name)
		}
	}
	for _, w := range wildcards(l) {
		p.wildcard(w, wild, left, right)
	}
}

// byName has the elements of a content model by their new names.
type byName struct {
	names  []xsd.QName
	byName map[xsd.QName]*xsd.ElementDecl
}

func (p *prover) declared(n *node, l language) byName {
	out := byName{byName: map[xsd.QName]*xsd.ElementDecl{}}
	n.elements(func(k *node) {
		for _, e := range l.schema.Substitutes(k.elem) {
			name := l.names.name(e.Name)
			if out.byName[name] == nil {
				out.names = append(out.names, name)
				out.byName[name] = e
			}
		}
	})
	return out
}

func wildcards(n *node) []*xsd.Wildcard {
	var list []*xsd.Wildcard
	if n.any != nil {
		list = append(list, n.any)
	}
	for _, k := range n.kids {
		list = append(list, wildcards(k)...)
	}
	return list
}

func (p *prover) allows(w *xsd.Wildcard, l language, name xsd.QName) bool {
	return constraint(w.Namespaces, l.names).Allows(name.Space)
}

// byWildcard tests an element that a wildcard takes on the right: unless it
// skips, a global declaration there counts.
func (p *prover) byWildcard(l *xsd.ElementDecl, w *xsd.Wildcard, name xsd.QName) {
	if w.Process == xsd.Skip {
		return
	}
	for _, e := range p.right.schema.Elements() {
		if p.right.names.name(e.Name) == name {
			p.declarations(l, e)
		}
	}
}

// wildcard tests what a wildcard takes on the left. Where the right declares
// it or checks it more, that can go either way.
func (p *prover) wildcard(w *xsd.Wildcard, right []*xsd.Wildcard, leftNames, rightNames byName) {
	for _, name := range rightNames.names {
		if leftNames.byName[name] == nil && p.allows(w, p.left, name) {
			p.doubt = true
		}
	}
	for _, other := range right {
		if other.Process < w.Process {
			p.doubt = true
		}
		if other.Process != xsd.Skip {
			p.globals(w)
		}
	}
}

// globals tests the global elements that both sides have and the wildcard
// takes.
func (p *prover) globals(w *xsd.Wildcard) {
	right := map[xsd.QName]*xsd.ElementDecl{}
	for _, e := range p.right.schema.Elements() {
		right[p.right.names.name(e.Name)] = e
	}
	for _, e := range p.left.schema.Elements() {
		if to := right[p.left.names.name(e.Name)]; to != nil && p.allows(w, p.left, p.left.names.name(e.Name)) {
			p.declarations(e, to)
		}
	}
}

// declarations tests two declarations of one name.
func (p *prover) declarations(l, r *xsd.ElementDecl) {
	if l.Nillable && !r.Nillable || fixedIncluded(l.Value, r.Value) == fails {
		p.refuted = true
	}
	for _, ic := range r.IdentityConstraints {
		if !slices.ContainsFunc(l.IdentityConstraints, func(k *xsd.IdentityConstraint) bool {
			return identityKey(k, p.left.names) == identityKey(ic, p.right.names)
		}) {
			p.doubt = true
		}
	}
	if name := l.Type.TypeName(); name.IsZero() || name != p.left.body {
		p.push(l.Type, r.Type)
	}
}
