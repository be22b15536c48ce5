// Package version knows the names of versions and the one order they have.
//
// It owns what a name says about when it came: numbers, dates, pre-releases.
// It does not own where versions are kept (package source).
//
//	version.Compare("1.10-rc1", "1.10") // -1: the older first
package version
