// Package witness proves breaks: it looks for a document that is valid under
// one version and invalid under the other because of a change, and lowers to a
// risk what it finds none for.
//
// It owns the making of small documents around the place of a change, and what
// to try there. Which operations show a change it is told (package reach), and
// what is valid too (package validate). It takes changes and gives changes.
//
//	witness.Prove(comparison, reachMap)
package witness
