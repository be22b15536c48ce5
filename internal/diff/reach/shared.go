package reach

import (
	"strings"

	"github.com/wbxgen/wbxgen/internal/diff"
	"github.com/wbxgen/wbxgen/internal/diff/change"
	"github.com/wbxgen/wbxgen/internal/xsd"
)

// counterparts knows for each node of a graph the one of the other version that
// stands for it. A way along an element that the other version does not have
// there shows nothing of what has changed at its end: who reads the document
// stops at that element, and its coming or going is a change of its own.
type counterparts struct {
	other *Graph
	name  func(xsd.QName) xsd.QName // of elements and attributes
	typ   func(xsd.QName) xsd.QName
	// renamed are the steps that have another name in the other version.
	renamed map[string]bool
	of      map[int]int // by node, once known; -1 for none
}

// pair makes two graphs know one another.
func pair(c *diff.Comparison, old, new *Graph) {
	renamed := renamedSteps(c.Changes)
	old.beside = counterparts{new, c.Names.Name, c.Names.TypeName, renamed, map[int]int{}}
	new.beside = counterparts{old, c.Names.BackName, c.Names.Back, renamed, map[int]int{}}
}

// renamedSteps returns the names of elements and attributes that changes have
// found under another name, or at another depth.
func renamedSteps(changes []change.Change) map[string]bool {
	steps := map[string]bool{}
	for i := range changes {
		switch c := &changes[i]; c.ID {
		case change.ElementRenamed, change.ElementCaseChanged, change.ElementWrapped, change.ElementUnwrapped:
			for _, v := range []*change.Value{c.Old, c.New} {
				if v == nil {
					continue
				}
				for name := range strings.FieldsFuncSeq(v.Text, func(r rune) bool { return strings.ContainsRune("(), ", r) }) {
					steps[name[strings.LastIndexByte(name, ':')+1:]] = true
				}
			}
		}
	}
	return steps
}

// fresh reports whether the other version does not have the step of an arc that
// leads to a node.
func (g *Graph) fresh(a *arc, to int) bool {
	if a.fresh == unasked {
		a.fresh = no
		if g.alone(a, to) {
			a.fresh = yes
		}
	}
	return a.fresh == yes
}

func (g *Graph) alone(a *arc, to int) bool {
	if a.step == "" || g.beside.other == nil || g.beside.renamed[strings.TrimPrefix(a.step, "@")] {
		return false
	}
	if _, wild := g.part[a.from].(letIn); wild { // what it lets in is declared there, or not
		return g.namesake(g.part[to]) == nil
	}
	other := g.counterpart(a.from)
	return other >= 0 && !g.beside.other.steps[stepOf{other, a.step}]
}

// counterpart returns the node of the other graph that stands for one, -1 where
// that is not known. What has no name is found from what is around it.
func (g *Graph) counterpart(id int) int {
	if known, ok := g.beside.of[id]; ok {
		return known
	}
	g.beside.of[id] = -1 // while it is looked for
	found := -1
	if part := g.namesake(g.part[id]); part != nil {
		if at, ok := g.beside.other.id[part]; ok {
			found = at
		}
	} else if _, anonymous := typeAt(g.part[id]); anonymous && len(g.into[id]) > 0 {
		found = g.follow(g.into[id][0])
	}
	g.beside.of[id] = found
	return found
}

// follow returns where the arc of the other graph leads that stands for one.
func (g *Graph) follow(a arc) int {
	from := g.counterpart(a.from)
	if from < 0 || a.kind == byType {
		return -1
	}
	for _, to := range g.beside.other.out[from] {
		for _, b := range g.beside.other.into[to] {
			if b.from == from && b.step == a.step && b.kind == a.kind {
				return to
			}
		}
	}
	return -1
}

// namesake returns the global component of the other version that has the name
// of one, nil for none and for what has no name.
func (g *Graph) namesake(part any) any {
	s := g.beside.other.side.Schema
	switch part := part.(type) {
	case *xsd.ElementDecl:
		if e := s.Element(g.beside.name(part.Name)); e != nil {
			return e
		}
	case *xsd.AttributeDecl:
		if a := s.Attribute(g.beside.name(part.Name)); a != nil {
			return a
		}
	case valueOf:
		if t, ok := g.namesake(part.typ).(*xsd.SimpleType); ok {
			return valueOf{t}
		}
	case xsd.Type:
		if name := part.TypeName(); !name.IsZero() {
			if t := s.Type(g.beside.typ(name)); t != nil {
				return t
			}
		}
	}
	return nil
}
