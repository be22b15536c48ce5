package browser

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/wbxgen/wbxgen/internal/diag"
	"github.com/wbxgen/wbxgen/internal/diff/change"
	"github.com/wbxgen/wbxgen/internal/report"
	"github.com/wbxgen/wbxgen/internal/xsd"
)

// many is the page on that many changes of a format of documents: long names,
// several rules, levels and roots.
func many(t *testing.T, n int) string {
	t.Helper()
	r := &change.Result{Old: change.Version{Label: "2.1"}, New: change.Version{Label: "2.3"}, Documents: true}
	roots := []string{"Invoice", "CreditNote", "ExceptionNotification"}
	for _, name := range roots {
		r.Roots = append(r.Roots, change.Verdict{Operation: name, Request: change.Break, Changes: n})
	}
	levels := []change.Level{change.Break, change.Risk, change.Info}
	for i := range n {
		level := levels[i*len(levels)/n]
		root := roots[i%len(roots)]
		c := change.Change{
			ID: []change.ID{"element-removed-optional", "enum-value-added", "max-occurs-increased"}[i%3],
			Component: change.Component{
				Kind: xsd.KindComplexType, Label: fmt.Sprintf("cac:TransportationServiceDescriptionType%d", i/5),
				Name: xsd.QName{Space: "urn:oasis:names:specification", Local: fmt.Sprintf("T%d", i/5)}, Path: fmt.Sprintf("AdditionalDocumentReferenceIdentificationScheme%d", i),
			},
			Old:         &change.Value{Text: "0..1 cbc:TransportServiceProviderPartyIdentificationType", Pos: diag.Pos{File: "common/UBL-CommonAggregateComponents-2.1.xsd", Line: i + 1, Col: 9}},
			New:         &change.Value{Text: "0..n cbc:TransportServiceProviderPartyIdentificationType", Pos: diag.Pos{File: "common/UBL-CommonAggregateComponents-2.3.xsd", Line: i + 1, Col: 9}},
			Severity:    change.Severity{Request: level, Response: level, Strict: level, Go: change.GoMajor},
			Operations:  []change.Reach{{Operation: root, Way: "cac:AdditionalDocumentReference/cac:Attachment/cac:ExternalReference", Count: 3}},
			Fingerprint: fmt.Sprintf("%012x", i),
			Witnesses:   []change.Witness{{XML: "<" + root + "><x/></" + root + ">", ValidUnder: "2.1", InvalidUnder: "2.3", Error: "1:20: element not allowed"}},
		}
		if i%10 == 9 {
			c.Accepted = &change.Acceptance{Reason: "agreed"}
		}
		r.Changes = append(r.Changes, c)
	}
	var page bytes.Buffer
	o := report.Options{MaxBytes: 20_000_000, WithoutGo: true, Sides: [2]string{"old dir", "new"}}
	if err := report.Write(&page, "html", r, o); err != nil {
		t.Fatal(err)
	}
	return write(t, page.String())
}

// eachSize runs a test on pages of 10, 100 and 1,000 changes.
func eachSize(t *testing.T, test func(t *tab, file string, n int)) {
	for _, n := range []int{10, 100, 1_000} {
		t.Run(fmt.Sprint(n), func(t *testing.T) {
			tab, file := newTab(t), many(t, n)
			tab.open(file)
			test(tab, file, n)
		})
	}
}

// enter types into the search field and waits for what it shows.
func enter(t *tab, words string) {
	t.Helper()
	ask[bool](t, fmt.Sprintf(`(s => { s.value = %q; s.dispatchEvent(new Event("change", {bubbles: true})); return true })(document.getElementById("search"))`, words))
}

func TestFilteringManyChangesIsQuick(t *testing.T) {
	eachSize(t, func(t *tab, _ string, n int) {
		ms := func(act string) float64 {
			return ask[float64](t, `(() => { const from = performance.now(); `+act+`; document.body.offsetHeight; return performance.now() - from })()`)
		}
		set := func(id, value string) string {
			return fmt.Sprintf(`(s => { s.value = %q; s.dispatchEvent(new Event("change", {bubbles: true})) })(document.getElementById(%q))`, value, id)
		}
		for _, act := range []string{set("by-level", "risk"), set("by-level", ""), set("search", "scheme7"), set("search", ""), set("by-rule", "enum-value-added"), set("by-rule", "")} {
			ms(act) // what is worked out once is worked out
			if took := ms(act); took > 200 {
				t.Errorf("%s takes %.0f ms with %d changes", act, took, n)
			}
		}
	})
}

func TestSearchFindsNamesValuesAndText(t *testing.T) {
	tab := newTab(t)
	tab.open(many(t, 100))
	for words, want := range map[string]int{
		"": 100, "scheme42": 1, "SCHEME4": 11, "enum-value-added": 33, "creditnote": 33, "creditnote enum": 33, "creditnote max-occurs": 0,
		"2.3.xsd:17:": 1, "000000000063": 1, "agreed": 10, "no such thing": 0,
	} {
		enter(tab, words)
		if got := ask[int](tab, visible); got != want {
			t.Errorf("%q: %d changes shown, want %d", words, got, want)
		}
	}
}

// TestChangesAreGrouped puts the changes under heads, each with its number, and
// hides a head with nothing under it.
func TestChangesAreGrouped(t *testing.T) {
	tab := newTab(t)
	tab.open(many(t, 100))
	heads := `[...document.querySelectorAll("h3.group")].filter(h => h.checkVisibility()).map(h => h.textContent)`
	group := func(by string) []string {
		ask[bool](tab, fmt.Sprintf(`(s => { s.value = %q; s.dispatchEvent(new Event("change", {bubbles: true})); return true })(document.getElementById("group"))`, by))
		return ask[[]string](tab, heads)
	}
	for by, want := range map[string]string{
		"rule": "element-removed-optional (34) enum-value-added (33) max-occurs-increased (33)", "reach": "Invoice (34) CreditNote (33) ExceptionNotification (33)", "": "",
	} {
		if got := strings.Join(group(by), " "); got != want {
			t.Errorf("by %q: %s, want %s", by, got, want)
		}
	}
	if got := group("component"); len(got) != 20 || got[0] != "cac:TransportationServiceDescriptionType0 (5)" {
		t.Errorf("by component: %q", got)
	}
	choose(tab, "level", "break")
	if got := ask[[]string](tab, heads); len(got) != 7 {
		t.Errorf("with a filter: %q", got)
	}
	if got := ask[int](tab, `document.querySelectorAll("#list article").length`); got != 100 {
		t.Errorf("%d changes are in groups", got)
	}
}

// TestTheAddressHasTheFilters opens what another tab shows, by its address, and
// a single change by its own.
func TestTheAddressHasTheFilters(t *testing.T) {
	tab := newTab(t)
	file := many(t, 100)
	tab.open(file)
	choose(tab, "level", "risk")
	choose(tab, "operation", "CreditNote")
	enter(tab, "scheme5")
	want, hash := ask[string](tab, live), ask[string](tab, `location.hash`)
	if !strings.Contains(hash, "level=risk") || !strings.Contains(hash, "search=scheme5") || !strings.Contains(hash, "CreditNote") {
		t.Errorf("the address ends in %q", hash)
	}
	other := newTab(t)
	other.open(file + "") // the address of the file, and then of the view
	ask[bool](other, fmt.Sprintf(`location.hash = %q, true`, hash))
	ask[bool](other, `new Promise(done => setTimeout(() => done(true), 100))`)
	if got := ask[string](other, live); got != want {
		t.Errorf("the other tab shows %q, not %q", got, want)
	}
	ask[bool](other, `location.hash = "#c-000000000001", true`)
	ask[bool](other, `new Promise(done => setTimeout(() => done(true), 100))`)
	if !ask[bool](other, `(a => a.checkVisibility() && a.querySelector("details").open)(document.getElementById("c-000000000001"))`) {
		t.Error("the address of a change does not open it")
	}
}

// TestAcceptCommands copies the command for one change and that for all shown.
func TestAcceptCommands(t *testing.T) {
	tab := newTab(t)
	tab.open(many(t, 100))
	ask[bool](tab, `window.copied = [], Object.defineProperty(navigator, "clipboard", {value: {writeText: s => (copied.push(s), Promise.resolve())}}), true`)
	ask[bool](tab, `document.querySelector("article details").open = true`)
	ask[bool](tab, `new Promise(done => setTimeout(() => done(true), 100))`)
	ask[bool](tab, `document.querySelector("article .accept button").click(), true`)
	enter(tab, "scheme9")
	ask[bool](tab, `document.getElementById("copy").click(), true`)
	got := ask[[]string](tab, `copied`)
	want := []string{
		"wbxgen accept 000000000000 'old dir' new --reason ''",
		"wbxgen accept 00000000005a 00000000005b 00000000005c 00000000005d 00000000005e 00000000005f 000000000060 000000000061 000000000062 'old dir' new --reason ''",
	}
	if fmt.Sprint(got) != fmt.Sprint(want) {
		t.Errorf("copied:\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	enter(tab, "agreed")
	if ask[bool](tab, `document.getElementById("copy").checkVisibility()`) {
		t.Error("what is accepted is offered to be accepted")
	}
}

// TestManyChangesFitTheWindow opens them all at the widths of a desk and a phone:
// nothing scrolls sideways, names break at their parts, and axe finds no barrier.
func TestManyChangesFitTheWindow(t *testing.T) {
	source := axe(t)
	eachSize(t, func(t *tab, _ string, n int) {
		for _, s := range []screen{{1280, 900, "light"}, {390, 844, "dark"}} {
			t.resize(s)
			ask[bool](t, openAll)
			if got := ask[int64](t, `document.documentElement.scrollWidth`); got > s.width {
				t.Errorf("the page is %d wide in a window of %d", got, s.width)
			}
			if n > 100 {
				// What is beyond some hundred changes differs in words only.
				ask[bool](t, `[...document.querySelectorAll("article")].slice(100).forEach(a => a.remove()), true`)
			}
			for _, v := range violations(t, source) {
				t.Errorf("%s: %s: %s (%s): %s", s, v.Impact, v.Help, v.ID, strings.Join(v.Nodes, " "))
			}
		}
	})
}

// TestOperationsHideWhereThereAreNone reads all that a page on a format of
// documents says.
func TestOperationsHideWhereThereAreNone(t *testing.T) {
	tab := newTab(t)
	tab.open(many(t, 10))
	ask[bool](tab, openAll)
	words := strings.ToLower(ask[string](tab, `document.body.innerText`))
	for _, word := range []string{"operation", "request ", "response", "client", "server", "go code"} {
		if strings.Contains(words, word) {
			t.Errorf("the page says %q", word)
		}
	}
	for _, word := range []string{"old documents under the new schema", "new documents for old readers", "root", "writer of invoice", "readers"} {
		if !strings.Contains(words, word) {
			t.Errorf("the page does not say %q", word)
		}
	}
}

// TestPrintShowsWhatIsFolded prints what the filters leave.
func TestPrintShowsWhatIsFolded(t *testing.T) {
	tab := newTab(t)
	tab.open(many(t, 10))
	ask[bool](tab, `dispatchEvent(new Event("beforeprint")), true`)
	if open := ask[int](tab, `document.querySelectorAll("article > details[open]").length`); open != 10 {
		t.Errorf("%d of 10 changes are open on paper", open)
	}
	ask[bool](tab, `dispatchEvent(new Event("afterprint")), true`)
	if open := ask[int](tab, `document.querySelectorAll("article > details[open]").length`); open != 0 {
		t.Errorf("%d changes stay open", open)
	}
}
