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
	"github.com/wbxgen/wbxgen/internal/diff/change"
	"github.com/wbxgen/wbxgen/internal/diff/policy"
	"github.com/wbxgen/wbxgen/internal/diff/traffic"
	"github.com/wbxgen/wbxgen/internal/source"
	"github.com/wbxgen/wbxgen/internal/xsd/compile"
)

// sides are the compiled schemas of a comparison, with the documents that they
// were read from.
type sides struct {
	list []*diff.Side
	sets []*source.Set
}

// compileSides compiles schemas.
func compileSides(env *environment, args []string, cfg *config.Config) (*sides, error) {
	var s sides
	for _, arg := range args {
		set, err := env.open(arg, cfg)
		if err != nil {
			return nil, err
		}
		schema, err := env.compile(set, compile.Options{})
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

// readUsage reads the .xml files of a folder and those in it. A file that is no
// message of the old version is left out with a warning: captures hold other
// things too.
func readUsage(env *environment, dir string, s *sides) (*traffic.Usage, error) {
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
	env.printNotes(&notes)
	if u.Documents == 0 {
		return nil, fmt.Errorf("the folder %s has no .xml file that is a message of %s; --usage wants captured requests and responses", filepath.ToSlash(dir), s.list[0].Label)
	}
	return u, nil
}
