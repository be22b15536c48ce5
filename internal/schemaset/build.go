package schemaset

import (
	"embed"
	"fmt"
	"io/fs"
	"path"
	"strings"
	"sync"
)

//go:embed master
var masterFS embed.FS

// masters returns the parsed master documents by their path in a set. Nobody
// changes them: filter copies.
var masters = sync.OnceValues(func() (map[string]*element, error) {
	return readMasters(masterFS)
})

// Build returns the schema set of release: the documents by their path inside
// the set, such as "service/meeting/meeting.xsd". The same release always
// gives the same bytes. It fails for a release that [Releases] does not list,
// and where the master is wrong.
func Build(release string) (map[string][]byte, error) {
	rank, err := rank(release)
	if err != nil {
		return nil, err
	}
	masters, err := masters()
	if err != nil {
		return nil, err
	}
	set := make(map[string][]byte, len(masters))
	for name, root := range masters {
		doc, err := filter(root, rank)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		set[name] = layout(doc)
	}
	return set, nil
}

// Files returns everything that belongs under schemas/ and comes from the
// master: the documents of every release by "release/path", and the manifest.
func Files() (map[string][]byte, error) {
	files := map[string][]byte{}
	for _, release := range releases {
		set, err := Build(release)
		if err != nil {
			return nil, err
		}
		for name, data := range set {
			files[path.Join(release, name)] = data
		}
	}
	manifest, err := BuildManifest()
	if err != nil {
		return nil, err
	}
	files[ManifestName], err = manifest.Encode()
	return files, err
}

// readMasters parses the documents under master/ by their path below it.
func readMasters(fsys fs.FS) (map[string]*element, error) {
	masters := map[string]*element{}
	err := fs.WalkDir(fsys, "master", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || path.Ext(name) != ".xsd" {
			return err
		}
		data, err := fs.ReadFile(fsys, name)
		if err != nil {
			return err
		}
		root, err := parse(data)
		if err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
		masters[strings.TrimPrefix(name, "master/")] = root
		return nil
	})
	return masters, err
}
