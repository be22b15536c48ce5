package config

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/wbxgen/wbxgen/internal/diag"
)

// FileName is the name that a configuration has unless another is given.
const FileName = "wbxgen.yaml"

// Code is that of all that is wrong with a configuration.
const Code = "wbxgen-config"

// Config is what wbxgen.yaml says. Paths are relative to the file's folder.
type Config struct {
	// Schemas is the folder with a folder of schema documents per version; for
	// a set that is no such folder, the schema itself.
	Schemas string `yaml:"-"`
	// Listed are the sets of schemas, where there is a list of them. Set is the
	// one that a configuration is about which [Config.Sets] returns.
	Listed []Set `yaml:"-"`
	Set    *Set  `yaml:"-"`
	// Out is the folder that bindings go to, a folder v<version> each.
	Out string
	// Package is the import path of Out. Where it is absent it is found with
	// the go.mod around Out.
	Package string
	// Root is the name of the package that the others of a version import;
	// that of the profile if empty, else api.
	Root string
	// Profile says how operations are found: webex, none, or auto.
	Profile string
	// Names is the file with the names lock.
	Names string
	// Versions are the versions to generate; all of Schemas if empty.
	Versions []string
	// Packages says by namespace what packages are called and where they are.
	Packages map[string]Package
	// Layout is namespaces for a package each, or single for one package.
	Layout string
	// Diff is what comparisons go by.
	Diff Diff
	// Strict refuses what generated code is not faithful to.
	Strict bool
	// Catalog has documents for locations and namespaces.
	Catalog Catalogs
	// Types are Go types of the user's by the component whose values they have.
	Types map[string]OwnType
	// Keep names what there is code for, with all that it leads to; all where
	// it names nothing.
	Keep Keep
	// Initialisms are words that names have in capitals; go stands for those of
	// Go itself.
	Initialisms []string
	// Rename are Go names by the component that has them.
	Rename map[string]string
	// EncodingXML gives types the methods that package encoding/xml calls.
	EncodingXML bool
	// Runtime is how code gets at the runtime: import or copy.
	Runtime string
	// Embed names attribute groups that are structs of their own, which types embed.
	Embed []string
	// Polymorphic names elements and types in whose place any derived type can
	// stand, Secrets elements and attributes that are never printed.
	Polymorphic, Secrets []string

	// File is where the configuration was read from, "" for the defaults.
	File string `yaml:"-"`
	// Dir is the folder that paths are relative to.
	Dir string `yaml:"-"`

	places map[string]place
}

// Keep names elements, types and operations.
type Keep struct{ Elements, Types, Operations []string }

// place is where a setting stands.
type place struct{ key, value diag.Pos }

// Default returns the configuration that counts where there is no file: that
// of the working folder.
func Default() *Config {
	return &Config{Schemas: "schemas", Out: "generated", Profile: "auto", Names: "generated/names.lock", Dir: "."}
}

// Load reads a configuration. A file that is not there is an error, unless
// name is empty: then [FileName] is looked for, and the defaults count if that
// is not there either.
func Load(name string) (*Config, error) {
	file := name
	if file == "" {
		file = FileName
	}
	data, err := os.ReadFile(file)
	switch {
	case errors.Is(err, fs.ErrNotExist) && name == "":
		return Default(), nil
	case errors.Is(err, fs.ErrNotExist):
		return nil, failure(file, "there is no such file")
	case err != nil:
		return nil, failure(file, "cannot read: %v", diag.WithoutPath(err))
	}
	return parse(file, data)
}

func failure(file, format string, args ...any) error {
	var l diag.List
	l.Error(diag.Pos{File: filepath.ToSlash(file)}, Code, format, args...)
	return l.Err()
}

// Path returns a path of the configuration as seen from the working folder.
func (c *Config) Path(p string) string {
	if filepath.IsAbs(p) {
		return p
	}
	return filepath.Join(c.Dir, filepath.FromSlash(p))
}

// KeyAt returns where a setting stands, or an entry of one: of a mapping by its
// key. A setting that the file leaves out has no position.
func (c *Config) KeyAt(setting string, entry ...string) diag.Pos {
	return c.places[placeOf(append([]string{setting}, entry...))].key
}

// ValueAt returns where the value of a setting or of an entry stands.
func (c *Config) ValueAt(setting string, entry ...string) diag.Pos {
	return c.places[placeOf(append([]string{setting}, entry...))].value
}

func placeOf(at []string) string { return strings.Join(at, "\x00") }
