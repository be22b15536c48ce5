package generate

import (
	"bytes"
	"io/fs"
	"path"
	"slices"
	"strings"

	"github.com/wbxgen/wbxgen"
	"github.com/wbxgen/wbxgen/internal/outdir"
	"github.com/wbxgen/wbxgen/internal/project"
)

// runtimeDirs are the folders of what generated code imports, with all that it
// imports itself.
var runtimeDirs = []string{"wire", "wire/codec", "wire/datatype", "wire/value", "wire/xmltext", "wire/internal/chars", "wire/internal/door"}

// runtimeFiles returns copies of the runtime packages, by file name below the
// output folder, with their imports of each other changed to where they go.
// Client is the name of the package that methods call, "" where there are none.
func runtimeFiles(base, client string) (map[string][]byte, error) {
	files := map[string][]byte{}
	dirs := slices.Clone(runtimeDirs)
	if client != "" {
		dirs = append(dirs, client)
	}
	for _, dir := range dirs {
		entries, err := fs.ReadDir(wbxgen.Runtime, dir)
		if err != nil {
			return nil, err
		}
		for _, e := range entries {
			if e.IsDir() || strings.HasSuffix(e.Name(), "_test.go") {
				continue
			}
			data, err := wbxgen.Runtime.ReadFile(path.Join(dir, e.Name()))
			if err != nil {
				return nil, err
			}
			files[path.Join(dir, e.Name())] = runtimeCopy(data, dir, base)
		}
	}
	return files, nil
}

// copyStart starts the first line of a copied file, which the path of its
// package follows.
var copyStart = outdir.Mark + " from " + path.Dir(project.RuntimePath) + "/"

// runtimeCopy marks a file as generated, so that a later run may replace or
// drop it.
func runtimeCopy(data []byte, dir, base string) []byte {
	header := copyStart + dir + ". DO NOT EDIT.\n\n"
	for _, end := range []string{`"`, "/"} {
		data = bytes.ReplaceAll(data, []byte(`"`+project.RuntimePath+end), []byte(`"`+path.Join(base, "wire")+end))
	}
	return append([]byte(header), data...)
}

// isCopy reports whether a generated file is a copy of the runtime's.
func isCopy(data []byte) bool { return bytes.HasPrefix(data, []byte(copyStart)) }
