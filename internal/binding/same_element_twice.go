package binding

import (
	"slices"

	"github.com/wbxgen/wbxgen/internal/xsd"
)

// hasTwice reports whether a name occurs twice among the elements of a list.
func hasTwice(list []item) bool {
	seen := map[xsd.QName]bool{}
	for _, i := range list {
		if i.kind == elementItem {
			if seen[i.element.Name] {
				return true
			}
			seen[i.element.Name] = true
		}
	}
	return false
}

// mergeTwice makes one item of an element that occurs twice in a list: one
// field where nothing stands between (a, a? is a{1,2}), else an ordered slice
// of alternatives over all that does. The list itself stays as it is.
func mergeTwice(list []item) []item {
	for own := false; ; own = true {
		first, second := twice(list)
		if second < 0 {
			return list
		}
		if !own {
			list = slices.Clone(list)
		}
		if second == first+1 && list[first].kind == list[second].kind && list[first].head == list[second].head {
			list[first] = joined(list[first], list[second])
			list = slices.Delete(list, second, second+1)
			continue
		}
		all := alternatives(list[first:second+1], list[first].pos, false)
		list = slices.Concat(list[:first], []item{all}, list[second+1:])
	}
}

// twice returns the first pair of items that hold an element of one name
// outside a choice, or an element that a repeated choice before it holds too.
func twice(list []item) (first, second int) {
	at := make(map[xsd.QName]int, len(list))
	for n, i := range list {
		if i.kind == elementItem {
			if before, ok := at[i.element.Name]; ok {
				return before, n
			}
			at[i.element.Name] = n
			continue
		}
		for _, name := range plainNames(i) {
			if before, ok := at[name]; ok && before != n {
				return before, n
			}
			at[name] = n
		}
	}
	return -1, -1
}

// plainNames are the names of the elements of a choice that the schema does not
// have: of those of a list of alternatives.
func plainNames(i item) []xsd.QName {
	if i.kind != choiceItem || i.source != nil {
		return nil
	}
	var names []xsd.QName
	for _, br := range i.branches {
		if br[0].named() {
			names = append(names, br[0].element.Name)
		}
	}
	return names
}

func joined(a, b item) item {
	a.repeated = a.kind == choiceItem
	a.min += b.min
	if a.max == xsd.Unbounded || b.max == xsd.Unbounded {
		a.max = xsd.Unbounded
	} else {
		a.max += b.max
	}
	return a
}
