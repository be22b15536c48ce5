package goname

import (
	"go/doc"
	"go/token"
	"path"
	"regexp"
	"slices"
	"strings"
	"sync"
	"unicode"
)

var versionSegment = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^v?[0-9]+([._-][0-9]+)*$`) })

var neededNames = strings.Fields("wire all main internal vendor testdata init context iter xml big")

// Package returns a package name for a namespace: the last segment of its path
// that is no version number, in lower-case letters and digits.
func Package(namespace string) string {
	trimmed := strings.TrimRight(namespace, "/#")
	segments := strings.FieldsFunc(trimmed, func(r rune) bool { return r == '/' || r == ':' || r == '#' })
	for len(segments) > 1 && versionSegment().MatchString(segments[len(segments)-1]) {
		segments = segments[:len(segments)-1]
	}
	last := ""
	if len(segments) > 0 {
		last = strings.TrimSuffix(path.Base(segments[len(segments)-1]), ".xsd")
	}
	name := strings.Map(func(r rune) rune {
		if r = unicode.ToLower(r); r < 0x80 && !notWord(r) {
			return r
		}
		return -1
	}, last)
	name = strings.TrimLeft(name, "0123456789")
	switch {
	case name == "":
		return "schema"
	case isReservedPackage(name):
		return name + "ns"
	}
	return name
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
	if name = Package(strings.ToLower(strings.ReplaceAll(name, "/", "-"))); PackageProblem(name) == "" {
		return name
	}
	return "api"
}

func notPackageLetter(r rune) bool {
	return r >= 0x80 || r != '_' && notWord(r)
}
