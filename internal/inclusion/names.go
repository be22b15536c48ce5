package inclusion

import "github.com/wbxgen/wbxgen/internal/xsd"

// Names translates names of the old version into those of the new one. The
// nil pointer leaves all names as they are.
type Names struct {
	Spaces map[string]string
	Types  map[xsd.QName]xsd.QName

	back map[xsd.QName]xsd.QName // of Types, as it was when it had as many
	had  int
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
	if from, ok := r.backTypes()[q]; ok {
		return from
	}
	return r.BackName(q)
}

// BackName translates the name of an element, attribute or group of the new
// version into that of the old one: of several namespaces that have become one, the
// first.
func (r *Names) BackName(q xsd.QName) xsd.QName {
	if r == nil {
		return q
	}
	found, was := false, q.Space
	for from, to := range r.Spaces {
		if to == q.Space && (!found || from < was) {
			found, was = true, from
		}
	}
	return xsd.QName{Space: was, Local: q.Local}
}

// backTypes leads from new names of types to the first of the old ones. It is
// made again when names have been added.
func (r *Names) backTypes() map[xsd.QName]xsd.QName {
	if r.back != nil && r.had == len(r.Types) {
		return r.back
	}
	r.back, r.had = make(map[xsd.QName]xsd.QName, len(r.Types)), len(r.Types)
	for from, to := range r.Types {
		if known, again := r.back[to]; !again || from.Compare(known) < 0 {
			r.back[to] = from
		}
	}
	return r.back
}
