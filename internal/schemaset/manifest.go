package schemaset

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
)

// ManifestName is the name of the manifest under schemas/.
const ManifestName = "manifest.json"

// A Manifest lists what schemas/ holds and how the release names hang together.
type Manifest struct {
	// Format is the version of this shape, 1.
	Format int `json:"format"`
	// Versions are the schema sets, oldest first.
	Versions []Version `json:"versions"`
	// Order is the partial order of all release names, versions and aliases
	// alike: the trains 40.2 and 40.4 run side by side.
	Order []Step `json:"order"`
}

// A Version is a release with a schema set.
type Version struct {
	// Version is the release's name and the folder of the set.
	Version string `json:"version"`
	// After are the versions directly before it.
	After []string `json:"after"`
	// Aliases are the releases that this set serves too, by number.
	Aliases []Alias `json:"aliases"`
	// Note says what is particular about the set, "" for nothing.
	Note string `json:"note,omitempty"`
	// SHA256 is the hash of the list of files: of a line "sha256  path\n" for
	// each, in the order of Files.
	SHA256 string `json:"sha256"`
	// Files are the documents, ordered by path.
	Files []File `json:"files"`
}

// A File is a document of a set.
type File struct {
	// Path is the document's path inside the set's folder.
	Path string `json:"path"`
	// SHA256 is the hash of the document's bytes, in hexadecimal.
	SHA256 string `json:"sha256"`
}

// An Alias is a release without a schema set of its own.
type Alias struct {
	// Name is the release's name.
	Name string `json:"name"`
	// Kind is "same" where both releases carry the same content on two trains,
	// and "behaviour" where the release changed behaviour and no schema.
	Kind string `json:"kind"`
	// Note says what the release is or changed.
	Note string `json:"note"`
}

// A Step says which releases come directly before one.
type Step struct {
	// Release is the name of a version or an alias.
	Release string `json:"release"`
	// After are the releases directly before it, none for the first.
	After []string `json:"after"`
}

// order has every release once, after all that it follows.
var order = []Step{
	{"40.1.0", []string{}},
	{"40.1.2", []string{"40.1.0"}},
	{"40.2.0", []string{"40.1.2"}},
	{"40.4.0", []string{"40.2.0"}},
	{"40.2.4", []string{"40.2.0"}},
	{"40.4.3", []string{"40.4.0"}},
	{"40.2.5", []string{"40.2.4"}},
	{"40.4.4", []string{"40.4.3"}},
	{"40.2.6", []string{"40.2.5"}},
	{"40.4.5", []string{"40.4.4"}},
	{"40.2.9", []string{"40.2.6"}},
	{"40.4.8", []string{"40.4.5"}},
	{"40.6.0", []string{"40.2.9", "40.4.8"}},
}

var aliases = map[string][]Alias{
	"40.2.0": {
		{"40.4.0", "behaviour", "SetUser: a changed email address may need confirmation; GetEnrollmentInfo: domain is to come back blank"},
	},
	"40.4.3": {
		{"40.2.4", "same", "40.4.3 on the 40.2 train"},
		{"40.2.5", "behaviour", "40.4.4 on the 40.2 train"},
		{"40.2.6", "behaviour", "40.4.5 on the 40.2 train"},
		{"40.4.4", "behaviour", "the number of bodyContent in a request is limited (000053)"},
		{"40.4.5", "behaviour", "GetUserCard and GetSessionInfo are throttled"},
	},
	"40.4.8": {
		{"40.2.9", "same", "40.4.8 on the 40.2 train"},
	},
}

var versionNotes = map[string]string{
	"40.2.0": "no schema change: the components of 40.1.2",
}

// BuildManifest returns the manifest of the sets that [Build] returns.
func BuildManifest() (*Manifest, error) {
	m := &Manifest{Format: 1, Order: slices.Clone(order)}
	for i, release := range releases {
		set, err := Build(release)
		if err != nil {
			return nil, err
		}
		m.Versions = append(m.Versions, newVersion(i, set))
	}
	return m, nil
}

// newVersion describes the set of the release of the given rank. As content
// of the trains is shared, the sets, unlike the releases, follow one another.
func newVersion(rank int, set map[string][]byte) Version {
	release := releases[rank]
	v := Version{
		Version: release,
		After:   slices.Clone(releases[max(rank-1, 0):rank]),
		Aliases: append([]Alias{}, aliases[release]...),
		Note:    versionNotes[release],
	}
	list := sha256.New()
	for _, name := range slices.Sorted(maps.Keys(set)) {
		sum := sha256.Sum256(set[name])
		file := File{Path: name, SHA256: hex.EncodeToString(sum[:])}
		fmt.Fprintf(list, "%s  %s\n", file.SHA256, file.Path)
		v.Files = append(v.Files, file)
	}
	v.SHA256 = hex.EncodeToString(list.Sum(nil))
	return v
}

// Encode returns the manifest as indented JSON with a final line feed.
func (m *Manifest) Encode() ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	err := e.Encode(m)
	return b.Bytes(), err
}
