package version

import (
	"fmt"
	"slices"
	"strings"

	"golang.org/x/mod/module"
)

// Folder returns the folder that a version's bindings go to: v40.6.0, current.
func Folder(name string) string {
	name = Trim(name)
	if name != "" && isDigit(name[0]) {
		return "v" + name
	}
	return name
}

// goFolders are names that the go command does not let others import, or does
// not look into.
var goFolders = strings.Fields("internal vendor testdata")

// Problem says why a name cannot be that of a version, whose folder is a part
// of an import path; "" if it can.
func Problem(name string) string {
	switch {
	case name == "":
		return "is empty"
	case name[0] == '.' || name[0] == '_':
		return fmt.Sprintf("starts with %q, and such folders the go command passes over", name[:1])
	case slices.Contains(goFolders, name):
		return "is a folder that the go command keeps for other uses"
	case strings.ContainsAny(name, `/\`):
		return "has a slash in it"
	case module.CheckImportPath("example.com/"+Folder(name)) != nil:
		return "cannot be a part of an import path: letters from a to z, digits and . _ ~ - can"
	}
	return ""
}
