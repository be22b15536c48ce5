package codec_test

import (
	"errors"
	"math/big"
	"net/netip"
	"strings"
	"testing"
	"time"

	"github.com/wbxgen/wbxgen/wire"
	"github.com/wbxgen/wbxgen/wire/codec"
)

// trip reads a text and writes the value again.
func trip[T any](o codec.Own[T], text string) string {
	v, err := o.Parse(text)
	if err != nil {
		return "error: " + err.Error()
	}
	out, err := o.Format(v)
	if err != nil {
		return "error: " + err.Error()
	}
	return out
}

// TestWhatOwnTypesKeep is what the page on the setting promises of each
// conversion that comes with the runtime.
func TestWhatOwnTypesKeep(t *testing.T) {
	for _, c := range []struct{ got, want string }{
		{trip(codec.OwnNumber[float64](), "1.50"), "1.5"},
		{trip(codec.OwnNumber[float64](), "1e21"), "1000000000000000000000"},
		{trip(codec.OwnNumber[float64](), "INF"), "INF"},
		{trip(codec.OwnNumber[float64](), "x"), "error: is no number"},
		{trip(codec.OwnNumber[int64](), "+7"), "7"},
		{trip(codec.OwnNumber[int8](), "300"), "error: value out of range"},
		{trip(codec.OwnNumber[uint16](), "65535"), "65535"},
		{trip(codec.OwnNumber[int](), "0.1"), "error: invalid syntax"},
		{trip(codec.OwnNumber[bool](), "1"), "true"},
		{trip(codec.OwnNumber[bool](), "yes"), "error: is neither true nor false"},
		{trip(codec.OwnString[string](), " a  b "), " a  b "},
		{trip(codec.OwnText[netip.Addr](), "192.0.2.1"), "192.0.2.1"},
		{trip(codec.OwnDateTime(), "2026-01-31T10:00:00.500+02:00"), "2026-01-31T10:00:00.5+02:00"},
		{trip(codec.OwnDateTime(), "2026-01-31T10:00:00"), "2026-01-31T10:00:00Z"},
		{trip(codec.OwnDate(), "2026-01-31"), "2026-01-31"},
		{trip(codec.OwnDate(), "2026-01-31Z"), "2026-01-31"},
		{trip(codec.OwnDate(), "2026-01-31+05:30"), "2026-01-31+05:30"},
		{trip(codec.Own[*big.Rat]{Parse: rat, Format: codec.PlainFormat((*big.Rat).String)}, "3/6"), "1/2"},
	} {
		if c.got != c.want && !(strings.HasPrefix(c.want, "error") && strings.HasPrefix(c.got, c.want)) {
			t.Errorf("got %q, want %q", c.got, c.want)
		}
	}
	if got := trip(codec.OwnDateTime(), "2026-01-31"); !strings.HasPrefix(got, "error: ") {
		t.Errorf("a date is a time: %s", got)
	}
	if got := trip(codec.OwnDateTime(), "2026-01-31T10:00:00.1234567891Z"); got != "error: is more than time.Time holds" {
		t.Errorf("a fraction is cut: %s", got)
	}
	day, err := codec.OwnDate().Parse("2026-01-31")
	if err != nil || !day.Equal(time.Date(2026, 1, 31, 0, 0, 0, 0, time.UTC)) {
		t.Errorf("%v %v", day, err)
	}
}

func rat(text string) (*big.Rat, error) {
	r, ok := new(big.Rat).SetString(text)
	if !ok {
		return nil, errors.New("is no fraction")
	}
	return r, nil
}

// own is what generated code makes of a schema whose numbers are of a type of
// the user's.
type own struct {
	Need  float64
	Maybe *float64
	Each  []float64
	Words []float64
	Attr  *float64
	List  []float64
	Extra wire.Extra
}

var (
	ownFloat = codec.OwnNumber[float64]()
	ownTable = codec.Table{Names: "need maybe each* words", AttrNames: "attr list"}
)

func (v *own) DecodeXML(d *codec.Decoder) error {
	d.Begin(&v.Extra)
	for i := d.Attr(&ownTable); i != codec.End; i = d.Attr(&ownTable) {
		switch i {
		case 0:
			ownFloat.ReadOpt(d, &v.Attr)
		case 1:
			ownFloat.ReadList(d, &v.List)
		}
	}
	for i := d.Next(&ownTable); i != codec.End; i = d.Next(&ownTable) {
		switch i {
		case 0:
			ownFloat.Read(d, &v.Need)
		case 1:
			ownFloat.ReadOpt(d, &v.Maybe)
		case 2:
			ownFloat.ReadEach(d, &v.Each)
		case 3:
			ownFloat.ReadList(d, &v.Words)
		}
	}
	return d.Err()
}

func (v *own) AppendXML(e *codec.Encoder) {
	e.Begin(&v.Extra)
	ownFloat.WriteOptAttr(e, ownTable.Attr(0), v.Attr)
	ownFloat.WriteListAttr(e, ownTable.Attr(1), v.List)
	ownFloat.Write(e, ownTable.Element(0), v.Need)
	ownFloat.WriteOpt(e, ownTable.Element(1), v.Maybe)
	ownFloat.WriteEach(e, ownTable.Element(2), v.Each)
	ownFloat.WriteList(e, ownTable.Element(3), v.Words)
}

func TestOwnTypesAreReadAndWritten(t *testing.T) {
	root := codec.Name{Local: "a"}
	for in, want := range map[string]string{
		`<a attr="1.0" list="1 2.50"><need> 3.10 </need><maybe>4</maybe><each>5</each><each>6.0</each><words>7 8.0</words></a>`: `<a attr="1" list="1 2.5"><need>3.1</need><maybe>4</maybe><each>5</each><each>6</each><words>7 8</words></a>`,
		`<a><need>0</need></a>`:                 `<a><need>0</need></a>`,
		`<a list=""><need>1</need><words/></a>`: `<a list=""><need>1</need><words></words></a>`,
	} {
		var v own
		if err := codec.Unmarshal([]byte(in), root, &v); err != nil {
			t.Fatal(err)
		}
		out, err := codec.Marshal(root, &v)
		if got := strings.NewReplacer("<words/>", "<words></words>").Replace(string(out)); err != nil || got != want {
			t.Errorf("got %s, %v, want %s", got, err, want)
		}
	}
	var v own
	if err := codec.Unmarshal([]byte(`<a><need>x</need></a>`), root, &v); err == nil || !strings.Contains(err.Error(), "is no number") {
		t.Errorf("got %v", err)
	}
}
