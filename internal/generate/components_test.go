package generate_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/wbxgen/wbxgen/internal/config"
	"github.com/wbxgen/wbxgen/internal/generate"
)

// orders is a schema with a bit of everything that settings name.
const orders = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:ord="urn:orders" xmlns:com="urn:common" targetNamespace="urn:orders" elementFormDefault="qualified">
  <xs:import namespace="urn:common" schemaLocation="common.xsd"/>
  <xs:element name="order" type="ord:OrderType"/>
  <xs:element name="note" type="xs:string"/>
  <xs:element name="catalogue"><xs:complexType><xs:sequence><xs:element name="entry" type="xs:token" maxOccurs="unbounded"/></xs:sequence></xs:complexType></xs:element>
  <xs:complexType name="OrderType"><xs:sequence>
    <xs:element name="party" type="ord:PartyType"/>
    <xs:element name="placed" type="xs:dateTime"/>
    <xs:element name="total" type="com:AmountType"/>
    <xs:element name="rate" type="xs:decimal" minOccurs="0"/>
    <xs:element name="item" maxOccurs="unbounded"><xs:complexType><xs:sequence><xs:element name="sku" type="xs:token"/></xs:sequence><xs:attribute name="id" type="xs:long" use="required"/></xs:complexType></xs:element>
  </xs:sequence><xs:attribute name="id" type="xs:token" use="required"/><xs:attribute name="status" type="ord:StatusType"/><xs:attributeGroup ref="com:audit"/></xs:complexType>
  <xs:complexType name="PartyType"><xs:sequence><xs:element name="name" type="xs:string"/></xs:sequence></xs:complexType>
  <xs:complexType name="CompanyType"><xs:complexContent><xs:extension base="ord:PartyType"><xs:sequence><xs:element name="vat" type="xs:token"/></xs:sequence></xs:extension></xs:complexContent></xs:complexType>
  <xs:simpleType name="StatusType"><xs:restriction base="xs:token"><xs:enumeration value="NEW"/><xs:enumeration value="PAID"/></xs:restriction></xs:simpleType>
  <xs:complexType name="UnusedType"><xs:sequence><xs:element name="left" type="com:LeftType"/></xs:sequence></xs:complexType>
</xs:schema>`

const common = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:com="urn:common" targetNamespace="urn:common" elementFormDefault="qualified">
  <xs:complexType name="AmountType"><xs:simpleContent><xs:extension base="com:MoneyType"><xs:attribute name="currency" type="xs:token" use="required"/></xs:extension></xs:simpleContent></xs:complexType>
  <xs:simpleType name="MoneyType"><xs:restriction base="xs:decimal"><xs:minInclusive value="0"/></xs:restriction></xs:simpleType>
  <xs:attributeGroup name="audit"><xs:attribute name="changedBy" type="xs:token"/><xs:attribute name="changedAt" type="xs:dateTime"/></xs:attributeGroup>
  <xs:complexType name="LeftType"/>
</xs:schema>`

// ordersModule is a fresh module with that schema as version 1.
func ordersModule(t *testing.T) {
	module(t, map[string]string{"schemas/1/orders.xsd": orders, "schemas/1/common.xsd": common})
}

// rightUse is a use of a setting, with texts that files of the output then have
// or, with ! before them, do not have. Texts are compared by their words.
type rightUse struct {
	name, settings string
	want           map[string][]string
}

func testRightUses(t *testing.T, uses []rightUse) {
	t.Helper()
	for _, c := range uses {
		ordersModule(t)
		if _, wrong := made(settled(t, c.settings), generate.Options{}); wrong != "" {
			t.Errorf("%s: %s", c.name, wrong)
			continue
		}
		wantIn(t, c)
	}
}

// wantIn holds an output to what a use wants in it.
func wantIn(t *testing.T, c rightUse) {
	t.Helper()
	for file, texts := range c.want {
		data, err := os.ReadFile(filepath.Join("generated", file))
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
		}
		got := strings.Join(strings.Fields(string(data)), " ")
		for _, text := range texts {
			if wanted, without := strings.CutPrefix(text, "!"); strings.Contains(got, wanted) == without {
				t.Errorf("%s: %s: %q\n%s", c.name, file, text, data)
			}
		}
	}
}

// refused is what is wrong with a configuration, by itself or with its schemas.
func refused(t *testing.T, text string) string {
	t.Helper()
	write(t, "wbxgen.yaml", text)
	cfg, err := config.Load("")
	if err != nil {
		return err.Error()
	}
	_, wrong := made(cfg, generate.Options{})
	return wrong
}

// wrongUse is a use of a setting, and what is said of it.
type wrongUse struct{ settings, want string }

func testWrongUses(t *testing.T, uses []wrongUse) {
	t.Helper()
	for _, c := range uses {
		ordersModule(t)
		if got := refused(t, c.settings); !strings.Contains(got, c.want) {
			t.Errorf("%q:\n got %s\nwant %s", c.settings, got, c.want)
		}
		if _, err := os.Stat("generated"); err == nil {
			t.Errorf("%q: there is an output", c.settings)
		}
	}
}

func TestPolymorphic(t *testing.T) {
	typed := map[string][]string{"v1/orders/types.go": {"Party AnyParty"}}
	testRightUses(t, []rightUse{
		{"no", "", map[string][]string{"v1/orders/types.go": {"!wire.Typed `", "Party Party"}}},
		{"a type", "polymorphic: [type ord:PartyType]\n", typed},
		{"an element", "polymorphic: [element ord:order/party]\n", typed},
		{"without a prefix", "polymorphic: [element order/party]\n", typed},
		{"by the namespace", "polymorphic: ['type {urn:orders}PartyType']\n", typed},
	})
	testWrongUses(t, []wrongUse{
		{"polymorphic:\n  - type ord:PartType\n", `wbxgen.yaml:2:5: error: no schema has the type "ord:PartType"; did you mean "ord:PartyType"? [wbxgen-config]`},
		{"polymorphic: [element ord:order/parti]\n", `wbxgen.yaml:1:15: error: ord:order has no element "parti" (it has @changedAt, @changedBy, @id, @status, item, party, placed, rate and 1 more); did you mean "party"? [wbxgen-config]`},
		{"polymorphic: [element ord:note]\n", `wbxgen.yaml:1:15: error: element ord:note has a simple type, which has text alone: no other type can stand in its place [wbxgen-config]`},
		{"polymorphic: [element ord:note/x]\n", `ord:note has no element "x", as it has neither elements nor attributes`},
		{"polymorphic: [type x:PartyType]\n", `no schema has the type "x:PartyType"; did you mean "ord:PartyType"?`},
	})
}

func TestSecrets(t *testing.T) {
	testRightUses(t, []rightUse{
		{"no", "", map[string][]string{"v1/orders/types.go": {"!wire.Secret"}}},
		{"an attribute", "secrets: [element ord:order/@id]\n", map[string][]string{"v1/orders/types.go": {"wire.Secret `xml:\"id,attr\"`"}}},
	})
	testWrongUses(t, []wrongUse{{"secrets: [element ord:order/parti]\n", `ord:order has no element "parti"`}})
}

func TestEncodingXML(t *testing.T) {
	testRightUses(t, []rightUse{
		{"no", "", map[string][]string{"v1/orders/types_xml.go": {"!MarshalXML"}}},
		{"yes", "encodingxml: true\n", map[string][]string{"v1/orders/types_xml.go": {"func (v *Order) MarshalXML(", "func (v *Order) UnmarshalXML("}}},
	})
}

func TestRuntime(t *testing.T) {
	testRightUses(t, []rightUse{
		{"import", "runtime: import\n", map[string][]string{"v1/orders/types.go": {`"github.com/wbxgen/wbxgen/wire"`}}},
		{"copy", "runtime: copy\n", map[string][]string{"v1/orders/types.go": {`"example.com/x/generated/v1/wire"`}, "v1/wire/codec/decoder.go": {"package codec"}}},
	})
}

func TestRename(t *testing.T) {
	types := func(texts ...string) map[string][]string { return map[string][]string{"v1/orders/types.go": texts} }
	testRightUses(t, []rightUse{
		{"a type", "rename: {type ord:OrderType: PurchaseOrder}\n", types("type PurchaseOrder struct", "Item []PurchaseOrderItem", "!type Order struct")},
		{"a type without a name", "rename: {type ord:OrderType/item: Line}\n", types("type Line struct", "Item []Line")},
		{"a field", "rename: {element ord:order/item: Lines}\n", types("Lines []OrderItem")},
		{"an attribute", "rename: {'element ord:order/@id': Number}\n", types("Number string `xml:\"id,attr\"`")},
		{"an attribute of a group", "rename: {'element ord:OrderType/@changedBy': Editor}\n", types("Editor *string")},
		{"a root element", "rename: {element ord:order: Draft}\n", map[string][]string{"v1/orders/doc.go": {`ElementDraft wire.Name = "{" + Namespace + "}order"`}, "v1/orders/types.go": {"type Order struct"}}},
		{"a root element's type", "rename: {element ord:catalogue: Catalog}\n", map[string][]string{"v1/orders/doc.go": {`ElementCatalog wire.Name = "{" + Namespace + "}catalogue"`}, "v1/orders/types.go": {"type Catalog struct"}}},
		{"a value", "rename: {enum ord:StatusType=NEW: StatusFresh}\n", map[string][]string{"v1/orders/values.go": {"StatusFresh Status = \"NEW\"", "StatusPaid Status"}}},
		{"what others would be called", "rename: {type ord:CompanyType: Party, type ord:PartyType: Anyone}\n", types("type Party struct", "type Anyone struct", "Party Anyone")},
		{"a name that another gives up", "rename: {type ord:UnusedType: OrderItem}\n", types("Item []OrderItemElement", "type OrderItem struct { Left")},
	})
	testWrongUses(t, []wrongUse{
		{"rename: {type ord:OrdType: A}\n", `wbxgen.yaml:1:10: error: no schema has the type "ord:OrdType"; did you mean "ord:OrderType"? [wbxgen-config]`},
		{"rename: {'element ord:order/@nr': A}\n", `ord:order has no attribute "nr"`},
		{"rename: {enum ord:StatusType=OLD: A}\n", `wbxgen.yaml:1:10: error: ord:StatusType does not list "OLD"`},
		{"rename: {type ord:OrderType/party: A}\n", `type ord:OrderType/party is an element whose type has a name; rename that type, or the element`},
		{"rename: {type ord:OrderType/@id: A}\n", `type ord:OrderType/@id is an attribute whose type has a name`},
		{"rename: {type xs:token: A}\n", `type xs:token is a built-in type, which has no Go type of its own`},
		{"rename: {type ord:OrderType: A, type ord:PartyType: A}\n", `wbxgen.yaml:1:53: error: the name "A" is that of another thing there already: type {urn:orders}OrderType; rename that too [wbxgen-config]`},
		{"rename: {element ord:order/party: Validate}\n", `the name "Validate" is one that generated code has for itself there`},
	})
}

// TestRenameAfterward: what was generated once is called something else, and
// what is named after it keeps its names.
func TestRenameAfterward(t *testing.T) {
	ordersModule(t)
	first := "rename: {'element ord:order/@id': Number, 'enum ord:StatusType=NEW': StatusFresh}\n"
	second := "rename: {type ord:OrderType: Purchase, type ord:StatusType: State}\n"
	for _, settings := range []string{first, second} {
		if _, wrong := made(settled(t, settings), generate.Options{}); wrong != "" {
			t.Fatal(wrong)
		}
	}
	for file, text := range map[string]string{"types": "\tNumber ", "values": "\tStatusFresh State"} {
		data, err := os.ReadFile("generated/v1/orders/" + file + ".go")
		if err != nil || !strings.Contains(string(data), text) {
			t.Errorf("%s: %v\n%s", file, err, data)
		}
	}
}

// TestAPackageIsRenamed: the names in it stay.
func TestAPackageIsRenamed(t *testing.T) {
	ordersModule(t)
	for _, settings := range []string{"rename: {'element ord:order/@id': Number}\n", "packages: {urn:orders: shop}\n"} {
		if _, wrong := made(settled(t, settings), generate.Options{}); wrong != "" {
			t.Fatal(wrong)
		}
	}
	data, err := os.ReadFile("generated/v1/shop/types.go")
	if err != nil || !strings.Contains(string(data), "\tNumber ") {
		t.Errorf("%v\n%s", err, data)
	}
	lock, err := os.ReadFile("generated/names.lock")
	if err != nil || strings.Contains(string(lock), "package orders") || !strings.Contains(string(lock), "fields shop.Order\n") {
		t.Errorf("%v\n%s", err, lock)
	}
	if _, err := os.Stat("generated/v1/orders"); err == nil {
		t.Error("the package of the old name is still there")
	}
}

func TestInitialisms(t *testing.T) {
	testRightUses(t, []rightUse{
		{"those of Go", "", map[string][]string{"v1/orders/types.go": {"ID string"}}},
		{"none", "initialisms: []\n", map[string][]string{"v1/orders/types.go": {"Id string"}}},
		{"of Go", "initialisms: [go]\n", map[string][]string{"v1/orders/types.go": {"ID string", "Sku string"}}},
		{"of one's own", "initialisms: [SKU, vat]\nrename: {element ord:order/party: Sku}\n", map[string][]string{"v1/orders/types.go": {"Id string", "SKU string", "VAT string", "Sku Party"}}},
	})
}

func TestKeep(t *testing.T) {
	testRightUses(t, []rightUse{
		{"an element", "keep: {elements: [ord:order]}\n", map[string][]string{
			"v1/orders/types.go": {"type Order struct", "type Party struct", "!type Company", "!type Unused", "!type Catalogue"}, "v1/common/types.go": {"type Amount struct", "!type Left"},
		}},
		{"with what can stand in a place", "keep: {elements: [ord:order]}\npolymorphic: [type ord:PartyType]\n", map[string][]string{"v1/orders/types.go": {"type Company struct", "!type Unused"}}},
		{"a type", "keep: {types: [com:LeftType, ord:StatusType]}\n", map[string][]string{"v1/common/types.go": {"type Left struct", "!type Amount"}, "v1/orders/values.go": {"type Status string"}}},
	})
	testWrongUses(t, []wrongUse{
		{"keep: {elements: [ord:ordr]}\n", `wbxgen.yaml:1:19: error: no schema has the element "ord:ordr"; did you mean "ord:order"? [wbxgen-config]`},
		{"keep:\n  types:\n    - ord:OrdersType\n", `wbxgen.yaml:3:7: error: no schema has the type "ord:OrdersType"; did you mean "ord:OrderType"? [wbxgen-config]`},
		{"keep: {operations: [Create]}\n", `wbxgen.yaml:1:21: error: no schema has the operation "Create" [wbxgen-config]`},
	})
	ordersModule(t)
	r, err := generate.Make(settled(t, "keep: {elements: [ord:order]}\n"), generate.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if got, want := r.Outputs[0].Counts(), "2 packages, 6 types (3 types and 2 elements left out)"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

func TestExplain(t *testing.T) {
	ordersModule(t)
	cfg := settled(t, "rename: {element ord:order/item: Lines}\ninitialisms: [go]\n")
	r, err := generate.Make(cfg, generate.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]string{
		"Order":       "Order: the Go type of type ord:OrderType (package orders)\n  why: it is the XML name without the Type at its end\n  locked: generated/names.lock:",
		"Lines":       "Lines: the field of the element item in ord:OrderType (struct orders.Order)\n  why: the configuration says so: rename element ord:order/item, wbxgen.yaml:1:10\n  locked: generated/names.lock:",
		"Order.ID":    "ID: the field of the attribute id in ord:OrderType (struct orders.Order)\n  why: it is the XML name with a capital, and Go's initialisms",
		"orders":      "orders: the package of the namespace urn:orders\n",
		"OrderItem":   "OrderItem: the Go type of the type without a name in ord:OrderType/item (package orders)\n  why: it stands within something",
		"StatusNew":   "StatusNew: the constant of the value \"NEW\" of ord:StatusType (package orders)\n",
		"ElementNote": "ElementNote: the variable of the root element ord:note (package orders)\n",
	} {
		var b strings.Builder
		if err := r.Explain(&b, cfg, name); err != nil || !strings.HasPrefix(b.String(), want) {
			t.Errorf("%s: %v\n%s", name, err, b.String())
		}
	}
	var b strings.Builder
	if err := r.Explain(&b, cfg, "Ordr"); err == nil || err.Error() != `no name of generated code is "Ordr"; did you mean "Order"?` {
		t.Error(err)
	}
	lock, err := os.ReadFile("generated/names.lock")
	if err != nil {
		t.Fatal(err)
	}
	b.Reset()
	if err := r.Explain(&b, cfg, "Lines"); err != nil {
		t.Fatal(err)
	}
	_, at, _ := strings.Cut(strings.TrimSpace(b.String()), "names.lock:")
	n, err := strconv.Atoi(at)
	if lines := strings.Split(string(lock), "\n"); err != nil || !strings.HasSuffix(lines[n-1], "\tLines") {
		t.Errorf("%v: line %d is another one", err, n)
	}
}

// TestExplainBeforeGenerate: a name that the lock does not have yet has no line in it.
func TestExplainBeforeGenerate(t *testing.T) {
	ordersModule(t)
	explained := func(settings string) string {
		cfg := settled(t, settings)
		r, err := generate.Make(cfg, generate.Options{Check: true})
		if err != nil {
			t.Fatal(err)
		}
		var b strings.Builder
		for _, name := range []string{"Order", "Lines"} {
			if err := r.Explain(&b, cfg, name); err != nil {
				t.Fatal(err)
			}
		}
		return b.String()
	}
	const renamed, none = "rename: {element ord:order/item: Lines}\n", "locked: not yet; generate writes it into generated/names.lock\n"
	if got := explained(renamed); strings.Count(got, none) != 2 {
		t.Errorf("before anything is generated: %s", got)
	}
	if _, wrong := made(settled(t, ""), generate.Options{}); wrong != "" {
		t.Fatal(wrong)
	}
	if got := explained(renamed); strings.Count(got, none) != 1 || strings.Count(got, "locked: generated/names.lock:") != 1 {
		t.Errorf("before the new name is generated: %s", got)
	}
}

// TestAnEditedLock: a name that is none is an error at its line.
func TestAnEditedLock(t *testing.T) {
	for edit, want := range map[string]string{
		"\tId\n=\tmy id\n":                        `error: the name "my id" is no Go identifier`,
		"\tId\n=\tid\n":                           `error: the name "id" is not exported: it starts with no capital`,
		"\tId\n=\n":                               `error: expected a tab, a key, a tab and a Go name`,
		"packages\n=<<<<<<< HEAD\npackages\n":     `error: a merge left its marks here`,
		"urn:orders\torders\n=urn:orders\ttype\n": `error: the name "type" is a keyword of Go`,
	} {
		ordersModule(t)
		cfg := settled(t, "rename: {element ord:order/@id: Id}\n")
		if _, wrong := made(cfg, generate.Options{}); wrong != "" {
			t.Fatal(wrong)
		}
		lock, err := os.ReadFile("generated/names.lock")
		if err != nil {
			t.Fatal(err)
		}
		from, to, _ := strings.Cut(edit, "=")
		if !strings.Contains(string(lock), from) {
			t.Fatalf("%q is not in\n%s", from, lock)
		}
		write(t, "generated/names.lock", strings.Replace(string(lock), from, to, 1))
		if _, wrong := made(cfg, generate.Options{}); !strings.HasPrefix(wrong, "generated/names.lock:") || !strings.Contains(wrong, want) {
			t.Errorf("%q: %s", edit, wrong)
		}
	}
}

func TestEmbed(t *testing.T) {
	audit := map[string][]string{
		"v1/common/types.go": {"type Audit struct { ChangedBy *string `xml:\"changedBy,attr\"`"},
		"v1/orders/types.go": {"type Order struct { common.Audit ID string", "!ChangedBy"},
	}
	testRightUses(t, []rightUse{
		{"no", "", map[string][]string{"v1/orders/types.go": {"ChangedBy *string", "!common.Audit"}, "v1/common/types.go": {"!type Audit"}}},
		{"a group", "embed: [com:audit]\n", audit},
		{"with its kind", "embed: [attributeGroup com:audit]\n", audit},
		{"by the namespace", "embed: ['{urn:common}audit']\n", audit},
		{"without a prefix", "embed: [audit]\n", audit},
		{"in one package", "embed: [audit]\nlayout: single\n", map[string][]string{"v1/types.go": {"type Order struct { Audit ID string", "type Audit struct {"}}},
		{"renamed", "embed: [audit]\nrename: {attributeGroup com:audit: Trail, 'attributeGroup com:audit/@changedBy': Editor}\n", map[string][]string{
			"v1/common/types.go": {"type Trail struct { Editor *string"}, "v1/orders/types.go": {"common.Trail"},
		}},
		{"a name that it takes", "embed: [audit]\nrename: {'element ord:order/@id': ChangedBy2}\n", map[string][]string{"v1/orders/types.go": {"common.Audit ChangedBy2 string"}}},
		{"as the type before it", "embed: [audit]\nrename: {attributeGroup com:audit: Amount}\n", map[string][]string{"v1/common/types.go": {"type Amount struct { ChangedBy", "type AmountType struct"}}},
		{"of what is kept", "embed: [audit]\nkeep: {types: [com:LeftType]}\n", map[string][]string{"v1/common/types.go": {"type Left struct", "!Audit"}}},
	})
	testWrongUses(t, []wrongUse{
		{"embed: [com:audits]\n", `wbxgen.yaml:1:9: error: no schema has the attribute group "com:audits"; did you mean "com:audit"? [wbxgen-config]`},
		{"embed: [type com:AmountType]\n", `wbxgen.yaml:1:9: error: the name "type com:AmountType" starts with "type", which is no kind that fits here (attributeGroup)`},
		{"embed:\n  - attributeGroup com:audit/@changedBy\n", `wbxgen.yaml:2:5: error: attributeGroup com:audit/@changedBy is an attribute; only a whole group can be embedded [wbxgen-config]`},
		{"embed: com:audit\n", `wbxgen.yaml:1:8: error: "embed" takes a list, and this is a text [wbxgen-config]`},
		{"embed: [com:audit, com:audit]\n", `wbxgen.yaml:1:20: error: "embed" has "com:audit" twice [wbxgen-config]`},
		{"rename: {attributeGroup com:audit: Trail}\n", `wbxgen.yaml:1:10: error: attributeGroup com:audit has no Go type of its own; embed makes one [wbxgen-config]`},
	})
}

// TestEmbedByManyWays: two groups of each level refer to both of the next, so
// that there are 2^60 ways down to the last.
func TestEmbedByManyWays(t *testing.T) {
	const levels = 60
	var b, all strings.Builder
	for i := range levels {
		for _, side := range []string{"l", "r"} {
			fmt.Fprintf(&b, `<xs:attributeGroup name="%[1]s%[2]d"><xs:attributeGroup ref="l%[3]d"/><xs:attributeGroup ref="r%[3]d"/></xs:attributeGroup>`, side, i, i+1)
			fmt.Fprintf(&all, "%s%d, ", side, i)
		}
	}
	schema := `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">` + b.String() +
		fmt.Sprintf(`<xs:attributeGroup name="l%[1]d"><xs:attribute name="last"/></xs:attributeGroup><xs:attributeGroup name="r%[1]d"/>`, levels) +
		`<xs:complexType name="T"><xs:attributeGroup ref="l0"/><xs:attributeGroup ref="r0"/></xs:complexType></xs:schema>`
	for _, embed := range []string{"l60", "l0, l5", all.String() + "l60"} {
		module(t, map[string]string{"schemas/1/a.xsd": schema})
		if _, wrong := made(settled(t, "embed: ["+embed+"]\n"), generate.Options{}); wrong != "" {
			t.Errorf("embed %s: %s", embed, wrong)
		}
	}
}

// TestNoBreakSpace: white space is that of XML, not all that Unicode has.
func TestNoBreakSpace(t *testing.T) {
	module(t, map[string]string{"schemas/1/a.xsd": `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:a">
  <xs:simpleType name="L"><xs:list itemType="xs:string"/></xs:simpleType>
  <xs:complexType name="T"><xs:sequence><xs:element name="e" type="xs:token" default="a&#xA0; b"/></xs:sequence>
    <xs:attribute name="list" type="a:L" xmlns:a="urn:a" default="c&#xA0;d&#x2003;e  f"/><xs:attribute name="text" type="xs:token" default="g&#xA0;&#xA0;h"/></xs:complexType>
</xs:schema>`})
	cfg := settled(t, "")
	if _, wrong := made(cfg, generate.Options{}); wrong != "" {
		t.Fatal(wrong)
	}
	wantIn(t, rightUse{"defaults", "", map[string][]string{"v1/ans/types_xml.go": {`"a\u00a0 b"`, `L{"c\u00a0d\u2003e", "f"}`, `"g\u00a0\u00a0h"`}}})
}

// TestTheSameTwice: entries that spell one name in two ways, and such as say two
// things of one component by different ways to it.
func TestTheSameTwice(t *testing.T) {
	const also = "\nwbxgen.yaml:%s: note: the other is here"
	testWrongUses(t, []wrongUse{
		{"embed: [com:audit, 'attributeGroup {urn:common}audit']\n", `wbxgen.yaml:1:20: error: "attributeGroup {urn:common}audit" means the same as "com:audit"; leave one of them out [wbxgen-config]` + fmt.Sprintf(also, "1:9")},
		{"secrets: [element ord:note, element note]\n", `wbxgen.yaml:1:29: error: "element note" means the same as "element ord:note"`},
		{"polymorphic: [type ord:PartyType, type PartyType]\n", `wbxgen.yaml:1:35: error: "type PartyType" means the same as "type ord:PartyType"`},
		{"keep: {types: [OrderType, type ord:OrderType]}\n", `wbxgen.yaml:1:27: error: "type ord:OrderType" means the same as "OrderType"`},
		{"types: {xs:decimal: float64, xsd:decimal: float64}\n", `wbxgen.yaml:1:30: error: "xsd:decimal" means the same as "xs:decimal"`},
		{"rename: {type ord:OrderType: A, 'type {urn:orders}OrderType': B}\n", `wbxgen.yaml:1:33: error: "type {urn:orders}OrderType" means the same as "type ord:OrderType"`},
		{"rename: {element ord:OrderType/item: A, element ord:order/item: B}\n", `wbxgen.yaml:1:65: error: "element ord:order/item" is what another entry calls A, and it can have one name only [wbxgen-config]` + fmt.Sprintf(also, "1:38")},
		{"types: {element ord:OrderType/placed: string, element ord:order/placed: time.Time}\n", `wbxgen.yaml:1:73: error: "element ord:order/placed" is what "element ord:OrderType/placed" has another Go type for already [wbxgen-config]` + fmt.Sprintf(also, "1:39")},
	})
	// Where a version has one of two ways only, both are needed.
	testRightUses(t, []rightUse{
		{"two ways", "secrets: [element ord:order/placed, element ord:OrderType/placed]\n", map[string][]string{"v1/orders/types.go": {"Placed wire.Secret"}}},
		{"two ways to one name", "rename: {element ord:OrderType/item: A, element ord:order/item: A}\n", map[string][]string{"v1/orders/types.go": {"A []OrderItem"}}},
	})
}
