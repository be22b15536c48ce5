// Package corpora is test support: it reads the material that is kept beside
// the repository, such as public schema sets of others. A test that needs it is
// skipped where it is absent. Nothing outside tests may import it.
//
// Its own tests generate bindings of those sets, build them, and see whether
// documents survive the way through them.
package corpora
