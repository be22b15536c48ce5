package schemagen_test

import (
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/wbxgen/wbxgen/internal/schemagen"
	"github.com/wbxgen/wbxgen/internal/source"
	"github.com/wbxgen/wbxgen/internal/xsd/compile"
)

// TestMostRandomSchemasAreRight compiles schemas made by chance: a generator
// whose schemas are refused tests nothing.
func TestMostRandomSchemasAreRight(t *testing.T) {
	for name, made := range map[string]func(uint64) schemagen.Set{"random": schemagen.Random, "wide": schemagen.Wide} {
		t.Run(name, func(t *testing.T) { mostAreRight(t, made) })
	}
}

func mostAreRight(t *testing.T, made func(uint64) schemagen.Set) {
	const tried = 200
	right := 0
	for seed := range uint64(tried) {
		dir := t.TempDir()
		for _, f := range made(seed).Files {
			if err := os.WriteFile(filepath.Join(dir, f.Name), []byte(f.Text), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		set, err := source.Open(dir, source.Options{})
		if err != nil {
			t.Fatal(err)
		}
		_, diags := compile.Compile(set, compile.Options{})
		if err := diags.Err(); err != nil {
			t.Logf("%d: %.300s", seed, err)
			continue
		}
		right++
	}
	t.Logf("%d of %d are right", right, tried)
	if right < tried/2 {
		t.Errorf("only %d of %d schemas are right", right, tried)
	}
}

func TestASeedGivesOneSchema(t *testing.T) {
	for seed := range uint64(20) {
		if d := cmp.Diff(schemagen.Random(seed), schemagen.Random(seed)); d != "" {
			t.Error(d)
		}
		if d := cmp.Diff(schemagen.Wide(seed), schemagen.Wide(seed)); d != "" {
			t.Error(d)
		}
	}
}

// TestKindsAreRight compiles the schemas that are made by rule: each must be.
func TestKindsAreRight(t *testing.T) {
	for _, s := range slices.Concat(schemagen.Contexts(), schemagen.ListsAndUnions(), schemagen.Collisions(), schemagen.Homes(), schemagen.Items()) {
		dir := t.TempDir()
		for _, f := range s.Files {
			if err := os.WriteFile(filepath.Join(dir, f.Name), []byte(f.Text), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		set, err := source.Open(dir, source.Options{})
		if err != nil {
			t.Fatal(err)
		}
		if _, diags := compile.Compile(set, compile.Options{}); diags.Err() != nil {
			t.Errorf("%s: %.500s", s.Name, diags.Err())
		}
	}
}
