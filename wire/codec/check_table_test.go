package codec_test

import (
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/wbxgen/wbxgen/wire"
	"github.com/wbxgen/wbxgen/wire/codec"
	"github.com/wbxgen/wbxgen/wire/datatype"
)

// mark is a simple type that checks itself.
type mark string

func (g mark) CheckXML(c *codec.Checker) { c.String("", -1, string(g), &markFacets) }

var markFacets = codec.Facets{Enum: []string{"low", "high"}}

// leafOrder is a complex type with a text alone, which checks itself.
type leafOrder struct {
	Text     mark       `xml:",chardata"`
	XMLExtra wire.Extra `xml:"-"`
}

var leafOrderTable = codec.Table{Checks: "0"}

func (v *leafOrder) DecodeXML(d *codec.Decoder) error { return nil }
func (v *leafOrder) AppendXML(e *codec.Encoder)       {}
func (v *leafOrder) CheckXML(c *codec.Checker)        { c.Struct(&leafOrderTable, v) }

// orderBranch is a branch of a choice and a group that repeats.
type orderBranch struct {
	Code string `xml:"urn:order code"`
}

var orderBranchTable = codec.Table{Checks: "0|2,2|"}

func (v *orderBranch) AppendXML(e *codec.Encoder) {}
func (v *orderBranch) CheckXML(c *codec.Checker)  { c.Struct(&orderBranchTable, v) }

// orderAttrs is a group of attributes.
type orderAttrs struct {
	Level mark   `xml:"level,attr"`
	Free  string `xml:"free,attr"`
}

var orderAttrsTable = codec.Table{AttrNames: "level free", AttrFields: "0S. 1s."}

func (v *orderAttrs) CheckXMLAttrs(c *codec.Checker) { c.Struct(&orderAttrsTable, v) }

// order has a field for each way in which a table says what is checked.
type order struct {
	orderAttrs
	ID       *string                         `xml:"id,attr"`
	Kind     string                          `xml:"kind,attr"`
	Key      []byte                          `xml:"key,attr"`
	Rank     mark                            `xml:"rank,attr"`
	Name     string                          `xml:"name"`
	Count    *int8                           `xml:"count"`
	Many     []uint16                        `xml:"many"`
	Ratios   []float64                       `xml:"ratio"`
	Flag     bool                            `xml:"flag"`
	Price    wire.Nillable[datatype.Decimal] `xml:"price"`
	Fixed    []wire.Nillable[string]         `xml:"fixed"`
	Part     wire.Nillable[leafOrder]        `xml:"part"`
	Parts    []leafOrder                     `xml:"parts"`
	Grades   []mark                          `xml:"grade"`
	Filled   mark                            `xml:"filled"`
	Leaf     *leafOrder                      `xml:"leaf"`
	Choice   any                             `xml:"-"`
	Branches []orderBranch                   `xml:"-"`
	Typed    any                             `xml:"typed"`
	Named    wire.QName                      `xml:"named"`
	Token    wire.Secret                     `xml:"token"`
	Words    []string                        `xml:"words"`
	Numbers  []float64                       `xml:"numbers"`
	Short    []mark                          `xml:"short"`
	Own      marks                           `xml:"own"`
	XMLExtra wire.Extra                      `xml:"-"`
}

var orderTable = codec.Table{
	AttrNames:  "id kind key rank",
	AttrFields: "- - - 4S.",
	Groups:     "0",
	Checks:     "0 1:0 2~=blue 3! 5|1,3| 6[1,9] 7{2,3}[,7] 8[0.5,] 9=true 10?[0,] 11?=x 12? 13{,2,bits} 14-15~ 16~ 17! 18 19 20=n 21~|2,| 22+:1 23+:2 24+|2,2| 25+",
	Facets: []codec.Facets{
		{Patterns: []codec.Pattern{{Text: "[a-c]+", Any: []string{`\A(?:[a-c]+)\z`}}}},
		{MinLength: 2, Item: &codec.Facets{Of: "NMTOKEN", MaxLength: 4, Bounded: true}},
		{MinLength: 2, Item: &codec.Facets{Of: "double", Max: "0.5"}},
	},
}

func (v *order) AppendXML(e *codec.Encoder) {}
func (v *order) Validate() error            { return wire.Validate(v) }
func (v *order) CheckXML(c *codec.Checker)  { c.Struct(&orderTable, v) }

// orderByCode checks an order by calls of a [codec.Checker].
type orderByCode order

func (v *orderByCode) AppendXML(e *codec.Encoder) {}
func (v *orderByCode) Validate() error            { return wire.Validate(v) }

func (v *orderByCode) CheckXML(c *codec.Checker) {
	c.Object("level", -1, v.Level)
	if v.ID != nil {
		c.String("id", -1, *v.ID, &orderTable.Facets[0])
	}
	if v.Kind != "" {
		c.String("kind", -1, v.Kind, &codec.Facets{IsFixed: true, Fixed: "blue"})
	}
	c.Set("key", v.Key != nil)
	c.Object("rank", -1, v.Rank)
	if c.Nil(&v.XMLExtra) {
		return
	}
	c.String("name", -1, v.Name, &codec.Facets{MinLength: 1, MaxLength: 3, Bounded: true})
	if v.Count != nil {
		c.Int("count", -1, int64(*v.Count), &codec.Facets{Min: "1", Max: "9"})
	}
	c.Items("many", len(v.Many), 2, 3)
	for i, n := range v.Many {
		c.Uint("many", i, uint64(n), &codec.Facets{Max: "7"})
	}
	for i, r := range v.Ratios {
		c.Float("ratio", i, r, &codec.Facets{Min: "0.5"})
	}
	c.Bool("flag", -1, v.Flag, &codec.Facets{IsFixed: true, Fixed: "true"})
	if v.Price.Value != nil && !v.Price.Nil {
		c.Value("price", -1, *v.Price.Value, &codec.Facets{Min: "0"})
	}
	for i, x := range v.Fixed {
		if x.Nil || x.Value == nil {
			c.NilFixed("fixed", i)
		}
		if x.Value != nil && !x.Nil {
			c.String("fixed", i, *x.Value, &codec.Facets{IsFixed: true, Fixed: "x"})
		}
	}
	if v.Part.Value != nil {
		c.Nilled(v.Part.Nil)
		c.Object("part", -1, v.Part.Value)
	}
	c.Items("bits", len(v.Parts), 0, 2)
	for i := range v.Parts {
		c.Object("parts", i, &v.Parts[i])
	}
	v.rest(c)
}

func (v *orderByCode) rest(c *codec.Checker) {
	for i, g := range v.Grades {
		if g != "" {
			c.Object("grade", i, g)
		}
	}
	if v.Filled != "" {
		c.Object("filled", -1, v.Filled)
	}
	if v.Leaf != nil {
		c.Fills()
		c.Object("leaf", -1, v.Leaf)
	}
	c.Choice("Choice", v.Choice != nil)
	if x, ok := v.Choice.(codec.Checked); ok {
		x.CheckXML(c)
	}
	for i := range v.Branches {
		v.Branches[i].CheckXML(c)
	}
	if x, ok := v.Typed.(codec.Checked); ok {
		c.Object("typed", -1, x)
	}
	c.QName("named", -1, v.Named, &codec.Facets{IsFixed: true, Fixed: "n"})
	if v.Token.IsSet() {
		c.Secret("token", -1, v.Token, &codec.Facets{MinLength: 2})
	}
	if v.Words != nil {
		c.String("words", -1, codec.ListText(v.Words), &orderTable.Facets[1])
	}
	if v.Numbers != nil {
		c.String("numbers", -1, codec.ListText(v.Numbers), &orderTable.Facets[2])
	}
	if v.Short != nil {
		c.List("short", -1, len(codec.Words(v.Short)), &codec.Facets{MinLength: 2, MaxLength: 2, Bounded: true})
	}
	if v.Own != nil {
		c.Object("own", -1, v.Own)
	}
}

// marks is a list that checks itself.
type marks []mark

func (v marks) CheckXML(c *codec.Checker) { c.List("", -1, len(v), &codec.Facets{MinLength: 3}) }

// randomOrder returns an order of which much is wrong.
func randomOrder(r *rand.Rand) *order {
	text := func() string { return []string{"", "a", "ab", "low", "high", "blue", "x", "abcabc"}[r.IntN(8)] }
	g := func() mark { return mark(text()) }
	leaf := func() *leafOrder {
		v := leafOrder{Text: g()}
		v.XMLExtra.SetNil(r.IntN(4) == 0)
		return &v
	}
	maybe := func() bool { return r.IntN(2) == 0 }
	v := order{orderAttrs: orderAttrs{Level: g()}, Kind: text(), Rank: g(), Name: text(), Flag: maybe(), Filled: g()}
	if maybe() {
		v.ID, v.Count, v.Key = new(text()), new(int8(r.IntN(12))), []byte{}
		v.Price = wire.Nillable[datatype.Decimal]{Value: new(datatype.MustDecimal([]string{"-1", "0", "7.5"}[r.IntN(3)])), Nil: maybe()}
		v.Part = wire.Nillable[leafOrder]{Value: leaf(), Nil: maybe()}
		v.Leaf, v.Token, v.Named.Local = leaf(), wire.SecretOf(text()), text()
	}
	for range r.IntN(5) {
		v.Many, v.Ratios = append(v.Many, uint16(r.IntN(10))), append(v.Ratios, r.Float64())
		v.Parts, v.Grades = append(v.Parts, *leaf()), append(v.Grades, g())
		v.Branches = append(v.Branches, orderBranch{text()})
		v.Words, v.Numbers = append(v.Words, text()), append(v.Numbers, r.Float64())
		v.Short, v.Own = append(v.Short, g()+" "+g()), append(v.Own, g())
		x := wire.Nillable[string]{Nil: maybe()}
		if maybe() {
			x.Value = new(text())
		}
		v.Fixed = append(v.Fixed, x)
	}
	v.Choice = []any{nil, &orderBranch{text()}, 7}[r.IntN(3)]
	v.Typed = []any{nil, leaf(), 7}[r.IntN(3)]
	v.XMLExtra.SetNil(r.IntN(8) == 0)
	return &v
}

// TestTablesSayWhatCodeSays checks random values by a table and by code.
func TestTablesSayWhatCodeSays(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	found := map[string]bool{}
	for range 3000 {
		v := randomOrder(r)
		got, want := v.Validate(), (*orderByCode)(v).Validate()
		if text(got) != text(want) {
			t.Fatalf("%+v\n got %s\nwant %s", v, text(got), text(want))
		}
		for line := range strings.Lines(text(want)) {
			name, _, _ := strings.Cut(line, ":")
			name, _, _ = strings.Cut(name, "[")
			found[name] = true
		}
	}
	for _, name := range strings.Fields("level id kind key rank name count many ratio flag price fixed part bits parts grade filled leaf Choice code typed named token words numbers short own") {
		if !found[name] {
			t.Errorf("nothing was wrong with %s", name)
		}
	}
}

func text(err error) string {
	if err == nil {
		return ""
	}
	return err.Error()
}

// TestSomeFieldsAreChecked checks a part of what a table says.
func TestSomeFieldsAreChecked(t *testing.T) {
	err := wire.Validate(checkFunc(func(c *codec.Checker) { c.StructFields(&orderTable, &order{Kind: "red", Rank: "odd"}, 2, 3) }))
	if want := "kind: is \"red\", but can only be \"blue\"\nkey: is missing"; text(err) != want {
		t.Errorf("got %s", text(err))
	}
}

// TestWrongWordsOfATablePanic: generated code has none.
func TestWrongWordsOfATablePanic(t *testing.T) {
	for _, words := range []string{"x", "0-", "0{1}", "0|1|", "0[1]", "0:", "0#", "0~!", "0 ?", "-1", "0=a b"} {
		func() {
			defer func() {
				if problem, _ := recover().(string); !strings.HasPrefix(problem, "codec: a table of generated code is wrong: ") {
					t.Errorf("%q: %v", words, problem)
				}
			}()
			new(codec.Checker).Struct(&codec.Table{Checks: words}, new(orderBranch))
		}()
	}
}

// tabledPart has no method that checks it, but a table.
type tabledPart struct {
	Code     string     `xml:"code"`
	XMLExtra wire.Extra `xml:"-"`
}

var tabledPartTable = codec.Table{Checks: "0|2,2|"}

func (*tabledPart) XMLTable() *codec.Table       { return &tabledPartTable }
func (v *tabledPart) AppendXML(e *codec.Encoder) {}
func (v *tabledPart) Validate() error            { return wire.Validate(v) }

// rootPart is no more than a tabledPart, but has a table with names of elements.
type rootPart struct{ tabledPart }

var rootPartTable = codec.Table{RootNames: "part"}

func (*rootPart) XMLTable() *codec.Table { return &rootPartTable }

// ownPart and pointedPart are types of a user's.
type (
	ownPart struct {
		Number int
		tabledPart
	}
	pointedPart struct {
		Number int
		*tabledPart
	}
)

type tabledParts struct {
	One      tabledPart   `xml:"one"`
	Root     *rootPart    `xml:"root"`
	Many     []tabledPart `xml:"many"`
	Any      any          `xml:"any"`
	XMLExtra wire.Extra   `xml:"-"`
}

var tabledPartsTable = codec.Table{Checks: "0-3"}

func (*tabledParts) XMLTable() *codec.Table { return &tabledPartsTable }
func (v *tabledParts) Validate() error      { return wire.Validate(v) }

// TestTablesAreAsked checks structs without a method that checks them, whatever is made around them, and whichever is the first.
func TestTablesAreAsked(t *testing.T) {
	const problem = "code: has 1 character, exactly 2 are needed"
	long := tabledPart{Code: "x"}
	for i, v := range []wire.Validator{&ownPart{7, long}, &pointedPart{7, &long}, pointedPart{7, &long}, &rootPart{long}, &long} {
		tabledPartTable = codec.Table{Checks: tabledPartTable.Checks} // as if it were new
		for range 2 {
			if err := wire.Validate(v); text(err) != problem {
				t.Errorf("%d: %v", i, err)
			}
		}
		all := tabledParts{One: long, Root: &rootPart{long}, Many: []tabledPart{long, {Code: "xx"}}, Any: v}
		if got, want := text(all.Validate()), "one/"+problem+"\nroot/"+problem+"\nmany[1]/"+problem+"\nany/"+problem; got != want {
			t.Errorf("%d: %s", i, got)
		}
	}
}

// hugePart has fields behind the first page of memory: to look at those of a nil one would end the program.
type hugePart struct {
	Pad      [1000]*string `xml:"-"`
	Code     string        `xml:"code"`
	XMLExtra wire.Extra    `xml:"-"`
}

var hugePartTable = codec.Table{Names: "code", Fields: "1s.", Checks: "1|2,2|", RootNames: "huge"}

func (*hugePart) XMLTable() *codec.Table       { return &hugePartTable }
func (v *hugePart) AppendXML(e *codec.Encoder) { e.Write(v) }
func (v *hugePart) Validate() error            { return wire.Validate(v) }

// TestStructsThatAreNil are said to be so, by Validate and by what writes them.
func TestStructsThatAreNil(t *testing.T) {
	var v *hugePart
	if err := v.Validate(); text(err) != "the *codec_test.hugePart is nil" {
		t.Error(err)
	}
	all := tabledParts{One: tabledPart{Code: "xx"}, Any: v}
	if err := all.Validate(); text(err) != "any: is nil" {
		t.Error(err)
	}
	if err := (&order{Choice: (*orderBranch)(nil)}).Validate(); !strings.Contains(text(err), "\nChoice: is nil") {
		t.Error(err)
	}
	if _, err := codec.Append(nil, codec.Name{Local: "x"}, v); err == nil || !strings.Contains(err.Error(), "is nil") {
		t.Error(err)
	}
	err := wire.Validate(checkFunc(func(c *codec.Checker) {
		c.StructFields(&hugePartTable, v, 0, 1)
		c.HasContent(&hugePartTable, v)
	}))
	if text(err) != "is nil" {
		t.Error(err)
	}
}
