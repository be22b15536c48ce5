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
		ns := &Namespace{URI: fmt.Sprintf("urn:%d", i), Prefix: fmt.Sprintf("p.%d", i)}
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
			switch {
			case ns != n.Space:
			case i > 0 && r.IntN(2) == 0:
				return n, ns.Prefix + ":" + n.Local
			default:
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
	return []string{"a", "_b", "c.d-e", "é7", "名", "a1", "xml", "a\u1680b", "a\ufeffb"}[r.IntN(9)] + strings.Repeat("x", r.IntN(20))
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

// TestTextsOfItems reads random tables of items, whole and not, and groups of them with elements of which nothing is known.
func TestTextsOfItems(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	for range 2000 {
		g, want := &Items{}, []*itemType(nil)
		others := 0
		for range r.IntN(9) {
			if r.IntN(2) == 0 {
				x := randomItem(r)
				g.Known, g.Names = append(g.Known, x), g.Names+" #"
				want = append(want, x.want)
				continue
			}
			others++
			i := &itemType{Name: Name{Local: randomLocal(r)}, Spellings: []string{}}
			word := i.Name.Local
			if r.IntN(3) == 0 {
				i.Name.Space = &Namespace{URI: "urn:other"}
				g.Spaces = append(g.Spaces, i.Name.Space)
				word = fmt.Sprintf("%d:%s", len(g.Spaces), word)
			}
			for range r.IntN(3) {
				i.Spellings = append(i.Spellings, randomLocal(r))
			}
			g.Names += " " + strings.Join(append([]string{word}, i.Spellings...), "|")
			want = append(want, i)
		}
		if others == 0 {
			g.Names = ""
		}
		got := g.types()
		if len(got) != len(want) {
			t.Fatalf("%q has %d types, want %d", g.Names, len(got), len(want))
		}
		for i := range got {
			isMade := got[i].New != nil
			if isMade {
				if _, ok := got[i].New().(*tableItem); !ok {
					t.Fatalf("%T", got[i].New())
				}
			}
			x := *got[i]
			if x.New = nil; !reflect.DeepEqual(x, *want[i]) || isMade != (want[i].Spellings == nil) {
				t.Fatalf("%q: %+v, want %+v", g.Names, x, *want[i])
			}
		}
	}
}

// tableItem is an item with the table at hand, and what is to be known of it.
type tableItem struct {
	table *Table
	want  *itemType
}

func (*tableItem) AppendXML(*Encoder) {}
func (x *tableItem) XMLTable() *Table { return x.table }

// randomItem returns an item whose element is named in one of the ways that a table has.
func randomItem(r *rand.Rand) *tableItem {
	x := &tableItem{&Table{Item: (*tableItem)(nil), Whole: r.IntN(2) == 0, Text: 's'}, nil}
	n := Name{Local: randomLocal(r)}
	if r.IntN(2) == 0 {
		n.Space = &Namespace{URI: "urn:item"}
		x.table.Space = n.Space
	}
	switch r.IntN(4) {
	case 0:
		x.table.ItemName, x.table.RootNames, x.table.Names = n.Local, "root", "child"
	case 1:
		n.Default = &Default{Text: "x"}
		x.table.ItemName, x.table.Names, x.table.NameDefaults = n.Local+"=", "child=", []*Default{n.Default, {Text: "y"}}
	case 2:
		x.table.RootNames, x.table.Names = n.Local+" other", "child"
	case 3:
		x.table.Names = n.Local
	}
	x.want = &itemType{Name: n, Whole: x.table.Whole, Text: 's'}
	return x
}

// TestWrongItems has groups that are none.
func TestWrongItems(t *testing.T) {
	known := []Item{&tableItem{&Table{Item: (*tableItem)(nil), Names: "a"}, nil}}
	for _, g := range []*Items{{Names: "#"}, {Known: known, Names: "a"}, {Known: known, Names: "# #"}, {Names: "1a"}, {Names: "1:a"}, {Names: "a="}, {Names: "|a"}} {
		func() {
			defer func() {
				if problem, _ := recover().(string); !strings.HasPrefix(problem, "codec: a table of generated code is wrong: ") {
					t.Errorf("%+v: %q", g, problem)
				}
			}()
			g.types()
		}()
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
