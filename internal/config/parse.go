package config

import (
	"bytes"
	"errors"
	"io"
	"path/filepath"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v3"

	"github.com/wbxgen/wbxgen/internal/diag"
)

// parse reads the text of a configuration.
func parse(file string, data []byte) (*Config, error) {
	c := Default()
	c.File, c.Dir, c.places = file, filepath.Dir(file), map[string]place{}
	r := &reader{config: c, file: filepath.ToSlash(file), diags: new(diag.List)}
	d := yaml.NewDecoder(bytes.NewReader(data))
	var doc, more yaml.Node
	switch err := d.Decode(&doc); {
	case errors.Is(err, io.EOF):
		return c, nil
	case err != nil:
		r.syntax(err)
		return nil, r.diags.Err()
	}
	r.document(doc.Content[0])
	switch err := d.Decode(&more); {
	case err == nil:
		r.error(&more, "a second document starts here, which nothing reads; keep all settings in the first")
	case !errors.Is(err, io.EOF):
		r.syntax(err)
	}
	if err := r.diags.Err(); err != nil {
		return nil, err
	}
	return c, nil
}

// reader takes the nodes of a document over into a configuration.
type reader struct {
	config *Config
	file   string
	diags  *diag.List
}

func (r *reader) pos(n *yaml.Node) diag.Pos {
	return diag.Pos{File: r.file, Line: n.Line, Col: n.Column}
}

func (r *reader) error(n *yaml.Node, format string, args ...any) *diag.Diagnostic {
	return r.diags.Error(r.pos(n), Code, format, args...)
}

// syntax reports an error of the yaml package, which has no type with the line
// in it.
func (r *reader) syntax(err error) {
	message := strings.TrimPrefix(err.Error(), "yaml: ")
	pos := diag.Pos{File: r.file, Line: 1} // which it leaves out
	if rest, ok := strings.CutPrefix(message, "line "); ok {
		digits, tail, found := strings.Cut(rest, ": ")
		if n, err := strconv.Atoi(digits); err == nil && found {
			pos.Line, message = n, tail
		}
	}
	if strings.Contains(message, "cannot start any token") {
		message += "; lines are indented with spaces, not tabs, and a text that begins with @ or ` needs quotes"
	}
	r.diags.Error(pos, Code, "this is no YAML: %s", message)
}

// document reads the settings: first whether they are as they should be, then
// what they say.
func (r *reader) document(n *yaml.Node) {
	n = resolve(n)
	if isNull(n) {
		return
	}
	if n.Kind != yaml.MappingNode {
		r.error(n, "expected settings of the form \"key: value\"")
		return
	}
	r.shaped("", whole(), n, nil)
	if r.diags.HasErrors() {
		return
	}
	err := n.Decode(r.config)
	if err == nil {
		err = r.config.schemas(valueOf(n, "schemas"))
	}
	if err != nil {
		r.error(n, "our own mistake, please report it: these settings cannot be taken over: %v", err)
	}
	for i := range r.config.Diff.Policy {
		r.config.Diff.Policy[i].Pos = r.config.KeyAt("diff", "policy", strconv.Itoa(i))
	}
}

// valueOf returns the value of a key, nil for none.
func valueOf(n *yaml.Node, key string) *yaml.Node {
	for i := 0; i+1 < len(n.Content); i += 2 {
		if n.Content[i].Value == key {
			return n.Content[i+1]
		}
	}
	return nil
}
