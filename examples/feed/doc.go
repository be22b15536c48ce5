// Package feed is an example: entries of which there are several kinds, members
// of a substitution group, and what other namespaces add to them.
package feed

//go:generate go tool wbxgen generate --schema schema --out feedxml
