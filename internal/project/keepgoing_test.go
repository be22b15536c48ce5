package project_test

import (
	"regexp"
	"testing"
	"testing/fstest"

	"github.com/wbxgen/wbxgen/internal/diff"
	"github.com/wbxgen/wbxgen/internal/diff/pairs"
	"github.com/wbxgen/wbxgen/internal/project"
	"github.com/wbxgen/wbxgen/internal/source"
	"github.com/wbxgen/wbxgen/internal/xsd/compile"
)

// reference finds what names another component, a facet's value or bounds.
var reference = regexp.MustCompile(` (type|base|ref|itemType|memberTypes|substitutionGroup|refer|value|minOccurs|maxOccurs|xpath|name)="[^"]*"`)

// TestWhatCompilesIsCompared damages the old version of each pair in each place
// that refers to something: what is left is compared with the new one.
func TestWhatCompilesIsCompared(t *testing.T) {
	broken := 0
	for _, p := range pairs.All(t, "../diff/change/testdata") {
		text := p.Wants("old.xsd")
		if text == "" {
			continue
		}
		for _, at := range reference.FindAllStringSubmatchIndex(text, -1) {
			damaged := text[:at[0]] + ` ` + text[at[2]:at[3]] + `="t:gone/"` + text[at[1]:]
			set, err := source.FromFS(fstest.MapFS{"t.xsd": {Data: []byte(damaged)}}, nil, source.Limits{})
			if err != nil {
				t.Fatal(err)
			}
			s, diags := compile.Compile(set, compile.Options{})
			if !diags.HasErrors() {
				continue
			}
			broken++
			func() {
				defer func() {
					if r := recover(); r != nil {
						t.Errorf("%s: %v\n%s", p.ID, r, damaged)
					}
				}()
				project.Compare(diff.NewSide("old", s, nil), p.New, diff.Options{})
			}()
		}
	}
	if broken < 300 {
		t.Errorf("%d schemas were compared that have errors", broken)
	}
}
