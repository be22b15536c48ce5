package report

import (
	"bytes"
	"strings"
	"testing"

	"github.com/wbxgen/wbxgen/internal/diff/change"
)

// TestEachFormatSaysThatAVersionIsIncomplete: with changes and without, or what
// was not compared reads as if it had not changed.
func TestEachFormatSaysThatAVersionIsIncomplete(t *testing.T) {
	whole := sample()
	whole.Old.Errors = 2
	empty := &change.Result{Old: whole.Old, New: whole.New}
	said := "1.0 is incomplete: its schema has 2 errors, and what is left out for that counts as if it were not there."
	inMarkdown := strings.ReplaceAll(said, "1.0 is", `1\.0 is`)
	check := func(name, text string) {
		t.Helper()
		if !strings.Contains(text, said) && !strings.Contains(text, inMarkdown) && !strings.Contains(text, `"errors": 2`) {
			t.Errorf("%s does not say it:\n%s", name, text)
		}
	}
	for _, r := range []*change.Result{whole, empty} {
		for _, format := range Formats() {
			var b bytes.Buffer
			if err := Write(&b, format, r, Options{}); err != nil {
				t.Fatal(err)
			}
			check(format, b.String())
		}
		for _, format := range ChangelogFormats() {
			var b bytes.Buffer
			if err := Changelog(&b, format, change.NewChain([]*change.Result{r}, r), false, Options{}); err != nil {
				t.Fatal(err)
			}
			check("changelog as "+format, b.String())
		}
	}
	for _, format := range Formats() {
		var b bytes.Buffer
		if err := Write(&b, format, sample(), Options{}); err != nil || strings.Contains(b.String(), "incomplete") || strings.Contains(b.String(), `"errors"`) {
			t.Errorf("%s says it of whole versions: %v", format, err)
		}
	}
}
