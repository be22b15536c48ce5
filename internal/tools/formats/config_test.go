package formats

import (
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"testing"

	"github.com/xeipuuv/gojsonschema"
	"go.yaml.in/yaml/v3"

	"github.com/wbxgen/wbxgen/internal/config"
	"github.com/wbxgen/wbxgen/internal/judge"
	"github.com/wbxgen/wbxgen/internal/profile"
	"github.com/wbxgen/wbxgen/internal/profile/webex"
)

// values are those that cases give to settings: right ones and each kind of
// wrong one.
var values = []string{
	"orders", "api", "type", "int", "main", "internal", "x", "_x", "my-api", "my_api", "x_test", "2x", "größe", "''", "' '", "~", "1", "1.0", "'1'", "2",
	"true", "2024-01-15", "none", "auto", "webex", "webx", "[]", "[1.0, a]", "[~]", "[[a]]", "[{a: b}]", "{}", "{a: orders}", "{a: type}", "{a: ~}", "{a: [b]}",
	"{urn:x: orders, urn:y: items}", "{accepted: a.json}", "{accepted: ''}", "{accept: a}", "{policy: []}", "{policy: ~}", "{policy: {}}",
	"{policy: [{rule: a, level: info, reason: r}]}", "{policy: [{rule: a, ignore: true, reason: r}]}", "{policy: [{rule: a, ignore: false, reason: r}]}",
	"{policy: [{rule: a, ignore: true, level: info, reason: r}]}", "{policy: [{level: info, reason: r}]}", "{policy: [{rule: a, level: info}]}",
	"{policy: [{rule: a, level: fatal, reason: r}]}", "{policy: [{root: a, ignore: false, level: info, reason: r}]}", "{policy: [{rule: a, lvl: info, reason: r}]}",
	"{policy: [{rule: a, level: info, reason: ''}]}", "{link: 'https://x/{file}'}",
	"[{name: a, from: b}]", "[{name: a}]", "[{name: a, from: b, versions: all}]", "[{name: a, from: b, versions: [1.0]}]", "[{name: a, from: b, versions: some}]",
	"[{name: 'a b', from: c}]", "[{name: a, from: b, out: c, package: d/e, root: api, profile: none, names: f, within: g}]", "[{name: a, from: b, root: my-api}]", "[{name: a, from: ''}]",
	"{a: {name: b}}", "{a: {name: bb}}", "{a: {path: b/c}}", "{a: {path: /b}}", "{a: {path: b/}}", "{a: {path: b//c}}", "{a: {manifest: b}}", "{a: {manifest: b, name: cc}}", "{a: {}}",
	"{elements: [a:b], types: ['{urn:x}c'], operations: [D]}", "{elements: [element a:b]}", "{elements: [type a:b]}", "{elements: a}", "{elemnts: [a]}", "{operations: ['']}", "[go, SKU]", "['a b']",
	"{xs:date: time.Time}", "{type a:b: float64, element c/d: x.Y}", "{a: float}", "{a: a/b.c}", "{a: {type: x.Y, parse: x.P, format: x.F}}", "{a: {type: x.Y, parse: x.P}}", "{a: {parse: x.P, format: x.F}}",
	"{a: {type: x.Y, parse: x.p, format: x.F}}", "{enum a=b: x.Y}", "{a: /x.Y}", "{a: x/y.v2.Z}", "{a: {type: string}}", "{a b: string}",
	"{http://x/y.xsd: z}", "[a.xml, b.xml]", "[[a]]",
	"single", "namespaces", "import", "copy", "false", "'true'", "[type a]", "[type a:b, element c/d/@e]", "[a:b]", "[typ a]", "[attribute a:b]", "[enum a=b]", "[{a: b}, type c]",
	"{type a:B: C}", "{type a:B: c}", "{enum a:B=c d: E}", "{a: B}", "{'element {urn:x}a/@b': _}", "{type a: ''}", "{type a: [B]}",
}

// TestTheSchemaAgrees gives every value to every setting, and holds what an
// independent validator says of it to what the program does.
func TestTheSchemaAgrees(t *testing.T) {
	schema, names := publishedSchema(t)
	texts := []string{"", "# nothing\n", "[]\n", "text\n", "schemas: a\nout: b\nversions: [1]\n", "version: 1\npackages:\n",
		"schemas: [{name: a, from: b}]\nversions: [1]\n", "schemas: [{name: a, from: b}]\nout: c\n", "schemas: a\nversions: [1]\n", "schemas: [{name: a, from: b}]\nroot: api\n"}
	for _, name := range append(names, "versoin", "Schemas") {
		for _, v := range values {
			texts = append(texts, name+": "+v+"\n")
		}
	}
	file, taken := filepath.Join(t.TempDir(), config.FileName), 0
	for _, text := range texts {
		if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		c, err := config.Load(file)
		if err == nil {
			if !slices.Contains(profile.Set{webex.Profile}.Names(), c.Profile) {
				err = fmt.Errorf("no profile %q", c.Profile)
			}
		}
		verdict, schemaErr := schema.Validate(gojsonschema.NewGoLoader(decoded(t, text)))
		if schemaErr != nil {
			t.Fatal(schemaErr)
		}
		if verdict.Valid() != (err == nil) {
			t.Errorf("%q: the program says %v, the schema %v", text, err, verdict.Errors())
		}
		if err == nil {
			taken++
		}
	}
	if taken < 50 || taken > len(texts)/2 {
		t.Errorf("%d of %d are taken", taken, len(texts))
	}
}

// publishedSchema returns the JSON Schema of configurations, and the settings
// that it has. A test of package config holds it to the table of settings.
func publishedSchema(t *testing.T) (*gojsonschema.Schema, []string) {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(judge.Root(t), "docs", "wbxgen.schema.json"))
	if err != nil {
		t.Fatal(err)
	}
	var top struct{ Properties map[string]any }
	if err := json.Unmarshal(text, &top); err != nil {
		t.Fatal(err)
	}
	schema, err := gojsonschema.NewSchema(gojsonschema.NewBytesLoader(text))
	if err != nil {
		t.Fatal(err)
	}
	return schema, slices.Sorted(maps.Keys(top.Properties))
}

// decoded returns YAML as JSON has it; a day is a text there.
func decoded(t *testing.T, text string) any {
	t.Helper()
	text = regexp.MustCompile(`: (2024-01-15)\n`).ReplaceAllString(text, ": '$1'\n")
	var v any
	if err := yaml.Unmarshal([]byte(text), &v); err != nil {
		t.Fatal(err)
	}
	return v
}
