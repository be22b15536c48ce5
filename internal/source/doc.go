// Package source is where schema documents come from: a directory, a single
// document, a zip archive, a commit or a version name.
//
// It owns limits and the promise that nothing outside what was given is read
// and nothing reaches the network. It does not own XML: a [Set] is named bytes.
//
//	set, err := source.Open("40.6.0", source.Options{Root: "schemas"})
//	for _, name := range set.Roots() {
//		data, err := set.Read(name)
//		…
//	}
package source
