package shop_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/wbxgen/wbxgen/examples/shop/shopxml/all"
	"github.com/wbxgen/wbxgen/examples/shop/shopxml/party"
	"github.com/wbxgen/wbxgen/examples/shop/shopxml/shop"
	"github.com/wbxgen/wbxgen/wire"
	"github.com/wbxgen/wbxgen/wire/datatype"
)

func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}

// fullOrder fills in everything that the schema has.
func fullOrder() *shop.Order {
	price := func(s string) shop.Price { return shop.Price{Decimal: must(datatype.ParseDecimal(s))} }
	return &shop.Order{
		Number: 4711,
		Tags:   shop.Tags{"spring", "gift"},
		Urgent: new(true),
		AnyAttrs: []wire.Attr{
			{Name: wire.QName{Space: "urn:example:audit", Local: "by", Prefix: "a"}, Value: "k & k"},
		},
		Buyer: &party.Company{
			ID: "c1", Name: "Möller & Söhne", TaxNumber: "DE 123", Employees: new(must(datatype.ParseInteger("123456789012345678901"))),
			Contact: []party.Contact{
				{Choice: &party.ContactPhone{Phone: party.Phone{Value: "+49 30 1234", Kind: new(party.PhoneKindMobile), Extension: new(uint16(7))}}},
				{Choice: &party.ContactStreetGroup{Street: "Am Hang 1", City: "Köln", Country: new(party.Country("XX"))}},
				{Choice: &party.ContactEmail{Email: "a@example.com"}},
			},
		},
		Line: []shop.Line{
			{Article: "hat", Quantity: 2, Price: shop.Amount{Value: price("19.90"), Currency: "EUR"}, Sizes: shop.Sizes{"54", "M"}, Picture: []byte{0, 1, 254}},
			{Article: "<coat>", Quantity: 1, Price: shop.Amount{Value: price("120"), Currency: "EUR"}, More: &wire.AnyElement{
				Children: []wire.Node{wire.TextNode("free "), {Name: wire.QName{Local: "x"}, Children: []wire.Node{wire.TextNode("text")}}},
			}},
		},
		DiscountOrVoucher: []shop.OrderDiscountOrVoucher{
			&shop.OrderVoucher{Value: "ABCD-1"},
			&shop.OrderDiscount{Amount: shop.Amount{Value: price("1.5"), Currency: "EUR"}},
			&shop.OrderVoucher{Value: "ABCD-2"},
		},
		Delivery: wire.Nillable[shop.OrderDelivery]{Value: &shop.OrderDelivery{
			Date:   must(datatype.ParseDateTime("2026-12-24T08:30:00+01:00")),
			Remark: &shop.Remark{Content: []shop.RemarkContent{shop.Text("ring "), &shop.RemarkB{Value: "twice"}, shop.Text("!")}},
		}},
		StepAndReached: []shop.OrderStepAndReached{
			{Step: "packed", Reached: new(must(datatype.ParseDateTime("2026-12-20T08:30:00")))},
			{Step: "sent"},
			{Step: "there", Reached: new(must(datatype.ParseDateTime("2026-12-21T08:30:00Z")))},
		},
		Any: []wire.Node{{Name: wire.QName{Space: "urn:example:audit", Local: "seen", Prefix: "a"}, Children: []wire.Node{wire.TextNode("yes")}}},
	}
}

func sameOrder(t *testing.T, got, want *shop.Order) {
	t.Helper()
	// What differs in form alone: a registry-made value is compared by text.
	g, w := must(wire.Marshal(got)), must(wire.Marshal(want))
	if d := cmp.Diff(string(w), string(g)); d != "" {
		t.Errorf("not the same: %s", d)
	}
}

func TestOrderSurvivesTheRoundTrip(t *testing.T) {
	for _, form := range []struct {
		name string
		opts []wire.Option
	}{
		{"qualified", nil},
		{"unqualified", []wire.Option{wire.Unqualified()}},
		{"indented", []wire.Option{wire.Indent("  ")}},
	} {
		t.Run(form.name, func(t *testing.T) {
			data, err := wire.Marshal(fullOrder(), form.opts...)
			if err != nil {
				t.Fatal(err)
			}
			var got shop.Order
			if err := wire.Unmarshal(data, &got, append(form.opts, wire.Types(all.Registry()))...); err != nil {
				t.Fatalf("%v\n%s", err, data)
			}
			sameOrder(t, &got, fullOrder())
			if c, ok := got.Buyer.(*party.Company); !ok || c.Name != "Möller & Söhne" {
				t.Errorf("the buyer became %T", got.Buyer)
			}
			if kinds := fmt.Sprintf("%T %T %T", got.DiscountOrVoucher[0], got.DiscountOrVoucher[1], got.DiscountOrVoucher[2]); kinds != "*shop.OrderVoucher *shop.OrderDiscount *shop.OrderVoucher" {
				t.Errorf("order of alternatives: %s", kinds)
			}
		})
	}
}

func TestNilAndDefaultsSurvive(t *testing.T) {
	in := `<order xmlns="urn:example:shop:1.0" xmlns:p="urn:example:party" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" number="1">` +
		`<buyer xsi:type="p:personType" id="x"><p:name>A</p:name></buyer>` +
		`<line><article>a</article><quantity>1</quantity><price currency="EUR">1</price></line><delivery xsi:nil="true"/></order>`
	var o shop.Order
	if err := wire.Unmarshal([]byte(in), &o, wire.Types(all.Registry())); err != nil {
		t.Fatal(err)
	}
	if !o.Delivery.Nil || o.Delivery.Value != nil || o.Urgent == nil || *o.Urgent {
		t.Errorf("delivery %+v, urgent %v", o.Delivery, o.Urgent)
	}
	out := string(must(wire.Marshal(&o)))
	if !strings.Contains(out, `<delivery xsi:nil="true"/>`) {
		t.Errorf("nil is lost: %s", out)
	}
}

func TestValidateNamesTheField(t *testing.T) {
	o := fullOrder()
	country := &o.Buyer.(*party.Company).Contact[1].Choice.(*party.ContactStreetGroup).Country
	if err := o.Validate(); err == nil || !strings.Contains(err.Error(), `country: "XX" is not "DE", "FR" or "NL"`) {
		t.Errorf("a value that is not listed: %v", err)
	}
	*country = new(party.CountryFr)
	if err := o.Validate(); err != nil {
		t.Fatal(err)
	}
	o.Line[1].Quantity = 1000
	o.DiscountOrVoucher[0] = &shop.OrderVoucher{Value: "ABC"}
	err := o.Validate()
	want := "line[2]/quantity: is 1000, but must be at most 999\nvoucher: has 3 characters, at least 4 are needed"
	if err == nil || err.Error() != want {
		t.Errorf("got %v", err)
	}
}

func TestUnionOffersItsMembers(t *testing.T) {
	n, isNumber := shop.Size("54").AsNumberSize()
	l, isLetter := shop.Size("M").AsLetterSize()
	if n != 54 || !isNumber || l != shop.LetterSizeM || !isLetter {
		t.Errorf("%v %v %v %v", n, isNumber, l, isLetter)
	}
	if _, ok := shop.Size("M").AsNumberSize(); ok {
		t.Error("a letter is no number")
	}
}

func Example() {
	o := shop.Order{
		Number: 1,
		Buyer:  &party.Person{ID: "p1", Name: "Ada"},
		Line:   []shop.Line{{Article: "hat", Quantity: 1, Price: shop.Amount{Value: shop.MustPrice("9.5"), Currency: "EUR"}}},
	}
	data, err := wire.Marshal(&o, wire.Indent("  "))
	if err != nil {
		panic(err)
	}
	fmt.Println(string(data))
	// Output:
	// <order xmlns="urn:example:shop:1.0" xmlns:p="urn:example:party" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" number="1">
	//   <buyer xsi:type="p:personType" id="p1">
	//     <p:name>Ada</p:name>
	//   </buyer>
	//   <line>
	//     <article>hat</article>
	//     <quantity>1</quantity>
	//     <price currency="EUR">9.5</price>
	//   </line>
	// </order>
}
