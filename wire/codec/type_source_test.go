package codec

import "github.com/wbxgen/wbxgen/wire"

// The types of this file are written as wbxgen generates them.

var (
	svc = Namespace{URI: "http://example.com/service", Prefix: "svc"}
	com = Namespace{URI: "http://example.com/common", Prefix: "com"}
)

type Colour string

type Text9 string

// envelope has a polymorphic slot.
type envelope struct {
	ID       *string
	Body     []wire.Typed
	XMLExtra wire.Extra
}

var envelopeName = Name{Space: &svc, Local: "message"}

var envelopeTable = Table{Space: &svc, Names: "id body*"}

// bodySlot knows no type: all come from the registry.
var bodySlot = Slot[wire.Typed]{Unknown: func() wire.Typed { return new(wire.RawTyped) }}

func (v *envelope) DecodeXML(d *Decoder) error {
	d.Begin(&v.XMLExtra)
	for i := d.Next(&envelopeTable); i != End; i = d.Next(&envelopeTable) {
		switch i {
		case 0:
			ReadOptString(d, &v.ID)
		case 1:
			ReadSlots(d, &v.Body, &bodySlot)
		}
	}
	return d.Err()
}

func (v *envelope) AppendXML(e *Encoder) {
	e.Begin(&v.XMLExtra)
	WriteOptString(e, envelopeTable.Element(0), v.ID)
	for _, b := range v.Body {
		e.Typed(envelopeTable.Element(1), b)
	}
}

// session has attributes, leaves of all kinds, a struct, a repeated struct, a repeated group and a choice.
type session struct {
	Label    *string
	Number   *int32
	Any      []wire.Attr
	Key      int64
	Name     *string
	Token    Text9
	Colour   *Colour
	Colours  []Colour
	Open     bool
	Shut     *bool
	Ratio    *float64
	Sizes    []uint16
	Words    []string
	Place    *place
	Guests   []place
	Pairs    []pair
	Choice   sessionChoice
	Gone     wire.Nillable[int64]
	Where    wire.Nillable[place]
	Kind     *wire.QName
	Blob     []byte
	Rest     []wire.Node
	XMLExtra wire.Extra
}

type sessionChoice interface{ isSessionChoice() }

type sessionLeft struct{ Value string }
type sessionRight struct{ Value int64 }

func (*sessionLeft) isSessionChoice()  {}
func (*sessionRight) isSessionChoice() {}

type pair struct {
	A int64
	B *string
}

var sessionName = Name{Space: &svc, Local: "session"}

var sessionTable = Table{
	Space: &svc, Spaces: []*Namespace{&com},
	Names:     "key name token colour 1:colour* open shut ratio sizes words place guest* a+ b+ left right gone where kind blob",
	AttrNames: "label number",
	Aliases:   []Alias{{"Key", 0}},
	Wildcards: []Wildcard{{Index: 20, Kind: WildcardExcept, Spaces: []string{svc.URI, com.URI, ""}}},
	AnyAttr:   &Wildcard{Index: 2, Kind: WildcardOnly, Spaces: []string{com.URI}},
}

func (v *session) XMLType() wire.Name { return wire.NameOf(svc.URI, "sessionType") }
func (v *session) XMLTable() *Table   { return &Table{Space: &svc} }

func (v *session) DecodeXML(d *Decoder) error {
	d.Begin(&v.XMLExtra)
	for i := d.Attr(&sessionTable); i != End; i = d.Attr(&sessionTable) {
		switch i {
		case 0:
			ReadOptString(d, &v.Label)
		case 1:
			ReadOptInt(d, &v.Number)
		case 2:
			v.Any = append(v.Any, d.RawAttr())
		}
	}
	for i := d.Next(&sessionTable); i != End; i = d.Next(&sessionTable) {
		switch i {
		case 0:
			ReadInt(d, &v.Key)
		case 1:
			ReadOptString(d, &v.Name)
		case 2:
			ReadToken(d, &v.Token)
		case 3:
			ReadOptEnum(d, &v.Colour)
		case 4:
			ReadEnums(d, &v.Colours)
		case 5:
			ReadBool(d, &v.Open)
		case 6:
			d.Default("true")
			ReadOptBool(d, &v.Shut)
		case 7:
			ReadOptFloat(d, &v.Ratio)
		case 8:
			ReadUintList(d, &v.Sizes)
		case 9:
			ReadStringList(d, &v.Words)
		case 10:
			v.Place = new(place)
			d.Object(v.Place)
		case 11:
			v.Guests = append(v.Guests, place{})
			d.Object(&v.Guests[len(v.Guests)-1])
		case 12:
			if d.Restart(12, 13) {
				v.Pairs = append(v.Pairs, pair{})
			}
			ReadInt(d, &v.Pairs[len(v.Pairs)-1].A)
		case 13:
			if d.Restart(12, 13) {
				v.Pairs = append(v.Pairs, pair{})
			}
			ReadOptString(d, &v.Pairs[len(v.Pairs)-1].B)
		case 14:
			if d.Choose(v.Choice != nil) {
				b := new(sessionLeft)
				ReadString(d, &b.Value)
				v.Choice = b
			}
		case 15:
			if d.Choose(v.Choice != nil) {
				b := new(sessionRight)
				ReadInt(d, &b.Value)
				v.Choice = b
			}
		case 16:
			ReadNillable(d, &v.Gone, ReadInt)
		case 17:
			readField(d, &v.Where, 'o', '~')
		case 18:
			ReadOptQName(d, &v.Kind)
		case 19:
			ReadBase64(d, &v.Blob)
		case 20:
			v.Rest = append(v.Rest, d.Node())
		}
	}
	return d.Err()
}

func (v *session) AppendXML(e *Encoder) {
	t := &sessionTable
	e.Begin(&v.XMLExtra)
	WriteOptStringAttr(e, sessionTable.Attr(0), v.Label)
	WriteOptIntAttr(e, sessionTable.Attr(1), v.Number)
	e.Attrs(v.Any)
	WriteInt(e, t.Element(0), v.Key)
	WriteOptString(e, t.Element(1), v.Name)
	WriteToken(e, t.Element(2), v.Token)
	WriteOptEnum(e, t.Element(3), v.Colour)
	WriteEnums(e, t.Element(4), v.Colours)
	WriteBool(e, t.Element(5), v.Open)
	WriteOptBool(e, t.Element(6), v.Shut)
	WriteOptFloat(e, t.Element(7), v.Ratio)
	WriteUintList(e, t.Element(8), v.Sizes)
	WriteStringList(e, t.Element(9), v.Words)
	if v.Place != nil {
		e.Object(t.Element(10), v.Place)
	}
	for i := range v.Guests {
		e.Object(t.Element(11), &v.Guests[i])
	}
	for i := range v.Pairs {
		WriteInt(e, t.Element(12), v.Pairs[i].A)
		WriteOptString(e, t.Element(13), v.Pairs[i].B)
	}
	switch c := v.Choice.(type) {
	case *sessionLeft:
		WriteString(e, t.Element(14), c.Value)
	case *sessionRight:
		WriteInt(e, t.Element(15), c.Value)
	}
	WriteNillable(e, t.Element(16), v.Gone, WriteInt)
	writeField(e, t.Element(17), &v.Where, 'o', '~')
	WriteOptQName(e, t.Element(18), v.Kind)
	WriteBase64(e, t.Element(19), v.Blob)
	e.Nodes(v.Rest)
}

// place has simple content and an attribute.
type place struct {
	Floor    *int64
	Value    string
	XMLExtra wire.Extra
}

var placeTable = Table{AttrNames: "floor"}

func (v *place) DecodeXML(d *Decoder) error {
	d.Begin(&v.XMLExtra)
	for i := d.Attr(&placeTable); i != End; i = d.Attr(&placeTable) {
		if i == 0 {
			ReadOptInt(d, &v.Floor)
		}
	}
	ReadString(d, &v.Value)
	return d.Err()
}

func (v *place) AppendXML(e *Encoder) {
	e.Begin(&v.XMLExtra)
	WriteOptIntAttr(e, placeTable.Attr(0), v.Floor)
	WriteStringText(e, v.Value)
}

// note has mixed content.
type note struct {
	Content  []wire.Node
	XMLExtra wire.Extra
}

func (v *note) XMLType() wire.Name { return wire.NameOf(com.URI, "noteType") }
func (v *note) XMLTable() *Table   { return &Table{Space: &com} }

func (v *note) DecodeXML(d *Decoder) error {
	d.Begin(&v.XMLExtra)
	v.Content = d.Nodes()
	return d.Err()
}

func (v *note) AppendXML(e *Encoder) {
	e.Begin(&v.XMLExtra)
	e.Nodes(v.Content)
}

func testTypes() *wire.Registry {
	r := wire.NewRegistry()
	RegisterType(r, func() wire.Typed { return new(session) })
	RegisterType(r, func() wire.Typed { return new(note) })
	r.Alias("java:com.example.Session", wire.NameOf(svc.URI, "sessionType"))
	return r
}
