// Package fact states all that a schema says as single facts, in one order and
// one spelling however its documents are written, and hashes them.
//
// It owns what counts as the same schema ([Digest]) and how facets and
// enumerations are read for comparing. It does not compare.
//
//	if fact.Digest(old) == fact.Digest(new) {
//		fmt.Println("the components are the same")
//	}
package fact
