package codec_test

import (
	"strings"
	"testing"

	"github.com/wbxgen/wbxgen/wire"
	"github.com/wbxgen/wbxgen/wire/codec"
)

// sides is a choice of left and right.
type sides struct {
	Side     side       `xml:"-"`
	Many     []side     `xml:"-"`
	XMLExtra wire.Extra `xml:"-"`
}

type side interface{ isSide() }

type (
	left struct {
		Left string `xml:"left"`
	}
	right struct {
		Right string `xml:"right"`
	}
)

var (
	sidesTable = codec.Table{
		Names: "left right l* r*", Fields: "0c?0 0c?1 1c*2 1c*3", Checks: "0-1",
		Branches: []codec.Tabled{(*left)(nil), (*right)(nil), (*left)(nil), (*right)(nil)},
	}
	leftTable  = codec.Table{Names: "left", Fields: "0s.", Checks: "0|2,2|"}
	rightTable = codec.Table{Names: "right", Fields: "0s."}
)

func (*sides) XMLTable() *codec.Table             { return &sidesTable }
func (v *sides) DecodeXML(d *codec.Decoder) error { return d.Read(v) }
func (v *sides) AppendXML(e *codec.Encoder)       { e.Write(v) }
func (v *sides) Validate() error                  { return wire.Validate(v) }

func (*left) isSide()                 {}
func (*left) XMLTable() *codec.Table  { return &leftTable }
func (*right) isSide()                {}
func (*right) XMLTable() *codec.Table { return &rightTable }

// These are types of a user's.
type (
	ownLeft struct {
		Number int
		left
	}
	pointedLeft struct {
		*left
		Number int
	}
	anySide  struct{ tabledSide }
	ownWrite struct {
		Number int
		left
	}
	numbered struct{ Number int }
)

type tabledSide interface {
	side
	codec.Tabled
}

func (*ownWrite) AppendXML(e *codec.Encoder) {
	codec.WriteString(e, &codec.Name{Local: "right"}, "own")
}
func (numbered) isSide() {}

// TestOwnTypesInChoices writes and checks types that embed the struct of a branch, before and after the struct itself.
func TestOwnTypesInChoices(t *testing.T) {
	l := left{"l"}
	const problem = "left: has 1 character, exactly 2 are needed"
	for i, test := range []struct {
		v            side
		doc, problem string
	}{
		{&ownLeft{7, l}, "<left>l</left>", problem},
		{&pointedLeft{&l, 7}, "<left>l</left>", problem},
		{pointedLeft{&l, 7}, "<left>l</left>", problem},
		{&anySide{&l}, "<left>l</left>", problem},
		{anySide{&l}, "<left>l</left>", problem},
		{anySide{&ownLeft{7, l}}, "<left>l</left>", problem},
		{&ownWrite{7, left{"ll"}}, "<right>own</right>", ""},
		{&l, "<left>l</left>", problem},
		{&right{"r"}, "<right>r</right>", ""},
	} {
		leftTable = codec.Table{Names: leftTable.Names, Fields: leftTable.Fields, Checks: leftTable.Checks} // as if it were new
		sidesTable = codec.Table{Names: sidesTable.Names, Fields: sidesTable.Fields, Checks: sidesTable.Checks, Branches: sidesTable.Branches}
		for _, v := range []side{test.v, &l, test.v} {
			out, err := codec.Marshal(codec.Name{Local: "r"}, &sides{Side: v, Many: []side{v}})
			want := "<r>" + strings.Repeat(test.doc, 2) + "</r>"
			if v == side(&l) {
				want = "<r><left>l</left><left>l</left></r>"
			}
			if err != nil || string(out) != want {
				t.Errorf("%d: %v: %s", i, err, out)
			}
		}
		for range 2 {
			if got := text((&sides{Side: test.v}).Validate()); got != test.problem {
				t.Errorf("%d: %s", i, got)
			}
			if got := text((&sides{Side: &l}).Validate()); got != problem {
				t.Errorf("%d: then the struct itself: %s", i, got)
			}
		}
	}
}

// TestChoicesWithoutValue are errors, and no more than that.
func TestChoicesWithoutValue(t *testing.T) {
	const isNil = "a choice holds a nil pointer"
	for _, test := range []struct {
		v    side
		want string
	}{
		{(*left)(nil), isNil},
		{(*ownLeft)(nil), isNil},
		{&pointedLeft{}, "the *codec_test.left is nil"},
		{numbered{}, "a choice holds a codec_test.numbered, which is none of its types"},
	} {
		v, want := sides{Side: test.v}, test.want
		if _, err := codec.Marshal(codec.Name{Local: "r"}, &v); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v", want, err)
		}
		if err := v.Validate(); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v", want, err)
		}
	}
}
