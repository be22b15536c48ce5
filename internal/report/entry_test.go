package report

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/wbxgen/wbxgen/internal/diff/change"
	"github.com/wbxgen/wbxgen/internal/xsd"
)

// gained is a format of documents in which n types have gained an element, and
// as many components come that no document holds; b of the changes break.
func gained(n, b int) *change.Result {
	r := &change.Result{Old: change.Version{Label: "1"}, New: change.Version{Label: "2"}, Documents: true, Roots: []change.Verdict{{Operation: "r"}}}
	reach := []change.Reach{{Operation: "r", Direction: change.Request, Way: "a", Count: 1}, {Operation: "r", Direction: change.Response, Way: "a", Count: 1}}
	of := func(name, path string) change.Component {
		return change.Component{Kind: xsd.KindComplexType, Name: xsd.QName{Local: name}, Path: path, Label: name}
	}
	for i := range b {
		r.Changes = append(r.Changes, change.Change{
			ID: change.ElementBecameRequired, Component: of(fmt.Sprintf("B%d", i), "x"), Operations: reach, Fingerprint: fmt.Sprintf("b%d", i),
			Severity: change.Severity{Request: change.Break}, Old: &change.Value{Text: "0..1"}, New: &change.Value{Text: "1..1"},
		})
	}
	info := change.Severity{Request: change.Info, Response: change.Info, Strict: change.Info}
	for i := range n {
		r.Changes = append(r.Changes,
			change.Change{ID: change.ElementAddedOptional, Component: of(fmt.Sprintf("T%d", i), "more"), Operations: reach, Severity: info, Fingerprint: fmt.Sprintf("t%d", i), New: &change.Value{Text: "0..1 xs:string"}},
			change.Change{ID: change.DerivedTypeAdded, Component: of(fmt.Sprintf("U%d", i), ""), Severity: info, Fingerprint: fmt.Sprintf("u%d", i)})
	}
	return r
}

// TestOneEditInManyPlacesIsToldOnce: and without a limit each place is.
func TestOneEditInManyPlacesIsToldOnce(t *testing.T) {
	for _, n := range []int{1, 2, 3, 9, 200} {
		for _, limit := range []int{0, DefaultMaxBytes} {
			for name, print := range map[string]writer{"text": Text, "markdown": Markdown} {
				var b bytes.Buffer
				if err := print(&b, gained(n, 0), Options{MaxBytes: limit, WithoutGo: true}); err != nil {
					t.Fatal(err)
				}
				want := 2 * n
				if n >= minAlike && limit > 0 {
					want = 2
				}
				got := strings.Count(b.String(), "element-added-optional") + strings.Count(b.String(), "derived-type-added")
				if got != want {
					t.Errorf("%s of %d with a limit of %d has %d entries, want %d:\n%s", name, n, limit, got, want, b.String())
				}
				if want == 2 && n >= minAlike && (!strings.Contains(b.String(), "more in "+fmt.Sprint(n)+" components") || !strings.Contains(b.String(), "T0")) {
					t.Errorf("%s of %d does not say what it is about:\n%s", name, n, b.String())
				}
			}
		}
	}
}

// TestWhatBreaksIsToldOneByOne: with its fingerprint, and at a glance before.
func TestWhatBreaksIsToldOneByOne(t *testing.T) {
	for _, n := range []int{1, 3, 4, 12, 40} {
		var b bytes.Buffer
		if err := Text(&b, gained(5, n), Options{MaxBytes: DefaultMaxBytes, WithoutGo: true}); err != nil {
			t.Fatal(err)
		}
		first, rest, _ := strings.Cut(b.String(), "\nr\n")
		if got := strings.Count(rest, "  b"); got != n {
			t.Errorf("%d breaks are told with %d fingerprints", n, got)
		}
		want := min(n, maxGlance)
		if n < minGlance {
			want = 0
		}
		if got := strings.Count(first, "BREAK old documents: element-became-required"); got != want {
			t.Errorf("%d breaks have %d lines at a glance:\n%s", n, got, first)
		}
		if n > maxGlance != strings.Contains(first, fmt.Sprintf("and %d more", n-maxGlance)) {
			t.Errorf("%d breaks: %s", n, first)
		}
	}
}

// together is a format of documents in which one type has n attributes that are
// required now, and one head as many new elements that may stand for it.
func together(n int) *change.Result {
	r := gained(0, 0)
	reach := []change.Reach{{Operation: "r", Direction: change.Request, Way: "a", Count: 1}, {Operation: "r", Direction: change.Response, Way: "a", Count: 1}}
	for i := range n {
		r.Changes = append(r.Changes, change.Change{
			ID: change.AttributeBecameRequired, Component: change.Component{Kind: xsd.KindComplexType, Name: xsd.QName{Local: "T"}, Path: fmt.Sprintf("@a%d", i), Label: "T"},
			Operations: reach, Below: change.Below{Old: fmt.Sprintf("@a%d", i), New: fmt.Sprintf("@a%d", i)}, Fingerprint: fmt.Sprintf("a%d", i),
			Severity: change.Severity{Request: change.Break}, Old: &change.Value{Text: "optional"}, New: &change.Value{Text: "required"},
		})
	}
	for i := range n {
		r.Changes = append(r.Changes, change.Change{
			ID: change.SubstitutionMemberAdded, Component: change.Component{Kind: xsd.KindElement, Name: xsd.QName{Local: fmt.Sprintf("M%d", i)}, Label: fmt.Sprintf("M%d", i)},
			Operations: reach, Severity: change.Severity{Response: change.Risk, Strict: change.Risk}, Fingerprint: fmt.Sprintf("m%d", i), New: &change.Value{Text: "head"},
		})
	}
	return r
}

// TestOneEditThatBreaksIsToldOnce: attributes of one type and members of one head are
// told together from some number on, each with its name, unless all is asked for.
func TestOneEditThatBreaksIsToldOnce(t *testing.T) {
	for _, n := range []int{2, 3, 5, 6, 8} {
		for _, limit := range []int{0, DefaultMaxBytes} {
			for name, print := range map[string]writer{"text": Text, "markdown": Markdown} {
				var b bytes.Buffer
				if err := print(&b, together(n), Options{MaxBytes: limit, WithoutGo: true}); err != nil {
					t.Fatal(err)
				}
				_, told, _ := strings.Cut(b.String(), "\nr\n")
				if name == "markdown" {
					told = b.String()
				}
				attributes, members := n, n
				if limit > 0 && n >= manyAttributes {
					attributes = 1
				}
				if limit > 0 && n >= minAlike {
					members = 1
				}
				if got := strings.Count(told, "attribute-became-required"); got != attributes {
					t.Errorf("%s: %d attributes are told %d times, want %d:\n%s", name, n, got, attributes, told)
				}
				if got := strings.Count(told, "substitution-member-added"); got != members {
					t.Errorf("%s: %d elements are told %d times, want %d:\n%s", name, n, got, members, told)
				}
				for i := range n {
					if !strings.Contains(told, fmt.Sprintf("@a%d", i)) || !strings.Contains(told, fmt.Sprintf("M%d", i)) {
						t.Errorf("%s of %d: number %d is not named:\n%s", name, n, i, told)
					}
				}
			}
		}
	}
}

// TestWhatIsNotShownAtAGlanceIsCountedByChange: one line of several changes that is left
// out stands for each of them.
func TestWhatIsNotShownAtAGlanceIsCountedByChange(t *testing.T) {
	r := together(minAlike)
	members := r.Changes[minAlike:]
	r.Changes = append(gained(0, maxGlance).Changes, members...)
	var b bytes.Buffer
	if err := Text(&b, r, Options{MaxBytes: DefaultMaxBytes, WithoutGo: true}); err != nil {
		t.Fatal(err)
	}
	if want := fmt.Sprintf("and %d more: %[1]d substitution-member-added\n", len(members)); !strings.Contains(b.String(), want) {
		t.Errorf("%q is not in\n%s", want, b.String())
	}
}

// TestLongDocumentsAreShownWhereItMatters cuts documents around each of their
// lines.
func TestLongDocumentsAreShownWhereItMatters(t *testing.T) {
	var doc strings.Builder
	doc.WriteString("<r>")
	for i := range 30 {
		fmt.Fprintf(&doc, "<a%d><b><c>1</c><d>2</d></b></a%d>", i, i)
	}
	doc.WriteString("</r>")
	text := doc.String()
	for i := range 30 {
		col := strings.Index(text, fmt.Sprintf("<a%d><b><c>", i)) + len(fmt.Sprintf("<a%d><b>", i)) + 1
		w := witness{Witness: change.Witness{XML: text, Error: fmt.Sprintf("1:%d: wrong", col)}, short: true}
		lines := w.Proof().Lines
		if len(lines) > maxProofLines {
			t.Errorf("%d lines are shown", len(lines))
		}
		var shown strings.Builder
		for _, l := range lines {
			shown.WriteString(l.Text + "\n")
			if l.Here && l.Text != "<c>1</c>" {
				t.Errorf("the mark is at %s", l.Text)
			}
		}
		for _, part := range []string{"<r>\n", fmt.Sprintf("<a%d>\n", i), fmt.Sprintf("</a%d>\n", i), "</r>\n", "<c>1</c>\n"} {
			if !strings.Contains(shown.String(), part) {
				t.Errorf("at %d there is no %q:\n%s", i, part, shown.String())
			}
		}
	}
}

// TestANamespaceBreaksAllDocuments: the headline says so, and counts the rest.
func TestANamespaceBreaksAllDocuments(t *testing.T) {
	r := gained(3, 2)
	all := change.Severity{Request: change.Break, Response: change.Break, Strict: change.Break}
	r.Changes = append([]change.Change{{ID: change.NamespaceChanged, Severity: all}}, r.Changes...)
	lines := headline(r, false)
	if want := "Old documents under the new schema: all break, as a namespace has another name; besides that 2 breaks."; lines[0] != want {
		t.Errorf("got %q", lines[0])
	}
	if d := documentsJSON(r, Options{}); d.Old.Break != 3 || !d.Old.All {
		t.Errorf("programs are told %+v", d.Old)
	}
}

// TestManyLostValuesAreToldOnce: few are told each, with a fingerprint.
func TestManyLostValuesAreToldOnce(t *testing.T) {
	for _, n := range []int{1, manyValues - 1, manyValues, 400} {
		r := gained(0, 0)
		for i := range n {
			r.Changes = append(r.Changes, change.Change{
				ID: change.EnumValueRemoved, Component: change.Component{Kind: xsd.KindSimpleType, Name: xsd.QName{Local: "code"}, Label: "code"},
				Severity: change.Severity{Request: change.Break}, Old: &change.Value{Text: fmt.Sprintf("v%d", i)}, Fingerprint: fmt.Sprintf("f%d", i),
				Operations: []change.Reach{{Operation: "r", Way: "a", Count: 1}},
			})
		}
		var b bytes.Buffer
		if err := Text(&b, r, Options{MaxBytes: DefaultMaxBytes, WithoutGo: true}); err != nil {
			t.Fatal(err)
		}
		_, rest, _ := strings.Cut(b.String(), "\nr\n")
		want := n
		if n >= manyValues {
			want = 1
		}
		if got := strings.Count(rest, "enum-value-removed"); got != want {
			t.Errorf("%d values are told %d times:\n%s", n, got, rest)
		}
		if want == 1 && n > 1 && !strings.Contains(rest, fmt.Sprintf("v0, v1, v2, v3, v4, v5, v6, v7, and %d more", n-8)) {
			t.Errorf("%d values: %s", n, rest)
		}
	}
}
