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
	kept xsd.QName
}

// newTranslation returns the translation for a change that is about a part of
// the version with these names.
func newTranslation(n *names, id change.ID, part change.Anchor) translation {
	t := translation{names: n, literal: id == change.NamespaceChanged}
	switch id {
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

// document returns a document in the names of the other version.
func (t translation) document(root *sample.Draft, text string, other *xsd.Schema) string {
	if t.literal || !t.names.spaced && len(t.names.renamed) == 0 {
		return text
	}
	return root.Translated(other, t.element, t.names.across)
}

// path returns a path of local names in those of the other version.
func (t translation) path(path string) string {
	if t.literal || len(t.names.renamed) == 0 {
		return path
	}
	steps := strings.Split(path, "/")
	for i, step := range steps {
		if from, ok := t.names.byLocal()[step]; ok {
			steps[i] = t.element(from).Local
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
