// Package change says what changes between two versions of a schema are: the
// table of [Rules] with all facts on each, a [Change] with its levels, and what
// a list of them amounts to, a [Result].
//
// It owns the order of changes, their fingerprints, the [Filter] of a report,
// the [Chain] of several versions and the matrix of what happened in which. It
// does not own how changes are found (package diff) nor what is found out about
// them later: the stages after the comparison take changes and give changes.
//
//	for _, c := range result.Changes {
//		fmt.Println(c.Level(false), c.ID, c.Component.Display())
//	}
package change
