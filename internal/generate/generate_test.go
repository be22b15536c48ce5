package generate_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/wbxgen/wbxgen/internal/config"
	"github.com/wbxgen/wbxgen/internal/generate"
)

func write(t testing.TB, name, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

func schemaOf(name string) string {
	return `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:` + name + `"><xs:complexType name="` + name + `"/></xs:schema>`
}

// Runs at the same time that share a names lock lose none of each other's
// names.
func TestRunsThatShareANamesLock(t *testing.T) {
	t.Chdir(t.TempDir())
	write(t, "go.mod", "module example.com/x\n")
	var wait sync.WaitGroup
	for i := range 6 {
		write(t, fmt.Sprintf("schemas/%d/a.xsd", i), schemaOf(fmt.Sprintf("order%d", i)))
		cfg := config.Default()
		cfg.Versions = []string{fmt.Sprint(i)}
		wait.Go(func() {
			if _, err := generate.Make(cfg, generate.Options{}); err != nil {
				t.Error(err)
			}
		})
	}
	wait.Wait()
	lock, err := os.ReadFile("generated/names.lock")
	if err != nil {
		t.Fatal(err)
	}
	for i := range 6 {
		if !strings.Contains(string(lock), fmt.Sprintf("urn:order%d\torder%d\n", i, i)) {
			t.Errorf("the names of order%d are lost:\n%s", i, lock)
		}
	}
}

// What is in the way of one output keeps all of a run from being written.
func TestAllOutputsOrNone(t *testing.T) {
	t.Chdir(t.TempDir())
	write(t, "go.mod", "module example.com/x\n")
	for _, v := range []string{"1", "2", "3"} {
		write(t, "schemas/"+v+"/a.xsd", schemaOf("order"))
	}
	write(t, "generated/v3/order/types.go", "package order")
	_, err := generate.Make(config.Default(), generate.Options{})
	if err == nil || !strings.Contains(err.Error(), "generated/v3/order/types.go: error: order/types.go is wanted here") {
		t.Errorf("got %v", err)
	}
	if entries, err := os.ReadDir("generated"); err != nil || len(entries) != 1 {
		t.Errorf("there are %v, %v", entries, err)
	}
}

// A folder that nothing can be written into leaves the others as they were.
func TestAFolderThatCannotBeWrittenTo(t *testing.T) {
	if os.Getuid() == 0 {
		t.Skip("root may write everywhere")
	}
	t.Chdir(t.TempDir())
	write(t, "go.mod", "module example.com/x\n")
	for _, v := range []string{"1", "2"} {
		write(t, "schemas/"+v+"/a.xsd", schemaOf("order"))
	}
	write(t, "generated/v2/mine.txt", "")
	if err := os.Chmod("generated/v2", 0o555); err != nil {
		t.Fatal(err)
	}
	defer os.Chmod("generated/v2", 0o755)
	_, err := generate.Make(config.Default(), generate.Options{})
	if err == nil || !strings.Contains(err.Error(), "generated/v2: error: cannot write: permission denied; nothing is changed") {
		t.Errorf("got %v", err)
	}
	if _, err := os.Stat("generated/v1"); err == nil {
		t.Error("the first output is there")
	}
}
