// Package tools is the top of a module of its own, for what tests and releases
// need and the program does not: staticcheck, a browser, validators of JSON
// Schema and SARIF, the judge of Go APIs, and the writer of man pages.
//
// Whoever runs go get -tool for wbxgen would have all of them in the module
// graph, and their sums in go.sum after go mod tidy, if they were in the go.mod
// at the top. Run from there what is here with -C:
//
//	go -C internal/tools test ./...
package tools
