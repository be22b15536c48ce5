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
	r.diags.Error(pos, Code, "this is no YAML: %s", message)
}

// document reads the settings.
func (r *reader) document(n *yaml.Node) {
	if isNull(n) {
		return
	}
	if n.Kind != yaml.MappingNode {
		r.error(n, "expected settings of the form \"key: value\"")
		return
	}
	seen := map[string]*yaml.Node{}
	for i := 0; i+1 < len(n.Content); i += 2 {
		key, value := n.Content[i], resolve(n.Content[i+1])
		if first := seen[key.Value]; first != nil {
			r.error(key, "the setting %q is there twice", key.Value).See(r.pos(first), "first here")
			continue
		}
		seen[key.Value] = key
		s, known := settingOf(key.Value)
		if !known {
			r.error(key, "there is no setting %q (known are %s)%s", key.Value, strings.Join(settingNames(), ", "), nearName(key.Value))
			continue
		}
		r.config.places[s.name] = place{r.pos(key), r.pos(n.Content[i+1])}
		r.setting(s, key, value)
	}
}

// setting reads the value of one setting.
func (r *reader) setting(s setting, key, value *yaml.Node) {
	if isNull(value) {
		if s.form == text {
			r.error(key, "%q has no value; leave it out to have the default", s.name)
		}
		return
	}
	if s.form == text && s.read != nil {
		s.read(r, value)
		return
	}
	if formOf(value) != s.form {
		r.error(value, "%q takes %s, and this is %s", s.name, s.form, formOf(value))
		return
	}
	switch s.form {
	case text:
		r.value(s, "", value)
	case list:
		for i, item := range value.Content {
			r.config.places[placeOf(s.name, []string{strconv.Itoa(i)})] = place{r.pos(item), r.pos(item)}
			r.value(s, "", resolve(item))
		}
	case mapping:
		if s.read != nil {
			s.read(r, value)
			return
		}
		r.mapping(s, value)
	}
}

// mapping reads the entries of a setting.
func (r *reader) mapping(s setting, n *yaml.Node) {
	seen := map[string]*yaml.Node{}
	for i := 0; i+1 < len(n.Content); i += 2 {
		key, value := n.Content[i], resolve(n.Content[i+1])
		if first := seen[key.Value]; first != nil {
			r.error(key, "%q has %q twice", s.name, key.Value).See(r.pos(first), "first here")
			continue
		}
		seen[key.Value] = key
		r.config.places[placeOf(s.name, []string{key.Value})] = place{r.pos(key), r.pos(n.Content[i+1])}
		r.value(s, key.Value, value)
	}
}

// value reads one text.
func (r *reader) value(s setting, key string, n *yaml.Node) {
	switch {
	case n.Kind != yaml.ScalarNode:
		r.error(n, "in %q each entry is a text, and this is %s", s.name, formOf(n))
	case isNull(n) || strings.TrimSpace(n.Value) == "":
		r.error(n, "a value of %q is empty", s.name)
	default:
		if s.wrong != nil {
			if why := s.wrong(n.Value); why != "" {
				r.error(n, "the name %q %s", n.Value, why)
				return
			}
		}
		s.set(r.config, key, n.Value)
	}
}

// resolve follows an alias to what it stands for.
func resolve(n *yaml.Node) *yaml.Node {
	for n.Kind == yaml.AliasNode {
		n = n.Alias
	}
	return n
}

func isNull(n *yaml.Node) bool { return n.Kind == yaml.ScalarNode && n.Tag == "!!null" }

func formOf(n *yaml.Node) form {
	switch n.Kind {
	case yaml.SequenceNode:
		return list
	case yaml.MappingNode:
		return mapping
	}
	return text
}

func quote(s string) string { return strconv.Quote(s) }
