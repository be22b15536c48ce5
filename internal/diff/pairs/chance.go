package pairs

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/wbxgen/wbxgen/internal/diff"
	"github.com/wbxgen/wbxgen/internal/diff/change"
	"github.com/wbxgen/wbxgen/internal/judge"
	"github.com/wbxgen/wbxgen/internal/sample"
	"github.com/wbxgen/wbxgen/internal/validate"
	"github.com/wbxgen/wbxgen/internal/xsd"
	"github.com/wbxgen/wbxgen/internal/xsd/content"
)

// Chance holds breaks against Xerces: their witnesses, and random documents that
// go where the change is. A break that neither shows is none.
type Chance struct {
	sides   [2]*diff.Side
	judges  [2]Judges
	writers [2]*sample.Writer
	valid   [2]*validate.Validator
	// Documents is how many are made for each break.
	Documents int
}

// Judges are what Xerces makes of a version: as it is, and with the namespaces of
// the other one in place of those that were renamed.
type Judges struct{ Own, Across *judge.Schema }

// of returns the judge of a document of the other version: that a namespace has
// another name is a change of its own.
func (j Judges) of(c *change.Change) *judge.Schema {
	if c.ID == change.NamespaceChanged {
		return j.Own
	}
	return j.Across
}

// NewChance holds breaks between two versions against their judges.
func NewChance(old, now *diff.Side, judges [2]Judges, documents int) *Chance {
	c := &Chance{sides: [2]*diff.Side{old, now}, judges: judges, Documents: documents}
	for i, s := range c.sides {
		c.writers[i], c.valid[i] = sample.New(s.Schema), validate.New(s.Schema, validate.Options{})
	}
	return c
}

// Tally counts breaks, one for each direction of a change.
type Tally struct {
	Breaks int
	// Shown are those of which a random document is refused, Quiet those of
	// which none is, and Unreached those that none could be made for.
	Shown, Quiet, Unreached int
	Random, Refused         int // documents
	Notes                   []string
}

// Add adds up.
func (t *Tally) Add(s Tally) {
	t.Breaks, t.Shown, t.Quiet, t.Unreached = t.Breaks+s.Breaks, t.Shown+s.Shown, t.Quiet+s.Quiet, t.Unreached+s.Unreached
	t.Random, t.Refused, t.Notes = t.Random+s.Random, t.Refused+s.Refused, append(t.Notes, s.Notes...)
}

// String writes the counts.
func (t Tally) String() string {
	return fmt.Sprintf("%d breaks: %d shown by random documents, %d by their witness alone, %d of these without a random document; %d of %d random documents refused",
		t.Breaks, t.Shown, t.Quiet, t.Unreached, t.Refused, t.Random)
}

// Check looks at the breaks of a change for readers that validate.
func (c *Chance) Check(t *testing.T, one *change.Change) Tally {
	t.Helper()
	var out Tally
	for d, level := range []change.Level{one.Severity.Request, one.Severity.Strict} {
		if direction := change.Direction(d); level == change.Break && len(one.Operations) > 0 {
			out.Add(c.direction(t, one, direction))
		}
	}
	return out
}

// maxSeeds bounds how many documents are made for one that is valid.
const maxSeeds = 4

func (c *Chance) direction(t *testing.T, one *change.Change, d change.Direction) Tally {
	t.Helper()
	out := Tally{Breaks: 1}
	proven := c.proven(t, one, d)
	for seed := range uint64(maxSeeds * c.Documents) {
		if out.Random == c.Documents {
			break
		}
		root := c.root(one, d, int(seed))
		if root == nil {
			break
		}
		document, ok := c.random(t, root, one, d, seed)
		if !ok {
			continue
		}
		out.Random++
		if c.judges[1-d].of(one).Refuses(t, document) {
			out.Refused++
		}
	}
	if out.Refused > 0 {
		out.Shown = 1
		return out
	}
	out.Quiet = 1
	if out.Random == 0 {
		out.Unreached = 1
	}
	if !proven {
		t.Errorf("%s at %s: no document shows the break of a %s", one.ID, one.Component, d)
	}
	out.Notes = []string{fmt.Sprintf("%s at %s, %s, %d documents", one.ID, one.Component.Display(), d, out.Random)}
	return out
}

// proven reports whether Xerces confirms the witness of a direction.
func (c *Chance) proven(t *testing.T, one *change.Change, d change.Direction) bool {
	t.Helper()
	for _, w := range one.Witnesses {
		if w.Direction != d {
			continue
		}
		valid, invalid := c.judges[0], c.judges[1]
		if w.ValidUnder == c.sides[1].Label {
			valid, invalid = invalid, valid
		}
		if err := valid.Own.Validate([]byte(w.XML)); err != nil {
			t.Errorf("%s at %s: under %s: %v\n%s", one.ID, one.Component, w.ValidUnder, err, w.XML)
		}
		if !invalid.of(one).Refuses(t, []byte(w.XML)) {
			t.Errorf("%s at %s: valid under %s as well\n%s", one.ID, one.Component, w.InvalidUnder, w.XML)
			return false
		}
		return true
	}
	t.Errorf("%s at %s: the break of a %s has no witness", one.ID, one.Component, d)
	return false
}

// root returns an element that starts documents of a direction in which a change
// shows, another one for each number: the nearest first.
func (c *Chance) root(one *change.Change, d change.Direction, n int) *xsd.ElementDecl {
	side := c.sides[d]
	if side.Enveloped() {
		return side.Schema.Element(side.Profile.Envelope().Root)
	}
	list := slices.DeleteFunc(slices.Clone(one.Operations), func(r change.Reach) bool { return r.Direction != d || r.ViaType })
	slices.SortStableFunc(list, func(a, b change.Reach) int {
		return cmp.Compare(strings.Count(one.Path(a), "/"), strings.Count(one.Path(b), "/"))
	})
	if len(list) == 0 {
		return nil
	}
	name := list[n%min(len(list), 4)].Operation
	for _, e := range side.Schema.Elements() {
		if side.StartsDocuments(e) && side.RootName(e) == name && !e.Abstract {
			return e
		}
	}
	return nil
}

// random returns a document of a root that goes where the change is. Where a
// change came up in several places, each gets its share.
func (c *Chance) random(t *testing.T, root *xsd.ElementDecl, one *change.Change, d change.Direction, seed uint64) ([]byte, bool) {
	t.Helper()
	w := c.writers[d]
	var target xsd.Component
	if list := one.Site.Holders; len(list) > 0 {
		target = placeIn(list[int(seed)%len(list)], d, seed/2%2 == 1)
	}
	if !w.Toward(target, root) {
		return nil, false
	}
	document, ok := w.Document(root, seed)
	ok = ok && c.valid[d].ValidateBytes(document, "").Outcome() == validate.Valid
	return document, ok && !c.judges[d].Own.Refuses(t, document)
}

// placeIn returns the holder of a change in the version that writes, or the last
// element on the way from there to the change; with around set the one before it,
// in which the last may be missing.
func placeIn(h change.Holder, d change.Direction, around bool) xsd.Component {
	at, step := h.Old, h.OldStep
	if d == change.Response {
		at, step = h.New, h.Step
	}
	target, _ := at.(xsd.Component)
	before := target
	for name := range strings.SplitSeq(step, "/") {
		e := childOf(target, name)
		if e == nil {
			break
		}
		before, target = target, e
	}
	if around {
		return before
	}
	return target
}

// childOf returns the child element of that name, nil for none.
func childOf(c xsd.Component, name string) *xsd.ElementDecl {
	if e, ok := c.(*xsd.ElementDecl); ok {
		c = e.Type
	}
	var found *xsd.ElementDecl
	if t, ok := c.(*xsd.ComplexType); ok {
		content.Tree(t.Content.Particle).Elements(func(k *content.Node) {
			if found == nil && k.Elem.Name.Local == name {
				found = k.Elem
			}
		})
	}
	return found
}
