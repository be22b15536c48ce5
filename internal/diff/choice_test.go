package diff_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/wbxgen/wbxgen/internal/diff"
	"github.com/wbxgen/wbxgen/internal/diff/change"
	"github.com/wbxgen/wbxgen/internal/diff/pairs"
	"github.com/wbxgen/wbxgen/internal/inclusion"
	"github.com/wbxgen/wbxgen/internal/xsd"
)

// grouped is a schema whose root has a group of elements with those bounds, ones
// beside it.
func grouped(compositor string, group [2]int, members []string, each [2]int) string {
	var b strings.Builder
	for _, name := range members {
		fmt.Fprintf(&b, `<xs:element name="%s" form="unqualified" type="xs:string"%s/>`, name, bounds(each[0], each[1]))
	}
	return rooted(fmt.Sprintf(`<xs:sequence><xs:element name="first" form="unqualified" type="xs:string" minOccurs="0"/><xs:%s%s>%s</xs:%[1]s></xs:sequence>`,
		compositor, bounds(group[0], group[1]), b.String()), "")
}

// TestSequencesAndChoicesAreJudgedByWhatTheyAccept goes from sequences of elements
// with all bounds to choices with all bounds, and back, one branch more or less
// included: old documents break where inclusion fails, and readers that validate
// likewise. No change says that an element has other bounds where the group around
// it gives it the same.
func TestSequencesAndChoicesAreJudgedByWhatTheyAccept(t *testing.T) {
	all := [][2]int{{0, 1}, {1, 1}, {0, -1}, {1, -1}}
	for _, each := range all {
		for _, group := range all {
			for _, members := range []string{"a b", "a b c", "b c"} {
				sequence := grouped("sequence", [2]int{1, 1}, []string{"a", "b"}, each)
				choice := grouped("choice", group, strings.Fields(members), [2]int{1, 1})
				for name, way := range map[string][2]string{"there": {sequence, choice}, "back": {choice, sequence}} {
					checkAgainstInclusion(t, fmt.Sprintf("each %v, choice %v of %s, %s", each, group, members, name), way[0], way[1])
				}
			}
		}
	}
}

// checkAgainstInclusion compares two schemas and holds the worst levels against
// inclusion between the types of their roots.
func checkAgainstInclusion(t *testing.T, what, old, now string) {
	t.Helper()
	r := compared(t, old, now)
	c := diff.Compare(diff.NewSide("old", schemaOf(t, old), nil), diff.NewSide("new", schemaOf(t, now), nil), diff.Options{})
	root := func(s *diff.Side) *xsd.ElementDecl { return s.Schema.Element(xsd.QName{Space: "urn:t", Local: "r"}) }
	var worst change.Severity
	for _, c := range r.Changes {
		worst = worst.Merge(c.Severity)
		if c.Severity.Request == change.Risk && c.Reason == change.Unproven || c.Severity.Strict == change.Risk && c.Reason == change.Unproven {
			t.Errorf("%s: %s is not proven", what, c.ID)
		}
	}
	onward, back := c.Prover(false).Declared(root(c.Old), root(c.New)), c.Prover(true).Declared(root(c.New), root(c.Old))
	if (worst.Request == change.Break) != (onward == inclusion.Fails) || (worst.Strict == change.Break) != (back == inclusion.Fails) {
		t.Errorf("%s: inclusion says %d, and back %d\n%s", what, onward, back, pairs.Describe(r))
	}
}

// TestAnElementBesideAChoiceThatItWasIn takes an element out of a choice of
// optional elements, with all bounds, and puts it into one: its bounds have changed
// where those of the group do not give it the same.
func TestAnElementBesideAChoiceThatItWasIn(t *testing.T) {
	all := [][2]int{{0, 1}, {1, 1}, {0, -1}, {1, -1}}
	for _, each := range all {
		for _, group := range all {
			for _, alone := range all {
				choice := grouped("choice", group, []string{"a", "b", "c"}, each)
				single := grouped("sequence", [2]int{1, 1}, []string{"b"}, alone)
				for name, way := range map[string][2]string{"out": {choice, single}, "in": {single, choice}} {
					checkAgainstInclusion(t, fmt.Sprintf("choice %v of each %v, %v alone, %s", group, each, alone, name), way[0], way[1])
				}
			}
		}
	}
}

// TestAReaderMeetsRepeatedElements: where a choice that may not repeat becomes a
// sequence that may, or the other way round, readers meet elements repeated, whether
// they validate or not.
func TestAReaderMeetsRepeatedElements(t *testing.T) {
	for _, was := range []string{"choice", "sequence"} {
		is := map[string]string{"choice": "sequence", "sequence": "choice"}[was]
		for _, least := range []int{0, 1} {
			for _, most := range []int{1, 3, -1} {
				each := [2]int{1, 1}
				old, now := grouped(was, [2]int{least, 1}, []string{"a", "b"}, each), grouped(is, [2]int{least, most}, []string{"a", "b"}, each)
				found := find(compared(t, old, now), change.ID(was+"-to-"+is))
				if len(found) != 1 || most != 1 && found[0].Severity.Response != change.Break {
					t.Errorf("%s %d..1 to %s %d..%d: %v", was, least, is, least, most, found)
				}
			}
		}
	}
}
