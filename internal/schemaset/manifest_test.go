package schemaset

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"testing"

	"github.com/wbxgen/wbxgen/schemas"
)

func mustManifest(t *testing.T) *Manifest {
	t.Helper()
	m, err := BuildManifest()
	if err != nil {
		t.Fatal(err)
	}
	return m
}

func TestManifestHashesTheCommittedFiles(t *testing.T) {
	for _, v := range mustManifest(t).Versions {
		list := ""
		for _, file := range v.Files {
			data, err := fs.ReadFile(schemas.FS, path.Join(v.Version, file.Path))
			if err != nil {
				t.Fatal(err)
			}
			if got := sum(data); got != file.SHA256 {
				t.Errorf("%s/%s has the hash %s, the manifest says %s", v.Version, file.Path, got, file.SHA256)
			}
			list += fmt.Sprintf("%s  %s\n", file.SHA256, file.Path)
		}
		if got := sum([]byte(list)); got != v.SHA256 {
			t.Errorf("%s has the hash %s, the manifest says %s", v.Version, got, v.SHA256)
		}
	}
}

func sum(data []byte) string {
	s := sha256.Sum256(data)
	return hex.EncodeToString(s[:])
}

func TestManifestOrdersEveryRelease(t *testing.T) {
	m := mustManifest(t)
	var names []string
	for _, v := range m.Versions {
		names = append(names, v.Version)
		for _, a := range v.Aliases {
			names = append(names, a.Name)
		}
	}
	var seen []string
	for _, step := range m.Order {
		for _, before := range step.After {
			if !slices.Contains(seen, before) {
				t.Errorf("%s comes before %s, which it follows", step.Release, before)
			}
		}
		seen = append(seen, step.Release)
	}
	slices.Sort(names)
	slices.Sort(seen)
	if !slices.Equal(names, seen) {
		t.Errorf("versions and aliases are %v, the order has %v", names, seen)
	}
}

func TestManifestAliases(t *testing.T) {
	want := map[string]string{
		"40.4.0": "40.2.0 behaviour",
		"40.2.4": "40.4.3 same",
		"40.2.5": "40.4.3 behaviour",
		"40.2.6": "40.4.3 behaviour",
		"40.4.4": "40.4.3 behaviour",
		"40.4.5": "40.4.3 behaviour",
		"40.2.9": "40.4.8 same",
	}
	count := 0
	for _, v := range mustManifest(t).Versions {
		for _, a := range v.Aliases {
			count++
			if got := v.Version + " " + a.Kind; got != want[a.Name] {
				t.Errorf("%s stands for %q, want %q", a.Name, got, want[a.Name])
			}
		}
	}
	if count != len(want) {
		t.Errorf("%d aliases, want %d", count, len(want))
	}
}
