package report

import (
	"fmt"
	"strings"

	"github.com/wbxgen/wbxgen/internal/diff/change"
)

// WitnessFiles returns the documents that prove what breaks as files, by names
// that depend on the changes alone: fingerprint and direction. Each says in a
// comment what it shows.
func WitnessFiles(r *change.Result, o Options) map[string][]byte {
	v := newViewer(r, o, func(s string) string { return s })
	files := map[string][]byte{}
	for i := range r.Changes {
		c := &r.Changes[i]
		for _, w := range v.shownWitnesses(c) {
			word, _, _ := strings.Cut(v.words.witness[w.Direction], " ")
			files[c.Fingerprint+"-"+word+".xml"] = v.witnessFile(c, w)
		}
	}
	return files
}

// shownWitnesses returns the witnesses of what breaks for the readers that the
// report is about.
func (v *viewer) shownWitnesses(c *change.Change) []change.Witness {
	var list []change.Witness
	for _, w := range c.Witnesses {
		if w.Direction == change.Response && c.Severity.Response != change.Break && !v.options.Strict {
			continue // strict readers alone break
		}
		list = append(list, w)
	}
	return list
}

// witnessFile lays a document out, after a comment on it. White space is put
// where no content model sees it.
func (v *viewer) witnessFile(c *change.Change, w change.Witness) []byte {
	p := proofOf(witness{Witness: w})
	said := fmt.Sprintf("%s %s: valid under %s, invalid under %s: %s", c.ID, c.Component.Display(), w.ValidUnder, w.InvalidUnder, p.Error)
	var b strings.Builder
	fmt.Fprintf(&b, "<!-- %s -->\n", strings.TrimSuffix(strings.ReplaceAll(clean(said), "--", "- -"), "-"))
	for _, l := range layOut(w.XML) {
		b.WriteString(l.Indent + l.Text + "\n")
	}
	return []byte(b.String())
}
