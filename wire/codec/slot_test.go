package codec

import (
	"fmt"
	"strings"
	"testing"

	"github.com/wbxgen/wbxgen/wire"
	"github.com/wbxgen/wbxgen/wire/internal/chars"
)

// animal is a base of hand-written types: a cat is declared by the slot's package, a dog is in another one, a stone is no
// animal.
type animal interface {
	wire.Typed
	isAnimal()
}

type beast struct{ XMLExtra wire.Extra }

func (b *beast) DecodeXML(d *Decoder) error {
	d.Begin(&b.XMLExtra)
	d.Next(&Table{})
	return d.Err()
}
func (b *beast) AppendXML(e *Encoder) { e.Begin(&b.XMLExtra) }
func (b *beast) XMLTable() *Table     { return &Table{Space: &zoo} }

type (
	cat     struct{ beast }
	dog     struct{ beast }
	stone   struct{ beast }
	unknown struct{ wire.RawTyped }
)

var zoo = Namespace{URI: "urn:zoo", Prefix: "z"}

func (*cat) XMLType() wire.Name   { return "{urn:zoo}cat" }
func (*dog) XMLType() wire.Name   { return "{urn:zoo}dog" }
func (*stone) XMLType() wire.Name { return "{urn:zoo}stone" }
func (*cat) isAnimal()            {}
func (*dog) isAnimal()            {}
func (*unknown) isAnimal()        {}

// cage is what holds animals in the four ways that a field can.
type cage struct {
	one  animal
	many []animal
	null wire.Nillable[animal]
	nuls []wire.Nillable[animal]
}

var cageTable = Table{Names: "one many* null nuls*"}

// in reads and writes a cage by a slot.
type in struct {
	*cage
	slot *Slot[animal]
	x    wire.Extra
}

func (v *in) DecodeXML(d *Decoder) error {
	d.Begin(&v.x)
	for i := d.Next(&cageTable); i != End; i = d.Next(&cageTable) {
		switch i {
		case 0:
			ReadSlot(d, &v.one, v.slot)
		case 1:
			ReadSlots(d, &v.many, v.slot)
		case 2:
			ReadNillableSlot(d, &v.null, v.slot)
		case 3:
			ReadNillableSlots(d, &v.nuls, v.slot)
		}
	}
	return d.Err()
}

func (v *in) AppendXML(e *Encoder) {
	e.Begin(&v.x)
	name := func(i int) *Name { return cageTable.Element(i) }
	WriteSlot(e, name(0), v.one, v.slot)
	WriteSlots(e, name(1), v.many, v.slot)
	WriteNillableSlot(e, name(2), v.null, v.slot)
	WriteNillableSlots(e, name(3), v.nuls, v.slot)
}

// animals returns a slot that knows cats and so many others that it looks them up.
func animals(others int, declared bool) *Slot[animal] {
	s := &Slot[animal]{
		Types:   []SlotType[animal]{{Name{Space: &zoo, Local: "cat"}, func() animal { return new(cat) }}},
		Unknown: func() animal { return new(unknown) },
	}
	for n := range others {
		s.Types = append(s.Types, SlotType[animal]{Name{Space: &zoo, Local: fmt.Sprint("other", n)}, func() animal { return new(dog) }})
	}
	if declared {
		s.Declared = &s.Types[0].Name
	}
	return s
}

// TestSlots reads each kind of field with each kind of type, by slots of few and many types, and writes it again.
func TestSlots(t *testing.T) {
	registry := wire.NewRegistry()
	registry.Add((*dog)(nil).XMLType(), func() wire.Typed { return new(dog) })
	registry.Add((*stone)(nil).XMLType(), func() wire.Typed { return new(stone) })
	registry.Alias("java:Dog", (*dog)(nil).XMLType())
	types := []wire.Option{wire.Types(registry)}
	for _, c := range []struct {
		attrs    string // of the element
		declared bool
		opts     []wire.Option
		want     string // the type, or part of the error
		written  string // the xsi:type that is written
	}{
		{`xsi:type="z:cat"`, false, nil, "*codec.cat", "z:cat"},
		{`xsi:type="z:cat"`, true, nil, "*codec.cat", ""},
		{``, true, nil, "*codec.cat", ""},
		{``, false, nil, "xsi:type is missing", ""},
		{``, false, []wire.Option{wire.Lenient()}, "*codec.unknown", ""},
		{`xsi:type="z:dog"`, false, nil, "*codec.unknown", "z:dog"},
		{`xsi:type="z:dog"`, true, types, "*codec.dog", "z:dog"},
		{`xsi:type="java:Dog"`, false, types, "*codec.dog", "z:dog"},
		{`xsi:type="z:stone"`, false, types, "*codec.unknown", "z:stone"},
		{`xsi:type="q:cat"`, false, nil, "not a QName with a declared prefix", ""},
		{`xsi:type="q:cat"`, false, []wire.Option{wire.Lenient()}, "*codec.cat", "z:cat"},
		{`xsi:type="q:dog"`, false, append(types, wire.Lenient()), "*codec.dog", "z:dog"},
		{`xsi:type="z:bird" song="loud"`, false, nil, "*codec.unknown", "z:bird"},
	} {
		for _, others := range []int{0, fewTypes + 1} {
			for _, element := range []string{"one", "many", "null", "nuls"} {
				doc := `<cage xmlns:z="urn:zoo" xmlns:xsi="` + chars.XSIURI + `"><` + element + " " + c.attrs + `/></cage>`
				v := in{cage: new(cage), slot: animals(others, c.declared)}
				err := Unmarshal([]byte(doc), Name{Local: "cage"}, &v, c.opts...)
				if err != nil {
					if !strings.Contains(err.Error(), c.want) {
						t.Errorf("%s: %v", doc, err)
					}
					continue
				}
				got := v.one
				switch {
				case len(v.many) > 0:
					got = v.many[0]
				case v.null.Value != nil:
					got = *v.null.Value
				case len(v.nuls) > 0:
					got = *v.nuls[0].Value
				}
				if fmt.Sprintf("%T", got) != c.want {
					t.Errorf("%s: %T, want %s", doc, got, c.want)
				}
				data, err := Marshal(Name{Local: "cage"}, &v)
				if err != nil {
					t.Errorf("%s: %v", doc, err)
				}
				if written := strings.Contains(string(data), `xsi:type="`); written != (c.written != "") || !strings.Contains(string(data), c.written) {
					t.Errorf("%s becomes %s", doc, data)
				}
				if strings.Contains(doc, "song") != strings.Contains(string(data), `song="loud"`) {
					t.Errorf("%s loses an attribute: %s", doc, data)
				}
			}
		}
	}
}

// TestNilInSlots reads and writes nil, which a type may stand beside.
func TestNilInSlots(t *testing.T) {
	const doc = `<cage xmlns:z="urn:zoo" xmlns:xsi="` + chars.XSIURI + `"><null xsi:nil="true"/>` +
		`<nuls xsi:type="z:cat" xsi:nil="true"/><nuls xsi:type="z:bird" xsi:nil="true"/><nuls xsi:nil="true"/></cage>`
	v := in{cage: new(cage), slot: animals(0, false)}
	if err := Unmarshal([]byte(doc), Name{Local: "cage"}, &v); err != nil {
		t.Fatal(err)
	}
	if !v.null.Nil || v.null.Value != nil || len(v.nuls) != 3 {
		t.Errorf("%+v", v.cage)
	}
	data, err := Marshal(Name{Local: "cage"}, &v)
	if err != nil || strings.Count(string(data), `xsi:nil="true"`) != 4 || strings.Count(string(data), "xsi:type=") != 2 {
		t.Errorf("%s, %v", data, err)
	}
}

// TestGapsInSlots writes a list with a value missing, which no document can have.
func TestGapsInSlots(t *testing.T) {
	v := in{cage: &cage{many: []animal{nil}}, slot: animals(0, false)}
	if data, err := Marshal(Name{Local: "cage"}, &v); err == nil {
		t.Errorf("no error: %s", data)
	}
}

// tiger is a type of a user's, whose methods panic where it is nil.
type tiger struct {
	Stripes int
	cat
}

// TestNilPointersInSlots writes and checks them.
func TestNilPointersInSlots(t *testing.T) {
	for _, x := range []animal{(*tiger)(nil), (*unknown)(nil)} {
		for i, c := range []*cage{{one: x}, {many: []animal{x}}, {null: wire.Nillable[animal]{Value: &x}}, {nuls: []wire.Nillable[animal]{{Nil: true, Value: &x}}}} {
			v := in{cage: c, slot: animals(0, false)}
			if data, err := Marshal(Name{Local: "cage"}, &v); err == nil || !strings.HasSuffix(err.Error(), fmt.Sprintf("the %T is nil", x)) {
				t.Errorf("%T %d: %s, %v", x, i, data, err)
			}
		}
		var c Checker
		if c.Object("one", -1, x); c.Err() == nil || c.Err().Error() != "one: is nil" {
			t.Errorf("%T: %v", x, c.Err())
		}
	}
}
