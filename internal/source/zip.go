package source

import (
	"archive/zip"
	"bytes"
	"io"
	"os"
	"path"
	"slices"
	"strings"

	"github.com/wbxgen/wbxgen/internal/diag"
)

// openZip reads an archive into memory: every entry is unpacked once, here,
// so that all limits are checked before anything is compiled.
func openZip(arg string, l Limits) (*Set, error) {
	packed, err := readArchive(arg, l.Bytes)
	if err != nil {
		return nil, err
	}
	archive, err := zip.NewReader(bytes.NewReader(packed), int64(len(packed)))
	if err != nil {
		return nil, failure(slash(arg), "wbxgen-zip", "not a zip archive that can be read: %v", err)
	}
	if len(archive.File) > l.Entries {
		return nil, tooMuch(slash(arg), EntriesRemedy, "the archive has %d entries, %d are allowed", len(archive.File), l.Entries)
	}
	files := map[string][]byte{}
	left := l.Bytes
	for _, entry := range archive.File {
		if isJunk(strings.ReplaceAll(entry.Name, `\`, "/")) {
			continue
		}
		data, name, err := unpack(slash(arg), entry, left, l)
		if err != nil {
			return nil, err
		}
		if name == "" {
			continue
		}
		if _, twice := files[name]; twice {
			return nil, failure(slash(arg), "wbxgen-zip", "entry %q occurs twice", name)
		}
		left -= int64(len(data))
		files[name] = data
	}
	return zipSet(arg, files)
}

func readArchive(arg string, limit int64) ([]byte, error) {
	f, err := os.Open(arg)
	if err != nil {
		return nil, failure(slash(arg), "wbxgen-unreadable", "cannot read: %v", diag.WithoutPath(err))
	}
	defer f.Close()
	return readAll(f, slash(arg), limit)
}

// unpack returns the content and clean name of an entry; no name for a folder.
func unpack(arg string, entry *zip.File, left int64, l Limits) (data []byte, name string, err error) {
	name = strings.ReplaceAll(entry.Name, `\`, "/")
	clean := path.Clean(name)
	if path.IsAbs(name) || clean == ".." || strings.HasPrefix(clean, "../") || strings.Contains(name, ":") {
		return nil, "", failure(arg, "wbxgen-zip-path", "entry %q leads out of the archive", entry.Name)
	}
	if strings.HasSuffix(name, "/") || !entry.Mode().IsRegular() {
		return nil, "", nil
	}
	r, err := entry.Open()
	if err != nil {
		return nil, "", failure(arg, "wbxgen-zip", "entry %q cannot be read: %v", entry.Name, err)
	}
	defer r.Close()
	allowed := left
	if packed := int64(entry.CompressedSize64); packed < left/l.Ratio {
		allowed = min(left, max(packed*l.Ratio, ratioFloor))
	}
	data, err = io.ReadAll(io.LimitReader(r, allowed+1))
	switch {
	case err != nil:
		return nil, "", failure(arg, "wbxgen-zip", "entry %q cannot be read: %v", entry.Name, err)
	case int64(len(data)) <= allowed:
		return data, clean, nil
	case allowed < left:
		return nil, "", tooMuch(arg, RatioRemedy, "entry %q unpacks to more than %d times its packed size", entry.Name, l.Ratio)
	default:
		return nil, "", tooMuch(arg, BytesRemedy, "the archive unpacks to more than %d bytes (reached in %q)", l.Bytes, entry.Name)
	}
}

func zipSet(arg string, files map[string][]byte) (*Set, error) {
	set := &Set{Name: slash(arg), Origin: slash(arg), display: slash(arg) + "//"}
	for name := range files {
		set.names = append(set.names, name)
	}
	slices.Sort(set.names)
	set.roots = schemaNames(set.names)
	if len(set.roots) == 0 {
		return nil, failure(slash(arg), "wbxgen-no-schema", "the archive has no *.xsd file in it")
	}
	set.read = func(name string) ([]byte, error) { return files[name], nil }
	return set, nil
}
