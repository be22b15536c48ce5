package codec

import (
	"cmp"
	"iter"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"sync/atomic"
	"unsafe"

	"github.com/wbxgen/wbxgen/wire/internal/chars"
)

// entries are what the texts of a table say.
type entries struct {
	elements []Element
	keys     []nameKey // of the elements
	attrs    []Name
	roots    []Name
	item     *itemType // nil where the struct is no item
}

// entries returns what the table says, which is read when it is first needed.
func (t *Table) entries() *entries {
	if x := (*entries)(atomic.LoadPointer(&t.read)); x != nil {
		return x
	}
	return t.readEntries()
}

// readEntries reads the table. Where several do so at the same time, one result is kept: values remember which elements
// they lack by pointers to names.
func (t *Table) readEntries() *entries {
	x := &entries{}
	r := wordReader{space: t.Space, spaces: t.Spaces, items: t.Items, defaults: t.NameDefaults}
	x.roots = append(x.roots, r.names(t.RootNames, t.Space)...)
	item := r.names(t.ItemName, t.Space)
	for word := range wordsOf(t.Names) {
		x.elements = append(x.elements, r.element(word))
	}
	if len(r.items)+len(r.defaults) > 0 {
		r.fail(t.RootNames + " " + t.ItemName + " " + t.Names)
	}
	if x.attrs = append(x.attrs, r.names(t.AttrNames, nil)...); t.AttrsOf != nil {
		x.attrs = t.attrs().entries().attrs
	}
	switch {
	case t == &textTable:
		x.item = &textItem
	case t == &rawTable:
		x.item = &rawItem
	case t.Item != nil:
		x.item = t.itemTypeOf(append(item, x.roots...), x.elements)
	}
	x.keys = t.keysOf(x.elements)
	atomic.CompareAndSwapPointer(&t.read, nil, unsafe.Pointer(x))
	return (*entries)(atomic.LoadPointer(&t.read))
}

// itemTypeOf returns what a table says of the struct as an item, whose element is the first of those.
func (t *Table) itemTypeOf(names []Name, elements []Element) *itemType {
	item := &itemType{Whole: t.Whole, Text: t.Text, Spellings: t.Spellings}
	switch {
	case len(names) > 0:
		item.Name = names[0]
	case len(elements) > 0:
		item.Name = elements[0].Name
	}
	of := reflect.TypeOf(t.Item).Elem()
	item.New = func() Item { return reflect.New(of).Interface().(Item) }
	return item
}

// itemTypes returns the types of a group.
func (g *Items) itemTypes() []*itemType {
	types, known := make([]*itemType, 0, len(g.Known)), g.Known
	r := wordReader{space: g.Space, spaces: g.Spaces}
	for word := range wordsOf(cmp.Or(g.Names, strings.Repeat(" #", len(known)))) {
		switch {
		case word != "#":
			types = append(types, r.unknown(word))
			continue
		case len(known) == 0:
			r.fail(g.Names)
		}
		types, known = append(types, typeOfItem(known[0])), known[1:]
	}
	if len(known) > 0 {
		r.fail(g.Names)
	}
	return types
}

// unknown reads the word of an item of which no struct is known.
func (r *wordReader) unknown(word string) *itemType {
	words := strings.Split(word, "|")
	return &itemType{Name: r.name(words[0], r.space), Spellings: words[1:]}
}

// keysOf returns the keys of the table's elements.
func (t *Table) keysOf(elements []Element) []nameKey {
	keys := make([]nameKey, len(elements))
	for i := range elements {
		e, k := &elements[i], &keys[i]
		if e.Items == nil {
			*k = keyOf(&e.Name)
		}
		k.odd = e.Items != nil || i >= 64 || t.isFork(i)
		k.again = e.Many || e.Again
	}
	return keys
}

// Element returns the name of the element with that index.
func (t *Table) Element(i int) *Name { return &t.entries().elements[i].Name }

// Attr returns the name of the attribute with that index.
func (t *Table) Attr(i int) *Name { return &t.entries().attrs[i] }

// wordReader reads the words of a table. It has those of its items and defaults that no word has taken yet.
type wordReader struct {
	space    *Namespace
	spaces   []*Namespace
	items    []*Items
	defaults []*Default
}

// wordsOf returns the words of a text. A name can have other blanks in it, such as U+1680.
func wordsOf(text string) iter.Seq[string] {
	return strings.FieldsFuncSeq(text, func(r rune) bool { return r == ' ' || r == '\t' || r == '\n' })
}

// element reads the word of an element: a name, or "#" for the next of the table's Items, and marks.
func (r *wordReader) element(word string) (e Element) {
	rest := word
	rest, e.Again = strings.CutSuffix(rest, "+")
	rest, e.Many = strings.CutSuffix(rest, "*")
	if rest != "#" {
		e.Name = r.name(rest, r.space)
		return e
	}
	if len(r.items) == 0 {
		r.fail(word)
	}
	e.Items, r.items = r.items[0], r.items[1:]
	return e
}

// names reads names, which are in the namespace plain where they say no other.
func (r *wordReader) names(words string, plain *Namespace) (list []Name) {
	for word := range wordsOf(words) {
		list = append(list, r.name(word, plain))
	}
	return list
}

// name reads a name, which is in the namespace plain where it says no other.
func (r *wordReader) name(word string, plain *Namespace) Name {
	n := Name{Space: plain, Local: word}
	if space, local, told := strings.Cut(word, ":"); told {
		n.Space, n.Local = r.spaceOf(space, word), local
	}
	if local, ok := strings.CutSuffix(n.Local, "="); ok {
		if len(r.defaults) == 0 {
			r.fail(word)
		}
		n.Local, n.Default, r.defaults = local, r.defaults[0], r.defaults[1:]
	}
	if !chars.IsNCName(n.Local) {
		r.fail(word)
	}
	return n
}

// spaceOf returns the namespace that stands before the colon of a word: none, one with a prefix, or one by its number.
func (r *wordReader) spaceOf(text, word string) *Namespace {
	if text == "" {
		return nil
	}
	if chars.IsNCName(text) {
		if i := slices.IndexFunc(r.spaces, func(s *Namespace) bool { return s.Prefix == text }); i >= 0 {
			return r.spaces[i]
		}
	}
	i, err := strconv.Atoi(text)
	switch {
	case err != nil || i < 0 || i > len(r.spaces):
		r.fail(word)
	case i == 0:
		return r.space
	}
	return r.spaces[i-1]
}

func (r *wordReader) fail(text string) { panic("codec: a table of generated code is wrong: " + text) }
