package compile

import (
	"cmp"
	"slices"
	"strings"

	"github.com/wbxgen/wbxgen/internal/xmltree"
)

// proseOf is the text of a documentation element. Many vocabularies put all of it
// into elements: paragraphs, or the columns of a record as in
//
//	<ccts:UniqueID>UNDT000007-SC8</ccts:UniqueID>
//	<ccts:Definition>The identifier of the language used in the code name.</ccts:Definition>
//
// Each is a paragraph then. Of a record what it says in words comes first, and the
// other columns are one paragraph with their names.
func proseOf(e *xmltree.Element) string {
	parts := partsOf(e)
	for len(parts) == 1 && len(partsOf(parts[0])) > 0 {
		parts = partsOf(parts[0])
	}
	switch {
	case len(parts) < 2:
		return tidy(e.Text())
	case isRecord(parts):
		return recordText(parts)
	}
	var list []string
	for _, p := range parts {
		list = append(list, tidy(p.Text()))
	}
	return strings.Join(list, "\n\n")
}

// partsOf are the children with text of an element that has no text beside them.
func partsOf(e *xmltree.Element) (list []*xmltree.Element) {
	for _, n := range e.Nodes {
		switch {
		case n.Element == nil && strings.Trim(n.Text, space) != "":
			return nil
		case n.Element != nil && strings.Trim(n.Element.Text(), space) != "":
			list = append(list, n.Element)
		}
	}
	return list
}

// isRecord reports whether elements are the columns of a record: no name comes
// twice, none has elements in it, and none is a paragraph of HTML.
func isRecord(parts []*xmltree.Element) bool {
	seen := map[string]bool{"p": true}
	for _, p := range parts {
		if seen[p.Local] || len(p.Nodes) != 1 {
			return false
		}
		seen[p.Local] = true
	}
	return true
}

// recordText is a record with what it says in words before all else: the longest
// of its sentences or, where it has none, of its columns.
func recordText(parts []*xmltree.Element) string {
	worth := func(p *xmltree.Element) (isSentence bool, length int) {
		text := tidy(p.Text())
		return strings.HasSuffix(text, "."), len(text)
	}
	first := slices.MaxFunc(parts, func(p, q *xmltree.Element) int {
		pSentence, pLength := worth(p)
		qSentence, qLength := worth(q)
		if pSentence != qSentence {
			return map[bool]int{true: 1, false: -1}[pSentence]
		}
		return cmp.Compare(pLength, qLength)
	})
	var rest []string
	for _, p := range parts {
		if p != first {
			rest = append(rest, p.Local+": "+collapse(p.Text()))
		}
	}
	return tidy(first.Text()) + "\n\n" + strings.Join(rest, "; ")
}
