// Package project does what several commands do with schemas: it compares two
// versions, stage by stage.
//
// A comparison goes diff → reach → witness → goapi: what has changed, which
// operations show it, which documents prove it, what it means for Go code. Each stage takes changes and gives
// changes.
//
//	result := project.Compare(old, new, diff.Options{})
package project
