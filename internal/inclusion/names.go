package inclusion

import (
	"maps"
	"slices"

	"github.com/wbxgen/wbxgen/internal/xsd"
)

// Names translates names of the old version into those of the new one. The
// nil pointer leaves all names as they are.
type Names struct {
	Spaces map[string]string
	Types  map[xsd.QName]xsd.QName
}

// Space translates a namespace.
func (r *Names) Space(s string) string {
	if r != nil {
		if to, ok := r.Spaces[s]; ok {
			return to
		}
	}
	return s
}

// Name translates the name of an element, attribute or group.
func (r *Names) Name(q xsd.QName) xsd.QName {
	return xsd.QName{Space: r.Space(q.Space), Local: q.Local}
}

// TypeName translates the name of a type.
func (r *Names) TypeName(q xsd.QName) xsd.QName {
	if r != nil {
		if to, ok := r.Types[q]; ok {
			return to
		}
	}
	return r.Name(q)
}

// Back translates a type's name of the new version into that of the old one.
func (r *Names) Back(q xsd.QName) xsd.QName {
	if r == nil {
		return q
	}
	for _, from := range slices.SortedFunc(maps.Keys(r.Types), xsd.QName.Compare) {
		if r.Types[from] == q {
			return from
		}
	}
	for _, from := range slices.Sorted(maps.Keys(r.Spaces)) {
		if r.Spaces[from] == q.Space {
			return xsd.QName{Space: from, Local: q.Local}
		}
	}
	return q
}
