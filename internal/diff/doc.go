// Package diff compares two versions of a schema and finds what differs.
//
// It owns the matching of what both versions have, renames included, and the
// checks behind the rules. It looks at compiled components and never at
// documents, so that layout makes no difference. What a change is, and how bad,
// stands in package change; which operations show it, which documents prove it
// and what Go code makes of it is found out later, by stages that take changes
// and give changes (package project puts them in a row).
//
// Components are matched first, by names that may be other ones now. Then each
// pair of types is compared in whole, inherited parts included; what types
// share by derivation or through groups is the same part of the schema in all of
// them, so that its change is found once, with all types that have it. Where a
// level depends on what two types accept, inclusion of their languages decides;
// what cannot be shown within bounds is a risk with the reason
// [change.Unproven], never compatible.
//
//	old := diff.NewSide("40.4.8", oldSchema, webex.Profile)
//	now := diff.NewSide("40.6.0", newSchema, webex.Profile)
//	for _, c := range diff.Compare(old, now, diff.Options{}).Changes {
//		fmt.Println(c.ID, c.Component.Display())
//	}
package diff
