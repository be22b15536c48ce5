package source

import (
	"path"
	"strings"
)

// junk are the files that systems leave in folders and archives: what the
// Finder and the Explorer keep of a folder, never part of what was published.
var junk = map[string]bool{".ds_store": true, "thumbs.db": true, "desktop.ini": true, "icon\r": true}

// isJunk reports whether a file was left by a system: __MACOSX/a/._x.xsd, which
// is no schema document whatever its name says, or .DS_Store.
func isJunk(name string) bool {
	for part := range strings.SplitSeq(name, "/") {
		if strings.EqualFold(part, "__MACOSX") {
			return true
		}
	}
	base := path.Base(name)
	return strings.HasPrefix(base, "._") || junk[strings.ToLower(base)]
}
