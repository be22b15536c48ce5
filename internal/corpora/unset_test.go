package corpora_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/wbxgen/wbxgen/internal/validate"
)

// itemTypes are types of the elements of a list of alternatives, beside the
// built-in ones.
const itemTypes = `
	<xs:simpleType name="List"><xs:list itemType="xs:int"/></xs:simpleType>
	<xs:simpleType name="Union"><xs:union memberTypes="xs:int xs:QName"/></xs:simpleType>
	<xs:simpleType name="Enum"><xs:restriction base="xs:token"><xs:enumeration value="a"/></xs:restriction></xs:simpleType>
	<xs:complexType name="Text"><xs:simpleContent><xs:extension base="xs:string"><xs:attribute name="a" use="required"/></xs:extension></xs:simpleContent></xs:complexType>
	<xs:complexType name="Plain"><xs:simpleContent><xs:extension base="xs:string"><xs:attribute name="a"/></xs:extension></xs:simpleContent></xs:complexType>
	<xs:complexType name="Part"><xs:sequence><xs:element name="p" type="xs:int" minOccurs="0"/></xs:sequence></xs:complexType>
	<xs:complexType name="Mixed" mixed="true"><xs:sequence><xs:element name="p" type="xs:int" minOccurs="0"/></xs:sequence></xs:complexType>
	<xs:complexType name="Base" abstract="true"><xs:sequence/></xs:complexType>
	<xs:complexType name="Leaf"><xs:complexContent><xs:extension base="Base"><xs:sequence><xs:element name="v" type="xs:int" minOccurs="0"/></xs:sequence></xs:extension></xs:complexContent></xs:complexType>`

// itemPlaces are lists of alternatives: ITEMS are the declarations of elements.
var itemPlaces = map[string]string{
	"choice":  `<xs:element name="r"><xs:complexType><xs:choice minOccurs="0" maxOccurs="unbounded">ITEMS</xs:choice></xs:complexType></xs:element>`,
	"needed":  `<xs:element name="r"><xs:complexType><xs:choice maxOccurs="9">ITEMS</xs:choice></xs:complexType></xs:element>`,
	"mixed":   `<xs:element name="r"><xs:complexType mixed="true"><xs:choice minOccurs="0" maxOccurs="unbounded">ITEMS</xs:choice></xs:complexType></xs:element>`,
	"group":   `<xs:group name="G"><xs:choice>ITEMS</xs:choice></xs:group><xs:element name="r"><xs:complexType><xs:sequence><xs:group ref="G" maxOccurs="unbounded"/></xs:sequence></xs:complexType></xs:element>`,
	"between": `<xs:element name="r"><xs:complexType><xs:sequence><xs:element name="first" type="xs:int" minOccurs="0"/><xs:choice maxOccurs="unbounded">ITEMS</xs:choice><xs:element name="last" type="xs:int" minOccurs="0"/></xs:sequence></xs:complexType></xs:element>`,
}

// itemSchema is a schema with an element of each type in a place, as it is, with a
// fixed value, and both nillable as well.
func itemSchema(place string) (schema string, elements int) {
	names := []string{"xs:QName", "xs:NMTOKENS", "xs:anySimpleType", "xs:anyType", "List", "Union", "Enum", "Text", "Plain", "Part", "Mixed", "Base", "Leaf"}
	for _, p := range primitives {
		names = append(names, "xs:"+p.name)
	}
	fixed := map[string]string{"xs:QName": "xml:lang", "xs:NMTOKENS": "a b", "List": "1 2", "Union": "xml:lang", "Enum": "a", "Text": "x", "Plain": "x"}
	for _, p := range primitives {
		fixed["xs:"+p.name] = p.usual
	}
	var items strings.Builder
	for _, name := range names {
		for _, nillable := range []bool{false, true} {
			for _, value := range []string{"", fixed[name]} {
				if value != "" {
					value = fmt.Sprintf(` fixed="%s"`, value)
				} else if elements%2 == 1 && fixed[name] == "" {
					continue // the same again
				}
				fmt.Fprintf(&items, `<xs:element name="e%d" type="%s" nillable="%v"%s/>`, elements, name, nillable, value)
				elements++
			}
		}
	}
	return schemaOf(itemTypes + strings.Replace(itemPlaces[place], "ITEMS", items.String(), 1)), elements
}

// TestUnsetItemsAreWritten has items in which nobody has set anything, of each kind
// of type, in each kind of list. A list has no gaps: the element is written or
// there is an error, and Validate says what is wrong with it.
func TestUnsetItemsAreWritten(t *testing.T) {
	var samples []sample
	elements := 0
	for _, place := range slices.Sorted(maps.Keys(itemPlaces)) {
		if !long() && (place == "needed" || place == "group") {
			continue // much as the others
		}
		s := sample{name: place}
		s.schema, elements = itemSchema(place)
		samples = append(samples, s)
	}
	m, list := moduleOf(t, samples)
	news := m.fresh(t, list)
	for _, b := range list {
		v, tried := validate.New(b.schema, validate.Options{}), 0
		for _, r := range news[b] {
			if r.Item == "" {
				continue
			}
			tried++
			valid := r.Error == "" && v.ValidateBytes([]byte(r.Doc), "doc").Valid()
			switch {
			case r.Error == "" && !strings.Contains(r.Doc, "<"+r.Item):
				t.Errorf("%s: %s: nothing is written: %s", b.name, r.Item, r.Doc)
			case valid != (r.Invalid == ""):
				t.Errorf("%s: %s: valid: %v, Validate says: %s\n%s%s", b.name, r.Item, valid, r.Invalid, r.Error, r.Doc)
			}
		}
		if tried < elements {
			t.Errorf("%s: %d of %d elements were tried", b.name, tried, elements)
		}
	}
}

// fresh is what the program says of a value in which nobody has set anything.
type fresh struct {
	Error, Invalid, Name, Item, Doc string
	Root                            int
}

// fresh has the program write new values of each root element.
func (m *module) fresh(t *testing.T, list []*bound) map[*bound][]fresh {
	t.Helper()
	out, err := exec.Command(filepath.Join(m.dir, "travel"), "new").Output()
	if err != nil {
		t.Fatal(err)
	}
	found := map[*bound][]fresh{}
	for d := json.NewDecoder(bytes.NewReader(out)); d.More(); {
		var r fresh
		if err := d.Decode(&r); err != nil {
			t.Fatal(err)
		}
		for _, b := range list {
			if !b.broken && r.Root >= b.first && r.Root < b.first+len(b.roots) {
				found[b] = append(found[b], r)
			}
		}
	}
	return found
}
