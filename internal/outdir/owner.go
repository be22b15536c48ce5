package outdir

import (
	"bytes"
	"errors"
	"io/fs"
	"maps"
	"os"
	"path"
	"slices"
	"strings"

	"github.com/wbxgen/wbxgen/internal/diag"
)

// owner knows which files of a folder belong to the output.
type owner struct {
	tree   *tree
	listed map[string]bool // by the manifest
	// before says that there is no manifest yet, but a root package that an
	// earlier wbxgen has made from the same source.
	before bool
	adopt  bool
	homes  map[string]bool // folders below that are roots of other outputs
}

// ownerOf reads the manifest.
func ownerOf(t *tree, files map[string][]byte, adopt bool) (*owner, error) {
	o := &owner{tree: t, adopt: adopt, homes: map[string]bool{}}
	e, err := t.look(ManifestName)
	switch {
	case err != nil:
		return nil, err
	case e.kind == absent:
		o.before, err = isBefore(t, files)
		return o, err
	case e.kind != regular:
		return nil, t.failure(ManifestName, "%s", inTheWay(e, t.path(ManifestName)))
	}
	data, err := t.read(ManifestName)
	if err != nil {
		return nil, err
	}
	if header(data) == "" {
		return nil, t.failure(ManifestName, "this is no list of generated files: it does not start with %q; move it away, or generate into another folder", textHeader)
	}
	o.listed, err = readManifest(t.path(ManifestName), data)
	return o, err
}

// isBefore reports whether a file of the root package has the header that we
// would write.
func isBefore(t *tree, files map[string][]byte) (bool, error) {
	for name, wanted := range files {
		h := header(wanted)
		if strings.Contains(name, "/") || h == "" || !strings.HasSuffix(name, ".go") {
			continue
		}
		e, err := t.look(name)
		if err != nil || e.kind != regular {
			return false, err
		}
		old, err := t.read(name)
		return header(old) == h, err
	}
	return false, nil
}

// nested returns the folder on the way to a file that is the root of another
// output, or "".
func (o *owner) nested(name string) string {
	for dir := path.Dir(name); dir != "."; dir = path.Dir(dir) {
		is, known := o.homes[dir]
		if !known {
			e, err := o.tree.look(path.Join(dir, ManifestName))
			is = err == nil && e.kind == regular && e.at == path.Join(dir, ManifestName)
			o.homes[dir] = is
		}
		if is {
			return dir
		}
	}
	return ""
}

// AdoptRemedy is [Options.Adopt].
const AdoptRemedy = "adopt"

// objection says why a file is not ours to replace; "" if it is. The remedy is
// what [Options] have for it.
func (o *owner) objection(name string, old, wanted []byte) (why string, r diag.Remedy) {
	ours := header(old) != ""
	switch {
	case name == ManifestName, o.adopt && ours, ours && o.lists(name), o.before && sameKind(old, wanted):
		return "", r
	case ours:
		r.Kind = AdoptRemedy
		return "has the header of generated code, but no " + ManifestName + " says that it belongs to this output; delete it, or generate into another folder", r
	case o.lists(name):
		return "was generated, but has lost its header and counts as written by hand; delete it to have it generated again, or generate into another folder", r
	}
	return "was not written by wbxgen; move it away, or generate into another folder", r
}

// lists reports whether the manifest has a file: by its name, or by one that
// means the same file here.
func (o *owner) lists(name string) bool {
	if o.listed[name] {
		return true
	}
	for other := range o.listed {
		if strings.EqualFold(other, name) && o.sameFile(other, name) {
			return true
		}
	}
	return false
}

// sameFile reports whether two names stand for one file, as where the case of
// letters does not count.
func (o *owner) sameFile(a, b string) bool {
	e, errA := o.tree.look(a)
	f, errB := o.tree.look(b)
	return errors.Join(errA, errB) == nil && e.kind == regular && f.kind == regular && os.SameFile(e.info, f.info)
}

// sameKind reports whether a file has the header that we would write, or starts
// with what then follows: a page had no header before there were manifests.
func sameKind(old, wanted []byte) bool {
	h := header(wanted)
	if h == "" || header(old) == h {
		return h != ""
	}
	_, rest := cutLine(wanted)
	title, _ := cutLine(bytes.TrimLeft(rest, "\r\n"))
	line, _ := cutLine(old)
	return strings.HasPrefix(h, "<!--") && bytes.Equal(line, title)
}

// findStale lists the files of the output that are not wanted any more.
func findStale(p *Plan, t *tree, own *owner) error {
	candidates := own.listed
	if own.before {
		var err error
		if candidates, err = unlisted(p, t, own); err != nil {
			return err
		}
	}
	for _, name := range slices.Sorted(maps.Keys(candidates)) {
		if _, wanted := p.files[name]; wanted || own.respelled(name, p.files) {
			continue
		}
		if err := addStale(p, t, own, name); err != nil {
			return err
		}
	}
	return nil
}

// respelled reports whether a listed name is, on this file system, a wanted
// file in other letters.
func (o *owner) respelled(name string, files map[string][]byte) bool {
	for other := range files {
		if strings.EqualFold(other, name) && o.sameFile(other, name) {
			return true
		}
	}
	return false
}

// addStale enters a file that the output has no longer, if it is still ours.
func addStale(p *Plan, t *tree, own *owner, name string) error {
	e, err := t.look(name)
	if err != nil || e.kind == absent || own.nested(name) != "" {
		return err
	}
	stays := func(why string) {
		p.Notes.Note(diag.Pos{File: t.path(name)}, codeNotOurs, "not wanted any more, but it %s and so stays; delete it if it is of no use", why)
	}
	if e.kind != regular || e.at != name {
		stays("is no ordinary file of this folder")
		return nil
	}
	data, err := t.read(name)
	if err != nil {
		return err
	}
	if header(data) == "" {
		stays("has lost the header of generated code")
		return nil
	}
	p.Stale, p.old[name] = append(p.Stale, name), data
	return nil
}

// unlisted returns the files of an output without a manifest: in the folders
// that files are wanted in, those with a header that wanted files there have.
// Other folders with such files get a note: whose they are, nothing tells.
func unlisted(p *Plan, t *tree, own *owner) (map[string]bool, error) {
	headers := map[string]map[string]bool{}
	for name, data := range p.files {
		dir := path.Dir(name)
		if headers[dir] == nil {
			headers[dir] = map[string]bool{}
		}
		headers[dir][header(data)] = true
	}
	found := map[string]bool{}
	for dir := range headers {
		if e, err := t.look(dir); err != nil || e.kind != folder && dir != "." {
			continue
		}
		names, err := t.withHeader(dir, headers[dir])
		if err != nil {
			return nil, err
		}
		for _, name := range names {
			found[name] = true
		}
	}
	return found, noteOthers(p, t, own, headers)
}

// noteOthers notes folders beside the packages that have files with the root
// package's header.
func noteOthers(p *Plan, t *tree, own *owner, packages map[string]map[string]bool) error {
	top, err := t.names(".")
	if err != nil {
		return err
	}
	for name, isDir := range top {
		if !isDir || packages[name] != nil || own.nested(path.Join(name, "x")) != "" {
			continue
		}
		files, err := t.withHeader(name, packages["."])
		if err != nil && !errors.Is(err, fs.ErrPermission) {
			return err
		}
		if len(files) > 0 {
			p.Notes.Note(diag.Pos{File: t.path(name)}, codeNotOurs, "an earlier wbxgen generated the files of this folder, but nothing says for which output, so they stay; delete them if they are of no use")
		}
	}
	return nil
}

// withHeader returns the Go files of a folder that start with one of some
// headers.
func (t *tree) withHeader(dir string, headers map[string]bool) ([]string, error) {
	names, err := t.names(dir)
	if err != nil {
		return nil, err
	}
	var list []string
	for name, isDir := range names {
		e, err := t.look(name)
		if isDir || err != nil || e.kind != regular || !strings.HasSuffix(name, ".go") {
			continue
		}
		data, err := t.read(name)
		if err != nil {
			return nil, err
		}
		if h := header(data); h != "" && headers[h] {
			list = append(list, name)
		}
	}
	return list, nil
}
