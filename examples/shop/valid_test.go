package shop_test

import (
	"os"
	"testing"

	"github.com/wbxgen/wbxgen/examples/shop/shopxml/party"
	"github.com/wbxgen/wbxgen/wire"
	"github.com/wbxgen/wbxgen/xsd"
)

// TestWhatIsWrittenIsValid asks the validator about what a program made.
func TestWhatIsWrittenIsValid(t *testing.T) {
	schema, err := xsd.Compile(os.DirFS("schema"), "shop.xsd")
	if err != nil {
		t.Fatal(err)
	}
	o := fullOrder()
	o.Buyer.(*party.Company).Contact[1].Choice.(*party.ContactStreetGroup).Country = new(party.CountryFr)
	data, err := wire.Marshal(o, wire.Declaration())
	if err != nil {
		t.Fatal(err)
	}
	if err := schema.ValidateBytes(t.Context(), data); err != nil {
		t.Errorf("%v\n%s", err, data)
	}
}
