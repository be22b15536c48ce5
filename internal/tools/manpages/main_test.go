package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/wbxgen/wbxgen/internal/cli"
)

// TestEveryCommandHasAPage looks for the page of each command that is not
// hidden, with its flags and examples, and none twice the size of the next run.
func TestEveryCommandHasAPage(t *testing.T) {
	first, second := t.TempDir(), t.TempDir()
	for _, dir := range []string{first, second} {
		if err := write(dir); err != nil {
			t.Fatal(err)
		}
	}
	pages := 0
	for _, c := range cli.Commands().Commands() {
		if !c.IsAvailableCommand() {
			continue
		}
		name := "wbxgen-" + c.Name() + ".1"
		page, err := os.ReadFile(filepath.Join(first, name))
		if err != nil {
			t.Error(err)
			continue
		}
		again, err := os.ReadFile(filepath.Join(second, name))
		if err != nil || !bytes.Equal(page, again) {
			t.Errorf("%s is another one in the second run (%v)", name, err)
		}
		for _, part := range []string{".SH NAME", ".SH SYNOPSIS", ".SH DESCRIPTION", strings.ReplaceAll(c.Short, "-", "\\-")} {
			if !strings.Contains(string(page), part) && !strings.Contains(string(page), c.Short) {
				t.Errorf("%s has no %q", name, part)
			}
		}
		pages++
	}
	if pages < 15 {
		t.Errorf("%d pages", pages)
	}
}
