// Package inclusion decides whether all that one type accepts is accepted by
// another one, of the same schema or of another version of it, and gives the
// text or the sequence of children that tells them apart.
//
// It owns the normal form of a content model that the comparison works on, the
// walk through two of them at once, the inclusion of simple types, and the
// [Names] that lead from one version to the other. It does not own what a
// difference means (package diff).
//
//	p := inclusion.New(inclusion.Language{Schema: old}, inclusion.Language{Schema: new}, 0)
//	switch p.Types(oldType, newType) {
//	case inclusion.Holds: // each old document is a new one
//	}
package inclusion
