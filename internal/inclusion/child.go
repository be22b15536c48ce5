package inclusion

import (
	"slices"

	"github.com/wbxgen/wbxgen/internal/xsd"
	"github.com/wbxgen/wbxgen/internal/xsd/content"
)

// children notes the types that elements of one name have on both sides, as
// pairs to test. Within a content model a name has one type (Part 1 §3.8.6,
// Element Declarations Consistent), so that it need not be known where.
func (p *Prover) children(l, r *content.Node) {
	left, right := p.declared(l, p.left), p.declared(r, p.right)
	wild := Wildcards(r)
	for _, name := range left.names {
		if to := right.byName[name]; to != nil {
			p.declarations(left.byName[name], to)
		} else if i := slices.IndexFunc(wild, func(w *xsd.Wildcard) bool { return p.allows(w, p.right, name) }); i >= 0 {
			p.byWildcard(left.byName[name], wild[i], name)
		}
	}
	for _, w := range Wildcards(l) {
		p.wildcard(w, wild, left, right)
	}
}

// byName has the elements of a content model by their new names.
type byName struct {
	names  []xsd.QName
	byName map[xsd.QName]*xsd.ElementDecl
}

func (p *Prover) declared(n *content.Node, l Language) byName {
	out := byName{byName: map[xsd.QName]*xsd.ElementDecl{}}
	n.Elements(func(k *content.Node) {
		for _, e := range l.Schema.Substitutes(k.Elem) {
			name := l.Names.Name(e.Name)
			if out.byName[name] == nil {
				out.names = append(out.names, name)
				out.byName[name] = e
			}
		}
	})
	return out
}

func Wildcards(n *content.Node) []*xsd.Wildcard {
	var list []*xsd.Wildcard
	if n.Any != nil {
		list = append(list, n.Any)
	}
	for _, k := range n.Kids {
		list = append(list, Wildcards(k)...)
	}
	return list
}

func (p *Prover) allows(w *xsd.Wildcard, l Language, name xsd.QName) bool {
	return Constraint(w.Namespaces, l.Names).Allows(name.Space)
}

// byWildcard tests an element that a wildcard takes on the right: unless it
// skips, a global declaration there counts.
func (p *Prover) byWildcard(l *xsd.ElementDecl, w *xsd.Wildcard, name xsd.QName) {
	if w.Process == xsd.Skip {
		return
	}
	if e := p.globalElement(name); e != nil {
		p.declarations(l, e)
	}
}

// wildcard tests what a wildcard takes on the left. Where the right declares
// it or checks it more, that can go either way.
func (p *Prover) wildcard(w *xsd.Wildcard, right []*xsd.Wildcard, leftNames, rightNames byName) {
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
func (p *Prover) globals(w *xsd.Wildcard) {
	right := map[xsd.QName]*xsd.ElementDecl{}
	for _, e := range p.right.Schema.Elements() {
		right[p.right.Names.Name(e.Name)] = e
	}
	for _, e := range p.left.Schema.Elements() {
		if to := right[p.left.Names.Name(e.Name)]; to != nil && p.allows(w, p.left, p.left.Names.Name(e.Name)) {
			p.declarations(e, to)
		}
	}
}

// declarations tests two declarations of one name.
func (p *Prover) declarations(l, r *xsd.ElementDecl) {
	if l.Nillable && !r.Nillable || fixedIncluded(l.Value, r.Value) == Fails {
		p.refuted = true
	}
	for _, ic := range r.IdentityConstraints {
		if !slices.ContainsFunc(l.IdentityConstraints, func(k *xsd.IdentityConstraint) bool {
			return IdentityHolds(k, ic, p.left.Names, p.right.Names)
		}) {
			p.doubt = true
		}
	}
	if name := l.Type.TypeName(); name.IsZero() || name != p.left.Body {
		p.push(l.Type, r.Type)
	}
}

// Declared tests two declarations of what starts a document.
func (p *Prover) Declared(l, r *xsd.ElementDecl) Verdict {
	p.declarations(l, r)
	return p.run()
}
