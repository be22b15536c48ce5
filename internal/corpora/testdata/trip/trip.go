// Package trip takes documents through generated types: the part that the
// programs of the round-trip test share.
package trip

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"runtime/debug"
	"strconv"
	"strings"
	"testing/iotest"

	"github.com/wbxgen/wbxgen/wire"
	"github.com/wbxgen/wbxgen/wire/charset"
	"github.com/wbxgen/wbxgen/wire/codec"
)

// Root is a root element with a maker of its Go value and the types that its
// schema has.
type Root struct {
	Name  wire.Name
	New   func() wire.Object
	Types *wire.Registry
}

// Report is the outcome for one document.
type Report struct {
	Name    string `json:"name"`
	Error   string `json:"error,omitempty"`
	Invalid string `json:"invalid,omitempty"` // what Validate says of the value
	Place   string `json:"place,omitempty"`   // what of the value was changed
}

// Run reads the documents that the first argument lists, a line with the root's
// number and a file each, and writes what comes back below the second one. With
// a third one it changes each value so many times instead. With "new" it writes
// new values.
func Run(roots []Root) {
	if os.Args[1] == "new" {
		fresh(roots)
		return
	}
	list, err := os.Open(os.Args[1])
	if err != nil {
		panic(err)
	}
	out := json.NewEncoder(os.Stdout)
	for {
		var number int
		var name string
		if _, err := fmt.Fscan(list, &number, &name); err != nil {
			return
		}
		r := Report{Name: filepath.Base(name)}
		if len(os.Args) > 3 {
			changes(out, roots[number], name, os.Args[3])
			continue
		}
		if err := safely(func() error { return travel(roots[number], name, filepath.Join(os.Args[2], r.Name), &r) }); err != nil {
			r.Error = err.Error()
		}
		out.Encode(r)
	}
}

// changes changes a document's value so many times.
func changes(out *json.Encoder, root Root, name, times string) {
	n, err := strconv.Atoi(times)
	if err != nil {
		panic(err)
	}
	for i := range n {
		r := Report{Name: fmt.Sprintf("%s.%d", filepath.Base(name), i)}
		if err := safely(func() error { return change(root, name, os.Args[2], uint64(i), &r) }); err != nil {
			r.Error = err.Error()
		}
		out.Encode(r)
	}
}

// Fresh is what becomes of a value in which nobody has set anything.
type Fresh struct {
	Report
	Root int
	Item string `json:",omitempty"` // the only item of its lists, by its element
	Doc  string
}

// fresh writes a new value of each root element, alone and with a new item of each
// type in its lists, with what Validate says of it.
func fresh(roots []Root) {
	out := json.NewEncoder(os.Stdout)
	for i, root := range roots {
		f := Fresh{Report: Report{Name: string(root.Name)}, Root: i}
		f.write(root, root.New())
		out.Encode(f)
		table, ok := root.New().(interface{ XMLTable() *codec.Table })
		if !ok {
			continue
		}
		for _, items := range table.XMLTable().Items {
			for _, x := range items.Known {
				f := Fresh{Report: Report{Name: string(root.Name)}, Root: i, Item: elementOf(x)}
				f.write(root, withItem(root.New(), reflect.New(reflect.TypeOf(x).Elem()).Interface().(codec.Item)))
				out.Encode(f)
			}
		}
	}
}

// elementOf returns the local name of an item's element.
func elementOf(x codec.Item) string {
	t := x.(interface{ XMLTable() *codec.Table }).XMLTable()
	word := strings.Fields(t.ItemName + " " + t.RootNames + " " + t.Names)[0]
	return strings.TrimRight(word[strings.Index(word, ":")+1:], "=*+")
}

// withItem appends an item to the lists of a struct that can have it.
func withItem(value wire.Object, item codec.Item) wire.Object {
	s, x := reflect.ValueOf(value).Elem(), reflect.ValueOf(item)
	for i := range s.NumField() {
		if f := s.Field(i); f.Kind() == reflect.Slice && f.Type().Elem().Kind() == reflect.Interface && x.Type().Implements(f.Type().Elem()) {
			f.Set(reflect.Append(f, x))
		}
	}
	return value
}

func (f *Fresh) write(root Root, value wire.Object) {
	if c, ok := value.(wire.Validator); ok {
		if err := wire.Validate(c); err != nil {
			f.Invalid = err.Error()
		}
	}
	doc, err := wire.Marshal(value, wire.Root(root.Name))
	if f.Doc = string(doc); err != nil {
		f.Error = err.Error()
	}
}

// safely turns a panic into an error.
func safely(f func() error) (err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("panic: %v\n%s", p, debug.Stack())
		}
	}()
	return f()
}

// travel takes a document through the types and keeps what is written. What was
// written must be a fixed point, and a reader that gives a byte at a time must
// make no difference. What Validate says of the value goes into the report.
func travel(root Root, from, to string, r *Report) error {
	data, err := os.ReadFile(from)
	if err != nil {
		return err
	}
	value := root.New()
	reading := []wire.Option{wire.Root(root.Name), wire.Types(root.Types), wire.AllowDoctype(), wire.Charset(charset.All)}
	if strings.HasPrefix(filepath.Base(from), "noted") {
		reading = append(reading, wire.Comments())
	}
	if err := wire.Unmarshal(data, value, reading...); err != nil {
		return fmt.Errorf("decode: %w", err)
	}
	if c, ok := value.(wire.Validator); ok {
		if err := wire.Validate(c); err != nil {
			r.Invalid = err.Error()
		}
	}
	first, err := wire.Marshal(value, wire.Root(root.Name))
	if err != nil {
		return fmt.Errorf("encode: %w", err)
	}
	fresh := codec.NewEncoder() // those of Marshal have written other documents before
	if err := fresh.Document(codec.NameFor(value, root.Name), codec.ObjectOf(value)); err != nil || !bytes.Equal(fresh.Bytes(), first) {
		return fmt.Errorf("a fresh encoder writes something else (%v):\n%s\n%s", err, first, fresh.Bytes())
	}
	if err := os.WriteFile(to, first, 0o644); err != nil {
		return err
	}
	again := root.New()
	if err := wire.Unmarshal(first, again, reading...); err != nil {
		return fmt.Errorf("decode what was encoded: %w", err)
	}
	if second, err := wire.Marshal(again, wire.Root(root.Name)); err != nil || !bytes.Equal(first, second) {
		return fmt.Errorf("encoding again is different (%v):\n%s\n%s", err, first, second)
	}
	prefixed, err := wire.Marshal(value, wire.Root(root.Name), wire.Prefixed())
	if err != nil {
		return fmt.Errorf("encode with prefixes: %w", err)
	}
	third := root.New()
	if err := wire.Unmarshal(prefixed, third, reading...); err != nil {
		return fmt.Errorf("decode what was encoded with prefixes: %w", err)
	}
	// Words of raw text get the default namespace when they are read below one, so the values can differ.
	if same, err := wire.Marshal(third, wire.Root(root.Name), wire.Prefixed()); err != nil || !bytes.Equal(prefixed, same) {
		return fmt.Errorf("with prefixes everywhere encoding again is different (%v):\n%s\n%s", err, prefixed, same)
	}
	slow := root.New()
	if err := wire.Decode(iotest.OneByteReader(bytes.NewReader(data)), slow, reading...); err != nil {
		return fmt.Errorf("decode by bytes: %w", err)
	}
	if fourth, err := wire.Marshal(slow, wire.Root(root.Name)); err != nil || !bytes.Equal(first, fourth) {
		return fmt.Errorf("read by bytes it is different (%v):\n%s\n%s", err, first, fourth)
	}
	if depth(first) > deepestCompared {
		return nil
	}
	return tools(root, value, slow)
}

// deepestCompared is how deep elements are at most in documents whose values
// package cmp compares: it goes through slices in slices twice, each time.
const deepestCompared = 7

// depth returns how deep the elements of a document are.
func depth(doc []byte) (most int) {
	open := 0
	for d := xml.NewDecoder(bytes.NewReader(doc)); ; {
		switch t, err := d.RawToken(); t.(type) {
		case xml.StartElement:
			open++
			most = max(most, open)
		case xml.EndElement:
			open--
		default:
			if err != nil {
				return most
			}
		}
	}
}
