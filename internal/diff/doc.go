// Package diff compares two versions of a schema and says what each difference
// means for clients.
//
// It owns the table of rules ([Rules]), the search for changes, and the
// judgement by direction: a request of an old client must be valid for the new
// version, a response of the new version must suit an old client. It looks at
// compiled components and never at documents, so that layout makes no
// difference. It does not own how a result is printed (package report), nor
// what an operation is (package operation).
//
// A comparison goes through four steps. Names are matched first, as a
// namespace or a type may have another one. Then each pair of types is
// compared in whole, inherited parts included; what types share by derivation
// or through groups is the same part of the schema in all of them, so that its
// change is found once, with all types that have it. Next, the types lead to
// the operations that use them. Last, the rule's level is lowered to the
// directions that are reached. Where a level depends on what two types accept,
// inclusion of their languages decides; what cannot be shown within bounds is
// a risk with the reason [Unproven], never compatible. Each break carries a
// document as its [Witness]; a break without one is a risk too. That a list of
// changes is complete shows in [Apply], which makes the new version's digest of
// the old version and the list.
//
//	old := diff.NewSide("40.4.8", oldSchema, webex.Profile)
//	now := diff.NewSide("40.6.0", newSchema, webex.Profile)
//	for _, c := range diff.Compare(old, now, diff.Options{}).Changes {
//		fmt.Println(c.Level(false), c.ID, c.Component.Display())
//	}
package diff
