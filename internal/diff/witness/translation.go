package witness

import (
	"strings"

	"github.com/wbxgen/wbxgen/internal/diff/change"
	"github.com/wbxgen/wbxgen/internal/sample"
	"github.com/wbxgen/wbxgen/internal/xsd"
)

// translation is how the names of a document are put for the other version,
// while one change is proven.
type translation struct {
	names *names
	// literal is set where the change is about the names of namespaces: then
	// nothing is translated.
	literal bool
	// kept is the name that the change itself is about, zero for none.
	kept   xsd.QName
	proven *change.Change
}

// newTranslation returns the translation for a change that is about a part of
// the version with these names.
func newTranslation(n *names, c *change.Change, part change.Anchor) translation {
	t := translation{names: n, literal: c.ID == change.NamespaceChanged, proven: c}
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
	if to, ok := t.names.renamed[q]; ok && q != t.kept {
		return to
	}
	return t.names.across(q)
}

// backwards returns the name by which this version would know an element that
// only the other one has.
func (t translation) backwards(q xsd.QName) xsd.QName { return t.names.back(q) }

// document returns a document in the names and the shape of the other version, and
// what it was made of.
func (t translation) document(root *sample.Draft, text string, v *version, other *xsd.Schema) (string, rearranged) {
	var r rearranged
	if t.literal || !t.names.spaced && len(t.names.renamed) == 0 && t.names.wraps.none() {
		return text, r
	}
	if !t.names.wraps.none() {
		r = t.rearrange(root, v)
		root = r.root
	}
	return root.Translated(other, t.element, t.names.across), r
}

// path returns a path of local names of a version as the other one has it.
func (t translation) path(path string, v *version) string {
	if t.literal || len(t.names.renamed) == 0 && t.names.wraps.none() {
		return path
	}
	var steps []string
	var in xsd.Type
	for i, step := range strings.Split(path, "/") {
		e := v.startOrChild(in, step, i < 2)
		if i > 1 && e != nil {
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
		if from, ok := t.names.byLocal()[step]; ok {
			step = t.element(from).Local
		}
		steps = append(steps, step)
	}
	return strings.Join(steps, "/")
}

// startOrChild returns an element by its local name, which starts a document or is
// in a type; nil where none is known.
func (v *version) startOrChild(in xsd.Type, local string, start bool) *xsd.ElementDecl {
	if start {
		for _, e := range v.side.Schema.Elements() {
			if e.Name.Local == local && v.side.StartsDocuments(e) {
				return e
			}
		}
		return nil
	}
	if list := v.hops.into(in, local); len(list) > 0 {
		return list[0].decl
	}
	return nil
}
