package report

import (
	"bytes"
	"encoding/json"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/wbxgen/wbxgen/internal/diff/change"
	"github.com/wbxgen/wbxgen/templates"
)

// jsonSchema is as much of a JSON Schema as ours uses.
type jsonSchema struct {
	Type                 string                 `json:"type"`
	Ref                  string                 `json:"$ref"`
	Const                any                    `json:"const"`
	Enum                 []any                  `json:"enum"`
	Pattern              string                 `json:"pattern"`
	Required             []string               `json:"required"`
	AdditionalProperties *bool                  `json:"additionalProperties"`
	Properties           map[string]*jsonSchema `json:"properties"`
	Items                *jsonSchema            `json:"items"`
	Defs                 map[string]*jsonSchema `json:"$defs"`
}

// check returns what is wrong with a value.
func (s *jsonSchema) check(root *jsonSchema, at string, v any) []string {
	if s.Ref != "" {
		target := root.Defs[strings.TrimPrefix(s.Ref, "#/$defs/")]
		if target == nil {
			return []string{at + ": no definition " + s.Ref}
		}
		return target.check(root, at, v)
	}
	var wrong []string
	if s.Const != nil && s.Const != v || s.Enum != nil && !slices.Contains(s.Enum, v) {
		wrong = append(wrong, fmt.Sprintf("%s: %v is not allowed", at, v))
	}
	switch v := v.(type) {
	case map[string]any:
		wrong = append(wrong, s.object(root, at, v)...)
	case []any:
		if s.Type != "array" {
			return append(wrong, at+": an array")
		}
		for i, item := range v {
			wrong = append(wrong, s.Items.check(root, fmt.Sprintf("%s/%d", at, i), item)...)
		}
	case string:
		if s.Type != "" && s.Type != "string" || s.Pattern != "" && !regexp.MustCompile(s.Pattern).MatchString(v) {
			wrong = append(wrong, at+": the string "+v)
		}
	case float64:
		if s.Type != "integer" || v != float64(int(v)) {
			wrong = append(wrong, at+": a number")
		}
	case bool:
		if s.Type != "boolean" {
			wrong = append(wrong, at+": a boolean")
		}
	}
	return wrong
}

func (s *jsonSchema) object(root *jsonSchema, at string, v map[string]any) []string {
	var wrong []string
	if s.Type != "object" || s.AdditionalProperties == nil || *s.AdditionalProperties {
		wrong = append(wrong, at+": an object, or an open one")
	}
	for _, name := range s.Required {
		if _, ok := v[name]; !ok {
			wrong = append(wrong, at+": no "+name)
		}
	}
	for name, item := range v {
		if s.Properties[name] == nil {
			wrong = append(wrong, at+": unknown "+name)
			continue
		}
		wrong = append(wrong, s.Properties[name].check(root, at+"/"+name, item)...)
	}
	return wrong
}

func TestJSONFollowsItsSchema(t *testing.T) {
	data, err := templates.FS.ReadFile("diff.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	var schema jsonSchema
	if err := json.Unmarshal(data, &schema); err != nil {
		t.Fatal(err)
	}
	chain := webexChain(t, "40.6.0", "40.4.3")
	for name, r := range map[string]*change.Result{"sample": sample(), "nothing": {}, "releases": chain.Direct, "documents": many(3, 2, 10), "cut": many(50, 40, 10)} {
		var out bytes.Buffer
		o := Options{MaxPerChange: 20}
		if name == "cut" {
			o.MaxBytes = 20_000
		}
		if err := Write(&out, "json", r, o); err != nil {
			t.Fatal(err)
		}
		var v any
		if err := json.Unmarshal(out.Bytes(), &v); err != nil {
			t.Fatal(err)
		}
		for _, wrong := range schema.check(&schema, "", v) {
			t.Errorf("%s: %s", name, wrong)
		}
	}
}

func TestJSONSchemaNotices(t *testing.T) {
	var schema jsonSchema
	data, err := templates.FS.ReadFile("diff.schema.json")
	if err != nil || json.Unmarshal(data, &schema) != nil {
		t.Fatal("no schema")
	}
	for _, text := range []string{`{}`, `{"format":"x"}`, `{"surplus":1}`, `{"changes":{}}`, `{"identical":"yes"}`} {
		var v any
		if err := json.Unmarshal([]byte(text), &v); err != nil {
			t.Fatal(err)
		}
		if len(schema.check(&schema, "", v)) == 0 {
			t.Errorf("%s is accepted", text)
		}
	}
}
