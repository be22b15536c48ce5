package payment_test

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"

	pay "github.com/wbxgen/wbxgen/examples/payment/paymentxml/pay001001"
	"github.com/wbxgen/wbxgen/wire"
	"github.com/wbxgen/wbxgen/wire/datatype"
)

// transfer asks for one transfer to an account.
func transfer(account pay.AccountChoiceBranch) *pay.Document {
	return &pay.Document{CdtTrfInitn: pay.CreditTransfer2{
		MsgID:   "M-1",
		CreDtTm: datatype.MustDateTime("2026-03-01T08:00:00Z"),
		NbOfTxs: "1",
		Tx: []pay.Transaction3{{
			EndToEndID: "R-17",
			Amt: pay.ActiveCurrencyAndAmount{
				Value: pay.MustActiveCurrencyAndAmountSimple("19.90"),
				Ccy:   "EUR",
			},
			CdtrAcct: pay.AccountChoice{Choice: account},
			Prty:     new(pay.Priority2CodeHigh),
		}},
	}}
}

// Example checks a document and writes it.
func Example() {
	doc := transfer(&pay.AccountChoiceIBAN{IBAN: "CH9300762011623852957"})
	if err := doc.Validate(); err != nil {
		fmt.Println(err)
		return
	}
	data, err := wire.Marshal(doc, wire.Indent("  "))
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(string(data))
	// Output:
	// <Document xmlns="urn:example:std:pay.001.001.02">
	//   <CdtTrfInitn>
	//     <MsgId>M-1</MsgId>
	//     <CreDtTm>2026-03-01T08:00:00Z</CreDtTm>
	//     <NbOfTxs>1</NbOfTxs>
	//     <Tx>
	//       <EndToEndId>R-17</EndToEndId>
	//       <Amt Ccy="EUR">19.90</Amt>
	//       <CdtrAcct>
	//         <IBAN>CH9300762011623852957</IBAN>
	//       </CdtrAcct>
	//       <Prty>HIGH</Prty>
	//     </Tx>
	//   </CdtTrfInitn>
	// </Document>
}

// Example_validate shows what is said of a document that the schema does not allow.
func Example_validate() {
	doc := transfer(&pay.AccountChoiceIBAN{IBAN: "93 0076"})
	tx := &doc.CdtTrfInitn.Tx[0]
	tx.EndToEndID = ""
	tx.Amt.Ccy = "Euro"
	tx.Amt.Value.Decimal = datatype.MustDecimal("-1")
	tx.Prty = new(pay.Priority2Code("SOON"))
	fmt.Println(doc.Validate())
	// Output:
	// CdtTrfInitn/Tx[1]/EndToEndId: has no characters, at least 1 is needed
	// CdtTrfInitn/Tx[1]/Amt/Ccy: "Euro" does not match the pattern [A-Z]{3,3}
	// CdtTrfInitn/Tx[1]/Amt: is -1, but must be at least 0
	// CdtTrfInitn/Tx[1]/CdtrAcct/IBAN: "93 0076" does not match the pattern [A-Z]{2,2}[0-9]{2,2}[a-zA-Z0-9]{1,30}
	// CdtTrfInitn/Tx[1]/Prty: "SOON" is not "HIGH" or "NORM"
}

// TestBothAccountsAreReadBack writes each branch of the choice and reads it.
func TestBothAccountsAreReadBack(t *testing.T) {
	for _, account := range []pay.AccountChoiceBranch{
		&pay.AccountChoiceIBAN{IBAN: "CH9300762011623852957"},
		&pay.AccountChoiceOthr{Othr: "4711"},
	} {
		want := transfer(account)
		data, err := wire.Marshal(want)
		if err != nil {
			t.Fatal(err)
		}
		var got pay.Document
		if err := wire.Unmarshal(data, &got); err != nil {
			t.Fatalf("%v\n%s", err, data)
		}
		if d := cmp.Diff(want.CdtTrfInitn, got.CdtTrfInitn); d != "" {
			t.Errorf("%s\n%s", d, data)
		}
	}
}

// TestAChoiceIsMade checks a document without an account.
func TestAChoiceIsMade(t *testing.T) {
	if err := transfer(nil).Validate(); err == nil {
		t.Error("no account, and nothing is wrong")
	}
}
