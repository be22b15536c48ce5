package generate_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/wbxgen/wbxgen/internal/config"
	"github.com/wbxgen/wbxgen/internal/generate"
)

// enough is how many types make an output that is remembered.
const enough = 400

// remembering is a module with a schema that was generated from, in which runs
// remember what they have printed.
func remembering(t *testing.T) {
	t.Helper()
	t.Chdir(t.TempDir())
	t.Setenv(generate.CacheVariable, filepath.Join(t.TempDir(), "cache"))
	write(t, "go.mod", "module example.com/x\n")
	write(t, "in/a.xsd", manyTypes(enough))
	again(t)
	if records(t) != 1 {
		t.Fatal("nothing is remembered")
	}
}

// records counts the outputs that are remembered.
func records(t *testing.T) int {
	t.Helper()
	list, err := filepath.Glob(filepath.Join(os.Getenv(generate.CacheVariable), "printed", "*"))
	if err != nil {
		t.Fatal(err)
	}
	return len(list)
}

func again(t *testing.T) {
	t.Helper()
	if _, err := generate.Make(config.Default(), generate.Options{Schema: "in", Out: "api"}); err != nil {
		t.Fatal(err)
	}
}

// isCold holds the output to one that is printed from nothing.
func isCold(t *testing.T, when string) {
	t.Helper()
	t.Setenv(generate.CacheVariable, "off")
	run, err := generate.Make(config.Default(), generate.Options{Schema: "in", Out: "api", Check: true})
	if err != nil || !run.Clean() {
		t.Errorf("%s: the output is not as from nothing: %v, %v", when, run.Outputs[0].Files.Changed, err)
	}
}

// TestWhatIsRememberedIsRight changes the schema or the output, or what is remembered,
// and generates again.
func TestWhatIsRememberedIsRight(t *testing.T) {
	edit := func(old, now string) func(*testing.T) {
		return func(t *testing.T) {
			write(t, "in/a.xsd", strings.Replace(manyTypes(enough), old, now, 1))
		}
	}
	everyRecord := func(t *testing.T, do func(file string)) {
		list, _ := filepath.Glob(filepath.Join(os.Getenv(generate.CacheVariable), "printed", "*"))
		for _, file := range list {
			do(file)
		}
	}
	for when, change := range map[string]func(*testing.T){
		"nothing":       func(*testing.T) {},
		"an element":    edit(`<xs:element name="name" type="xs:string"/>`, `<xs:element name="name" type="xs:string"/><xs:element name="more" type="code4"/>`),
		"a kind":        edit(`<xs:simpleType name="code8"><xs:restriction base="xs:string"><xs:maxLength value="10"/><xs:pattern value="[A-Z]+"/></xs:restriction></xs:simpleType>`, `<xs:simpleType name="code8"><xs:list itemType="xs:int"/></xs:simpleType>`),
		"a facet":       edit(`<xs:maxLength value="10"/>`, `<xs:maxLength value="11"/>`),
		"an enum value": edit(`<xs:enumeration value="green"/>`, `<xs:enumeration value="blue"/>`),
		"checks of a type that others refer to": edit(`<xs:simpleType name="color4"><xs:restriction base="xs:string"><xs:enumeration value="red"/><xs:enumeration value="green"/>`,
			`<xs:simpleType name="color4"><xs:restriction base="xs:string"><xs:maxLength value="3"/>`),
		"an edited file": func(t *testing.T) {
			list, _ := filepath.Glob("api/*/types*.go")
			text, err := os.ReadFile(list[0])
			if err != nil {
				t.Fatal(err)
			}
			write(t, list[0], strings.Replace(string(text), "string", "String", 1))
		},
		"a file that is gone": func(t *testing.T) {
			list, _ := filepath.Glob("api/*/types*.go")
			if err := os.Remove(list[0]); err != nil {
				t.Fatal(err)
			}
		},
		"a record that ends early": func(t *testing.T) {
			everyRecord(t, func(file string) {
				if err := os.Truncate(file, 5000); err != nil {
					t.Fatal(err)
				}
			})
		},
		"a record that is none": func(t *testing.T) { everyRecord(t, func(file string) { write(t, file, "none") }) },
	} {
		t.Run(when, func(t *testing.T) {
			remembering(t)
			change(t)
			again(t)
			isCold(t, when)
		})
	}
}

// TestNothingIsRememberedWhereNobodyWants: with "off", and where the folder cannot be made.
func TestNothingIsRememberedWhereNobodyWants(t *testing.T) {
	remembering(t)
	blocked := filepath.Join(t.TempDir(), "file")
	write(t, blocked, "")
	for _, value := range []string{"off", blocked} {
		t.Setenv(generate.CacheVariable, value)
		again(t)
		isCold(t, value)
		if records(t) != 0 {
			t.Errorf("%s: something is remembered", value)
		}
	}
}

// TestOnlyRecordsAreDropped: where there are many records the oldest goes, and no
// file that is not ours, however old.
func TestOnlyRecordsAreDropped(t *testing.T) {
	remembering(t)
	dir := filepath.Join(os.Getenv(generate.CacheVariable), "printed")
	long := time.Now().Add(-time.Hour)
	for i := range 100 {
		for _, name := range []string{fmt.Sprintf("photo%d.jpg", i), fmt.Sprintf("%032x", i)} {
			write(t, filepath.Join(dir, name), "")
			if err := os.Chtimes(filepath.Join(dir, name), long, long.Add(time.Duration(i)*time.Second)); err != nil {
				t.Fatal(err)
			}
		}
	}
	write(t, "in/a.xsd", strings.Replace(manyTypes(enough), `value="green"`, `value="blue"`, 1))
	again(t)
	photos, _ := filepath.Glob(filepath.Join(dir, "*.jpg"))
	if len(photos) != 100 {
		t.Errorf("%d of 100 files of others are left", len(photos))
	}
	if _, err := os.Stat(filepath.Join(dir, fmt.Sprintf("%032x", 0))); err == nil {
		t.Error("the oldest record is still there")
	}
	if got := records(t) - len(photos); got != 100 {
		t.Errorf("there are %d records, want 100 still", got)
	}
}

// TestRunsSideBySide: several runs into one folder's record leave one that is whole.
func TestRunsSideBySide(t *testing.T) {
	remembering(t)
	var runs sync.WaitGroup
	for range 4 {
		runs.Go(func() {
			if _, err := generate.Make(config.Default(), generate.Options{Schema: "in", Out: "api", Check: true}); err != nil {
				t.Error(err)
			}
		})
	}
	runs.Wait()
	again(t)
	isCold(t, "side by side")
}
