package codec

import (
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
	x := t.written()
	r := wordReader{table: t, items: t.Items, defaults: t.NameDefaults}
	for word := range strings.FieldsSeq(t.RootNames) {
		x.roots = append(x.roots, r.name(word, t.Space))
	}
	for word := range strings.FieldsSeq(t.Names) {
		x.elements = append(x.elements, r.element(word))
	}
	if len(r.items)+len(r.defaults) > 0 {
		r.fail(t.RootNames + " " + t.Names)
	}
	for word := range strings.FieldsSeq(t.AttrNames) {
		x.attrs = append(x.attrs, r.name(word, nil))
	}
	x.keys = t.keysOf(x.elements)
	atomic.CompareAndSwapPointer(&t.read, nil, unsafe.Pointer(x))
	return (*entries)(atomic.LoadPointer(&t.read))
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

// written returns what a table has in fields instead of texts.
func (t *Table) written() *entries {
	return &entries{elements: t.Elements, attrs: t.Attrs, roots: t.Roots}
}

// writtenSpace is space for what a table has in fields instead of texts.
func (t *Table) writtenSpace(uri string) *Namespace {
	for _, list := range [][]Name{t.Roots, t.Attrs} {
		for i := range list {
			if list[i].URI() == uri {
				return list[i].Space
			}
		}
	}
	for i := range t.Elements {
		if n := &t.Elements[i].Name; n.URI() == uri {
			return n.Space
		}
	}
	return nil
}

// Element returns the name of the element with that index.
func (t *Table) Element(i int) *Name { return &t.entries().elements[i].Name }

// Attr returns the name of the attribute with that index.
func (t *Table) Attr(i int) *Name { return &t.entries().attrs[i] }

// wordReader reads the words of a table. It has those of its items and defaults that no word has taken yet.
type wordReader struct {
	table    *Table
	items    []*Items
	defaults []*Default
}

// element reads the word of an element: a name, or "#" for the next of the table's Items, and marks.
func (r *wordReader) element(word string) (e Element) {
	rest := word
	rest, e.Again = strings.CutSuffix(rest, "+")
	rest, e.Many = strings.CutSuffix(rest, "*")
	if rest != "#" {
		e.Name = r.name(rest, r.table.Space)
		return e
	}
	if len(r.items) == 0 {
		r.fail(word)
	}
	e.Items, r.items = r.items[0], r.items[1:]
	return e
}

// name reads a name, which is in the namespace plain where it says no other.
func (r *wordReader) name(word string, plain *Namespace) Name {
	n := Name{Space: plain, Local: word}
	if number, local, told := strings.Cut(word, ":"); told {
		n.Space, n.Local = r.space(number, word), local
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

// space returns the namespace that stands before the colon of a word: none, the table's own, or one of the others.
func (r *wordReader) space(number, word string) *Namespace {
	if number == "" {
		return nil
	}
	i, err := strconv.Atoi(number)
	switch {
	case err != nil || i < 0 || i > len(r.table.Spaces):
		r.fail(word)
	case i == 0:
		return r.table.Space
	}
	return r.table.Spaces[i-1]
}

func (r *wordReader) fail(text string) { panic("codec: a table of generated code is wrong: " + text) }
