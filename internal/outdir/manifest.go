package outdir

import (
	"bytes"
	"maps"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/wbxgen/wbxgen/internal/diag"
)

// ManifestName is the file of an output's root folder that lists its files.
const ManifestName = "wbxgen.manifest"

const manifestHead = textHeader + `
# The files of this output. wbxgen changes or drops these alone, and only while
# they carry this header. Commit it with them; after a merge, generate again.
`

// withManifest returns files with the manifest that lists them.
func withManifest(files map[string][]byte) map[string][]byte {
	all := maps.Clone(files)
	text := []byte(manifestHead)
	for _, name := range slices.Sorted(maps.Keys(files)) {
		text = append(text, name+"\n"...)
	}
	all[ManifestName] = text
	return all
}

// readManifest returns the names that a manifest lists. file is its name in
// messages.
func readManifest(file string, data []byte) (map[string]bool, error) {
	var list diag.List
	names := map[string]bool{}
	for n := 1; len(data) > 0; n++ {
		var line []byte
		line, data = cutLine(data)
		name := string(line)
		pos := diag.Pos{File: file, Line: n}
		switch {
		case name == "" || name[0] == '#':
		case bytes.HasPrefix(line, []byte("<<<<<<<")), bytes.HasPrefix(line, []byte("=======")), bytes.HasPrefix(line, []byte(">>>>>>>")):
			list.Error(pos, codeManifest, "a merge left its marks here; keep the names of both sides, drop the marks, and generate again")
		case !isName(name):
			list.Error(pos, codeManifest, "%q is no name of a file below this folder", name)
		default:
			names[name] = true
		}
	}
	return names, list.Err()
}

// isName reports whether a name stays below the folder and is spelled in the
// one way that we spell it.
func isName(name string) bool {
	return filepath.IsLocal(filepath.FromSlash(name)) && path.Clean(name) == name && name != "." && !strings.ContainsAny(name, "\\\x00\r\n")
}
