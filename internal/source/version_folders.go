package source

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/wbxgen/wbxgen/internal/version"
)

// localVersions returns the names of the version folders in root.
func localVersions(root string) []string {
	taken, _ := folders(root)
	return taken
}

// PassedOver returns the folders in root that are no versions: hidden ones
// left out, those that have neither a number for a name nor an *.xsd file.
func PassedOver(root string) []string {
	_, passed := folders(root)
	return passed
}

// folders tells the folders in root that are versions from those that are not.
func folders(root string) (taken, passed []string) {
	if root == "" {
		return nil, nil
	}
	entries, err := os.ReadDir(root)
	if err != nil {
		return nil, nil
	}
	for _, e := range entries {
		name := e.Name()
		// A link to a folder is one: "current" often is.
		info, err := os.Stat(filepath.Join(root, name))
		if err != nil || !info.IsDir() || name[0] == '.' || name[0] == '_' {
			continue
		}
		if startsWithDigit(version.Trim(name)) || hasSchema(filepath.Join(root, name)) {
			taken = append(taken, name)
		} else {
			passed = append(passed, name)
		}
	}
	return taken, passed
}

func startsWithDigit(s string) bool { return s != "" && '0' <= s[0] && s[0] <= '9' }

// hasSchema reports whether there is a schema document somewhere in a folder.
func hasSchema(dir string) bool {
	found := false
	// The slash makes a link a folder to look into.
	err := filepath.WalkDir(dir+string(filepath.Separator), func(_ string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() && strings.EqualFold(filepath.Ext(d.Name()), ".xsd") {
			found = true
			return fs.SkipAll
		}
		return nil
	})
	return found && err == nil
}
