package codec

import (
	"fmt"
	"strings"
	"testing"

	"github.com/wbxgen/wbxgen/wire"
	"github.com/wbxgen/wbxgen/wire/internal/chars"
)

// page has mixed content of words and leaves, which are pages too.
type page struct {
	Content []Item `xml:",innerxml"`
	extra   wire.Extra
}

// word is a text on a page, scrap what a page's type does not name.
type (
	word  string
	scrap wire.Node
)

func (w word) AppendXML(e *Encoder) { WriteStringText(e, w) }
func (word) XMLTable() *Table       { return TextTable() }

func (s *scrap) AppendXML(e *Encoder) { e.Nodes([]wire.Node{wire.Node(*s)}) }
func (*scrap) XMLTable() *Table       { return RawTable() }

var (
	leafName  = Name{Local: "leaf"}
	pageItems = Items{Known: []Item{(*page)(nil)}, TextItem: word(""), RawItem: (*scrap)(nil)}
	pageTable = Table{Item: (*page)(nil), ItemName: "leaf", Names: "#*", Items: []*Items{&pageItems}, Checks: "0#0"}
)

func (p *page) XMLType() wire.Name { return "own" }

func (p *page) XMLTable() *Table { return &pageTable }

func (p *page) DecodeXML(d *Decoder) error {
	d.Begin(&p.extra)
	ReadMixed(d, &pageTable, &p.Content)
	return d.Err()
}

func (p *page) AppendXML(e *Encoder) {
	e.Begin(&p.extra)
	WriteMixed(e, p.Content)
}

// TestItemsOfADerivedType checks elements that the struct's type does not name: they are right where xsi:type names a type
// that may have them, and only there, not in what stands around such an element or in it.
func TestItemsOfADerivedType(t *testing.T) {
	const typed, own = `<leaf xsi:type="t">`, `<leaf xsi:type="own">`
	for content, wrong := range map[string]string{
		"a<leaf>b</leaf>c":                             "",
		"a<leaf/>b<leaf/><more/>":                      "more[1]",
		"<leaf/>a<leaf>b<more/></leaf>":                "leaf[2]/more[1]",
		"<more/>":                                      "more[1]",
		"<leaf><more/></leaf>":                         "leaf[1]/more[1]",
		typed + "a<more/>b</leaf>":                     "",
		typed + "<more/></leaf><more/>":                "more[1]",
		typed + "<leaf><more/></leaf><more/></leaf>":   "leaf[1]/leaf[1]/more[1]",
		"<leaf>" + typed + "<more/></leaf></leaf>":     "",
		"<leaf>" + typed + "</leaf><more/></leaf>":     "leaf[1]/more[1]",
		typed + "<leaf>x</leaf><more/></leaf><leaf/>y": "",
		own + "<leaf>x</leaf></leaf>":                  "",
		own + "<more/></leaf>":                         "leaf[1]/more[1]",
		typed + own + "<more/></leaf><more/></leaf>":   "leaf[1]/leaf[1]/more[1]",
	} {
		var p page
		doc := `<leaf xmlns:xsi="` + chars.XSIURI + `">` + content + "</leaf>"
		if err := Unmarshal([]byte(doc), leafName, &p); err != nil {
			t.Fatalf("%s: %v", content, err)
		}
		switch err := validate(&p, false); {
		case err == nil && wrong != "":
			t.Errorf("%s: no error, want one at %s", content, wrong)
		case err != nil && (wrong == "" || strings.Count(err.Error(), "\n") > 0 || !strings.HasPrefix(err.Error(), wrong+":")):
			t.Errorf("%s: %v, want an error at %q", content, err, wrong)
		}
	}
}

// TestAnItemThatIsNilIsSaidOnce, and hides nothing behind it.
func TestAnItemThatIsNilIsSaidOnce(t *testing.T) {
	p := &page{Content: []Item{word("a"), nil, &page{Content: []Item{nil}}, &scrap{Name: wire.QName{Local: "more"}}}}
	want := "[2]: is nil, where an item is to be\nleaf[1][1]: is nil, where an item is to be\nmore[1]: is not an element that the schema allows here"
	if err := validate(p, false); err == nil || err.Error() != want {
		t.Errorf("%v", err)
	}
	unchecked := AppenderFunc(func(e *Encoder) { WriteItems(e, []Item{nil}) })
	if err := validate(unchecked, false); err == nil || err.Error() != "an item is nil" {
		t.Errorf("%v", err)
	}
	if _, err := Marshal(leafName, unchecked); err == nil || !strings.Contains(err.Error(), "an item is nil") {
		t.Errorf("%v", err)
	}
}

// ownPage is a type of a user's.
type ownPage struct {
	Number int
	page
}

// TestAnItemWithoutValueIsNil, whatever pointer it is.
func TestAnItemWithoutValueIsNil(t *testing.T) {
	for _, x := range []Item{(*page)(nil), (*ownPage)(nil), (*word)(nil), (*scrap)(nil)} {
		p := &page{Content: []Item{word("a"), x}}
		if err := validate(p, false); err == nil || err.Error() != "[2]: is nil, where an item is to be" {
			t.Errorf("%T: %v", x, err)
		}
		for _, indent := range []string{"", " "} {
			written := AppenderFunc(func(e *Encoder) { WriteMixed(e, p.Content) })
			if _, err := Marshal(leafName, written, wire.Indent(indent)); err == nil || !strings.Contains(err.Error(), "an item is nil") {
				t.Errorf("%T: %v", x, err)
			}
		}
	}
}

// TestAGroupOfManyElements finds each of more elements than 16 bits count.
func TestAGroupOfManyElements(t *testing.T) {
	var names strings.Builder
	for i := range 70_000 {
		fmt.Fprintf(&names, " e%d", i)
	}
	g := Items{Names: names.String()}
	for i, typ := range g.types() {
		if got := g.find("", []byte(typ.Name.Local), false); got != i {
			t.Fatalf("%s is at %d, found at %d", typ.Name.Local, i, got)
		}
	}
	if got := g.find("", []byte("e70000"), false); got != -1 {
		t.Errorf("one that is not there: %d", got)
	}
}
