package browser

import (
	"bytes"
	"fmt"
	"strconv"
	"testing"

	"github.com/wbxgen/wbxgen/internal/diff/change"
	"github.com/wbxgen/wbxgen/internal/report"
)

// option is a value that a filter offers, with the count that it promises.
type option struct {
	Value, Text string
}

func (o option) String() string { return o.Text }

// visible counts the changes that show, and live is what assistive technology
// is told of it.
const visible = `[...document.querySelectorAll("article")].filter(a => a.checkVisibility()).length`

const live = `document.getElementById("count").textContent`

func options(t *tab, filter string) []option {
	t.Helper()
	list := ask[[]option](t, `[...document.querySelectorAll("#by-`+filter+` option")].filter(o => o.value).map(o => ({Value: o.value, Text: o.textContent}))`)
	if len(list) == 0 {
		t.Fatalf("the filter by %s offers nothing", filter)
	}
	return list
}

// choose selects a value as a person does, with the event that follows.
func choose(t *tab, filter, value string) {
	t.Helper()
	ask[bool](t, fmt.Sprintf(`(s => { s.value = %s; s.dispatchEvent(new Event("change", {bubbles: true})); return true })(document.getElementById("by-%s"))`, strconv.Quote(value), filter))
}

// TestFilters takes every value of every filter: as many changes show as the
// value promises, the live region says so, and each is one that the page's own
// words on it fit.
func TestFilters(t *testing.T) {
	fits := map[string]string{
		"operation": `(a, v) => a.querySelector(".reaches").textContent.includes(v + " ")`,
		"direction": `(a, v) => new RegExp(" " + v + "\\b").test(a.querySelector(".reaches").textContent)`,
		"level":     `(a, v) => a.querySelector("summary .tag").textContent === v`,
		"rule":      `(a, v) => a.querySelector(".facts a").textContent === v`,
	}
	each(t, func(t *tab) {
		all := ask[int](t, visible)
		for _, filter := range []string{"operation", "direction", "level", "rule"} {
			for _, o := range options(t, filter) {
				choose(t, filter, o.Value)
				shown := ask[int](t, visible)
				if want := fmt.Sprintf("%s (%d)", o.Value, shown); o.Text != want {
					t.Errorf("by %s: offered %q, shown %d", filter, o, shown)
				}
				if got, want := ask[string](t, live), fmt.Sprintf("%d of %d changes shown.", shown, all); got != want {
					t.Errorf("by %s: the live region says %q, want %q", filter, got, want)
				}
				if n := ask[int](t, fmt.Sprintf(`[...document.querySelectorAll("article")].filter(a => a.checkVisibility() !== (%s)(a, %q)).length`, fits[filter], o.Value)); n > 0 {
					t.Errorf("by %s %s: %d changes are shown or hidden wrongly", filter, o, n)
				}
			}
			choose(t, filter, "")
			if shown := ask[int](t, visible); shown != all {
				t.Errorf("%d of %d changes without a filter", shown, all)
			}
		}
	})
}

// TestFiltersCombine wants an operation and a direction to be those of one and
// the same place, not the operation of one and the direction of another.
func TestFiltersCombine(t *testing.T) {
	each(t, func(t *tab) {
		fewer := false
		for _, o := range options(t, "operation") {
			choose(t, "operation", o.Value)
			alone := ask[int](t, visible)
			for _, d := range options(t, "direction") {
				choose(t, "direction", d.Value)
				want := ask[int](t, fmt.Sprintf(`[...document.querySelectorAll(".reaches")].filter(l => new RegExp("\\b%s %s\\b").test(l.textContent)).length`, o.Value, d.Value))
				got := ask[int](t, visible)
				if got != want {
					t.Errorf("%s %s: %d changes shown, want %d", o.Value, d.Value, got, want)
				}
				fewer = fewer || got < alone
			}
			choose(t, "direction", "")
		}
		if !fewer {
			t.Error("no direction takes a change away")
		}
	})
}

func TestClearingFiltersShowsAll(t *testing.T) {
	each(t, func(t *tab) {
		all := ask[int](t, visible)
		choose(t, "operation", options(t, "operation")[0].Value)
		choose(t, "direction", options(t, "direction")[0].Value)
		ask[bool](t, `document.getElementById("clear").click(), true`)
		if shown := ask[int](t, visible); shown != all {
			t.Errorf("%d of %d changes after clearing", shown, all)
		}
		if got, want := ask[string](t, live), fmt.Sprintf("%d of %d changes shown.", all, all); got != want {
			t.Errorf("the live region says %q, want %q", got, want)
		}
	})
}

// TestLinksFilter follows the links that stand for a filter: the counts of
// levels on top and the operations in their table.
func TestLinksFilter(t *testing.T) {
	each(t, func(t *tab) {
		for _, by := range []string{"level", "operation"} {
			link := fmt.Sprintf(`document.querySelector("a[data-by=%s]")`, by)
			want := ask[string](t, link+`.dataset.value`)
			ask[bool](t, link+`.click(), true`)
			if got := ask[string](t, `document.getElementById("by-`+by+`").value`); got != want {
				t.Errorf("the filter by %s is %q, want %q", by, got, want)
			}
			if shown := ask[int](t, visible); shown == 0 {
				t.Errorf("by %s %s: nothing shown", by, want)
			}
		}
	})
}

func TestCountIsALiveRegion(t *testing.T) {
	each(t, func(t *tab) {
		if got := ask[string](t, `(c => c.role + " " + c.ariaLive)(document.getElementById("count"))`); got != "status polite" {
			t.Errorf("the count is %q", got)
		}
	})
}

// TestChangeOfAllOperationsFitsEach filters a change of what all operations
// share and one of a single operation.
func TestChangeOfAllOperationsFitsEach(t *testing.T) {
	r := &change.Result{Old: change.Version{Label: "1"}, New: change.Version{Label: "2"}, Changes: []change.Change{
		{ID: "element-became-optional", Fingerprint: "a", Operations: []change.Reach{{Operation: change.AllOperations, Way: "header"}}},
		{ID: "element-became-optional", Fingerprint: "b", Operations: []change.Reach{{Operation: "GetUser", Direction: change.Response}}},
	}}
	var page bytes.Buffer
	if err := report.HTML(&page, r, report.Options{}); err != nil {
		t.Fatal(err)
	}
	tab := newTab(t)
	tab.open(write(t, page.String()))
	for _, c := range []struct {
		operation, direction string
		want                 int
	}{
		{"GetUser", "", 2}, {"GetUser", "request", 1}, {"GetUser", "response", 1}, {"all operations", "", 1}, {"all operations", "response", 0}, {"", "response", 1},
	} {
		choose(tab, "operation", c.operation)
		choose(tab, "direction", c.direction)
		if got := ask[int](tab, visible); got != c.want {
			t.Errorf("%q %q: %d changes shown, want %d", c.operation, c.direction, got, c.want)
		}
	}
	if got := fmt.Sprint(options(tab, "operation")); got != "[GetUser (2) all operations (1)]" {
		t.Errorf("offered: %s", got)
	}
}
