package config

import (
	"bytes"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"

	"github.com/wbxgen/wbxgen/internal/diag"
)

// FileName is the name that a configuration has unless another is given.
const FileName = "wbxgen.yaml"

// Config is what wbxgen.yaml says. Paths are relative to the file's folder.
type Config struct {
	// Schemas is the folder with a folder of schema documents per version.
	Schemas string `yaml:"schemas"`
	// Out is the folder that bindings go to, a folder v<version> each.
	Out string `yaml:"out"`
	// Package is the import path of Out. Where it is absent it is found with
	// the go.mod around Out.
	Package string `yaml:"package"`
	// Root is the name of the package that the others of a version import;
	// that of the profile if empty, else api.
	Root string `yaml:"root"`
	// Profile says how operations are found: webex, none, or auto.
	Profile string `yaml:"profile"`
	// Names is the file with the names lock.
	Names string `yaml:"names"`
	// Versions are the versions to generate; all of Schemas if empty.
	Versions []string `yaml:"versions"`
	// Packages are package names by namespace.
	Packages map[string]string `yaml:"packages"`

	// File is where the configuration was read from, "" for the defaults.
	File string `yaml:"-"`
	// Dir is the folder that paths are relative to.
	Dir string `yaml:"-"`
}

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
		return nil, failure(file, 0, 0, "there is no such file")
	case err != nil:
		return nil, failure(file, 0, 0, err.Error())
	}
	return parse(file, data)
}

func failure(file string, line, col int, message string) error {
	var l diag.List
	l.Error(diag.Pos{File: filepath.ToSlash(file), Line: line, Col: col}, "wbxgen-config", "%s", message)
	return l.Err()
}

// parse reads the text of a configuration.
func parse(file string, data []byte) (*Config, error) {
	c := Default()
	c.File, c.Dir = file, filepath.Dir(file)
	var doc yaml.Node
	if err := yaml.Unmarshal(data, &doc); err != nil {
		line, message := splitYAMLError(err.Error())
		return nil, failure(file, line, 0, message)
	}
	if len(doc.Content) == 0 {
		return c, nil
	}
	var list diag.List
	checkKeys(file, doc.Content[0], &list)
	if err := list.Err(); err != nil {
		return nil, err
	}
	d := yaml.NewDecoder(bytes.NewReader(data))
	if err := d.Decode(c); err != nil && !errors.Is(err, io.EOF) {
		line, message := splitYAMLError(err.Error())
		return nil, failure(file, line, 0, message)
	}
	return c, nil
}

// splitYAMLError takes the line out of the text of an error of the yaml
// package, which has no type for it.
func splitYAMLError(text string) (line int, message string) {
	text = strings.TrimPrefix(text, "yaml: ")
	if rest, ok := strings.CutPrefix(text, "unmarshal errors:\n"); ok {
		text, _, _ = strings.Cut(strings.TrimSpace(rest), "\n")
	}
	if rest, ok := strings.CutPrefix(text, "line "); ok {
		digits, tail, found := strings.Cut(rest, ": ")
		for _, r := range digits {
			if r < '0' || r > '9' {
				return 0, text
			}
			line = line*10 + int(r-'0')
		}
		if found {
			return line, tail
		}
	}
	return 0, text
}

// checkKeys reports keys that mean nothing, with the nearest one that does.
func checkKeys(file string, n *yaml.Node, list *diag.List) {
	pos := diag.Pos{File: filepath.ToSlash(file), Line: n.Line, Col: n.Column}
	if n.Kind != yaml.MappingNode {
		list.Error(pos, "wbxgen-config", "expected settings of the form \"key: value\"")
		return
	}
	known := keys()
	for i := 0; i+1 < len(n.Content); i += 2 {
		k := n.Content[i]
		if !slices.Contains(known, k.Value) {
			list.Error(diag.Pos{File: pos.File, Line: k.Line, Col: k.Column}, "wbxgen-config", "there is no setting %q (known are %s)%s",
				k.Value, strings.Join(known, ", "), diag.DidYouMean(k.Value, known))
		}
	}
}

// keys returns the names of the settings.
func keys() []string {
	var list []string
	t := reflect.TypeFor[Config]()
	for i := range t.NumField() {
		if tag := t.Field(i).Tag.Get("yaml"); tag != "-" {
			list = append(list, tag)
		}
	}
	return list
}

// Path returns a path of the configuration as seen from the working folder.
func (c *Config) Path(p string) string {
	if filepath.IsAbs(p) {
		return p
	}
	return filepath.Join(c.Dir, filepath.FromSlash(p))
}
