package cli

import (
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/wbxgen/wbxgen/internal/config"
	"github.com/wbxgen/wbxgen/internal/diag"
	"github.com/wbxgen/wbxgen/internal/diff"
	"github.com/wbxgen/wbxgen/internal/diff/accept"
	"github.com/wbxgen/wbxgen/internal/diff/change"
	"github.com/wbxgen/wbxgen/internal/diff/policy"
	"github.com/wbxgen/wbxgen/internal/diff/traffic"
	"github.com/wbxgen/wbxgen/internal/source"
	"github.com/wbxgen/wbxgen/internal/xsd/compile"
)

// acceptedFile is where accepted changes are kept unless a flag says otherwise.
const acceptedFile = "wbxgen-accepted.json"

// sides are the compiled schemas of a comparison, with the documents that they
// were read from.
type sides struct {
	list []*diff.Side
	sets []*source.Set
}

// sides compiles schemas.
func (a *app) sides(args []string, cfg *config.Config) (*sides, error) {
	var s sides
	for _, arg := range args {
		set, err := a.open(arg, cfg)
		if err != nil {
			return nil, err
		}
		schema, err := a.compile(set, compile.Options{})
		if err != nil {
			return nil, err
		}
		p, err := profileOf(cfg, schema)
		if err != nil {
			return nil, err
		}
		side := diff.NewSide(set.Name, schema, p)
		side.Roots = entryRoots(set, schema)
		s.list = append(s.list, side)
		s.sets = append(s.sets, set)
	}
	return &s, nil
}

// read returns a document as positions name it.
func (s *sides) read(file string) ([]byte, error) {
	for _, set := range s.sets {
		names := set.Names()
		if i := slices.IndexFunc(names, func(name string) bool { return set.Path(name) == file }); i >= 0 {
			return set.Read(names[i])
		}
	}
	return nil, fmt.Errorf("%s is no document of these schemas", file)
}

// acceptedName returns the file of the accepted changes: what a flag says, or
// else the configuration.
func acceptedName(flag string, cfg *config.Config) string {
	switch {
	case flag != "":
		return flag
	case cfg.Diff.Accepted != "":
		return cfg.Path(cfg.Diff.Accepted)
	}
	return acceptedFile
}

// policyOf returns the policy of the configuration.
func policyOf(cfg *config.Config, sides []*diff.Side) (policy.List, error) {
	var list policy.List
	for _, p := range cfg.Diff.Policy {
		level, _ := change.ParseLevel(p.Level)
		list = append(list, policy.Entry{
			Rule: p.Rule, Path: p.Path, Namespace: p.Namespace, Root: p.Root,
			Level: level, Ignore: p.Ignore, Reason: p.Reason, Pos: p.Pos,
		})
	}
	return list, list.Check(sides...)
}

// readAccepted reads a list of accepted changes.
func readAccepted(name string) (*accept.List, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	list, err := accept.Read(f)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", filepath.ToSlash(name), err)
	}
	return list, nil
}

// maxNotes bounds how many entries of a list are named that can go.
const maxNotes = 20

// markAccepted marks what the list covers. Entries that fit nothing can go, as
// their change is merged or was taken back: a note says so, or an error where
// the list has to be tidy.
func (a *app) markAccepted(name string, r *change.Result, strict bool) error {
	list, err := readAccepted(name)
	if err != nil {
		return err
	}
	stale, expired := list.Mark(r, today())
	pos := diag.Pos{File: filepath.ToSlash(name)}
	var notes, errs diag.List
	for _, e := range expired {
		notes.Warning(pos, "wbxgen-expired-acceptance", "the entry %s, %s of %s, counts no longer; look at the change again", e.Fingerprint, e.ID, e.Component)
	}
	for i, e := range stale {
		switch {
		case strict:
			errs.Error(pos, "wbxgen-stale-acceptance", "the entry %s, %s of %s, fits no change between these versions; accept --prune removes it", e.Fingerprint, e.ID, e.Component)
		case i == maxNotes:
			notes.Note(pos, "wbxgen-stale-acceptance", "and %d entries more that fit no change", len(stale)-maxNotes)
		case i < maxNotes:
			notes.Note(pos, "wbxgen-stale-acceptance", "the entry %s, %s of %s, fits no change between these versions; accept --prune removes it", e.Fingerprint, e.ID, e.Component)
		}
	}
	a.printNotes(&notes)
	return errs.Err()
}

// usage reads the .xml files of a folder and those in it. A file that is no
// message of the old version is left out with a warning: captures hold other
// things too.
func (a *app) usage(dir string, s *sides) (*traffic.Usage, error) {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, err
	}
	defer root.Close()
	u := new(traffic.Usage)
	var notes diag.List
	err = fs.WalkDir(root.FS(), ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || !entry.Type().IsRegular() || !strings.EqualFold(path.Ext(name), ".xml") {
			return err
		}
		f, err := root.Open(name)
		if err != nil {
			return err
		}
		defer f.Close()
		if err := u.Read(s.list[0], f, name); err != nil {
			notes.Warning(diag.Pos{}, "wbxgen-capture", "%v; it is left out", err)
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	a.printNotes(&notes)
	if u.Documents == 0 {
		return nil, fmt.Errorf("the folder %s has no .xml file that is a message of %s; --usage wants captured requests and responses", filepath.ToSlash(dir), s.list[0].Label)
	}
	return u, nil
}
