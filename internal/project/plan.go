package project

import (
	"cmp"
	"path"
	"path/filepath"

	"github.com/wbxgen/wbxgen/internal/binding"
	"github.com/wbxgen/wbxgen/internal/config"
	"github.com/wbxgen/wbxgen/internal/diag"
	"github.com/wbxgen/wbxgen/internal/goname"
	"github.com/wbxgen/wbxgen/internal/plan"
	"github.com/wbxgen/wbxgen/internal/profile"
	"github.com/wbxgen/wbxgen/internal/version"
)

// RuntimePath is the import path of the runtime.
const RuntimePath = "github.com/wbxgen/wbxgen/wire"

// defaultRoot is the name of the root package where neither the configuration
// nor the profile has one.
const defaultRoot = "api"

// placeholder is the import path of code whose place is not known.
const placeholder = "example.com/api"

// Place is where the code of a schema goes, and what is said of it there.
type Place struct {
	Source     string // named in the header of files
	Version    string
	ImportPath string // of the root package
	RootName   string // of the root package; "" for that of the configuration or the profile
	// CopyRuntime says that the output has a runtime of its own.
	CopyRuntime bool
	Dir         string // of the root package, "" where it goes nowhere
}

// PlanCode plans the Go code of a schema as the configuration has it, with the
// names of the lock, which new ones are added to. The list has what went wrong,
// and notes.
func PlanCode(st *Settings, s *Schema, at Place, lock *binding.Lock) (*plan.Plan, *diag.List) {
	o := st.binding(s)
	o.Source, o.Version, o.ImportPath, o.Lock = at.Source, at.Version, at.ImportPath, lock
	o.RootName = cmp.Or(at.RootName, o.RootName)
	o.Packages = st.packages(at.Dir)
	if at.CopyRuntime {
		o.Runtime, o.Client = path.Join(at.ImportPath, "wire"), path.Join(at.ImportPath, path.Base(s.Profile.Client().Path))
	}
	code, notes := binding.New(s.Components, o)
	st.provide(at.Dir, code, lock)
	return code, notes
}

// rootName returns the name of the root package.
func rootName(cfg *config.Config, p profile.Profile) string {
	return cmp.Or(cfg.Root, p.Client().Root, defaultRoot)
}

// PlanOf returns the Go code of a schema as the configuration has it generated:
// with its names, under its import path as far as that is known. Arg is what the
// user calls the schema: a version, or where it is. The code of one that the
// configuration does not have is taken to go to the folder api of the module around
// the working folder.
func PlanOf(cfg *config.Config, s *Schema, arg string) (*plan.Plan, error) {
	set, name, found := outputOf(cfg, arg)
	lock, err := ReadLock(set.Path(set.Names))
	if err != nil {
		return nil, err
	}
	base := set.Package
	switch {
	case !found:
		base, err = ImportPath(defaultRoot)
	case base == "":
		base, err = ImportPath(set.Path(set.Out))
	}
	if err != nil {
		base = placeholder
	}
	at := Place{Version: version.Trim(name), ImportPath: path.Join(base, version.Folder(name)), CopyRuntime: set.Runtime == "copy"}
	if !set.HasVersions() {
		at.RootName = FolderRoot(set, base)
	}
	st := NewSettings(set)
	code, notes := PlanCode(st, st.Keep(s), at, lock)
	return code, notes.Err()
}

// FolderRoot returns the name of the root package of a schema that has no
// versions: that of the configuration, or else the one that its folder gives.
func FolderRoot(cfg *config.Config, imports string) string {
	return cmp.Or(cfg.Root, goname.Folder(path.Base(imports)))
}

// outputOf returns the configuration that says where the code of a schema goes,
// and which version the schema is: one by its name or its folder, or a schema
// without versions that the configuration lists.
func outputOf(cfg *config.Config, arg string) (set *config.Config, name string, found bool) {
	for _, set := range cfg.Sets() {
		if !set.HasVersions() {
			if samePath(arg, Located(set, set.Set.From)) {
				return set, "", true
			}
			continue
		}
		name := VersionName(set, arg)
		if folder := filepath.Clean(arg); folder != filepath.Base(arg) && samePath(filepath.Dir(folder), schemasOf(set)) {
			name = VersionName(set, filepath.Base(folder))
		}
		if name != "" {
			return set, name, true
		}
	}
	return cfg, "", false
}

func samePath(a, b string) bool {
	a, err1 := filepath.Abs(a)
	b, err2 := filepath.Abs(b)
	return err1 == nil && err2 == nil && a == b
}
