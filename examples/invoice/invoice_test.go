package invoice_test

import (
	"fmt"
	"math/big"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/wbxgen/wbxgen/examples/invoice/invoicexml/basic"
	"github.com/wbxgen/wbxgen/examples/invoice/invoicexml/invoice"
	"github.com/wbxgen/wbxgen/wire"
	"github.com/wbxgen/wbxgen/wire/datatype"
)

func euros(amount string) basic.Amount {
	return basic.Amount{Value: datatype.MustDecimal(amount), CurrencyID: "EUR"}
}

// hats is an invoice that a program makes.
func hats() *invoice.Invoice {
	return &invoice.Invoice{
		ID:        basic.Identifier{Value: "R-17"},
		IssueDate: datatype.NewDate(2026, 3, 1),
		Supplier:  invoice.Party{Name: "Hats & Co"},
		Customer:  invoice.Party{Name: "Ada"},
		InvoiceLine: []invoice.InvoiceLine{{
			ID:         basic.Identifier{Value: "1"},
			Quantity:   basic.Quantity{Value: datatype.MustDecimal("2")},
			LineAmount: euros("19.90"),
			Name:       "Hat",
		}},
		PayableAmount: euros("19.90"),
	}
}

// Example writes an invoice.
func Example() {
	data, err := wire.Marshal(hats(), wire.Indent("  "))
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(string(data))
	// Output:
	// <Invoice xmlns="urn:example:invoice:invoice" xmlns:basic="urn:example:invoice:basic">
	//   <basic:ID>R-17</basic:ID>
	//   <basic:IssueDate>2026-03-01</basic:IssueDate>
	//   <Supplier>
	//     <basic:Name>Hats &amp; Co</basic:Name>
	//   </Supplier>
	//   <Customer>
	//     <basic:Name>Ada</basic:Name>
	//   </Customer>
	//   <InvoiceLine>
	//     <basic:ID>1</basic:ID>
	//     <basic:Quantity>2</basic:Quantity>
	//     <basic:LineAmount currencyID="EUR">19.90</basic:LineAmount>
	//     <basic:Name>Hat</basic:Name>
	//   </InvoiceLine>
	//   <basic:PayableAmount currencyID="EUR">19.90</basic:PayableAmount>
	// </Invoice>
}

const document = `<?xml version="1.0" encoding="UTF-8"?>
<Invoice xmlns="urn:example:invoice:invoice" xmlns:b="urn:example:invoice:basic">
  <b:ID schemeID="ours">R-18</b:ID>
  <b:IssueDate>2026-03-02</b:IssueDate>
  <b:Note>Thank you.</b:Note>
  <Supplier><b:ID>S1</b:ID><b:Name>Hats &amp; Co</b:Name></Supplier>
  <Customer><b:Name>Grace</b:Name></Customer>
  <InvoiceLine><b:ID>1</b:ID><b:Quantity unitCode="C62">2.0</b:Quantity><b:LineAmount currencyID="EUR">19.90</b:LineAmount><b:Name>Hat</b:Name></InvoiceLine>
  <InvoiceLine><b:ID>2</b:ID><b:Quantity>1</b:Quantity><b:LineAmount currencyID="EUR">120.00</b:LineAmount><b:Name>Coat</b:Name></InvoiceLine>
  <b:PayableAmount currencyID="EUR">139.90</b:PayableAmount>
</Invoice>`

// Example_sum reads an invoice and adds up its lines.
func Example_sum() {
	var in invoice.Invoice
	if err := wire.Unmarshal([]byte(document), &in); err != nil {
		fmt.Println(err)
		return
	}
	sum := new(big.Rat)
	for _, line := range in.InvoiceLine {
		fmt.Println(line.Name, line.LineAmount.Value, line.LineAmount.CurrencyID)
		sum.Add(sum, line.LineAmount.Value.Rat())
	}
	total, _ := datatype.DecimalOfRat(sum)
	fmt.Println(total.Equal(in.PayableAmount.Value), in.PayableAmount.Value)
	// Output:
	// Hat 19.90 EUR
	// Coat 120.00 EUR
	// true 139.90
}

// TestNothingIsLost reads, writes and reads again; amounts keep their zeros.
func TestNothingIsLost(t *testing.T) {
	var first, second invoice.Invoice
	if err := wire.Unmarshal([]byte(document), &first); err != nil {
		t.Fatal(err)
	}
	data, err := wire.Marshal(&first)
	if err != nil {
		t.Fatal(err)
	}
	if err := wire.Unmarshal(data, &second); err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(&first, &second); d != "" {
		t.Errorf("%s\n%s", d, data)
	}
	for _, amount := range []string{">2.0<", ">19.90<", ">120.00<"} {
		if !strings.Contains(string(data), amount) {
			t.Errorf("no %s in %s", amount, data)
		}
	}
}
