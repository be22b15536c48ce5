// Package audit is test support: it proves that a list of changes is complete
// by making the new version's digest of the old version and the list.
//
// It owns which change accounts for which fact. No program imports it.
//
//	ledger := audit.Account(comparison, result.Changes)
//	complete := ledger.Apply(old, -1) == result.New.Digest.String()
package audit
