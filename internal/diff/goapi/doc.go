// Package goapi compares the Go code that two versions of a schema are
// generated to, from its plans: which exported symbols are gone, new or of
// another type, and the step of a semantic version that is due.
//
// It owns what of a plan is seen by code written against it. What changes on
// the wire is not its concern (package diff).
//
//	verdict := goapi.Compare(oldPlan, newPlan)
//	fmt.Println(verdict.Step, len(verdict.Changes))
package goapi
