package browser

import (
	"os"
	"strings"
	"testing"
)

// violation is a rule of axe-core that a page breaks.
type violation struct {
	ID, Impact, Help string
	Nodes            []string
}

// axe returns the source of axe-core.
func axe(t *testing.T) string {
	t.Helper()
	file := os.Getenv("WBXGEN_AXE")
	if file == "" {
		missing(t, "WBXGEN_AXE does not name axe-core's axe.min.js")
	}
	source, err := os.ReadFile(file)
	if err != nil {
		missing(t, "axe-core: "+err.Error())
	}
	return string(source)
}

func violations(t *tab, source string) []violation {
	t.Helper()
	ask[bool](t, source+"\n;true")
	return ask[[]violation](t, `axe.run(document, {resultTypes: ["violations"]}).then(r => r.violations.map(v =>
		({ID: v.id, Impact: v.impact, Help: v.help, Nodes: v.nodes.slice(0, 3).map(n => n.html.slice(0, 200))})))`)
}

// TestPageHasNoBarriers runs all of axe-core's rules, with everything open.
func TestPageHasNoBarriers(t *testing.T) {
	source := axe(t)
	for _, s := range []screen{{1280, 900, "light"}, {1280, 900, "dark"}, {390, 844, "dark"}} {
		t.Run(s.String(), func(t *testing.T) {
			each(t, func(t *tab) {
				t.resize(s)
				ask[bool](t, openAll)
				for _, v := range violations(t, source) {
					t.Errorf("%s: %s (%s): %s", v.Impact, v.Help, v.ID, strings.Join(v.Nodes, " "))
				}
			})
		})
	}
}

// TestBarriersAreNoticed holds the test above to a page that has some.
func TestBarriersAreNoticed(t *testing.T) {
	source := axe(t)
	tab := newTab(t)
	tab.open(write(t, `<!DOCTYPE html><html><title>t</title><p style="color:#aaa;background:#fff">pale</p><input type="text"></html>`))
	var found []string
	for _, v := range violations(tab, source) {
		found = append(found, v.ID)
	}
	for _, want := range []string{"color-contrast", "html-has-lang", "label"} {
		if !strings.Contains(strings.Join(found, " "), want) {
			t.Errorf("%s is not found, only %s", want, found)
		}
	}
}
