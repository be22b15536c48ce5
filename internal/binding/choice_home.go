package binding

import (
	"fmt"
	"strings"

	"github.com/wbxgen/wbxgen/internal/plan"
	"github.com/wbxgen/wbxgen/internal/xsd"
)

// home is where the Go type of an anonymous part of a content model belongs:
// with the type or the named group that declares it, whoever comes upon it
// first. A package that a derived type is in imports that of the base; a part of
// the base's content that stood there could not be named by the base.
type home struct {
	name string // what the names of its types start with
	key  string // in the lock
	pkg  *plan.Package
	file string
}

// home returns where the type of a choice or a group belongs.
func (f *filler) home(i item) home {
	part := partOf(i)
	for t, ok := f.src.t, true; ok && t != xsd.AnyType; t, ok = t.Base.(*xsd.ComplexType) {
		s := f.of.decls.structs[t]
		if s == nil || t.Own == nil || !part.touches(t.Own) {
			continue
		}
		if def := part.definition(t.Own); def != nil {
			return home{exported(def.Name.Local), def.Name.String(), f.of.layout.packageFor(def.Name.Space), typesFile}
		}
		if f.s != f.src.s {
			break // the branch or group at hand, which is at home there
		}
		return home{s.Name, s.Name, s.Pkg, s.File}
	}
	return home{f.s.Name, f.s.Name, f.s.Pkg, f.s.File}
}

// part is what a choice or group is made of: the model group that the schema
// has, or the particles that were put together.
type part struct {
	source *xsd.ModelGroup
	leaves map[*xsd.Particle]bool
}

func partOf(i item) part {
	p := part{source: i.source}
	if i.source == nil {
		p.leaves = map[*xsd.Particle]bool{}
		for _, leaf := range leaves([]item{i}) {
			p.leaves[leaf[0].pos] = true
		}
	}
	return p
}

// shapeKey tells choices apart by what their branches hold, and how often.
func shapeKey(i item) string {
	var b strings.Builder
	for _, br := range i.branches {
		b.WriteString("|")
		for _, member := range br {
			fmt.Fprintf(&b, "%p %d %t %t %t(%s)", member.pos, member.kind, member.min == 0, member.max == 1, member.repeated, shapeKey(member))
		}
	}
	return b.String()
}

// count returns how much of the part stands in a particle. It looks into each
// group once, however often it is referred to.
func (p part) count(in *xsd.Particle) int { return p.countUnseen(in, map[*xsd.ModelGroup]bool{}) }

func (p part) countUnseen(in *xsd.Particle, seen map[*xsd.ModelGroup]bool) int {
	if p.leaves[in] {
		return 1
	}
	g, ok := in.Term.(*xsd.ModelGroup)
	if !ok || seen[g] {
		return 0
	}
	seen[g] = true
	if g == p.source {
		return 1
	}
	n := 0
	for _, q := range g.Particles {
		n += p.countUnseen(q, seen)
	}
	return n
}

func (p part) touches(in *xsd.Particle) bool { return p.count(in) > 0 }

// definition returns the innermost model group definition in a particle that
// the whole part stands in.
func (p part) definition(in *xsd.Particle) *xsd.ModelGroupDef {
	g, ok := in.Term.(*xsd.ModelGroup)
	if !ok || p.leaves[in] {
		return nil
	}
	if g != p.source {
		for _, q := range g.Particles {
			if p.count(q) >= max(1, len(p.leaves)) {
				if def := p.definition(q); def != nil {
					return def
				}
				break
			}
		}
	}
	return g.Def
}
