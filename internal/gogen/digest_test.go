package gogen_test

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"reflect"
	"testing"

	"golang.org/x/tools/txtar"

	"github.com/wbxgen/wbxgen/internal/gogen"
	"github.com/wbxgen/wbxgen/internal/plan"
	"github.com/wbxgen/wbxgen/internal/xsd"
)

// change is a way to make one thing of a plan another one, and back.
type change struct {
	path string
	make func() (undo func())
}

// changes collects what can be changed below a value. That a component is behind
// something is not printed.
func changes(list []change, path string, v reflect.Value, seen map[any]bool) []change {
	add := func(to func(old reflect.Value) reflect.Value) {
		list = append(list, change{path, func() func() {
			old := reflect.New(v.Type()).Elem()
			old.Set(v)
			v.Set(to(old))
			return func() { v.Set(old) }
		}})
	}
	switch v.Kind() {
	case reflect.String:
		add(func(old reflect.Value) reflect.Value { return reflect.ValueOf(old.String() + "Z").Convert(v.Type()) })
	case reflect.Bool:
		add(func(old reflect.Value) reflect.Value { return reflect.ValueOf(!old.Bool()) })
	case reflect.Int, reflect.Int64:
		add(func(old reflect.Value) reflect.Value { return reflect.ValueOf(old.Int() + 1).Convert(v.Type()) })
	case reflect.Uint8, reflect.Uint64:
		add(func(old reflect.Value) reflect.Value { return reflect.ValueOf(old.Uint() + 1).Convert(v.Type()) })
	case reflect.Slice:
		if v.Len() > 0 {
			add(func(old reflect.Value) reflect.Value { return old.Slice(0, old.Len()-1) })
		}
		for i := range v.Len() {
			list = changes(list, fmt.Sprintf("%s[%d]", path, i), v.Index(i), seen)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			list = changes(list, path+"."+v.Type().Field(i).Name, v.Field(i), seen)
		}
	case reflect.Pointer, reflect.Interface:
		if _, component := v.Interface().(xsd.Component); component || v.IsNil() || seen[v.Interface()] {
			break
		}
		seen[v.Interface()] = true
		if v.Kind() == reflect.Pointer {
			add(func(reflect.Value) reflect.Value { return reflect.Zero(v.Type()) })
		}
		list = changes(list, path, v.Elem(), seen)
		if v.Kind() == reflect.Interface {
			list = changes(list, path, v.Elem().Elem(), seen)
		}
	}
	return list
}

// texts returns the texts of a plan's parts by their keys, nil where it is none
// that can be printed.
func texts(code *plan.Plan) (list map[gogen.Key][]byte) {
	defer func() {
		if recover() != nil {
			list = nil
		}
	}()
	// One that panics does so where it can be recovered from.
	pages, err := gogen.PagesInTurn(code)
	if err != nil {
		return nil
	}
	list = map[gogen.Key][]byte{}
	for _, page := range pages {
		for _, part := range page.Parts {
			if part.Key != (gogen.Key{}) {
				list[part.Key] = part.Text
			}
		}
	}
	return list
}

// Whatever is changed in a plan, a part that keeps its key keeps its text.
func TestKeysHaveWhatTextsFollowFrom(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatal(err)
	}
	for _, file := range files {
		a, err := txtar.ParseFile(file)
		if err != nil {
			t.Fatal(err)
		}
		t.Run(filepath.Base(file), func(t *testing.T) { checkKeys(t, planOf(t, a, nil), 150) })
	}
	t.Run("operations", func(t *testing.T) {
		checkKeys(t, webexPlan(t), 5)
	})
}

// checkKeys changes some things of a plan, ten times as many in a long run.
func checkKeys(t *testing.T, code *plan.Plan, most int) {
	before := texts(code)
	if len(before) == 0 {
		t.Fatal("no part has a key")
	}
	list := changes(nil, "", reflect.ValueOf(code).Elem(), map[any]bool{})
	if os.Getenv("WBXGEN_LONG") != "" {
		most *= 10
	}
	random := rand.New(rand.NewPCG(1, 2))
	random.Shuffle(len(list), func(i, j int) { list[i], list[j] = list[j], list[i] })
	list = list[:min(most, len(list))]
	tried, kept := 0, 0
	for _, c := range list {
		undo := c.make()
		after := texts(code)
		undo()
		if after == nil {
			continue
		}
		tried++
		for key, text := range after {
			old, found := before[key]
			if found && !bytes.Equal(old, text) {
				t.Errorf("%s: a part has the key that it had, and another text:\n%s", c.path, text)
				break
			}
			if found {
				kept++
			}
		}
	}
	if tried < len(list)/2 || kept == 0 {
		t.Errorf("only %d changes of %d could be printed, and %d parts kept their keys", tried, len(list), kept)
	}
	t.Logf("%d changes, %d parts with their keys, %d in each plan", tried, kept, len(before))
}
