package report

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"regexp"
	"strings"
	"testing"

	"github.com/wbxgen/wbxgen/internal/diff/change"
)

func htmlOf(t *testing.T, r *change.Result, o Options) string {
	t.Helper()
	var out bytes.Buffer
	if err := HTML(&out, r, o); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

// TestPageIsWellFormed reads the page as XML, which it is as well, and checks
// what assistive technology and a page without network need of it.
func TestPageIsWellFormed(t *testing.T) {
	chain := webexChain(t, "40.1.0", "40.1.2", "40.4.3")
	for name, page := range map[string]string{
		"sample":  htmlOf(t, sample(), Options{}),
		"nothing": htmlOf(t, &change.Result{Old: change.Version{Label: "1"}, New: change.Version{Label: "2"}}, Options{}),
		"chain":   htmlOf(t, chain.Direct, Options{Chain: chain, Strict: true}),
	} {
		t.Run(name, func(t *testing.T) { checkPage(t, page) })
	}
}

func checkPage(t *testing.T, page string) {
	t.Helper()
	ids, refs := map[string]bool{}, map[string]bool{}
	d := xml.NewDecoder(strings.NewReader(page))
	d.Entity = xml.HTMLEntity
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			t.Fatal(err)
		}
		e, ok := token.(xml.StartElement)
		if !ok {
			continue
		}
		for _, a := range e.Attr {
			switch a.Name.Local {
			case "id":
				if ids[a.Value] {
					t.Errorf("the ID %s is there twice", a.Value)
				}
				ids[a.Value] = true
			case "for", "aria-labelledby":
				refs[a.Value] = true
			case "href":
				if target, ok := strings.CutPrefix(a.Value, "#"); ok {
					refs[target] = true
				} else if a.Value != "data:," {
					t.Errorf("a link to %s", a.Value)
				}
			case "src", "style", "onclick":
				t.Errorf("an attribute %s on %s", a.Name.Local, e.Name.Local)
			}
		}
	}
	for ref := range refs {
		if !ids[ref] {
			t.Errorf("nothing has the ID %s", ref)
		}
	}
	if regexp.MustCompile(`https?://[^"<]*"`).MatchString(strings.ReplaceAll(page, "&#34;", "")) {
		t.Error("the page names an address outside itself in an attribute")
	}
}

func TestPageEscapesWhatDocumentsSay(t *testing.T) {
	r := sample()
	r.Changes[0].Component.Path = `</script><img src=x onerror="alert(1)">`
	r.Changes[0].New.Text = `"><script>alert(1)</script>`
	page := htmlOf(t, r, Options{})
	if strings.Contains(page, "<img") || strings.Count(page, "<script>") != 1 {
		t.Error("text from a document is markup in the page")
	}
}

func TestExcerptsShowTheLine(t *testing.T) {
	source := strings.Repeat("line\n", 213) + "\t<here/>\nafter\n"
	page := htmlOf(t, sample(), Options{Read: func(file string) ([]byte, error) {
		if file != "user.xsd" {
			return nil, errors.New("no such file")
		}
		return []byte(source), nil
	}})
	if !strings.Contains(page, "<i>214 </i>    <mark>&lt;here/&gt;</mark>\n<i>215 </i>after") {
		t.Error("the line is not marked in its excerpt")
	}
}

func TestPageLeadsWithTheVerdict(t *testing.T) {
	of := func(hidden int, levels ...change.Level) *change.Result {
		r := &change.Result{Hidden: hidden, Old: change.Version{Digest: digest("1")}}
		for _, l := range levels {
			r.Changes = append(r.Changes, change.Change{Severity: change.Severity{Request: l}})
		}
		return r
	}
	strict := of(0, change.Info)
	strict.Changes[0].Severity.Strict = change.Break
	for _, c := range []struct {
		result *change.Result
		strict bool
		want   string
	}{
		{of(0, change.Break, change.Break, change.Info), false, "2 of 3 changes break clients."},
		{of(0, change.Break), false, "The only change breaks clients."},
		{strict, true, "The only change breaks strict clients."},
		{of(0, change.Break, change.Risk), false, "1 of 2 changes breaks clients."},
		{of(0, change.Risk), false, "The only change is a risk to clients."},
		{of(0, change.Risk, change.Info), false, "None of the 2 changes breaks clients; 1 is a risk."},
		{of(0, change.Risk, change.Risk), false, "None of the 2 changes breaks clients; 2 are risks."},
		{of(0, change.Info, change.None), false, "None of the 2 changes breaks clients."},
		{of(2, change.Info), false, "The only change breaks no clients. Not shown: 2 changes."},
		{of(0), false, "No changes."},
		{of(1), false, "No changes to show; 1 change not shown."},
	} {
		if got := lead(c.result, c.result.Summary(c.strict), c.strict); got != c.want {
			t.Errorf("got %q, want %q", got, c.want)
		}
	}
}

// TestColoursContrast holds text against its background: 4.5 to 1 at least
// (WCAG 2.1, 1.4.3), in light and dark.
func TestColoursContrast(t *testing.T) {
	page := htmlOf(t, sample(), Options{})
	for i, root := range regexp.MustCompile(`:root\{[^}]*\}`).FindAllString(page, -1) {
		colour := map[string]string{}
		for _, m := range regexp.MustCompile(`--([a-z]+):#([0-9a-f]+)`).FindAllStringSubmatch(root, -1) {
			colour[m[1]] = m[2]
		}
		for _, pair := range [][2]string{
			{"fg", "bg"}, {"soft", "bg"}, {"link", "bg"}, {"fg", "card"}, {"soft", "card"}, {"link", "card"},
			{"fg", "panel"}, {"soft", "panel"}, {"fg", "mark"}, {"plus", "plusbg"},
			{"break", "breakbg"}, {"risk", "riskbg"}, {"info", "infobg"}, {"none", "nonebg"},
			{"break", "card"}, {"risk", "card"}, {"info", "card"}, {"none", "card"},
		} {
			if c := contrast(colour[pair[0]], colour[pair[1]]); c < 4.5 {
				t.Errorf("palette %d: %s on %s has the contrast %.2f", i, pair[0], pair[1], c)
			}
		}
	}
}
