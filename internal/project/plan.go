package project

import (
	"cmp"
	"path"

	"github.com/wbxgen/wbxgen/internal/binding"
	"github.com/wbxgen/wbxgen/internal/config"
	"github.com/wbxgen/wbxgen/internal/diag"
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

// PlanVersion returns the Go code of a version as the configuration has it
// generated: with its names, under its import path as far as that is known. Name
// is "" for a schema that is no version: its code is taken to go to the folder
// api of the module around the working folder.
func PlanVersion(cfg *config.Config, s *Schema, name string) (*plan.Plan, error) {
	lock, err := ReadLock(cfg.Path(cfg.Names))
	if err != nil {
		return nil, err
	}
	base := cfg.Package
	switch {
	case name == "":
		base, err = ImportPath(defaultRoot)
	case base == "":
		base, err = ImportPath(cfg.Path(cfg.Out))
	}
	if err != nil {
		base = placeholder
	}
	st := NewSettings(cfg)
	code, notes := PlanCode(st, st.Keep(s), Place{Version: version.Trim(name), ImportPath: path.Join(base, version.Folder(name))}, lock)
	return code, notes.Err()
}
