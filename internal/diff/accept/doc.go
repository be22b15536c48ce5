// Package accept owns the list of changes that somebody has looked at and lives
// with: the file that a gate reads, what it covers of a comparison, and which of
// its entries have done their work.
//
// It does not own what a change is (package diff) nor how bad it is.
//
//	list, err := accept.Read(file)
//	stale, expired := list.Mark(result, "2027-05-01")
package accept
