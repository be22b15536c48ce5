package codec

import (
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/wbxgen/wbxgen/wire"
)

// rate is of a package that the session's knows nothing of: a root element with a type that another extends.
type rate struct {
	Kind     *wire.QName
	Beats    int64
	Of       []wire.QName
	XMLExtra wire.Extra
}

type fineRate struct {
	Beats    int64
	Fraction string
	XMLExtra wire.Extra
}

var heartSpace = Namespace{URI: "urn:heart", Prefix: "h"}

const (
	rateName     wire.Name = "{urn:heart}rate"
	rateType     wire.Name = "{urn:heart}rateType"
	fineRateType wire.Name = "{urn:heart}fineRateType"
)

var (
	rateTable     = Table{Space: &heartSpace, RootNames: "rate", Names: "beats of* fraction", AttrNames: "kind"}
	fineRateTable = Table{Space: &heartSpace}
)

func (v *rate) XMLTable() *Table       { return &rateTable }
func (v *rate) XMLType() wire.Name     { return rateType }
func (v *fineRate) XMLTable() *Table   { return &fineRateTable }
func (v *fineRate) XMLType() wire.Name { return fineRateType }

func (v *rate) DecodeXML(d *Decoder) error {
	d.Begin(&v.XMLExtra)
	for i := d.Attr(&rateTable); i != End; i = d.Attr(&rateTable) {
		ReadOptQName(d, &v.Kind)
	}
	for i := d.Next(&rateTable); i != End; i = d.Next(&rateTable) {
		switch i {
		case 0:
			ReadInt(d, &v.Beats)
		case 1:
			ReadQNames(d, &v.Of)
		}
	}
	return d.Err()
}

func (v *rate) AppendXML(e *Encoder) {
	e.Begin(&v.XMLExtra)
	WriteOptQNameAttr(e, rateTable.Attr(0), v.Kind)
	WriteInt(e, rateTable.Element(0), v.Beats)
	WriteQNames(e, rateTable.Element(1), v.Of)
}

func (v *fineRate) DecodeXML(d *Decoder) error {
	d.Begin(&v.XMLExtra)
	for i := d.Next(&rateTable); i != End; i = d.Next(&rateTable) {
		switch i {
		case 0:
			ReadInt(d, &v.Beats)
		case 2:
			ReadString(d, &v.Fraction)
		}
	}
	return d.Err()
}

func (v *fineRate) AppendXML(e *Encoder) {
	e.Begin(&v.XMLExtra)
	WriteInt(e, rateTable.Element(0), v.Beats)
	WriteString(e, rateTable.Element(2), v.Fraction)
}

const ratedSession = `<svc:session xmlns:svc="http://example.com/service" xmlns:q="urn:kinds" xmlns:heart="urn:heart" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">` +
	`<heart:rate kind="q:resting" xmlns="urn:default"><heart:beats>60</heart:beats><heart:of>q:a</heart:of><heart:of>b</heart:of><heart:of xmlns:q="urn:inner">q:c</heart:of></heart:rate>` +
	`<heart:rate xsi:type="heart:fineRateType"><heart:beats>61</heart:beats><heart:fraction>5</heart:fraction></heart:rate>` +
	`<o:other xmlns:o="urn:o"/></svc:session>`

func TestWildcardsAreReadTyped(t *testing.T) {
	v := readNoted(t, ratedSession)
	known := wire.NewRegistry()
	known.AddObjects(new(rate), new(fineRate))
	var read []wire.Object
	for i := range v.Rest {
		x, ok := known.NewFor(v.Rest[i])
		if !ok {
			if v.Rest[i].Name.Local != "other" {
				t.Errorf("%v is not known", v.Rest[i].Name)
			}
			continue
		}
		if err := v.Rest[i].Decode(x, wire.Unknown(wire.RefuseUnknown)); err != nil {
			t.Fatal(err)
		}
		read = append(read, x)
	}
	if len(read) != 2 {
		t.Fatalf("%d are read", len(read))
	}
	plain, fine := read[0].(*rate), read[1].(*fineRate)
	names := []wire.QName{{Space: "urn:kinds", Local: "a"}, {Space: "urn:default", Local: "b"}, {Space: "urn:inner", Local: "c"}}
	if plain.Beats != 60 || !plain.Kind.Equal(wire.QName{Space: "urn:kinds", Local: "resting"}) || !cmp.Equal(plain.Of, names) {
		t.Errorf("got %v", plain)
	}
	if typ, _ := fine.XMLExtra.Type(); fine.Beats != 61 || fine.Fraction != "5" || !typ.Is(fineRateType) {
		t.Errorf("got %v", fine)
	}
	fine.Beats, plain.Beats = 62, 63
	for i, x := range read {
		n, err := wire.NodeOf(x)
		if err != nil {
			t.Fatal(err)
		}
		v.Rest[i] = n
	}
	out := writeNoted(t, v)
	want := strings.NewReplacer(">61<", ">62<", ">60<", ">63<").Replace(ratedSession)
	if again := readNoted(t, want); !sameRates(t, readNoted(t, out), again) {
		t.Errorf("got  %s\nwant %s", out, want)
	}
}

// sameRates compares what is in the nodes of two sessions.
func sameRates(t *testing.T, a, b *session) bool {
	t.Helper()
	var x, y struct {
		plain rate
		fine  fineRate
	}
	if err := errors.Join(a.Rest[0].Decode(&x.plain), b.Rest[0].Decode(&y.plain), a.Rest[1].Decode(&x.fine), b.Rest[1].Decode(&y.fine)); err != nil {
		t.Fatal(err)
	}
	return cmp.Equal(x.plain, y.plain) && cmp.Equal(x.fine, y.fine) && len(a.Rest) == len(b.Rest)
}

func TestNodesThatAreNotRead(t *testing.T) {
	v := readNoted(t, ratedSession)
	other, text := &v.Rest[2], wire.TextNode("text")
	for want, err := range map[string]error{
		"/other: the root element is {urn:o}other, not {urn:heart}rate": other.Decode(new(rate)),
		"the node is no element":                    text.Decode(new(rate)),
		"the type of no root element":               other.Decode(new(fineRate)),
		"/rate@kind: the attribute is unknown here": v.Rest[0].Decode(new(place2), wire.Unknown(wire.RefuseUnknown)),
	} {
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("got %v, want %s", err, want)
		}
	}
	broken := v.Rest[0]
	broken.Children = []wire.Node{{Name: wire.QName{Space: "urn:heart", Local: "beats"}, Children: []wire.Node{wire.TextNode("many")}}}
	if err := broken.Decode(new(rate)); err == nil || !strings.HasPrefix(err.Error(), "/rate/beats: ") {
		t.Errorf("got %v", err)
	}
	if _, err := wire.NodeOf(new(fineRate)); err == nil {
		t.Error("a value without root element becomes a node")
	}
	if _, ok := wire.NewRegistry().NewFor(*other); ok {
		t.Error("an empty registry knows something")
	}
}

// place2 has the root of a rate, and none of its elements but beats.
type place2 struct{ rate }

func (v *place2) DecodeXML(d *Decoder) error {
	d.Begin(&v.XMLExtra)
	tab := Table{Space: &heartSpace, Names: "beats"}
	for i := d.Next(&tab); i != End; i = d.Next(&tab) {
		ReadInt(d, &v.Beats)
	}
	return d.Err()
}

// TestARootOfAnyTypeKeepsItsPrefixes has names in text at the root element itself.
func TestARootOfAnyTypeKeepsItsPrefixes(t *testing.T) {
	root := Name{Local: "any"}
	var v RawElement
	const doc = `<any xmlns:p="urn:p" a="p:x">p:y<p:b/></any>`
	if err := Unmarshal([]byte(doc), root, &v); err != nil {
		t.Fatal(err)
	}
	if out, err := Marshal(root, &v); err != nil || string(out) != doc {
		t.Errorf("got %s, %v", out, err)
	}
}
