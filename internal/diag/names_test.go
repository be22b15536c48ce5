package diag_test

import (
	"fmt"
	"testing"

	"github.com/wbxgen/wbxgen/internal/diag"
)

// TestNamesFindsWhatNearestDoes: of names with a slip of the pen among
// thousands the right one is found, though few are looked at.
func TestNamesFindsWhatNearestDoes(t *testing.T) {
	var list []string
	for _, word := range []string{"amount", "invoice", "delivery", "Currency", "party"} {
		for i := range 1000 {
			list = append(list, fmt.Sprintf("%s%d", word, i))
		}
	}
	names := diag.NewNames(list)
	for _, name := range []string{"amuont17", "invoce999", "delivery1000", "currency7", "Party12", "nothing", "", "amount"} {
		if got, want := names.Nearest(name), diag.Nearest(name, list); got != want {
			t.Errorf("%q: got %q, among all it is %q", name, got, want)
		}
		looks := 0
		names.Like(name, func(int) bool { looks++; return true })
		if looks > 512 {
			t.Errorf("%q: %d names are looked at", name, looks)
		}
	}
	few := diag.NewNames([]string{"b", "a"})
	if got := few.Nearest("c"); got != "b" {
		t.Errorf("of few names all are looked at, got %q", got)
	}
}
