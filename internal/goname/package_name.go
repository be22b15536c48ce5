package goname

import (
	"go/doc"
	"go/token"
	"slices"
	"strings"
	"unicode"
)

var neededNames = strings.Fields("wire all main internal vendor testdata init context iter xml big")

// NoName is the package name for a namespace that says nothing.
const NoName = "types"

// Package returns the package name for a namespace: the first of [Packages].
func Package(namespace string) string { return Packages(namespace)[0] }

// Packages returns package names for a namespace, from the best to the one that
// tells it from others: the last part of its path that means something, then the
// same with the parts before it, and at last with its version.
//
//	http://docs.oasis-open.org/cti/ns/stix/common-1: common, stixcommon, ctistixcommon, …, common1
func Packages(namespace string) []string {
	parts, version := namespaceParts(namespace)
	var names []string
	add := func(name string) {
		if name != "" && !isReservedPackage(name) && !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	for n := 1; n <= len(parts); n++ {
		add(lettersOf(strings.Join(parts[len(parts)-n:], "")))
	}
	if version != "" && len(names) > 0 {
		add(names[0] + version)
	}
	if len(names) > 0 {
		return names
	}
	if len(parts) > 0 {
		if name := lettersOf(parts[len(parts)-1]); name != "" {
			return []string{name + "ns"} // as it stands, it would be in the way
		}
	}
	return []string{NoName}
}

// Folder returns the package name for a folder: its name in lower-case letters and
// digits.
func Folder(name string) string {
	name = lettersOf(strings.TrimSuffix(name, ".xsd"))
	switch {
	case name == "":
		return "api"
	case isReservedPackage(name):
		return name + "ns"
	}
	return name
}

// lettersOf is a name in lower-case letters and digits, which starts with a
// letter.
func lettersOf(name string) string {
	name = strings.Map(func(r rune) rune {
		if r = unicode.ToLower(r); r < 0x80 && !notWord(r) {
			return r
		}
		return -1
	}, name)
	return strings.TrimLeft(name, "0123456789")
}

// isReservedPackage reports whether a package of that name would be in the way
// of generated code, or of the go command.
func isReservedPackage(name string) bool { return isNeeded(name) || Unexported(name) != name }

// isNeeded reports whether generated code uses a name itself: its local names
// have one letter.
func isNeeded(name string) bool { return len(name) == 1 || slices.Contains(neededNames, name) }

// PackageProblem says why a name that somebody chose cannot be that of a
// generated package; "" if it can.
func PackageProblem(name string) string {
	switch {
	case name == "":
		return "is empty"
	case strings.ContainsFunc(name, notPackageLetter) || unicode.IsDigit(rune(name[0])):
		return "is no Go identifier of letters from a to z and digits"
	case name[0] == '_':
		return "starts with _, and such folders the go command passes over"
	case token.IsKeyword(name):
		return "is a keyword of Go"
	case doc.IsPredeclared(name):
		return "is a predeclared name of Go"
	case strings.HasSuffix(name, "_test"):
		return "is the name of a package of tests"
	case name == "main":
		return "is the name of a program, which cannot be imported"
	case name == "internal" || name == "vendor" || name == "testdata":
		return "is a folder that the go command keeps for other uses"
	case name == "init":
		return "is a name that no Go file can import"
	case slices.Contains([]string{"wire", "all"}, name):
		return "is the name of a package that generated code has already"
	case isNeeded(name):
		return "is a name that generated code needs itself"
	}
	return ""
}

// PackageLike returns a name that can be a package's and looks like another.
func PackageLike(name string) string {
	if name = Folder(name); PackageProblem(name) == "" {
		return name
	}
	return "api"
}

func notPackageLetter(r rune) bool {
	return r >= 0x80 || r != '_' && notWord(r)
}
