// Package policy owns what a team says of changes beforehand: that those of a
// rule, at a place, in a namespace or below a root have another level, or do not
// count at all, and why.
//
// It does not own the file that says so (package config), nor the list of single
// changes that were looked at (package accept).
package policy
