package config

import (
	"bytes"
	"encoding/json"
	"fmt"
	"go/token"
	"go/types"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

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

// never are the names that no package can have, as far as they look like one.
func never() []string {
	var list []string
	candidates := slices.Concat(types.Universe.Names(), strings.Fields("main internal vendor testdata init wire all context iter xml big"))
	for tok := token.BREAK; tok <= token.VAR; tok++ {
		candidates = append(candidates, tok.String())
	}
	for _, name := range candidates {
		if goname.PackageProblem(name) != "" {
			list = append(list, name)
		}
	}
	slices.Sort(list)
	return slices.Compact(list)
}

// schemaOf is the JSON Schema of a shape. No value is none of a list or a mapping
// that has a name.
func schemaOf(s *shape, named bool) object {
	if s.or != nil {
		var all []object
		for one := s; one != nil; one = one.or {
			alone := *one
			alone.or = nil
			all = append(all, schemaOf(&alone, named && s.form != text))
		}
		return object{"anyOf": all}
	}
	out := object{}
	typed := func(name string) {
		if out["type"] = name; named {
			out["type"] = []string{name, "null"}
		}
	}
	switch {
	case s.read != nil:
	case s.form == text:
		out = textSchema(s.of)
	case s.form == flag:
		out["type"] = "boolean"
	case s.form == list:
		typed("array")
		out["items"] = schemaOf(s.each, false)
		if s.each.form == text {
			out["uniqueItems"] = true
		}
	case s.form == mapping:
		typed("object")
		out["additionalProperties"] = schemaOf(s.each, false)
		if s.key != nil {
			out["propertyNames"] = textSchema(s.key)
		}
	case s.form == record:
		typed("object")
		out["additionalProperties"] = false
		properties := object{}
		for _, f := range s.fields {
			below := schemaOf(&f.shape, true)
			if f.doc != "" {
				below["description"] = f.doc
			}
			properties[f.name] = below
		}
		out["properties"] = properties
		if s.needs != nil {
			out["required"] = s.needs
		}
	}
	maps.Copy(out, s.more)
	return out
}

func textSchema(of *texts) object {
	switch {
	case of == nil:
		return anyText()
	case of.words != nil:
		return object{"enum": of.words}
	}
	out := object{"type": "string", "pattern": of.pattern}
	if of == packageNames {
		out["not"] = object{"anyOf": []object{{"enum": never()}, {"pattern": of.not}}}
	}
	return out
}

func jsonSchema(t *testing.T) []byte {
	t.Helper()
	out := schemaOf(whole(), true)
	maps.Copy(out, object{
		"$schema": "http://json-schema.org/draft-07/schema#", "$id": SchemaURL, "title": FileName, "description": "Settings of wbxgen.",
	})
	out["properties"].(object)["profile"].(object)["enum"] = profile.Set{webex.Profile}.Names()
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	if err := e.Encode(out); err != nil {
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
		fmt.Fprintf(&b, "| [`%s`](#%s) | %s | %s | `%s` |\n", s.name, s.name, s.shape.forms(), value, s.example)
	}
	b.WriteString("\n" + componentNamesDoc)
	for _, s := range settings {
		fmt.Fprintf(&b, "\n## %s\n\n%s\n\n```yaml\n%s: %s\n```\n", s.name, s.doc, s.name, s.example)
		fieldTable(&b, &s.shape)
	}
	return b.Bytes()
}

// fieldTable lists the keys of a setting's value, or of its entries.
func fieldTable(b *bytes.Buffer, s *shape) {
	for one := s; one != nil; one = one.or {
		of := one
		for of.each != nil {
			of = of.each
		}
		for ; of != nil; of = of.or {
			if len(of.fields) == 0 {
				continue
			}
			b.WriteString("\n| key | takes | what it says |\n|---|---|---|\n")
			for _, f := range of.fields {
				fmt.Fprintf(b, "| `%s` | %s | %s |\n", f.name, f.shape.forms(), f.doc)
			}
		}
	}
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
