package witness

import (
	"bytes"

	"github.com/wbxgen/wbxgen/internal/diff"
	"github.com/wbxgen/wbxgen/internal/diff/reach"
	"github.com/wbxgen/wbxgen/internal/inclusion"
	"github.com/wbxgen/wbxgen/internal/sample"
	"github.com/wbxgen/wbxgen/internal/validate"
	"github.com/wbxgen/wbxgen/internal/xsd"
)

// version is one of the two versions: what it is, and what makes and judges
// documents of it.
type version struct {
	*vocabulary
	graph  *reach.Graph
	toNew  *inclusion.Names // lead to the new version, nil in that one
	wraps  wraps            // between this version and the other
	orders map[xsd.Type]*order
	// Both are made when they are asked for: see [version.builder] and
	// [version.judge].
	made      *sample.Builder
	validator *validate.Validator
	// inOther reports whether the other version has a type.
	inOther func(xsd.Type) bool
}

// versionsOf returns both versions of a comparison.
func versionsOf(c *diff.Comparison, m *reach.Map) (old, now *version) {
	fromOld, fromNew := namesOf(c)
	old, now = newVersion(c.Old, m.Old, fromOld, c.New), newVersion(c.New, m.New, fromNew, c.Old)
	old.stamps, now.stamps = c.Stamps(false), c.Stamps(true)
	old.toNew = c.Names
	old.wraps, now.wraps = wrapsOf(c, old.vocabulary, now.vocabulary)
	return old, now
}

func newVersion(s *diff.Side, g *reach.Graph, n *names, other *diff.Side) *version {
	return &version{
		vocabulary: &vocabulary{side: s, hops: newHops(s.Schema), names: n}, graph: g, orders: map[xsd.Type]*order{},
		inOther: func(t xsd.Type) bool {
			return t.TypeName().IsZero() || other.Schema.Type(n.ofType(t.TypeName())) != nil
		},
	}
}

// maxProblems bounds what is heard of one document.
const maxProblems = 16

func (v *version) judge(text string) *validate.Result {
	if v.validator == nil {
		v.validator = validate.New(v.side.Schema, validate.Options{MaxErrors: maxProblems})
	}
	return v.validator.Validate(bytes.NewReader([]byte(text)), "")
}

// builder makes documents, of types that the other version has where that is
// possible.
func (v *version) builder() *sample.Builder {
	if v.made == nil {
		v.made = sample.NewBuilder(v.side.Schema, v.inOther)
	}
	return v.made
}

// language is the version as a language of elements in the names of the new
// one.
func (v *version) language() inclusion.Language { return v.side.Language(v.toNew) }

// order walks each type once: many elements of one can have moved.
func (v *version) order(t xsd.Type) *order {
	o, known := v.orders[t]
	if !known {
		o = newOrder(t)
		v.orders[t] = o
	}
	return o
}
