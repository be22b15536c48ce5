package schemaset

import (
	"bytes"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"
	"testing"

	"github.com/wbxgen/wbxgen/schemas"
)

const regenerate = "go run ./internal/schemaset/cmd/schemaset"

func TestCommittedFilesAreThoseOfTheMaster(t *testing.T) {
	files, err := Files()
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range slices.Sorted(maps.Keys(files)) {
		committed, err := fs.ReadFile(schemas.FS, name)
		if err != nil {
			t.Errorf("schemas/%s is missing; run %s", name, regenerate)
		} else if !bytes.Equal(committed, files[name]) {
			t.Errorf("schemas/%s is out of date; run %s", name, regenerate)
		}
	}
}

func TestCommittedFoldersHoldNothingElse(t *testing.T) {
	files, err := Files()
	if err != nil {
		t.Fatal(err)
	}
	err = fs.WalkDir(schemas.FS, ".", func(name string, entry fs.DirEntry, err error) error {
		if _, ok := files[name]; !ok && !entry.IsDir() {
			t.Errorf("schemas/%s does not come from the master", name)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

func TestMasterIsInOurLayout(t *testing.T) {
	masters, err := masters()
	if err != nil {
		t.Fatal(err)
	}
	for name, root := range masters {
		written, err := fs.ReadFile(masterFS, path.Join("master", name))
		if err != nil {
			t.Fatal(err)
		}
		if want := layout(root); !bytes.Equal(written, want) {
			t.Errorf("master/%s differs from our layout: %s", name, firstDifference(written, want))
		}
	}
}

// firstDifference returns the first line of want that written does not have at
// its place.
func firstDifference(written, want []byte) string {
	lines := strings.Split(string(written), "\n")
	for i, line := range strings.Split(string(want), "\n") {
		if i >= len(lines) || lines[i] != line {
			return line
		}
	}
	return "it ends early"
}

func TestEverySetHasTheSameSeventeenDocuments(t *testing.T) {
	first := mustBuild(t, releases[0])
	if len(first) != 17 {
		t.Errorf("%s has %d documents, want 17", releases[0], len(first))
	}
	for _, release := range releases[1:] {
		names := slices.Sorted(maps.Keys(mustBuild(t, release)))
		if want := slices.Sorted(maps.Keys(first)); !slices.Equal(names, want) {
			t.Errorf("%s has %v, want %v", release, names, want)
		}
	}
}

func TestAnUnchangedDocumentIsByteIdentical(t *testing.T) {
	before, after := mustBuild(t, "40.1.2"), mustBuild(t, "40.2.0")
	for name := range before {
		if !bytes.Equal(before[name], after[name]) {
			t.Errorf("%s differs between 40.1.2 and 40.2.0", name)
		}
	}
}

func TestSetsDoNotTellOfReleasesOrSources(t *testing.T) {
	for _, release := range releases {
		for name, data := range mustBuild(t, release) {
			for _, word := range []string{"appinfo", "urn:wbxgen", "rel:"} {
				if bytes.Contains(data, []byte(word)) {
					t.Errorf("%s/%s contains %q", release, name, word)
				}
			}
		}
	}
}

func TestBuildFailsForAReleaseWithoutASet(t *testing.T) {
	if _, err := Build("40.4.4"); err == nil || !strings.Contains(err.Error(), `"40.4.4"`) {
		t.Errorf("got %v, want an error that names the release", err)
	}
}

func mustBuild(t *testing.T, release string) map[string][]byte {
	t.Helper()
	set, err := Build(release)
	if err != nil {
		t.Fatal(err)
	}
	return set
}
