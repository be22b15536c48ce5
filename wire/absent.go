package wire

import "slices"

// Absent returns the names of the children and attributes that the schema requires and the document did not have. Their
// fields hold the zero value, and as long as they do, they are not written; Validate names them.
func (x *Extra) Absent() []QName {
	if x.in.P == nil {
		return nil
	}
	var names []QName
	for _, n := range slices.Concat(x.in.P.AbsentAttrs, x.in.P.Absent, x.in.P.AbsentBelow) {
		names = append(names, qname(n))
	}
	return names
}

// ForgetAbsent drops what [Extra.Absent] returns: the zero values are written then.
func (x *Extra) ForgetAbsent() {
	if x.in.P != nil {
		p := x.own()
		p.Absent, p.AbsentBelow, p.AbsentAttrs = nil, nil, nil
	}
}
