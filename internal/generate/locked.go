package generate

import (
	"path/filepath"
	"strings"

	"github.com/wbxgen/wbxgen/internal/diag"
)

// lockedPackage returns where the text of a lock names the package of a
// namespace, and how.
func lockedPackage(file string, text []byte, namespace string) (at diag.Pos, name string) {
	inside := false
	n := 0
	for line := range strings.Lines(string(text)) {
		n++
		line = strings.TrimRight(line, "\r\n")
		if !strings.HasPrefix(line, "\t") {
			inside = line == "packages"
			continue
		}
		thing, name, _ := strings.Cut(line[1:], "\t")
		if inside && thing == namespace {
			return diag.Pos{File: filepath.ToSlash(file), Line: n, Col: 2}, name
		}
	}
	return diag.Pos{}, ""
}
