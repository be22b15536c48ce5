package witness

import (
	"strings"

	"github.com/wbxgen/wbxgen/internal/diff"
	"github.com/wbxgen/wbxgen/internal/diff/change"
	"github.com/wbxgen/wbxgen/internal/sample"
	"github.com/wbxgen/wbxgen/internal/xsd"
)

// translation is how the names of a document are put for the other version,
// while one change is proven.
type translation struct {
	from, to *vocabulary
	wraps    wraps
	// literal is set where the change is about the names of namespaces: then
	// nothing is translated.
	literal bool
	// kept is the name that the change itself is about, zero for none.
	kept   xsd.QName
	proven *change.Change
	// stamps are attributes of roots that get the other version's value.
	stamps map[xsd.QName][]diff.Stamp
}

// newTranslation returns the translation for a change that is about a part of
// the version from which it leads.
func newTranslation(from, to *vocabulary, w wraps, c *change.Change, part change.Anchor) translation {
	t := translation{from: from, to: to, wraps: w, literal: c.ID == change.NamespaceChanged, proven: c, stamps: from.stamps}
	switch c.ID {
	case change.ElementRenamed, change.ElementCaseChanged, change.RootElementRemoved:
		if e := elementAt(part); e != nil {
			t.kept = e.Name
		}
	}
	return t
}

// element returns the name that an element has in the other version, as far as
// the change that is proven lets it.
func (t translation) element(q xsd.QName) xsd.QName {
	if t.literal {
		return q
	}
	if to, ok := t.from.names.renamed[q]; ok && q != t.kept {
		return to
	}
	return t.from.names.across(q)
}

// backwards returns the name by which this version would know an element that
// only the other one has.
func (t translation) backwards(q xsd.QName) xsd.QName { return t.from.names.back(q) }

// document returns a document in the names and the shape of the other version, and
// what it was made of.
func (t translation) document(root *sample.Draft, text string) (string, rearranged) {
	var r rearranged
	stamps := t.stampsOf(root)
	if t.literal || !t.from.names.spaced && len(t.from.names.renamed) == 0 && t.wraps.none() && len(stamps) == 0 {
		return text, r
	}
	if !t.wraps.none() {
		r = t.rearrange(root)
		root = r.root
	}
	for _, s := range stamps {
		root = root.With(s.Name, s.Value)
	}
	return root.Translated(t.to.side.Schema, t.element, t.from.names.across), r
}

// stampsOf returns the stamps of a root but for what the change that is proven is
// about.
func (t translation) stampsOf(root *sample.Draft) []diff.Stamp {
	var list []diff.Stamp
	for _, s := range t.stamps[root.Name] {
		if !t.proven.About("@" + s.Name.Local) {
			list = append(list, s)
		}
	}
	return list
}

// path returns a path of local names as the other version has it.
func (t translation) path(path string) string {
	if t.literal || len(t.from.names.renamed) == 0 && t.wraps.none() {
		return path
	}
	var steps []string
	var in xsd.Type
	for i, step := range strings.Split(path, "/") {
		var e *xsd.ElementDecl
		if i < 2 {
			e = t.from.start(step)
		} else if in, e = t.from.step(in, step); e != nil {
			if t.dissolved(in, e.Name) != nil {
				in = e.Type
				continue
			}
			if w := t.around(in, e.Name); w != nil {
				steps = append(steps, w.wrapper.Name.Local)
			}
		}
		if in = nil; e != nil {
			in = e.Type
		}
		if from, ok := t.from.names.byLocal()[step]; ok {
			step = t.element(from).Local
		}
		steps = append(steps, step)
	}
	return strings.Join(steps, "/")
}

// around returns the element that the other version has around a child of a type,
// nil for none.
func (t translation) around(in xsd.Type, child xsd.QName) *wrap {
	return t.first(t.wraps.into[child], func(w *wrap) bool { return isOrExtends(in, w.bare) })
}

// dissolved returns what tells that the other version does not have a child of a
// type, but has what is in it in its place; nil for others.
func (t translation) dissolved(in xsd.Type, child xsd.QName) *wrap {
	return t.first(t.wraps.outOf[child], func(w *wrap) bool { return isOrExtends(in, w.full) })
}

// through returns the type of what in the other version stands for a child that
// its type there does not have: because it is in another element there, or was
// around its children and is gone.
func (t translation) through(there xsd.Type, child xsd.QName) xsd.Type {
	if w := t.first(t.wraps.intoThere[child], func(w *wrap) bool { return isOrExtends(there, w.full) }); w != nil {
		for _, e := range w.kids {
			if e.Name == child {
				return e.Type
			}
		}
	}
	if t.first(t.wraps.outOfThere[child], func(w *wrap) bool { return isOrExtends(there, w.bare) }) != nil {
		return there
	}
	return nil
}

// first returns the first element of a list that fits and is not what the change
// that is proven tells of, or stands beside that, nil for none.
func (t translation) first(list []*wrap, fits func(*wrap) bool) *wrap {
	for _, w := range list {
		if !w.beside(t.proven) && fits(w) {
			return w
		}
	}
	return nil
}
