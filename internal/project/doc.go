// Package project does what several commands do with schemas, in steps that each
// take data and give data.
//
// From what a user names to code: [Documents] are found, [Compile] makes
// components of them and finds out what API they are, if any ([Open] does both),
// and [PlanCode] says what Go code they become.
//
// From two versions to a verdict: [Compare] goes diff → reach → witness, what has
// changed, which operations show it, which documents prove it; [Terms.Judge]
// goes on with goapi → traffic → accept → policy → filter, what it means for Go
// code, what captured documents show, what is accepted, and what of it counts.
//
// It owns the order of these steps and what the configuration means for them,
// none of the steps themselves.
//
//	old, err := project.Open("40.4.8", project.Options{Config: cfg})
//	…
//	result := project.Compare(old.Side(), now.Side(), diff.Options{})
//	result, about, err := project.Terms{Accepted: list, Today: "2027-05-01"}.Judge(result)
package project
