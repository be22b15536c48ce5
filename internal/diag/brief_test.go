package diag_test

import (
	"strings"
	"testing"

	"github.com/wbxgen/wbxgen/internal/diag"
)

func TestBriefSaysWhatIsTheSameOnce(t *testing.T) {
	var l diag.List
	for line := 1; line <= 5; line++ {
		l.Error(diag.Pos{File: "a.xsd", Line: line, Col: 2}, "c", "type %q is not declared", "x")
	}
	l.Error(diag.Pos{File: "b.xsd", Line: 1, Col: 1}, "c", "type %q is not declared", "y")
	l.Error(diag.Pos{File: "b.xsd", Line: 2, Col: 1}, "c", "type %q is not declared", "y")
	l.Warning(diag.Pos{File: "c.xsd", Line: 1, Col: 1}, "w", "odd")
	for limit, want := range map[int]string{
		9: "a.xsd:1:2: error: type \"x\" is not declared [c]\na.xsd:2:2: note: and here and at 3 more places\n" +
			"b.xsd:1:1: error: type \"y\" is not declared [c]\nb.xsd:2:1: note: and here\nc.xsd:1:1: warning: odd [w]",
		1: "a.xsd:1:2: error: type \"x\" is not declared [c]\na.xsd:2:2: note: and here and at 3 more places\n… and 2 errors and 1 warning more; look",
	} {
		if got := l.Brief(limit, "look"); got != want {
			t.Errorf("limit %d: got\n%s\nwant\n%s", limit, got, want)
		}
	}
}

func TestCausesComeFirst(t *testing.T) {
	var l diag.List
	l.Error(diag.Pos{File: "a.xsd", Line: 1}, "c", "follows")
	l.Error(diag.Pos{File: "z.xsd", Line: 9}, "c", "cannot be read").AsCause()
	if got := l.String(); !strings.HasPrefix(got, "z.xsd") {
		t.Error(got)
	}
}

func TestNearestIsNeverTheNameItself(t *testing.T) {
	if got := diag.Nearest("order", []string{"order", "orders", "Order"}); got != "orders" && got != "Order" {
		t.Errorf("got %q", got)
	}
	if got := diag.DidYouMean("order", []string{"order"}); got != "" {
		t.Errorf("got %q", got)
	}
}
