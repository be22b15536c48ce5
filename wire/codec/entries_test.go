package codec

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"strings"
	"sync"
	"testing"
)

// saidTable is a table whose texts a generator has made, with what they say.
type saidTable struct {
	table Table
	want  entries
}

// randomTable returns a table with all that texts can say.
func randomTable(r *rand.Rand) *saidTable {
	s := &saidTable{}
	spaces := []*Namespace{nil}
	for i := range r.IntN(4) {
		ns := &Namespace{URI: fmt.Sprintf("urn:%d", i)}
		if i == 0 {
			s.table.Space = ns
		} else {
			s.table.Spaces = append(s.table.Spaces, ns)
		}
		spaces = append(spaces, ns)
	}
	name := func(plain *Namespace) (Name, string) {
		n := Name{Space: spaces[r.IntN(len(spaces))], Local: randomLocal(r)}
		if n.Space == plain && r.IntN(4) > 0 {
			return n, n.Local
		}
		for i, ns := range spaces[1:] {
			if ns == n.Space {
				return n, fmt.Sprintf("%d:%s", i, n.Local)
			}
		}
		return n, ":" + n.Local
	}
	withDefault := func(n Name, word string) (Name, string) {
		if r.IntN(5) == 0 {
			n.Default = &Default{Text: "of " + n.Local}
			s.table.NameDefaults = append(s.table.NameDefaults, n.Default)
			word += "="
		}
		return n, word
	}
	for range r.IntN(3) {
		n, word := withDefault(name(s.table.Space))
		s.want.roots = append(s.want.roots, n)
		s.table.RootNames += blank(r) + word
	}
	for range r.IntN(70) {
		e, word := Element{}, "#"
		if r.IntN(6) == 0 {
			e.Items = &Items{}
			s.table.Items = append(s.table.Items, e.Items)
		} else {
			e.Name, word = withDefault(name(s.table.Space))
		}
		if e.Many = r.IntN(3) == 0; e.Many {
			word += "*"
		}
		if e.Again = r.IntN(3) == 0; e.Again {
			word += "+"
		}
		s.want.elements = append(s.want.elements, e)
		s.table.Names += blank(r) + word
	}
	for range r.IntN(5) {
		n, word := name(nil)
		s.want.attrs = append(s.want.attrs, n)
		s.table.AttrNames += blank(r) + word
	}
	return s
}

func randomLocal(r *rand.Rand) string {
	return []string{"a", "_b", "c.d-e", "é7", "名", "a1", "xml"}[r.IntN(7)] + strings.Repeat("x", r.IntN(20))
}

func blank(r *rand.Rand) string { return []string{" ", "\n\t\t", "  "}[r.IntN(3)] }

// TestTextsOfTables reads 2,000 random tables, each by several goroutines at a time, which must get the same names.
func TestTextsOfTables(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 2000 {
		s := randomTable(r)
		var got [4]*entries
		var wait sync.WaitGroup
		for i := range got {
			wait.Go(func() { got[i] = s.table.entries() })
		}
		wait.Wait()
		s.want.keys = s.table.keysOf(s.want.elements)
		if !reflect.DeepEqual(*got[0], s.want) {
			t.Fatalf("%+v:\n%+v\nwant\n%+v", s.table, *got[0], s.want)
		}
		for _, x := range got {
			if x != got[0] {
				t.Fatal("two goroutines have read one table differently")
			}
		}
		for _, ns := range append(s.table.Spaces, s.table.Space) {
			if ns != nil && s.table.space(ns.URI) != ns {
				t.Fatalf("%+v: no namespace %s", s.table, ns.URI)
			}
		}
	}
}

// TestWrongTables has texts that are no tables.
func TestWrongTables(t *testing.T) {
	space := &Namespace{URI: "urn:a"}
	for _, tab := range []*Table{
		{Names: "a b*c"}, {Names: "a+*"}, {Names: "a**"}, {Names: "*"}, {Names: "="}, {Names: "1a"}, {Names: "a:b:c"}, {Names: ":"},
		{Names: "1:a"}, {Names: "2:a", Spaces: []*Namespace{space}}, {Names: "-1:a", Spaces: []*Namespace{space}}, {Names: "0:"}, {Names: "x:a", Space: space},
		{Names: "#"}, {Names: "#a", Items: []*Items{{}}}, {Names: "# #", Items: []*Items{{}}}, {Names: "a", Items: []*Items{{}}}, {Names: "#=", Items: []*Items{{}}},
		{Names: "a="}, {Names: "a*=", NameDefaults: []*Default{{}}}, {Names: "a", NameDefaults: []*Default{{}}}, {RootNames: "a= b=", NameDefaults: []*Default{{}}},
		{RootNames: "a*"}, {RootNames: "#", Items: []*Items{{}}}, {AttrNames: "a*"}, {AttrNames: "a+"}, {AttrNames: "a=", NameDefaults: []*Default{{}}}, {AttrNames: "@a"}, {AttrNames: "1:a"},
	} {
		func() {
			defer func() {
				if problem, _ := recover().(string); !strings.HasPrefix(problem, "codec: a table of generated code is wrong: ") {
					t.Errorf("%+v: %q", tab, problem)
				}
			}()
			tab.entries()
		}()
	}
}
