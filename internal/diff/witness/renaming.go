package witness

import (
	"maps"
	"slices"
	"strings"

	"github.com/wbxgen/wbxgen/internal/diff/change"
	"github.com/wbxgen/wbxgen/internal/sample"
	"github.com/wbxgen/wbxgen/internal/xsd"
)

// renaming has the names that elements of one version have in the other, from
// each side to the other. A document that shows another change is judged as if it
// had the other version's names: that they changed is told of by itself.
type renaming [2]map[xsd.QName]xsd.QName

// byLocal has the renamed elements of a side by their local names.
func (r renaming) byLocal(side int) map[string]xsd.QName {
	names := make(map[string]xsd.QName, len(r[side]))
	for _, name := range slices.SortedFunc(maps.Keys(r[side]), xsd.QName.Compare) {
		names[name.Local] = name
	}
	return names
}

// renamingOf collects the renamed elements of a comparison, as far as a name
// tells: one that the other version has too, somewhere else, does not.
func renamingOf(changes []change.Change, schemas [2]*xsd.Schema) renaming {
	r := renaming{{}, {}}
	var known [2]map[xsd.QName]bool
	for i := range changes {
		c := &changes[i]
		if c.ID != change.ElementRenamed && c.ID != change.ElementCaseChanged {
			continue
		}
		o, n := elementAt(c.Site.Old), elementAt(c.Site.New)
		if o == nil || n == nil {
			continue
		}
		if known[0] == nil {
			known = [2]map[xsd.QName]bool{elementNames(schemas[0]), elementNames(schemas[1])}
		}
		inNew, inOld := xsd.QName{Space: n.Name.Space, Local: o.Name.Local}, xsd.QName{Space: o.Name.Space, Local: n.Name.Local}
		if !known[1][inNew] && !known[0][inOld] {
			r[0][o.Name], r[1][n.Name] = n.Name, o.Name
		}
	}
	return r
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

// element returns the name that an element of one side has on the other, as
// far as the change that is proven lets it.
func (w *witnesser) element(q xsd.QName, side int) xsd.QName {
	if w.spelled {
		return q
	}
	if to, ok := w.renamed[side][q]; ok {
		if e := elementAt([...]change.Anchor{w.about.Old, w.about.New}[side]); !w.renames || e == nil || e.Name != q {
			return to
		}
	}
	return w.across(q, side)
}

// translated returns a document of one side in the names of the other.
func (w *witnesser) translated(root *sample.Draft, text string, side int) string {
	if w.spelled || len(w.c.Names.Spaces) == 0 && len(w.renamed[side]) == 0 {
		return text
	}
	return root.Translated(w.side(1-side).Schema,
		func(q xsd.QName) xsd.QName { return w.element(q, side) },
		func(q xsd.QName) xsd.QName { return w.across(q, side) })
}

// pathAcross returns a path of one side in the names of the other.
func (w *witnesser) pathAcross(path string, side int) string {
	if w.spelled || len(w.renamed[side]) == 0 {
		return path
	}
	if w.renamedBy[side] == nil {
		w.renamedBy[side] = w.renamed.byLocal(side)
	}
	steps := strings.Split(path, "/")
	for i, step := range steps {
		if from, ok := w.renamedBy[side][step]; ok {
			steps[i] = w.element(from, side).Local
		}
	}
	return strings.Join(steps, "/")
}

// columnIn returns where the tag begins in a document that stands at a column
// of its translation: names have other lengths there.
func columnIn(text, translated string, col int) int {
	if text == translated {
		return col
	}
	n := strings.Count(translated[:min(col, len(translated))], "<")
	at := 0
	for i := range len(text) {
		if text[i] == '<' {
			if n--; n == 0 {
				at = i
				break
			}
		}
	}
	return at + 1
}
