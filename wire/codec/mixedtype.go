package codec

import (
	"reflect"
	"slices"
	"strconv"
	"strings"
	"sync/atomic"
	"unsafe"

	"github.com/wbxgen/wbxgen/wire/internal/chars"
)

// mixedType is a struct of attributes and mixed content, as its table describes it. Most elements within a line of text are
// of such types: what they hold is read and written where it stands, without a call of the struct's own methods.
type mixedType struct {
	tab            *Table
	group          *Items       // what the content can have
	content, extra uintptr      // offsets of the list of items and of the XMLExtra
	list           reflect.Type // the interface that the items have
	items          any          // a pointer to one, which is nil
	attrs          []mixedAttr  // in the order of writing, those that are texts
	places         []uintptr    // the offsets of attrs, side by side
	direct         uint64       // a bit for each whose field is a text, and no pointer to one
	need           uint64       // a bit for each that is required
	others         []uintptr    // offsets of other attributes, which are nil where absent
	all            bool         // there are no more than these
	ambiguous      bool         // two of them have the same local name
}

// mixedAttr is an attribute that is a text.
type mixedAttr struct {
	name     *Name
	lead     string        // what is before the value, without a prefix
	block    [tagSize]byte // its beginning
	offset   uintptr
	kind     byte
	optional bool
}

// mixedTypeOf returns what is known of an item's struct, nil where that is no [mixedType]. A struct around another one does no more
// than say which element that is.
func mixedTypeOf(x any) *mixedType {
	of := reflect.TypeOf(x)
	if of.Kind() != reflect.Pointer || of.Elem().Kind() != reflect.Struct {
		return nil
	}
	if s := of.Elem(); s.NumField() == 1 && s.Field(0).Anonymous {
		x = reflect.Zero(reflect.PointerTo(s.Field(0).Type)).Interface()
	}
	if t, ok := x.(Tabled); ok {
		return t.XMLTable().mixedType(x)
	}
	return nil
}

// isMixed reports whether the table is that of a struct with mixed content.
func (t *Table) isMixed() bool { return strings.HasSuffix(t.Fields, "m*") }

// mixedType returns what the table says of a struct with mixed content, nil for any other. v is a pointer to the struct.
func (t *Table) mixedType(v any) *mixedType { return t.mixedTypeOf(reflect.TypeOf(v).Elem()) }

func (t *Table) mixedTypeOf(of reflect.Type) *mixedType {
	if !t.isMixed() {
		return nil
	}
	if m := (*mixedType)(atomic.LoadPointer(&t.mixed)); m != nil {
		return m
	}
	content := fieldsOf(t.Fields, of)[0].field
	m := &mixedType{tab: t, group: t.entries().elements[0].Items, extra: extraOffset(of), content: content.Offset, list: content.Type.Elem(), items: reflect.Zero(reflect.PointerTo(content.Type.Elem())).Interface(), all: t.AnyAttr == nil}
	m.addAttrs(t, of, 0)
	atomic.StorePointer(&t.mixed, unsafe.Pointer(m))
	return m
}

// addAttrs adds the attributes that a table has: those of its groups first, as they are written. of is the struct that the table
// is of, at offset in the one of the type.
func (m *mixedType) addAttrs(t *Table, of reflect.Type, offset uintptr) {
	for word := range strings.FieldsSeq(t.Groups) {
		number, _ := strconv.Atoi(word) // which Table.fields has complained of
		f := of.Field(number)
		group := reflect.Zero(reflect.PointerTo(f.Type)).Interface().(AttrGroup)
		m.addAttrs(group.XMLAttrs(), f.Type, offset+f.Offset)
	}
	fields := fieldsOf(t.attrs().AttrFields, of)
	attrs, need := t.entries().attrs, t.attrs().NeedAttrs
	for i := range attrs {
		if i >= len(fields) || !fields[i].isText() || len(m.attrs) == 63 {
			m.need |= need >> i & 1 << 63 // so that readTag never finds all that it needs
			if i < len(fields) && fields[i].isNilWhereAbsent() {
				m.others = append(m.others, fields[i].field.Offset+offset)
			} else {
				m.all = false
			}
			continue
		}
		m.need |= need >> i & 1 << len(m.attrs)
		f := &fields[i]
		a := mixedAttr{name: &attrs[i], lead: " " + attrs[i].Local + `="`, offset: f.field.Offset + offset, kind: f.kind, optional: f.shape == '?'}
		copy(a.block[:], a.lead)
		if !a.optional {
			m.direct |= 1 << len(m.attrs)
		}
		m.places = append(m.places, a.offset)
		m.ambiguous = m.ambiguous || slices.ContainsFunc(m.attrs, func(b mixedAttr) bool { return b.name.Local == a.name.Local })
		m.attrs = append(m.attrs, a)
	}
}

// readTag reads the attributes of the start tag at buf[tok], whose name ends at buf[p], into a struct. It returns the index behind
// the tag, or -1 where the tag is not one of the usual, or has an attribute that is left to the struct's methods, or lacks one.
func (m *mixedType) readTag(d *Decoder, v unsafe.Pointer, tok, p int) int {
	s := d.s.Codec()
	b, seen, n := s.Buf, uint64(0), 0
	for ; p+8 <= len(b) && b[p] == ' '; n++ {
		i, from := m.attrAt(d, b, p+1)
		if i < 0 || seen>>i&1 != 0 || from-p > s.Limits.Name {
			return -1
		}
		seen |= 1 << i
		end := chars.SkipQuoted(b, from)
		if end+2 >= len(b) || b[end] != '"' || end-from > s.Limits.Value {
			return -1
		}
		m.attrs[i].set(d, v, b[from:end])
		p = end + 1
	}
	switch {
	case b[p] == '>':
		p++
	case b[p] == '/' && b[p+1] == '>':
		p += 2
	default:
		return -1
	}
	if p-tok > s.Limits.Token || n > s.Limits.Attrs || m.need&^seen != 0 {
		return -1
	}
	return p
}

// attrAt returns the index of the attribute that begins at b[at], and where its value does; -1 for one that is not for readTag.
func (m *mixedType) attrAt(d *Decoder, b []byte, at int) (i, value int) {
	if m.ambiguous && (d.conf.Lenient || d.conf.Unqualified) {
		return -1, 0
	}
	for i := range m.attrs {
		if a := &m.attrs[i]; a.name.Space == nil && a.isAt(b, at) {
			return i, at + len(a.name.Local) + len(`="`)
		}
	}
	space, at := d.attrSpace(b, at)
	if space == "" {
		return -1, 0
	}
	for i := range m.attrs {
		if a := &m.attrs[i]; a.name.URI() == space && a.isAt(b, at) {
			return i, at + len(a.name.Local) + len(`="`)
		}
	}
	return -1, 0
}

// isAt reports whether the attribute's local name is at b[at], and a value in double quotes behind it.
func (a *mixedAttr) isAt(b []byte, at int) bool {
	end := at + len(a.name.Local)
	return end+2 < len(b) && b[end] == '=' && b[end+1] == '"' && string(b[at:end]) == a.name.Local
}

// attrSpace returns the namespace of the prefix at b[at] and the index behind its colon, "" where that is of no use.
func (d *Decoder) attrSpace(b []byte, at int) (uri string, local int) {
	s, h := d.s.Codec(), &d.attrHot
	if h.gen == s.Gen && len(b)-at > len(h.text) && string(b[at:at+len(h.text)]) == h.text {
		return h.uri, at + len(h.text)
	}
	p := at
	for p < len(b) && chars.Classes[b[p]]&chars.NameChar != 0 {
		p++
	}
	if p == at || p == len(b) || b[p] != ':' {
		return "", 0
	}
	uri, ok := s.Resolve(b[at:p], false)
	if !ok || uri == "" {
		return "", 0
	}
	*h = attrPrefix{s.Intern(b[at : p+1]), uri, s.Gen}
	return uri, p + 1
}

// attrPrefix is a prefix that an attribute had, colon included, with its namespace in one generation of bindings.
type attrPrefix struct {
	text, uri string
	gen       int
}

// set sets the attribute of a struct.
func (a *mixedAttr) set(d *Decoder, v unsafe.Pointer, value []byte) {
	text, p := d.kindOfText(a.kind, value), unsafe.Add(v, a.offset)
	if a.optional {
		*(**string)(p) = d.arena.hold(text)
	} else {
		*(*string)(p) = text
	}
}

// read reads the rest of the element being decoded into a struct.
func (m *mixedType) read(d *Decoder, v unsafe.Pointer) {
	if words := d.mixedContent(m.tab, m.group, m.group.setFor(m.list)); len(words) > 0 {
		*(*[]itemWords)(unsafe.Add(v, m.content)) = words
	}
}
