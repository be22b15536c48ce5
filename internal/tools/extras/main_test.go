package main

import (
	"maps"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"go.yaml.in/yaml/v3"

	"github.com/wbxgen/wbxgen/internal/cli"
	"github.com/wbxgen/wbxgen/internal/judge"
)

// extras returns what a run writes, by name.
func extras(t *testing.T) map[string]string {
	t.Helper()
	dir := t.TempDir()
	if err := write(dir, cli.Commands()); err != nil {
		t.Fatal(err)
	}
	files := map[string]string{}
	names, err := filepath.Glob(filepath.Join(dir, "*", "*"))
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		below, err := filepath.Rel(dir, name)
		if err != nil {
			t.Fatal(err)
		}
		files[path.Join("extras", filepath.ToSlash(below))] = string(text)
	}
	return files
}

func TestEveryCommandHasAPage(t *testing.T) {
	files := extras(t)
	if again := extras(t); !maps.Equal(files, again) {
		t.Error("another run writes something else")
	}
	pages := 0
	for _, c := range cli.Commands().Commands() {
		if !c.IsAvailableCommand() {
			continue
		}
		pages++
		name := "extras/man/wbxgen-" + c.Name() + ".1"
		for _, part := range []string{".SH NAME", ".SH SYNOPSIS", ".SH OPTIONS", c.Short} {
			if !strings.Contains(strings.ReplaceAll(files[name], `\-`, "-"), part) {
				t.Errorf("%s has no %q:\n%s", name, part, files[name])
			}
		}
	}
	if pages < 15 || !strings.Contains(files["extras/man/wbxgen.1"], "wbxgen-generate(1)") {
		t.Errorf("%d pages", pages)
	}
}

// TestCompletionsAreScripts has a shell read those that it can.
func TestCompletionsAreScripts(t *testing.T) {
	files := extras(t)
	for _, shell := range []string{"bash", "zsh", "fish", "ps1"} {
		text := files["extras/completions/wbxgen."+shell]
		if !strings.Contains(text, "wbxgen") || !strings.Contains(text, "__complete") {
			t.Errorf("no script for %s", shell)
		}
		if _, err := exec.LookPath(shell); err != nil {
			continue
		}
		read := exec.Command(shell, "-n")
		read.Stdin = strings.NewReader(text)
		if out, err := read.CombinedOutput(); err != nil {
			t.Errorf("%s: %v\n%s", shell, err, out)
		}
	}
}

// TestTheReleaseHasWhatItNames holds .goreleaser.yaml to the repository and to
// what its hook writes, and the Dockerfile to what it is given.
func TestTheReleaseHasWhatItNames(t *testing.T) {
	root := judge.Root(t)
	text, err := os.ReadFile(filepath.Join(root, ".goreleaser.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	var release struct {
		Before   struct{ Hooks []string }
		Builds   []struct{ Main, Binary string }
		Archives []struct{ Files []string }
		NFPMs    []struct{ Contents []struct{ Src string } } `yaml:"nfpms"`
		Images   []struct{ Dockerfile string }               `yaml:"dockers_v2"`
		SBOMs    []struct{ Artifacts string }                `yaml:"sboms"`
	}
	if err := yaml.Unmarshal(text, &release); err != nil {
		t.Fatal(err)
	}
	if !slices.Contains(release.Before.Hooks, "go -C internal/tools run ./extras ../../extras") {
		t.Errorf("no hook writes the extras: %q", release.Before.Hooks)
	}
	if len(release.Builds) != 1 || len(release.Archives) != 1 || len(release.NFPMs) != 1 || len(release.Images) != 1 || len(release.SBOMs) != 1 {
		t.Fatalf("%+v", release)
	}
	names := append(slices.Clone(release.Archives[0].Files), release.Builds[0].Main, release.Images[0].Dockerfile)
	for _, c := range release.NFPMs[0].Contents {
		names = append(names, c.Src)
	}
	made := slices.Sorted(maps.Keys(extras(t)))
	for _, name := range names {
		_, err := os.Stat(filepath.Join(root, name))
		matches := func(file string) bool { ok, err := path.Match(name, file); return ok && err == nil }
		if err != nil && !slices.ContainsFunc(made, matches) {
			t.Errorf("there is no %s", name)
		}
	}
	image, err := os.ReadFile(filepath.Join(root, "Dockerfile"))
	if err != nil {
		t.Fatal(err)
	}
	for _, line := range []string{"COPY ${TARGETPLATFORM}/" + release.Builds[0].Binary + " ", "\nUSER 65532:65532\n", "\nENTRYPOINT ["} {
		if !strings.Contains(string(image), line) {
			t.Errorf("the Dockerfile has no %q", line)
		}
	}
}
