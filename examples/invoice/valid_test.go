package invoice_test

import (
	"os"
	"testing"

	"github.com/wbxgen/wbxgen/wire"
	"github.com/wbxgen/wbxgen/xsd"
)

// TestWhatIsWrittenIsValid asks the validator about what a program made.
func TestWhatIsWrittenIsValid(t *testing.T) {
	schema, err := xsd.Compile(os.DirFS("schema"), "invoice.xsd")
	if err != nil {
		t.Fatal(err)
	}
	if err := hats().Validate(); err != nil {
		t.Error(err)
	}
	data, err := wire.Marshal(hats())
	if err != nil {
		t.Fatal(err)
	}
	if err := schema.ValidateBytes(t.Context(), data); err != nil {
		t.Errorf("%v\n%s", err, data)
	}
}
