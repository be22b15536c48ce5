package witness

import (
	"maps"
	"slices"

	"github.com/wbxgen/wbxgen/internal/diff"
	"github.com/wbxgen/wbxgen/internal/diff/change"
	"github.com/wbxgen/wbxgen/internal/xsd"
)

// names lead from one version to the other.
type names struct {
	across func(xsd.QName) xsd.QName // but for its namespace the name is the same
	ofType func(xsd.QName) xsd.QName
	// spaced is set where a namespace has another name.
	spaced bool
	// renamed has the elements that have another name in the other version. A
	// document that shows another change is judged as if it had the other
	// version's names: that they changed is told of by itself.
	renamed map[xsd.QName]xsd.QName
	locals  map[string]xsd.QName // made of it by byLocal
	back    func(xsd.QName) xsd.QName
}

// namesOf returns the names that lead from the old version to the new one, and
// back.
func namesOf(c *diff.Comparison) (fromOld, fromNew *names) {
	spaced := len(c.Names.Spaces) > 0
	fromOld = &names{across: c.Names.Name, ofType: c.Names.TypeName, spaced: spaced, renamed: map[xsd.QName]xsd.QName{}}
	fromNew = &names{across: c.Names.BackName, ofType: c.Names.Back, spaced: spaced, renamed: map[xsd.QName]xsd.QName{}}
	fromOld.back, fromNew.back = fromNew.across, fromOld.across
	for _, r := range renamings(c) {
		fromOld.renamed[r.old], fromNew.renamed[r.now] = r.now, r.old
	}
	return fromOld, fromNew
}

// byLocal has the renamed elements by their local names.
func (n *names) byLocal() map[string]xsd.QName {
	if n.locals == nil {
		n.locals = make(map[string]xsd.QName, len(n.renamed))
		for _, name := range slices.SortedFunc(maps.Keys(n.renamed), xsd.QName.Compare) {
			n.locals[name.Local] = name
		}
	}
	return n.locals
}

// renaming is an element that has another name in the new version.
type renaming struct{ old, now xsd.QName }

// renamings collects the renamed elements of a comparison, as far as a name
// tells: one that the other version has too, somewhere else, does not.
func renamings(c *diff.Comparison) []renaming {
	var list []renaming
	var inOld, inNew map[xsd.QName]bool
	for i := range c.Changes {
		o, n := renamedElement(&c.Changes[i])
		if o == nil || n == nil {
			continue
		}
		if inOld == nil {
			inOld, inNew = elementNames(c.Old.Schema), elementNames(c.New.Schema)
		}
		stays, was := xsd.QName{Space: n.Name.Space, Local: o.Name.Local}, xsd.QName{Space: o.Name.Space, Local: n.Name.Local}
		if !inNew[stays] && !inOld[was] {
			list = append(list, renaming{o.Name, n.Name})
		}
	}
	return list
}

// renamedElement returns the element that a change gives another name, under
// the old and under the new one; nil for other changes.
func renamedElement(c *change.Change) (old, now *xsd.ElementDecl) {
	if c.ID != change.ElementRenamed && c.ID != change.ElementCaseChanged {
		return nil, nil
	}
	return elementAt(c.Site.Old), elementAt(c.Site.New)
}

// elementAt returns the element that a change is about, nil for none.
func elementAt(a change.Anchor) *xsd.ElementDecl {
	switch at := a.At.(type) {
	case *xsd.ElementDecl:
		return at
	case *xsd.Particle:
		e, _ := at.Term.(*xsd.ElementDecl)
		return e
	}
	return nil
}

func elementNames(s *xsd.Schema) map[xsd.QName]bool {
	names := map[xsd.QName]bool{}
	s.Walk(func(c xsd.Component) bool {
		if e, ok := c.(*xsd.ElementDecl); ok {
			names[e.Name] = true
		}
		return true
	})
	return names
}
