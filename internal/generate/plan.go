package generate

import (
	"path"

	"github.com/wbxgen/wbxgen/internal/binding"
	"github.com/wbxgen/wbxgen/internal/config"
	"github.com/wbxgen/wbxgen/internal/plan"
	"github.com/wbxgen/wbxgen/internal/profile"
	"github.com/wbxgen/wbxgen/internal/version"
	"github.com/wbxgen/wbxgen/internal/xsd"
)

// placeholder is the import path of code whose place is not known.
const placeholder = "example.com/api"

// Plan returns the Go code of a version as the configuration has it generated:
// with its names, under its import path as far as that is known. Name is "" for
// a schema that is no version.
func Plan(cfg *config.Config, s *xsd.Schema, p profile.Profile, name string) (*plan.Plan, error) {
	lock, err := ReadLock(cfg.Path(cfg.Names))
	if err != nil {
		return nil, err
	}
	base := cfg.Package
	if base == "" {
		base, err = ImportPath(cfg.Path(cfg.Out))
	}
	if err != nil || name == "" {
		base = placeholder
	}
	code, notes := binding.New(s, binding.Options{
		Version: version.Trim(name), ImportPath: path.Join(base, version.Folder(name)), RootName: RootName(cfg, p), Profile: p,
		Packages: cfg.Packages, Lock: lock, Runtime: RuntimePath,
	})
	return code, notes.Err()
}
