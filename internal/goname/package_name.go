package goname

import (
	"go/doc"
	"go/token"
	"slices"
	"strings"
	"unicode"
)

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
