// Package pairs is test support: the pairs of schemas that are kept for each
// rule, as the tests of the rooms below package diff read them, and results
// in the form in which the pairs say what is wanted.
//
// It owns the made-up API of those pairs that have operations. No program
// imports it.
//
//	for _, p := range pairs.All(t, "../change/testdata") {
//		r := project.Compare(p.Old, p.New, p.Options)
//		fmt.Println(pairs.Describe(r) == p.Wants("want"))
//	}
package pairs
