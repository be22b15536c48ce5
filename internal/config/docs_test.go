package config

import (
	"bytes"
	"encoding/json"
	"fmt"
	"go/token"
	"go/types"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/xeipuuv/gojsonschema"
	"go.yaml.in/yaml/v3"

	"github.com/wbxgen/wbxgen/internal/goname"
	"github.com/wbxgen/wbxgen/internal/judge"
	"github.com/wbxgen/wbxgen/internal/profile"
	"github.com/wbxgen/wbxgen/internal/profile/webex"
)

// object is a JSON object.
type object = map[string]any

// anyText is what a setting that takes a text can have: YAML makes numbers and
// the like of some.
func anyText() object {
	return object{"type": []string{"string", "number", "boolean"}, "pattern": `\S`}
}

// packageName is what a package can be called.
func packageName() object {
	var never []string
	candidates := slices.Concat(types.Universe.Names(), strings.Fields("main internal vendor testdata init wire all context iter xml big"))
	for tok := token.BREAK; tok <= token.VAR; tok++ {
		candidates = append(candidates, tok.String())
	}
	for _, name := range candidates {
		if goname.PackageProblem(name) != "" {
			never = append(never, name)
		}
	}
	slices.Sort(never)
	return object{
		"type": "string", "pattern": "^[A-Za-z][A-Za-z0-9_]+$",
		"not": object{"anyOf": []object{{"enum": slices.Compact(never)}, {"pattern": "_test$"}}},
	}
}

// policySchema is the entries of diff.policy.
func policySchema() object {
	chosen := []object{}
	properties := object{"level": object{"enum": levels}, "ignore": object{"type": "boolean"}, "reason": anyText()}
	for _, name := range strings.Fields("rule path namespace root") {
		chosen = append(chosen, object{"required": []string{name}})
		properties[name] = anyText()
	}
	ignored := object{"properties": object{"ignore": object{"const": true}}, "required": []string{"ignore"}}
	return object{
		"type": "array",
		"items": object{
			"type": "object", "properties": properties, "additionalProperties": false, "required": []string{"reason"}, "anyOf": chosen,
			"oneOf": []object{ignored, {"required": []string{"level"}}},
		},
	}
}

// schemaOf is the JSON Schema of a setting.
func schemaOf(s setting) object {
	var out object
	switch {
	case s.name == "version":
		out = object{"const": 1}
	case s.name == "profile":
		out = object{"enum": profile.Set{webex.Profile}.Names()}
	case s.name == "diff":
		out = object{"type": []string{"object", "null"}, "additionalProperties": false, "properties": object{
			"accepted": anyText(), "link": anyText(), "policy": policySchema(),
		}}
	case s.form == list:
		out = object{"type": []string{"array", "null"}, "items": anyText()}
	case s.form == mapping:
		out = object{"type": []string{"object", "null"}, "additionalProperties": packageName()}
	case s.wrong != nil:
		out = packageName()
	default:
		out = anyText()
	}
	out["description"] = s.doc
	return out
}

func jsonSchema(t *testing.T) []byte {
	t.Helper()
	properties := object{}
	for _, s := range settings {
		properties[s.name] = schemaOf(s)
	}
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	if err := e.Encode(object{
		"$schema": "http://json-schema.org/draft-07/schema#", "$id": SchemaURL, "title": FileName,
		"description": "Settings of wbxgen.", "type": []string{"object", "null"}, "additionalProperties": false, "properties": properties,
	}); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// page is the reference page.
func page() []byte {
	var b bytes.Buffer
	b.WriteString("# Configuration\n\n<!-- Made from internal/config/settings.go by its test; WBXGEN_GOLDEN=1 rewrites it. -->\n\n")
	b.WriteString("`wbxgen init` writes a `" + FileName + "` with all settings. Each can be left out. Paths are relative to the file. An entry that\nmeans nothing is an error, with its line and column.\n\n")
	b.WriteString("Editors complete and check the file by its [JSON Schema](wbxgen.schema.json): the first line that `init` writes names it.\n`wbxgen init --upgrade` brings an older file into the form of today.\n\n")
	b.WriteString("| setting | takes | default | example |\n|---|---|---|---|\n")
	for _, s := range settings {
		value := ""
		if s.value != nil {
			value = s.value(Default())
		}
		if value != "" {
			value = "`" + value + "`"
		}
		fmt.Fprintf(&b, "| [`%s`](#%s) | %s | %s | `%s` |\n", s.name, s.name, s.form, value, s.example)
	}
	for _, s := range settings {
		fmt.Fprintf(&b, "\n## %s\n\n%s\n\n```yaml\n%s: %s\n```\n", s.name, s.doc, s.name, s.example)
	}
	return b.Bytes()
}

// TestPagesAreUpToDate holds the published schema and page to the settings.
// WBXGEN_GOLDEN=1 rewrites them.
func TestPagesAreUpToDate(t *testing.T) {
	for name, want := range map[string][]byte{"docs/wbxgen.schema.json": jsonSchema(t), "docs/configuration.md": page()} {
		file := filepath.Join(judge.Root(t), name)
		if os.Getenv("WBXGEN_GOLDEN") != "" {
			if err := os.WriteFile(file, want, 0o644); err != nil {
				t.Fatal(err)
			}
		}
		if got, err := os.ReadFile(file); err != nil || !bytes.Equal(got, want) {
			t.Errorf("%s is not what the settings say (%v); WBXGEN_GOLDEN=1 rewrites it", name, err)
		}
	}
}

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
}

// TestTheSchemaAgrees gives every value to every setting, and holds what an
// independent validator says of it to what the program does.
func TestTheSchemaAgrees(t *testing.T) {
	schema, err := gojsonschema.NewSchema(gojsonschema.NewBytesLoader(jsonSchema(t)))
	if err != nil {
		t.Fatal(err)
	}
	texts := []string{"", "# nothing\n", "[]\n", "text\n", "schemas: a\nout: b\nversions: [1]\n", "version: 1\npackages:\n"}
	for _, name := range append(settingNames(), "versoin", "Schemas") {
		for _, v := range values {
			texts = append(texts, name+": "+v+"\n")
		}
	}
	taken := 0
	for _, text := range texts {
		c, err := parse(FileName, []byte(text))
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

// What init writes is taken, by the program and by the schema, and says what
// counts without a file.
func TestTheStart(t *testing.T) {
	for _, c := range []*Config{Default(), {Schemas: "a", Out: "b", Package: "example.com/b", Root: "api", Profile: "none", Names: "c"}} {
		text := Start(c)
		got, err := parse(FileName, text)
		if err != nil {
			t.Fatal(err)
		}
		if got.Schemas != c.Schemas || got.Out != c.Out || got.Package != c.Package || got.Root != c.Root || got.Profile != c.Profile || got.Names != c.Names {
			t.Errorf("got %+v from\n%s", got, text)
		}
		// The settings that are comments are right too.
		all := regexp.MustCompile(`(?m)^# ([a-z]+: \S.*)$`).ReplaceAllString(string(text), "$1")
		all = strings.ReplaceAll(all, "yaml-language-server", "# yaml-language-server")
		if _, err := parse(FileName, []byte(all)); err != nil && !strings.Contains(err.Error(), "this is no YAML") {
			t.Errorf("%v in\n%s", err, all)
		}
	}
}

func TestUpgrade(t *testing.T) {
	for text, want := range map[string]string{
		"out: gen # mine\n": modeline + "version: 1\nout: gen # mine\n",
		"---\nout: gen\n":   "---\n" + modeline + "version: 1\nout: gen\n",
		"# yaml-language-server: $schema=x\nout: a\n": "version: 1\n# yaml-language-server: $schema=x\nout: a\n",
		"version: 1\nout: gen\n":                      "version: 1\nout: gen\n",
		"":                                            modeline + "version: 1\n",
	} {
		file := filepath.Join(t.TempDir(), FileName)
		if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
		got, changed, err := Upgrade(file)
		if err != nil || string(got) != want || changed != (text != want) {
			t.Errorf("%q: %q, %v, %v", text, got, changed, err)
		}
		if _, err := parse(FileName, got); err != nil {
			t.Errorf("%q: %v", got, err)
		}
	}
}

func TestTheVersion(t *testing.T) {
	for _, v := range []string{"2", "1.1", "'1'", "[1]", "~", "true"} {
		_, err := parse(FileName, []byte("out: a\nversion: "+v+"\n"))
		if err == nil || !strings.Contains(err.Error(), "wbxgen.yaml:2:") {
			t.Errorf("version %s: %v", v, err)
		}
	}
}
