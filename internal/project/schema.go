package project

import (
	"os"
	"strings"

	"github.com/wbxgen/wbxgen/internal/catalog"
	"github.com/wbxgen/wbxgen/internal/config"
	"github.com/wbxgen/wbxgen/internal/diag"
	"github.com/wbxgen/wbxgen/internal/profile"
	"github.com/wbxgen/wbxgen/internal/source"
	"github.com/wbxgen/wbxgen/internal/xsd"
	"github.com/wbxgen/wbxgen/internal/xsd/compile"
)

// Options say how a schema is opened.
type Options struct {
	Config  *config.Config
	Profile string // instead of the configured one
	Within  string // the folder that the references of a single document may reach
	Lax     bool   // as in compile.Options
	// KeepGoing takes a schema with errors as far as it compiles: they are notes. They
	// are errors still where nothing of it does.
	KeepGoing bool
	Limits    source.Limits // of what is read
	// Catalog has documents for locations; nil for those of the configuration.
	Catalog *catalog.Catalog
	Fetch   source.Fetch // gets what URLs have; nil for never
}

// Schema is a compiled schema that a user has named.
type Schema struct {
	Documents  *source.Set
	Components *xsd.Schema
	Profile    profile.Profile
	// Notes are worth knowing of it, but no errors.
	Notes *diag.List
	// whole has all components where only a part is kept; else it is nil.
	whole *xsd.Schema
}

// Open finds a schema and compiles it.
func Open(arg string, o Options) (*Schema, error) {
	set, err := Documents(arg, o)
	if err != nil {
		return nil, err
	}
	return Compile(set, o)
}

// Documents finds the documents that an argument names. Versions are looked for
// in the configured folder first.
func Documents(arg string, o Options) (*source.Set, error) {
	for _, s := range o.Config.Listed {
		if s.Name == arg {
			arg = Located(o.Config, s.From)
		}
	}
	open, err := o.source()
	if err != nil {
		return nil, err
	}
	open.Root = schemasOf(o.Config)
	return source.Open(arg, open)
}

// Archive finds the documents of an archive or a directory, whatever versions and
// schemas are called.
func Archive(arg string, o Options) (*source.Set, error) {
	open, err := o.source()
	if err != nil {
		return nil, err
	}
	return source.Open(arg, open)
}

// source says how documents are found, with the catalog.
func (o Options) source() (source.Options, error) {
	open := source.Options{Within: o.Within, Limits: o.Limits, Fetch: o.Fetch}
	known := o.Catalog
	if known == nil {
		var err error
		if known, err = Catalog(o.Config); err != nil {
			return open, err
		}
	}
	if known != nil {
		open.Catalog = known
	}
	return open, nil
}

// Catalog returns what the configuration has for locations; nil for nothing.
func Catalog(cfg *config.Config) (*catalog.Catalog, error) {
	if len(cfg.Catalog.Files)+len(cfg.Catalog.Locations) == 0 {
		return nil, nil
	}
	var files []string
	for _, f := range cfg.Catalog.Files {
		files = append(files, cfg.Path(f))
	}
	return catalog.Load(catalog.Sources{Files: files, Plain: cfg.Catalog.Locations, Dir: cfg.Dir})
}

// Located returns where a schema is that a configuration names, as seen from the
// working folder: its paths are relative to the file, but not versions and
// folders of commits.
func Located(cfg *config.Config, from string) string {
	top, inside, found := strings.Cut(from, "//")
	if found && !strings.HasSuffix(top, ":") {
		return Located(cfg, top) + "//" + inside
	}
	path := cfg.Path(from)
	if _, err := os.Stat(path); err != nil && (source.IsVersion(from) || strings.Contains(from, ":")) {
		return from
	}
	return path
}

// Compile makes components of documents, and finds the profile that they have.
func Compile(set *source.Set, o Options) (*Schema, error) {
	s, diags := compile.Compile(set, compile.Options{Lax: o.Lax})
	if err := diags.Err(); err != nil && (!o.KeepGoing || s.Empty()) {
		return nil, err
	}
	p, err := profileOf(s, o)
	if err != nil {
		return nil, err
	}
	return &Schema{Documents: set, Components: s, Profile: p, Notes: diags}, nil
}

// schemasOf returns the folder that has a folder for each version.
func schemasOf(cfg *config.Config) string { return cfg.Path(cfg.Schemas) }
