package browser

import (
	"fmt"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// openAll opens all that can be folded.
const openAll = `document.querySelectorAll("details").forEach(d => d.open = true), true`

// TestPageIsSilentAndAlone uses the page and wants it to ask for nothing but
// itself and to say nothing on the console.
func TestPageIsSilentAndAlone(t *testing.T) {
	for _, r := range reports {
		t.Run(r.name, func(t *testing.T) {
			tab := newTab(t)
			tab.open(pageOf(r.name))
			choose(tab, "level", options(tab, "level")[0].Value)
			for _, id := range []string{"unfold", "clear", "toggle"} {
				ask[bool](tab, fmt.Sprintf(`document.getElementById(%q).click(), true`, id))
			}
			ask[bool](tab, `new Promise(done => setTimeout(() => done(true), 300))`)
			requests, console := tab.noted()
			for _, request := range requests {
				if request != address(pageOf(r.name)) && !strings.HasPrefix(request, "data:") {
					t.Errorf("a request for %s", request)
				}
			}
			if len(requests) == 0 {
				t.Error("not even the page itself was asked for")
			}
			for _, line := range console {
				t.Errorf("console: %s", line)
			}
		})
	}
}

// TestRequestsAndMessagesAreNoticed holds the test above to a page that is
// neither silent nor alone.
func TestRequestsAndMessagesAreNoticed(t *testing.T) {
	tab := newTab(t)
	tab.open(write(t, `<!DOCTYPE html><title>t</title><img src="missing.png"><script>console.warn("w"); setTimeout(() => nothing(), 0)</script>`))
	ask[bool](tab, `new Promise(done => setTimeout(() => done(true), 300))`)
	requests, console := tab.noted()
	if got := strings.Join(requests, " "); !strings.Contains(got, "missing.png") {
		t.Errorf("requests: %s", got)
	}
	if got := strings.Join(console, " "); !strings.Contains(got, "console.warning") || !strings.Contains(got, "Uncaught") || !strings.Contains(got, "error: ") {
		t.Errorf("console: %s", got)
	}
}

// TestPageReadsWithoutScript turns scripts off: all changes show, with what can
// be opened, and no filter that would do nothing.
func TestPageReadsWithoutScript(t *testing.T) {
	for _, r := range reports {
		t.Run(r.name, func(t *testing.T) {
			tab := newTab(t)
			if _, err := chromedp.Call(tab.ctx, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: true}); err != nil {
				t.Fatal(err)
			}
			tab.open(pageOf(r.name))
			all, shown := ask[int](tab, `document.querySelectorAll("article").length`), ask[int](tab, visible)
			if all == 0 || shown != all {
				t.Errorf("%d of %d changes show", shown, all)
			}
			if ask[bool](tab, `document.getElementById("filter").checkVisibility()`) {
				t.Error("the filters show, though they do nothing")
			}
			tab.do(chromedp.Click(chromedp.CSS("article summary")))
			tab.do(chromedp.Click(chromedp.CSS("article details details summary")))
			if !ask[bool](tab, `document.querySelector("article details").open && document.querySelector("article details pre").checkVisibility()`) {
				t.Error("what is folded does not open")
			}
		})
	}
}

// TestPageWorksByKeyboard reaches filters and folded parts with the tabulator
// key, and uses them with others.
func TestPageWorksByKeyboard(t *testing.T) {
	each(t, func(t *tab) {
		t.press(kb.Tab)
		if got := ask[string](t, `document.activeElement.className`); got != "skip" {
			t.Errorf("the first stop is %q, not the link that skips", got)
		}
		all := ask[string](t, live)
		for _, filter := range []string{"operation", "direction", "level", "rule"} {
			tabTo(t, "#by-"+filter)
			for range options(t, filter) {
				t.press(kb.ArrowDown)
			}
			if ask[string](t, `document.activeElement.value`) == "" {
				t.Errorf("arrow keys do not change the filter by %s", filter)
			}
		}
		if filtered := ask[string](t, live); filtered == all {
			t.Errorf("filtering by keyboard leaves %q", filtered)
		}
		tabTo(t, "#clear")
		t.press(kb.Enter)
		tabTo(t, "article summary")
		t.press(kb.Enter)
		if !ask[bool](t, `document.activeElement.parentElement.open`) {
			t.Error("Enter does not open the details")
		}
	})
}

// tabTo goes on to an element that fits a selector.
func tabTo(t *tab, selector string) {
	t.Helper()
	for range 60 {
		t.press(kb.Tab)
		checkStop(t)
		if ask[bool](t, fmt.Sprintf(`document.activeElement.matches(%q)`, selector)) {
			return
		}
	}
	t.Fatalf("no way to %s with the tabulator key", selector)
}

// checkStop checks that what has the focus shows it, and is not under the bar.
func checkStop(t *tab) {
	t.Helper()
	if !ask[bool](t, `getComputedStyle(document.activeElement).outlineStyle !== "none"`) {
		t.Errorf("the focus does not show on %s", ask[string](t, `document.activeElement.outerHTML.slice(0, 100)`))
	}
	if ask[bool](t, `(e => e.closest("article") !== null && e.getBoundingClientRect().top < document.querySelector(".bar").getBoundingClientRect().bottom)(document.activeElement)`) {
		t.Errorf("the bar is over %s", ask[string](t, `document.activeElement.outerHTML.slice(0, 100)`))
	}
}

// TestBarHidesNoStop goes back to stops that are under the bar at first.
func TestBarHidesNoStop(t *testing.T) {
	each(t, func(t *tab) {
		for n := 10; n < 20; n++ {
			ask[bool](t, fmt.Sprintf(`(list => {
				list[%[1]d].focus({preventScroll: true});
				scrollBy(0, list[%[1]d - 1].getBoundingClientRect().top - 10);
				return true;
			})([...document.querySelectorAll("article summary, article a")].filter(e => e.checkVisibility()))`, n))
			t.press(kb.Tab, chromedp.KeyModifiers(chromedp.ModifierShift))
			checkStop(t)
		}
	})
}

// TestNarrowPageDoesNotScrollSideways opens everything at the widths of phones.
func TestNarrowPageDoesNotScrollSideways(t *testing.T) {
	each(t, func(t *tab) {
		for _, width := range []int64{390, 320} {
			t.resize(screen{width, 844, "light"})
			ask[bool](t, openAll)
			for _, more := range []string{`true`, `document.getElementById("toggle").click(), true`} {
				ask[bool](t, more)
				if got := ask[int64](t, `document.documentElement.scrollWidth`); got > width {
					t.Errorf("the page is %d wide in a window of %d", got, width)
				}
			}
			if !ask[bool](t, `document.getElementById("by-rule").checkVisibility()`) {
				t.Errorf("the button does not bring up the filters at a width of %d", width)
			}
			ask[bool](t, `document.getElementById("toggle").click(), true`)
		}
	})
}
