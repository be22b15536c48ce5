package outdir

import (
	"bytes"
	"cmp"
	"maps"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/wbxgen/wbxgen/internal/diag"
)

// Options say what a run may do.
type Options struct {
	// Adopt takes over files at wanted places that carry our header but that
	// no manifest lists.
	Adopt bool
	// Repair first undoes what a run that was stopped half-way has done.
	// Without it such a folder is an error.
	Repair bool
	// Before has files that were read already, nil for none.
	Before *Reading
}

// Compare looks at the root folder of an output, which need not exist, and
// returns what is to be done for it to hold the files and a manifest of them.
// It is an error where a file is in the way that is not ours. Nothing is
// written, but for what [Options] ask for.
func Compare(dir string, files map[string][]byte, o Options) (*Plan, error) {
	if err := checkNames(dir, files); err != nil {
		return nil, err
	}
	for {
		if err := settle(dir, o.Repair); err != nil {
			return nil, err
		}
		before := manifestOf(dir)
		p, err := compareOnce(dir, files, o)
		if err == nil || !o.Repair || undisturbed(dir, before) {
			return p, err
		}
		// Another run was just at it: what is wrong may be that it was half done.
	}
}

// manifestOf returns the manifest of a folder as a file; nil where there is none.
func manifestOf(dir string) os.FileInfo {
	info, err := os.Lstat(filepath.Join(dir, ManifestName))
	if err != nil {
		return nil
	}
	return info
}

// undisturbed reports whether no run is writing and none has written since the
// manifest was looked at. Each run that changes something puts a new file in its
// place; its text would not tell of two runs, of which one undid what the other did.
func undisturbed(dir string, before os.FileInfo) bool {
	if _, err := os.Lstat(filepath.Join(dir, filepath.FromSlash(journalName))); err == nil {
		return false
	}
	now := manifestOf(dir)
	if before == nil || now == nil {
		return before == now
	}
	return os.SameFile(before, now) && before.ModTime().Equal(now.ModTime())
}

func compareOnce(dir string, files map[string][]byte, o Options) (*Plan, error) {
	t, err := openTree(dir)
	if err != nil {
		return nil, err
	}
	t.before = o.Before
	defer t.close()
	if err := outerOutput(dir); err != nil {
		return nil, err
	}
	p, err := compare(t, withManifest(files), o.Adopt)
	if err != nil {
		return nil, err
	}
	p.again = func() (*Plan, error) { return Compare(dir, files, Options{Adopt: o.Adopt, Before: o.Before}) }
	return p, nil
}

// checkNames refuses names that lead out of the folder, and names that are one
// where the case of letters does not count.
func checkNames(dir string, files map[string][]byte) error {
	var l diag.List
	spelled := map[string]string{}
	for _, name := range slices.Sorted(maps.Keys(files)) {
		pos := diag.Pos{File: filepath.ToSlash(filepath.Join(dir, name))}
		if !isName(name) {
			l.Error(diag.Pos{File: filepath.ToSlash(dir)}, codeOutput, "the file name %q leads out of the output folder", name)
			continue
		}
		for part := name; part != "."; part = path.Dir(part) {
			folded := strings.ToLower(part)
			if other, found := spelled[folded]; found && other != part {
				l.Error(pos, codeOutput, "%s and %s differ in the case of letters alone, which many file systems do not tell apart", other, part)
			}
			spelled[folded] = part
		}
	}
	return l.Err()
}

// compare makes the plan.
func compare(t *tree, files map[string][]byte, adopt bool) (*Plan, error) {
	p := &Plan{Dir: t.dir, Notes: new(diag.List), files: files, old: map[string][]byte{}}
	own, err := ownerOf(t, files, adopt)
	if err != nil {
		return nil, err
	}
	p.Unlisted = own.before
	if err := findStale(p, t, own); err != nil {
		return nil, err
	}
	var wrong diag.List
	for _, name := range slices.Sorted(maps.Keys(files)) {
		if err := compareFile(p, t, own, name, &wrong); err != nil {
			return nil, err
		}
	}
	return p, wrong.Err()
}

// compareFile enters one wanted file into the plan, or what stands against it.
func compareFile(p *Plan, t *tree, own *owner, name string, wrong *diag.List) error {
	e, err := t.look(name)
	if err != nil {
		return err
	}
	if home := own.nested(name); home != "" {
		wrong.Error(diag.Pos{File: t.path(name)}, codeNotOurs, "the folder %s is the root of another output (it has a %s); generate into another folder, or give this package another name under packages",
			t.path(home), ManifestName)
		return nil
	}
	switch {
	case e.kind == absent || makesWay(p, t, e, name):
		p.Missing = append(p.Missing, name)
		return nil
	case e.at != name || e.kind != regular:
		wrong.Error(diag.Pos{File: t.path(e.at)}, codeNotOurs, "%s", inTheWay(e, t.path(name)))
		return nil
	}
	old, err := t.read(name)
	if err != nil {
		return err
	}
	switch objection, remedy := own.objection(name, old, p.files[name]); {
	case bytes.Equal(old, p.files[name]):
		p.Same++
	case objection != "":
		wrong.Error(diag.Pos{File: t.path(name)}, codeNotOurs, "%s is wanted here, and what is there %s", name, objection).Remedy = remedy
	default:
		p.Changed, p.old[name] = append(p.Changed, name), old
	}
	return nil
}

// makesWay reports whether what stands at a wanted name, or at a folder of it,
// goes away with the stale files.
func makesWay(p *Plan, t *tree, e entry, name string) bool {
	if e.at != name {
		return e.kind == regular && slices.Contains(p.Stale, e.at)
	}
	return e.kind == folder && holdsNothingElse(p, t, name)
}

// holdsNothingElse reports whether a folder has stale files in it alone.
func holdsNothingElse(p *Plan, t *tree, dir string) bool {
	names, err := t.names(dir)
	if err != nil || len(names) == 0 {
		return false
	}
	for name, isDir := range names {
		if isDir && !holdsNothingElse(p, t, name) || !isDir && !slices.Contains(p.Stale, name) {
			return false
		}
	}
	return true
}

// inTheWay says why a file cannot be at its name.
func inTheWay(e entry, wanted string) string {
	switch e.kind {
	case link:
		return "this is a symbolic link, and nothing is written through one; remove it, or generate into another folder (wanted is " + wanted + ")"
	case folder:
		return "this is a folder, and a file is wanted here; move it away, or generate into another folder"
	case regular:
		return "this is a file, and a folder is wanted here (for " + wanted + "); move it away, or generate into another folder"
	}
	return "this is no ordinary file; remove it, or generate into another folder (wanted is " + wanted + ")"
}

// outerOutput refuses a folder that holds files of an output further up.
func outerOutput(dir string) error {
	abs, err := filepath.Abs(dir)
	if err != nil {
		return err
	}
	for up := filepath.Dir(abs); ; up = filepath.Dir(up) {
		data, err := os.ReadFile(filepath.Join(up, ManifestName))
		if err == nil && header(data) != "" {
			if name := listsBelow(up, abs, data); name != "" {
				var l diag.List
				l.Error(diag.Pos{File: filepath.ToSlash(dir)}, codeNotOurs, "%s of another output is in this folder (%s lists it); generate into another folder",
					name, shown(filepath.Join(up, ManifestName)))
				return l.Err()
			}
		}
		if _, err := os.Stat(filepath.Join(up, "go.mod")); err == nil || filepath.Dir(up) == up {
			return nil
		}
	}
}

// listsBelow returns a file that the manifest of a folder lists and that is
// below another.
func listsBelow(up, dir string, manifest []byte) string {
	names, err := readManifest("", manifest)
	relative, errRel := filepath.Rel(up, dir)
	if cmp.Or(err, errRel) != nil {
		return "" // whoever generates there is told
	}
	for _, name := range slices.Sorted(maps.Keys(names)) {
		rest, below := strings.CutPrefix(name, filepath.ToSlash(relative)+"/")
		if _, err := os.Lstat(filepath.Join(dir, filepath.FromSlash(rest))); below && err == nil {
			return rest
		}
	}
	return ""
}

// shown returns a path as seen from the working folder, where that is shorter.
func shown(file string) string {
	if wd, err := os.Getwd(); err == nil {
		if relative, err := filepath.Rel(wd, file); err == nil && len(relative) < len(file) {
			file = relative
		}
	}
	return filepath.ToSlash(file)
}
