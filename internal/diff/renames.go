package diff

import (
	"maps"
	"slices"

	"github.com/wbxgen/wbxgen/internal/xsd"
)

// renames translates names of the old version into those of the new one. The
// nil pointer leaves all names as they are.
type renames struct {
	spaces map[string]string
	types  map[xsd.QName]xsd.QName
}

func (r *renames) space(s string) string {
	if r != nil {
		if to, ok := r.spaces[s]; ok {
			return to
		}
	}
	return s
}

// name translates the name of an element, attribute or group.
func (r *renames) name(q xsd.QName) xsd.QName {
	return xsd.QName{Space: r.space(q.Space), Local: q.Local}
}

// typeName translates the name of a type.
func (r *renames) typeName(q xsd.QName) xsd.QName {
	if r != nil {
		if to, ok := r.types[q]; ok {
			return to
		}
	}
	return r.name(q)
}

// back translates a type's name of the new version into that of the old one.
func (r *renames) back(q xsd.QName) xsd.QName {
	if r == nil {
		return q
	}
	for _, from := range slices.SortedFunc(maps.Keys(r.types), xsd.QName.Compare) {
		if r.types[from] == q {
			return from
		}
	}
	for _, from := range slices.Sorted(maps.Keys(r.spaces)) {
		if r.spaces[from] == q.Space {
			return xsd.QName{Space: from, Local: q.Local}
		}
	}
	return q
}
