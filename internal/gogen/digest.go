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
	k := &keys{whole: make(map[any]Key, len(pkg.Types)+len(pkg.Operations)), others: newDigester(pkg)}
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
		d := newDigester(pkg)
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
	pkgOf  *plan.Package
	known  map[digested]Key // of what is referred to
	parts  map[walked][]part
	buffer []byte
	depth  depth
}

// newDigester returns a digester for the parts of a package.
func newDigester(pkg *plan.Package) *digester {
	return &digester{pkgOf: pkg, known: map[digested]Key{}, parts: map[walked][]part{}}
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
		b = d.pkg(b, p)
	}
	b = d.pkg(b, d.pkgOf)
	b = d.value(d.value(b, reflect.ValueOf(d.pkgOf.Spaces)), reflect.ValueOf(d.pkgOf.Consts))
	for _, t := range d.pkgOf.ItemTables {
		b = appendText(d.choiceFace(b, t.Of), t.Var)
	}
	return sum(b)
}

// all digests what has a part of its own.
func (d *digester) all(of any) Key {
	d.buffer = d.fields(d.buffer[:0], reflect.ValueOf(of).Elem(), nil)
	return sum(d.buffer)
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
		b = binary.AppendUvarint(b, uint64(v.Len()))
		for i := range v.Len() {
			b = d.value(b, v.Index(i))
		}
		return b
	case reflect.Struct:
		return d.fields(b, v, nil)
	case reflect.Pointer, reflect.Interface:
		return d.pointer(b, v)
	}
	panic("gogen: a plan has a " + v.Kind().String())
}

// fields appends the fields of a struct but those that are left out.
func (d *digester) fields(b []byte, v reflect.Value, without *omission) []byte {
	for _, f := range d.partsOf(v.Type(), without) {
		if f.choices {
			for _, c := range v.Field(f.index).Interface().([]*plan.Choice) {
				b = d.choiceFace(b, c)
			}
			b = append(b, 0)
			continue
		}
		b = d.value(b, v.Field(f.index))
	}
	return b
}

// part is a field of a struct that counts.
type part struct {
	index   int
	choices bool // interfaces that the struct is a branch of
}

// walked is a type as it is walked through.
type walked struct {
	t       reflect.Type
	without *omission
}

// partsOf returns the fields that count. Reflection makes the names of fields
// anew each time, so they are looked at once.
func (d *digester) partsOf(t reflect.Type, without *omission) []part {
	known, found := d.parts[walked{t, without}]
	if found {
		return known
	}
	var list []part
	for i := range t.NumField() {
		if name := t.Field(i).Name; without == nil || !slices.Contains(*without, name) {
			list = append(list, part{i, name == "BranchOf" || name == "In"})
		}
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
	if ofSchema(v.Type()) {
		return b // it says where things come from, and is not printed
	}
	switch to := v.Interface().(type) {
	case *plan.Package:
		return d.pkg(b, to)
	case *plan.Own:
		return d.fields(appendText(b, d.pkgOf.OwnVar(to)), v.Elem(), nil)
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
		k = sum(d.fields(nil, reflect.ValueOf(of).Elem(), without))
		d.known[digested{of, as}] = k
	}
	return append(b, k[:]...)
}

// choiceFace appends what an interface is called.
func (d *digester) choiceFace(b []byte, c *plan.Choice) []byte {
	return appendText(appendText(d.pkg(append(b, 1), c.Pkg), c.Name), c.Method)
}

// pkg appends what is said of a package.
func (d *digester) pkg(b []byte, p *plan.Package) []byte {
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
