package report

import (
	"strings"
	"testing"

	"github.com/wbxgen/wbxgen/internal/diff/change"
)

func TestHeadline(t *testing.T) {
	levels := map[byte]change.Level{'N': change.None, 'I': change.Info, 'R': change.Risk, 'B': change.Break}
	for _, c := range []struct {
		// A word for each change: request, response, strict response.
		changes          string
		strict           bool
		oldHold, newHold bool
		old, now         string
		step             change.GoLevel
	}{
		{"III", false, true, true, "no breaks (proven)", "no breaks (proven)", change.GoMinor},
		{"IIB", false, true, true, "no breaks (proven)", "no breaks (1 for readers that validate)", change.GoMinor},
		{"IIB", true, true, false, "no breaks (proven)", "1 break", change.GoMinor},
		{"BII BRR", false, false, true, "2 breaks", "no breaks, 1 risk", change.GoMajor},
		{"RBB IIB", false, false, false, "no breaks, 1 risk", "1 break (1 more for readers that validate)", change.GoMajor},
		{"NNN", false, false, false, "no breaks", "no breaks", change.GoPatch},
	} {
		r := &change.Result{Documents: true, OldHold: c.oldHold, NewHold: c.newHold}
		for _, word := range strings.Fields(c.changes) {
			r.Changes = append(r.Changes, change.Change{Severity: change.Severity{Request: levels[word[0]], Response: levels[word[1]], Strict: levels[word[2]]}})
		}
		want := []string{"Old documents under the new schema: " + c.old + ".", "New documents for old readers: " + c.now + "."}
		if got := headline(r, c.strict); strings.Join(got, "\n") != strings.Join(want, "\n") {
			t.Errorf("%s: got %q, want %q", c.changes, got, want)
		}
		if got := schemaStep(r); got != c.step {
			t.Errorf("%s: the step is %s, want %s", c.changes, got, c.step)
		}
	}
	if headline(&change.Result{}, false) != nil {
		t.Error("an API has a headline for documents")
	}
}

// TestHeadlineOfAVersionInAnAttribute: what sets all documents apart is said of all of
// them, and not counted with the rest.
func TestHeadlineOfAVersionInAnAttribute(t *testing.T) {
	at := func(path string, s change.Severity) change.Change {
		return change.Change{ID: change.FixedChanged, Severity: s, Operations: []change.Reach{{Operation: "r", Way: path, Count: 1}}}
	}
	breaks := change.Severity{Request: change.Break, Response: change.Break, Strict: change.Break}
	r := &change.Result{Documents: true, OldStamps: []string{"v"}, NewStamps: []string{"v"}, Changes: []change.Change{at("@v", breaks), at("a/@v", breaks)}}
	for i, line := range headline(r, false) {
		if !strings.HasSuffix(line, ": all break by @v; besides that 1 break.") {
			t.Errorf("line %d is %q", i, line)
		}
	}
	if old, _ := outlooks(r, false); outlookJSON(old) != (jsonOutlook{Break: 2, All: true}) {
		t.Errorf("JSON has %+v", outlookJSON(old))
	}
}

// TestRulesSpeakOfDocuments holds what rules say, in the words of documents,
// against the words that are of APIs.
func TestRulesSpeakOfDocuments(t *testing.T) {
	for _, r := range change.Rules() {
		if r.Area() == "operation" || r.ID == "envelope-changed" {
			continue // a format of documents has none
		}
		for _, text := range []string{r.What, r.Why, r.Advice()} {
			got := documentWords.prose(text)
			for _, word := range []string{"request", "response", "client", "server", "operation"} {
				if strings.Contains(got, word) {
					t.Errorf("%s says %q: %s", r.ID, word, got)
				}
			}
		}
	}
}
