package report

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"fmt"
	"strings"
	"testing"

	"github.com/wbxgen/wbxgen/internal/diag"
	"github.com/wbxgen/wbxgen/internal/diff/change"
	"github.com/wbxgen/wbxgen/internal/xsd"
)

// many is a result with that many changes, each of which reaches that many roots
// and has a witness of that many bytes.
func many(changes, roots, witness int) *change.Result {
	r := &change.Result{Old: change.Version{Label: "1", Digest: digest("a")}, New: change.Version{Label: "2", Digest: digest("b")}, Documents: true}
	for i := range roots {
		r.Roots = append(r.Roots, change.Verdict{Operation: fmt.Sprintf("root%d", i), Request: change.Break, Changes: changes})
	}
	for i := range changes {
		c := change.Change{
			ID:        "element-removed-optional",
			Component: change.Component{Kind: xsd.KindComplexType, Name: xsd.QName{Space: "urn:x", Local: "typeOfSome"}, Label: "x:typeOfSome", Path: fmt.Sprintf("element%d", i)},
			Old:       &change.Value{Text: "0..1 xs:string", Pos: diag.Pos{File: "x.xsd", Line: i + 1, Col: 3}},
			Severity:  change.Severity{Request: change.Break, Response: change.Risk, Strict: change.Risk},
			Reason:    change.DataLoss, Fingerprint: fmt.Sprintf("%012x", i),
			Witnesses: []change.Witness{{XML: "<a>" + strings.Repeat("x", witness) + "</a>", ValidUnder: "1", InvalidUnder: "2", Error: "1:1: no"}},
		}
		for k := range roots {
			c.Operations = append(c.Operations, change.Reach{Operation: r.Roots[k].Operation, Way: fmt.Sprintf("a/b/element%d", i), Count: 1})
		}
		r.Changes = append(r.Changes, c)
	}
	return r
}

// TestReportsKeepToTheirLimit prints results that are large in one way each: in
// every format what is printed fits, has the worst change, and says that there
// is more.
func TestReportsKeepToTheirLimit(t *testing.T) {
	for _, c := range []struct{ changes, roots, witness int }{{4_000, 3, 100}, {40, 3_000, 10}, {30, 2, 200_000}, {1, 10_000, 1_000_000}} {
		r := many(c.changes, c.roots, c.witness)
		for _, format := range Formats() {
			t.Run(fmt.Sprintf("%s %+v", format, c), func(t *testing.T) {
				var out bytes.Buffer
				if err := Write(&out, format, r, Options{MaxBytes: DefaultMaxBytes, MaxPerChange: DefaultMaxPerChange}); err != nil {
					t.Fatal(err)
				}
				if out.Len() > DefaultMaxBytes {
					t.Errorf("%d bytes", out.Len())
				}
				if !strings.Contains(out.String(), "000000000000") {
					t.Error("the worst change is not shown")
				}
				checkReads(t, format, out.Bytes())
			})
		}
	}
}

func checkReads(t *testing.T, format string, data []byte) {
	t.Helper()
	switch format {
	case "json", "sarif":
		if !json.Valid(data) {
			t.Error("it is no JSON")
		}
	case "junit":
		if err := xml.Unmarshal(data, new(junitSuites)); err != nil {
			t.Error(err)
		}
	}
}

// TestWhatIsLeftOutIsCounted cuts between changes and within one.
func TestWhatIsLeftOutIsCounted(t *testing.T) {
	r := many(500, 30, 10)
	for format, wants := range map[string][]string{
		"text":     {"\nand ", " more changes not shown here; --max-length 0 shows all\n", "\n        and 14 more\n"},
		"markdown": {"\nAnd ", " more changes not shown here; --max-length 0 shows all.\n", "  - and 14 more\n"},
		"html":     {" more changes not shown here"},
		"github":   {"::error title=wbxgen::and ", " more changes not shown here"},
		"json":     {`"notShown": `, `"operationsNotShown": 26`},
		"sarif":    {`"changesNotShown": `},
		"junit":    {"500 changes break root0", "and "},
	} {
		var cut, whole bytes.Buffer
		o := Options{MaxBytes: 40_000, MaxPerChange: 20}
		if format == "html" {
			o.MaxBytes = 100_000
		}
		if err := Write(&cut, format, r, o); err != nil {
			t.Fatal(err)
		}
		for _, want := range wants {
			if !strings.Contains(cut.String(), want) {
				t.Errorf("%s: %q is missing", format, want)
			}
		}
		if err := Write(&whole, format, r, Options{}); err != nil {
			t.Fatal(err)
		}
		if strings.Contains(whole.String(), "ot shown here") || strings.Contains(whole.String(), "otShown\"") || strings.Count(whole.String(), "0000001f3") == 0 {
			t.Errorf("%s without limits is not whole", format)
		}
	}
}

func TestFitFindsManyInFewTries(t *testing.T) {
	for _, c := range []struct{ limit, all, least, most int }{
		{0, 10, 10, 10}, {100, 10, 10, 10}, {95, 10, 8, 9}, {1, 10, 1, 1}, {5_000, 1_000, 440, 500}, {640, 1_000, 56, 64}, {10, 0, 0, 0}, {2_000_000, 1_000_000, 180_000, 200_000},
	} {
		tries := 0
		out, err := fit(c.limit, c.all, func(n int) ([]byte, error) {
			tries++
			return make([]byte, 10*n), nil
		})
		if n := len(out) / 10; err != nil || n < c.least || n > c.most || tries > 6 {
			t.Errorf("%+v: got %d in %d tries, %v", c, n, tries, err)
		}
	}
}
