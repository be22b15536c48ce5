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

var envelopeTable = Table{
	Elements: []Element{
		{Name: Name{Space: &svc, Local: "id"}},
		{Name: Name{Space: &svc, Local: "body"}, Many: true},
	},
}

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
	WriteOptString(e, &envelopeTable.Elements[0].Name, v.ID)
	for _, b := range v.Body {
		e.Typed(&envelopeTable.Elements[1].Name, b)
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
	Elements: []Element{
		0:  {Name: Name{Space: &svc, Local: "key"}},
		1:  {Name: Name{Space: &svc, Local: "name"}},
		2:  {Name: Name{Space: &svc, Local: "token"}},
		3:  {Name: Name{Space: &svc, Local: "colour"}},
		4:  {Name: Name{Space: &com, Local: "colour"}, Many: true},
		5:  {Name: Name{Space: &svc, Local: "open"}},
		6:  {Name: Name{Space: &svc, Local: "shut"}},
		7:  {Name: Name{Space: &svc, Local: "ratio"}},
		8:  {Name: Name{Space: &svc, Local: "sizes"}},
		9:  {Name: Name{Space: &svc, Local: "words"}},
		10: {Name: Name{Space: &svc, Local: "place"}},
		11: {Name: Name{Space: &svc, Local: "guest"}, Many: true},
		12: {Name: Name{Space: &svc, Local: "a"}, Again: true},
		13: {Name: Name{Space: &svc, Local: "b"}, Again: true},
		14: {Name: Name{Space: &svc, Local: "left"}},
		15: {Name: Name{Space: &svc, Local: "right"}},
		16: {Name: Name{Space: &svc, Local: "gone"}},
		17: {Name: Name{Space: &svc, Local: "where"}},
		18: {Name: Name{Space: &svc, Local: "kind"}},
		19: {Name: Name{Space: &svc, Local: "blob"}},
	},
	Attrs:     []Name{{Local: "label"}, {Local: "number"}},
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
			ReadNillableObject(d, &v.Where)
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
	t := sessionTable.Elements
	e.Begin(&v.XMLExtra)
	WriteOptStringAttr(e, &sessionTable.Attrs[0], v.Label)
	WriteOptIntAttr(e, &sessionTable.Attrs[1], v.Number)
	e.Attrs(v.Any)
	WriteInt(e, &t[0].Name, v.Key)
	WriteOptString(e, &t[1].Name, v.Name)
	WriteToken(e, &t[2].Name, v.Token)
	WriteOptEnum(e, &t[3].Name, v.Colour)
	WriteEnums(e, &t[4].Name, v.Colours)
	WriteBool(e, &t[5].Name, v.Open)
	WriteOptBool(e, &t[6].Name, v.Shut)
	WriteOptFloat(e, &t[7].Name, v.Ratio)
	WriteUintList(e, &t[8].Name, v.Sizes)
	WriteStringList(e, &t[9].Name, v.Words)
	if v.Place != nil {
		e.Object(&t[10].Name, v.Place)
	}
	for i := range v.Guests {
		e.Object(&t[11].Name, &v.Guests[i])
	}
	for i := range v.Pairs {
		WriteInt(e, &t[12].Name, v.Pairs[i].A)
		WriteOptString(e, &t[13].Name, v.Pairs[i].B)
	}
	switch c := v.Choice.(type) {
	case *sessionLeft:
		WriteString(e, &t[14].Name, c.Value)
	case *sessionRight:
		WriteInt(e, &t[15].Name, c.Value)
	}
	WriteNillable(e, &t[16].Name, v.Gone, WriteInt)
	WriteNillableObject(e, &t[17].Name, v.Where)
	WriteOptQName(e, &t[18].Name, v.Kind)
	WriteBase64(e, &t[19].Name, v.Blob)
	e.Nodes(v.Rest)
}

// place has simple content and an attribute.
type place struct {
	Floor    *int64
	Value    string
	XMLExtra wire.Extra
}

var placeTable = Table{Attrs: []Name{{Local: "floor"}}}

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
	WriteOptIntAttr(e, &placeTable.Attrs[0], v.Floor)
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
