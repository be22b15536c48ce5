package diag_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/wbxgen/wbxgen/internal/diag"
)

func TestDiagnosticText(t *testing.T) {
	d := diag.Diagnostic{
		Pos:      diag.Pos{File: "ep.xsd", Line: 701, Col: 5},
		Severity: diag.Error,
		Code:     "sch-props-correct.2",
		Message:  "type \"ep:listingType\" is declared\ntwice",
	}
	d.See(diag.Pos{File: "ep.xsd", Line: 88, Col: 5}, "first declared here")
	want := "ep.xsd:701:5: error: type \"ep:listingType\" is declared twice [sch-props-correct.2]\n" +
		"ep.xsd:88:5: note: first declared here"
	if got := d.String(); got != want {
		t.Errorf("text form\n got %s\nwant %s", got, want)
	}
}

func TestPositionLeavesOutWhatIsNotKnown(t *testing.T) {
	for want, pos := range map[string]diag.Pos{
		"":        {},
		"a.xsd":   {File: "a.xsd"},
		"a.xsd:3": {File: "a.xsd", Line: 3},
	} {
		if got := pos.String(); got != want {
			t.Errorf("%#v: got %q, want %q", pos, got, want)
		}
	}
}

func TestListSortsByPlaceAndDropsRepetitions(t *testing.T) {
	var l diag.List
	l.Error(diag.Pos{File: "b.xsd", Line: 1, Col: 1}, "x", "third")
	l.Warning(diag.Pos{File: "a.xsd", Line: 10, Col: 1}, "x", "second")
	l.Error(diag.Pos{File: "a.xsd", Line: 9, Col: 80}, "x", "first")
	l.Error(diag.Pos{File: "a.xsd", Line: 9, Col: 80}, "x", "first")
	var got []string
	for _, d := range l.Sorted() {
		got = append(got, d.Message)
	}
	if s := strings.Join(got, " "); s != "first second third" {
		t.Errorf("got %s", s)
	}
}

func TestErrCarriesTheListThroughWrapping(t *testing.T) {
	var l diag.List
	if l.Warning(diag.Pos{}, "", "only a warning"); l.Err() != nil {
		t.Fatal("a warning alone is not an error")
	}
	l.Error(diag.Pos{}, "c", "bad")
	err := fmt.Errorf("loading: %w", l.Err())
	got, ok := diag.FromError(err)
	if !ok || got.Len() != 2 {
		t.Errorf("list lost: %v %v", got, ok)
	}
	if _, ok := diag.FromError(errors.New("other")); ok {
		t.Error("found a list in a plain error")
	}
}

func TestNearest(t *testing.T) {
	candidates := []string{"scheduleType", "sessionType", "metaDataType", "40.4.3", "40.6.0"}
	for name, want := range map[string]string{
		"scheduelType": "scheduleType",
		"SCHEDULETYPE": "scheduleType",
		"40.4.4":       "40.4.3",
		"meta":         "metaDataType",
		"unrelated":    "",
		"":             "",
	} {
		if got := diag.Nearest(name, candidates); got != want {
			t.Errorf("Nearest(%q) = %q, want %q", name, got, want)
		}
	}
}

func TestRemediesAreInTheWordsOfTheCaller(t *testing.T) {
	var l diag.List
	l.Error(diag.Pos{File: "a.xsd"}, "x", "too large").Remedy = diag.Remedy{Kind: "more", About: "bytes"}
	l.Error(diag.Pos{File: "b.xsd"}, "x", "wrong")
	said := l.WithRemedies(func(r diag.Remedy) string { return "; say --" + r.Kind + "-" + r.About })
	if got := said.String(); got != "a.xsd: error: too large; say --more-bytes [x]\nb.xsd: error: wrong [x]" {
		t.Error(got)
	}
	if got := l.Err().Error(); strings.Contains(got, "--") {
		t.Errorf("the list itself names a flag: %s", got)
	}
}
