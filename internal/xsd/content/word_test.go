package content

import (
	"fmt"
	"testing"

	"github.com/wbxgen/wbxgen/internal/xsd"
)

// TestNamesAreFound: names of all lengths that differ in one byte, in two
// namespaces, have symbols of their own, and others have none.
func TestNamesAreFound(t *testing.T) {
	a := NewAlphabet()
	symbols := map[xsd.QName]Symbol{}
	names := func(visit func(xsd.QName)) {
		for length := 1; length <= 20; length++ {
			for at := range length {
				for _, c := range "abc" {
					local := []byte(fmt.Sprintf("%020d", 0)[:length])
					local[at] = byte(c)
					visit(xsd.QName{Space: "urn:1", Local: string(local)})
					visit(xsd.QName{Space: "urn:2", Local: string(local)})
				}
			}
		}
	}
	names(func(n xsd.QName) {
		if n.Local[len(n.Local)-1] != 'c' {
			symbols[n] = a.Add(n)
		}
	})
	if a.Len() != len(symbols)+1 {
		t.Errorf("%d symbols for %d names", a.Len()-1, len(symbols))
	}
	names(func(n xsd.QName) {
		if got := a.Of(n); got != symbols[n] {
			t.Errorf("%v: %d, want %d", n, got, symbols[n])
		}
	})
	if a.Of(xsd.QName{Space: "urn:1"}) != Unknown || a.Of(xsd.QName{Space: "urn:3", Local: "a"}) != Unknown {
		t.Error("a name that is not there is found")
	}
}
