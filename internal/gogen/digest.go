package gogen

import (
	"crypto/sha256"
	"encoding/binary"
	"path"
	"reflect"
	"slices"
	"sync"

	"github.com/wbxgen/wbxgen/internal/parallel"
	"github.com/wbxgen/wbxgen/internal/plan"
)

// Key says what the text of a part of a file follows from: parts with the same key
// have the same text.
type Key [16]byte

// keys are those of the parts of a package.
type keys struct {
	context Key         // of what all parts of the package follow from
	whole   map[any]Key // of what has a part of its own; not written to any more
	mutex   sync.Mutex
	others  *digester // for what else has a part
}

// newKeys makes keys of all that a package declares.
func newKeys(code *plan.Plan, pkg *plan.Package) *keys {
	k := &keys{whole: make(map[any]Key, len(pkg.Types)+len(pkg.Operations)), others: newDigester(code, pkg)}
	k.context = k.others.context(code)
	var list []any
	for _, d := range pkg.Types {
		list = append(list, d)
	}
	for _, m := range pkg.Operations {
		list = append(list, m)
	}
	found := make([]Key, len(list))
	parallel.EachBy(len(list), func() func(int) {
		d := newDigester(code, pkg)
		return func(i int) { found[i] = d.all(list[i]) }
	})
	for i, of := range list {
		k.whole[of] = found[i]
	}
	return k
}

// key is the key of a part of some kind, of what it is about.
func (k *keys) key(kind string, of any) Key {
	all, found := k.whole[of]
	if !found {
		k.mutex.Lock()
		all = k.others.all(of)
		k.mutex.Unlock()
	}
	return sum(append(append(k.context[:], all[:]...), kind...))
}

// digester digests what is planned. It follows a plan by reflection, so that
// nothing that a plan has is forgotten, but for what printing never asks of a
// struct that it only refers to: its fields and comments. That is what makes a
// change of one type leave the others alone.
type digester struct {
	pkgOf *plan.Package
	known map[digested]Key // of what is referred to
	parts map[walked][]part
	// packages and spaces are numbers of what the context has: it stands in
	// nearly all that there is.
	packages map[*plan.Package]int
	spaces   map[string]int
	last     spaceNumber
	// buffers are those that nobody fills just now.
	buffers [][]byte
	depth   depth
}

// spaceNumber is a namespace with its number.
type spaceNumber struct {
	uri    string
	number int
}

// newDigester returns a digester for the parts of a package.
func newDigester(code *plan.Plan, pkg *plan.Package) *digester {
	d := &digester{
		pkgOf: pkg, known: map[digested]Key{}, parts: map[walked][]part{},
		packages: map[*plan.Package]int{}, spaces: map[string]int{},
	}
	for i, p := range code.Packages {
		d.packages[p] = i + 1
	}
	for i, ns := range code.Namespaces {
		d.spaces[ns.URI] = i + 1
	}
	d.last.number = d.spaces[d.last.uri]
	return d
}

// context digests what all parts of the package follow from.
func (d *digester) context(code *plan.Plan) Key {
	var b []byte
	for _, s := range []string{code.ImportPath, code.RootName, code.Runtime, code.ClientPath, code.ClientName} {
		b = appendText(b, s)
	}
	b = append(b, boolByte(code.EncodingXML), boolByte(code.Registered))
	b = d.value(b, reflect.ValueOf(code.Namespaces))
	for _, p := range code.Packages {
		b = pkgText(b, p)
	}
	b = appendText(d.pkg(b, d.pkgOf), d.pkgOf.SpacesVar)
	b = d.value(d.value(b, reflect.ValueOf(d.pkgOf.Spaces)), reflect.ValueOf(d.pkgOf.Consts))
	for _, t := range d.pkgOf.ItemTables {
		b = appendText(d.choiceFace(b, t.Of), t.Var)
	}
	return sum(b)
}

// all digests what has a part of its own.
func (d *digester) all(of any) Key {
	return d.sum(reflect.ValueOf(of).Elem(), nil)
}

// sum digests the fields of a struct but those that are left out.
func (d *digester) sum(v reflect.Value, without *omission) Key {
	var b []byte
	if last := len(d.buffers) - 1; last >= 0 {
		b, d.buffers = d.buffers[last], d.buffers[:last]
	}
	b = d.fields(b[:0], v, d.partsOf(v.Type(), without))
	k := sum(b)
	d.buffers = append(d.buffers, b)
	return k
}

// value appends what a value has.
func (d *digester) value(b []byte, v reflect.Value) []byte {
	switch v.Kind() {
	case reflect.Bool:
		return append(b, boolByte(v.Bool()))
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		return binary.AppendVarint(b, v.Int())
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64:
		return binary.AppendUvarint(b, v.Uint())
	case reflect.String:
		return appendText(b, v.String())
	case reflect.Slice, reflect.Array:
		return d.items(binary.AppendUvarint(b, uint64(v.Len())), v)
	case reflect.Struct:
		return d.fields(b, v, d.partsOf(v.Type(), nil))
	case reflect.Pointer, reflect.Interface:
		return d.pointer(b, v)
	}
	panic("gogen: a plan has a " + v.Kind().String())
}

// items appends the items of a list.
func (d *digester) items(b []byte, v reflect.Value) []byte {
	if v.Type().Elem().Kind() == reflect.Struct && v.Len() > 0 {
		parts := d.partsOf(v.Type().Elem(), nil)
		for i := range v.Len() {
			b = d.fields(b, v.Index(i), parts)
		}
		return b
	}
	for i := range v.Len() {
		b = d.value(b, v.Index(i))
	}
	return b
}

// fields appends those fields of a struct that count.
func (d *digester) fields(b []byte, v reflect.Value, parts []part) []byte {
	for _, f := range parts {
		field := v.Field(f.index)
		switch {
		case f.choices:
			for _, c := range field.Interface().([]*plan.Choice) {
				b = d.choiceFace(b, c)
			}
			b = append(b, 0)
		case f.space:
			b = d.space(b, field.String())
		case f.parts != nil:
			b = d.fields(b, field, f.parts)
		default:
			b = d.value(b, field)
		}
	}
	return b
}

// part is a field of a struct that counts.
type part struct {
	index   int
	choices bool   // interfaces that the struct is a branch of
	space   bool   // the namespace of a name
	parts   []part // of a field that is a struct
}

// walked is a type as it is walked through.
type walked struct {
	t       reflect.Type
	without *omission
}

// nameType is that of names of the schema.
var nameType = reflect.TypeOf(plan.TableElement{}.Name)

// partsOf returns the fields that count. Reflection makes the names of fields
// anew each time, so they are looked at once.
func (d *digester) partsOf(t reflect.Type, without *omission) []part {
	known, found := d.parts[walked{t, without}]
	if found {
		return known
	}
	list := []part{}
	for i := range t.NumField() {
		field := t.Field(i)
		if without != nil && slices.Contains(*without, field.Name) {
			continue
		}
		p := part{index: i, choices: field.Name == "BranchOf" || field.Name == "In", space: t == nameType && field.Name == "Space"}
		if field.Type.Kind() == reflect.Struct {
			p.parts = d.partsOf(field.Type, nil)
		}
		list = append(list, p)
	}
	d.parts[walked{t, without}] = list
	return list
}

// pointer appends what v refers to, as far as printing asks for it.
func (d *digester) pointer(b []byte, v reflect.Value) []byte {
	if v.IsNil() {
		return append(b, 0)
	}
	b = append(b, 1)
	switch to := v.Interface().(type) {
	case *plan.Package:
		return d.pkg(b, to)
	case *plan.Own:
		return d.value(appendText(b, d.pkgOf.OwnVar(to)), v.Elem())
	case *plan.Struct:
		return d.structure(b, to)
	case *plan.Choice:
		if d.depth == name {
			return d.choiceFace(b, to)
		}
		return d.once(b, to, d.depth, hidden)
	case *plan.Simple:
		return d.once(b, to, whole, hidden)
	case *plan.Base, *plan.Slot:
		// Their members are called by their names, and can be very many.
		outer := d.depth
		defer func() { d.depth = outer }()
		d.depth = name
		return d.once(b, to, name, hidden)
	}
	if ofSchema(v.Type()) {
		return b // it says where things come from, and is not printed
	}
	return d.value(b, v.Elem())
}

// ofSchema reports whether a value of a type is a component of the schema.
func ofSchema(t reflect.Type) bool {
	if t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	return path.Base(t.PkgPath()) == "xsd"
}

// omission names fields that are left out.
type omission []string

// hidden is what is never asked of what is referred to, and faceless what is not
// asked of a struct that is no part of another.
var (
	hidden   = &omission{"Doc", "File", "BranchOf"}
	faceless = &omission{"Doc", "File", "BranchOf", "Attrs", "Fields", "Table", "Model"}
)

// depth is how much of what it comes upon a walk takes: less with each step away
// from where it has started, so that it ends.
type depth int

const (
	whole depth = iota // of the branch of a choice or a group, a part of another struct, all that it has
	face               // of all structs what they are for who refers to them
	name               // what they are called
)

// structure appends what is asked of a struct that is referred to.
func (d *digester) structure(b []byte, s *plan.Struct) []byte {
	if d.depth == name {
		return appendText(d.pkg(b, s.Pkg), s.Name)
	}
	outer := d.depth
	defer func() { d.depth = outer }()
	if s.Of != nil && outer == whole {
		d.depth = face
		return d.once(b, s, face, hidden)
	}
	d.depth = name
	return d.once(b, s, name, faceless)
}

// digested is an object as far as a walk has taken it.
type digested struct {
	of    any
	depth depth
}

// once appends the digest of an object without some of its fields, which is made
// once.
func (d *digester) once(b []byte, of any, as depth, without *omission) []byte {
	k, found := d.known[digested{of, as}]
	if !found {
		k = d.sum(reflect.ValueOf(of).Elem(), without)
		d.known[digested{of, as}] = k
	}
	return append(b, k[:]...)
}

// choiceFace appends what an interface is called.
func (d *digester) choiceFace(b []byte, c *plan.Choice) []byte {
	return appendText(appendText(d.pkg(append(b, 1), c.Pkg), c.Name), c.Method)
}

// space appends a namespace.
func (d *digester) space(b []byte, uri string) []byte {
	if uri != d.last.uri {
		d.last = spaceNumber{uri, d.spaces[uri]}
	}
	if d.last.number == 0 {
		return appendText(append(b, 0), uri)
	}
	return binary.AppendUvarint(b, uint64(d.last.number))
}

// pkg appends which package it is.
func (d *digester) pkg(b []byte, p *plan.Package) []byte {
	if n := d.packages[p]; n > 0 {
		return binary.AppendUvarint(b, uint64(n))
	}
	return pkgText(append(b, 0), p)
}

// pkgText appends what is said of a package.
func pkgText(b []byte, p *plan.Package) []byte {
	b = appendText(appendText(b, p.ImportPath), p.Name)
	for _, part := range []*plan.ItemPart{p.Text, p.Raw} {
		if part != nil {
			b = appendText(b, part.Name)
		}
		b = append(b, 0)
	}
	return b
}

func sum(b []byte) Key {
	h := sha256.Sum256(b)
	return Key(h[:16])
}

func appendText(b []byte, s string) []byte {
	return append(binary.AppendUvarint(b, uint64(len(s))), s...)
}

func boolByte(b bool) byte {
	if b {
		return 1
	}
	return 0
}
