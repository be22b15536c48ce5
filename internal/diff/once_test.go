package diff_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/wbxgen/wbxgen/internal/diff/change"
	"github.com/wbxgen/wbxgen/internal/diff/pairs"
)

// bounds are those of an element, as minOccurs and maxOccurs have them.
func bounds(least, most int) string {
	max := fmt.Sprint(most)
	if most < 0 {
		max = "unbounded"
	}
	return fmt.Sprintf(` minOccurs="%d" maxOccurs="%s"`, least, max)
}

// TestBothBoundsAreOneChange takes an element from all bounds to all others: that
// is one change, and each direction is a break just where what one side may write
// the other refuses.
func TestBothBoundsAreOneChange(t *testing.T) {
	all := [][2]int{{0, 1}, {1, 1}, {0, -1}, {1, -1}, {2, 3}, {2, -1}, {0, 3}, {3, 3}}
	within := func(a, b [2]int) bool { return a[0] >= b[0] && (b[1] < 0 || a[1] >= 0 && a[1] <= b[1]) }
	for _, o := range all {
		for _, n := range all {
			if o == n {
				continue
			}
			schema := func(b [2]int) string {
				return rooted(`<xs:sequence><xs:element name="x" type="xs:string"`+bounds(b[0], b[1])+`/></xs:sequence>`, "")
			}
			r := compared(t, schema(o), schema(n))
			if len(r.Changes) != 1 {
				t.Errorf("%v to %v:\n%s", o, n, pairs.Describe(r))
				continue
			}
			s := r.Changes[0].Severity
			if (s.Request == change.Break) == within(o, n) || (s.Strict == change.Break) == within(n, o) {
				t.Errorf("%v to %v:\n%s", o, n, pairs.Describe(r))
			}
		}
	}
}

// TestValuesThatComeAreOneChange adds values to an enumeration that is used in
// places.
func TestValuesThatComeAreOneChange(t *testing.T) {
	for n := 1; n <= 40; n += 13 {
		r := compared(t, enumerating([]string{"kept"}), enumerating(append(namesOf("come", n), "kept")))
		if len(r.Changes) != 1 || r.Changes[0].ID != change.EnumValueAdded {
			t.Fatalf("%d values: %s", n, pairs.Describe(r))
		}
		v := r.Changes[0].New
		if n == 1 && v.List != nil || n > 1 && !slices.Equal(v.List, namesOf("come", n)) {
			t.Errorf("%d values are listed as %v", n, v.List)
		}
		// Their order is none of a fingerprint's business.
		turned := namesOf("come", n)
		slices.Reverse(turned)
		if s := compared(t, enumerating([]string{"kept"}), enumerating(append(turned, "kept"))); s.Changes[0].Fingerprint != r.Changes[0].Fingerprint {
			t.Errorf("%d values in another order have another fingerprint", n)
		}
	}
}

// TestAConstraintThatChangedIsOneChange edits keys and references under their
// names.
func TestAConstraintThatChangedIsOneChange(t *testing.T) {
	lines := `<xs:complexType><xs:sequence><xs:element name="line" maxOccurs="unbounded" form="unqualified"><xs:complexType>` +
		`<xs:attribute name="a" type="xs:string"/><xs:attribute name="b" type="xs:string"/></xs:complexType></xs:element></xs:sequence></xs:complexType>`
	schema := func(constraints string) string {
		return `<xs:element name="r">` + lines + constraints + `</xs:element>`
	}
	constraint := func(kind, name, field string) string {
		refer := ""
		if kind == "keyref" {
			refer = ` refer="k"`
		}
		return `<xs:` + kind + ` name="` + name + `"` + refer + `><xs:selector xpath="line"/><xs:field xpath="@` + field + `"/></xs:` + kind + `>`
	}
	for _, kind := range []string{"unique", "key", "keyref"} {
		key := constraint("unique", "k", "a")
		r := compared(t, schema(key+constraint(kind, "c", "a")), schema(key+constraint(kind, "c", "b")))
		if len(r.Changes) != 1 || r.Changes[0].ID != change.IdentityConstraintChanged {
			t.Errorf("%s: %s", kind, pairs.Describe(r))
			continue
		}
		for _, w := range r.Changes[0].Witnesses {
			if !strings.Contains(w.Error, `c"`) {
				t.Errorf("%s: the witness %s is about something else: %s", kind, w.XML, w.Error)
			}
		}
		both := compared(t, schema(key+constraint(kind, "old", "a")), schema(key+constraint(kind, "new", "b")))
		if len(find(both, change.IdentityConstraintAdded)) != 1 || len(find(both, change.IdentityConstraintRemoved)) != 1 {
			t.Errorf("%s of another name: %s", kind, pairs.Describe(both))
		}
	}
}
