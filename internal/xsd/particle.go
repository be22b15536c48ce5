package xsd

import (
	"slices"

	"github.com/wbxgen/wbxgen/internal/diag"
)

// Unbounded is the {max occurs} of a particle without an upper bound.
const Unbounded = -1

// Particle is a term with occurrence bounds (Part 1 §3.9).
type Particle struct {
	Min  int // 0 or more
	Max  int // Min or more, or Unbounded
	Term Term
	Pos  diag.Pos
	// Annotations are those of the reference, where the term is one.
	Annotations []*Annotation
}

// Kind returns [KindParticle].
func (p *Particle) Kind() Kind { return KindParticle }

// Position returns where the particle stands.
func (p *Particle) Position() diag.Pos { return p.Pos }

// Occurs returns the bounds as min..max, with * for no upper bound.
func (p *Particle) Occurs() string { return Range{p.Min, p.Max}.String() }

// Emptiable reports whether the particle accepts nothing at all (Part 1
// §3.9.6, Particle Emptiable).
func (p *Particle) Emptiable() bool {
	var e emptiness
	return e.particle(p)
}

// emptiness remembers what it found about named groups: referred to again and
// again, from one another, they would cost exponential time.
type emptiness struct{ named map[*ModelGroup]bool }

func (e *emptiness) particle(p *Particle) bool {
	if p == nil || p.Min == 0 {
		return true
	}
	g, ok := p.Term.(*ModelGroup)
	switch {
	case !ok:
		return false
	case g.Def == nil:
		return e.group(g)
	}
	empty, known := e.named[g]
	if !known {
		if e.named == nil {
			e.named = map[*ModelGroup]bool{}
		}
		empty = e.group(g)
		e.named[g] = empty
	}
	return empty
}

func (e *emptiness) group(g *ModelGroup) bool {
	if g.Compositor == Choice {
		return len(g.Particles) == 0 || slices.ContainsFunc(g.Particles, e.particle)
	}
	return !slices.ContainsFunc(g.Particles, func(p *Particle) bool { return !e.particle(p) })
}

// Term is what a particle repeats: an [*ElementDecl], a [*ModelGroup] or a
// [*Wildcard]. A reference to a named group has that group's model group as
// its term.
type Term interface {
	Component
	isTerm()
}

func (*ElementDecl) isTerm() {}
func (*ModelGroup) isTerm()  {}
func (*Wildcard) isTerm()    {}

// Compositor says how the particles of a model group combine.
type Compositor uint8

// The compositors of Part 1 §3.8.
const (
	Sequence Compositor = iota
	Choice
	All
)

// String returns the element name of the compositor.
func (c Compositor) String() string { return [...]string{"sequence", "choice", "all"}[c] }

// ModelGroup is a sequence, choice or all (Part 1 §3.8).
type ModelGroup struct {
	Compositor  Compositor
	Particles   []*Particle
	Pos         diag.Pos
	Def         *ModelGroupDef // the definition whose group this is, or nil
	Annotations []*Annotation
}

// Kind returns [KindModelGroup].
func (g *ModelGroup) Kind() Kind { return KindModelGroup }

// Position returns where the group stands.
func (g *ModelGroup) Position() diag.Pos { return g.Pos }

// ModelGroupDef is a named model group (Part 1 §3.7).
type ModelGroupDef struct {
	Name        QName
	Pos         diag.Pos
	Group       *ModelGroup
	Annotations []*Annotation
}

// Kind returns [KindModelGroupDef].
func (d *ModelGroupDef) Kind() Kind { return KindModelGroupDef }

// Position returns where the group is defined.
func (d *ModelGroupDef) Position() diag.Pos { return d.Pos }
