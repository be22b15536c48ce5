// Package apitest holds the generated bindings of all versions to sample
// documents: nothing is lost on the way through the generated types, and what
// they write is what the API documents.
package apitest
