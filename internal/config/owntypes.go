package config

import (
	"go/token"
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"

	"github.com/wbxgen/wbxgen/internal/component"
)

// OwnType is a Go type of the user's, with the functions that make it of a text
// and a text of it.
type OwnType struct{ Type, Parse, Format string }

// UnmarshalYAML reads the name of a type, or a mapping.
func (t *OwnType) UnmarshalYAML(n *yaml.Node) error {
	if n.Kind == yaml.ScalarNode {
		t.Type = n.Value
		return nil
	}
	type plain OwnType
	return n.Decode((*plain)(t))
}

// Predeclared are the types of Go that need no package.
var Predeclared = strings.Fields("string bool int int8 int16 int32 int64 uint uint8 uint16 uint32 uint64 float32 float64")

// SplitName cuts a name of Go with its import path: example.com/money.Amount.
func SplitName(name string) (importPath, local string) {
	if i := strings.LastIndexByte(name, '.'); i > strings.LastIndexByte(name, '/') {
		return name[:i], name[i+1:]
	}
	return "", name
}

const importPattern = `^[A-Za-z0-9_~-][A-Za-z0-9._~/-]*\.[A-Z][A-Za-z0-9_]*$`

var goFuncs = &texts{pattern: importPattern, wrong: func(text string) string {
	if !isQualified(text) {
		return "is no exported function with the import path of its package, such as example.com/money.Parse"
	}
	return ""
}}

var goTypes = &texts{pattern: `^(` + strings.Join(Predeclared, "|") + `)$|` + importPattern, wrong: func(text string) string {
	if !isQualified(text) && !slices.Contains(Predeclared, text) {
		return "is neither a type of Go such as float64 nor an exported type with the import path of its package, such as time.Time or example.com/money.Amount"
	}
	return ""
}}

// isQualified reports whether a text is an exported name with an import path.
func isQualified(text string) bool {
	importPath, local := SplitName(text)
	plain := func(s, more string) bool {
		return !strings.ContainsFunc(s, func(r rune) bool {
			return (r < '0' || r > '9') && (r < 'A' || r > 'Z') && (r < 'a' || r > 'z') && !strings.ContainsRune(more, r)
		})
	}
	return importPath != "" && plain(importPath, "._~/-") && !strings.ContainsAny(importPath[:1], "./") && plain(local, "_") && token.IsExported(local)
}

// ownKinds are the kinds of components that can have Go types of the user's; the
// first need not be said.
var ownKinds = []component.Kind{component.Type, component.Element, component.Attribute}

// OwnKinds returns them.
func OwnKinds() []component.Kind { return slices.Clone(ownKinds) }

// typesShape is Go types by component.
func typesShape() shape {
	functions := shape{form: record, needs: []string{"type"}, judge: judgeOwnType, fields: []field{
		{name: "type", shape: shape{of: goTypes}, doc: "The Go type, with the import path of its package: `time.Time`, `github.com/shopspring/decimal.Decimal`."},
		{name: "parse", shape: shape{of: goFuncs}, doc: "A function `func(string) (T, error)`, with its import path. White space at the ends is gone from the text."},
		{name: "format", shape: shape{of: goFuncs}, doc: "A function `func(T) (string, error)` or `func(T) string`, with its import path. What it writes must be of the schema's type."},
	}, more: map[string]any{"dependencies": map[string]any{"parse": []string{"format"}, "format": []string{"parse"}}}}
	return shape{form: mapping, key: componentNames(true, ownKinds...), each: &shape{of: goTypes, or: &functions}}
}

func judgeOwnType(r *reader, n *yaml.Node) {
	var t OwnType
	if n.Decode(&t) == nil && (t.Parse == "") != (t.Format == "") {
		r.error(n, "the functions parse and format go together: one makes a value of a text, the other a text of it")
	}
}
