package diff_test

import (
	"fmt"
	"strings"
	"testing"
	"unicode"

	"github.com/wbxgen/wbxgen/internal/diff/change"
	"github.com/wbxgen/wbxgen/internal/diff/pairs"
)

// constrained is a schema whose lines, two elements below the root, are under a
// constraint, or under none.
func constrained(kind, name, selector, field string) string {
	constraint := ""
	if kind != "" {
		constraint = fmt.Sprintf(`<xs:%s name="%s"><xs:selector xpath="%s"/><xs:field xpath="%s"/></xs:%[1]s>`, kind, name, selector, field)
	}
	return `<xs:element name="r"><xs:complexType><xs:sequence><xs:element name="l" form="unqualified" minOccurs="0"><xs:complexType><xs:sequence>` +
		`<xs:element name="i" form="unqualified" minOccurs="0" maxOccurs="unbounded"><xs:complexType><xs:attribute name="id" type="xs:string"/><xs:attribute name="nr" type="xs:string"/></xs:complexType></xs:element>` +
		`</xs:sequence></xs:complexType></xs:element></xs:sequence></xs:complexType>` + constraint + `</xs:element>`
}

// TestConstraintsAreWhatTheyAsk goes from each constraint to each other one, under
// the same name and another: what breaks is what is asked and was not, and the name
// is nothing.
func TestConstraintsAreWhatTheyAsk(t *testing.T) {
	kinds, selectors := []string{"", "unique", "key"}, []string{"l/i", ".//i"}
	for _, was := range kinds {
		for _, is := range kinds {
			for _, selector := range selectors {
				for _, field := range []string{"@id", "@nr"} {
					for _, name := range []string{"c", "d"} {
						r := compared(t, constrained(was, "c", selector, "@id"), constrained(is, name, selector, field))
						changed, what := was != is || was != "" && field != "@id", fmt.Sprintf("%q to %q of %s %s as %s", was, is, selector, field, name)
						switch {
						case !changed && name == "c" || was == "" && is == "":
							if len(r.Changes) != 0 {
								t.Errorf("%s:\n%s", what, pairs.Describe(r))
							}
							continue
						case !changed:
							if len(r.Changes) != 1 || r.Changes[0].ID != change.IdentityConstraintRenamed || r.Changes[0].Level(true) != change.None || !r.OldHold || !r.NewHold {
								t.Errorf("%s:\n%s", what, pairs.Describe(r))
							}
							continue
						}
						var worst change.Severity
						for _, c := range r.Changes {
							worst = worst.Merge(c.Severity)
						}
						same := field == "@id"
						if old := is == "unique" && (was == "" || !same) || is == "key" && (was != "key" || !same); (worst.Request == change.Break) != old {
							t.Errorf("%s, old documents break: %v\n%s", what, old, pairs.Describe(r))
						}
						if now := was == "unique" && (is == "" || !same) || was == "key" && (is != "key" || !same); (worst.Strict == change.Break) != now {
							t.Errorf("%s, new documents break: %v\n%s", what, now, pairs.Describe(r))
						}
					}
				}
			}
		}
	}
}

// TestAReferenceIsToAKeyNotToItsName renames a key that a reference refers to.
func TestAReferenceIsToAKeyNotToItsName(t *testing.T) {
	with := func(key string) string {
		return `<xs:element name="r"><xs:complexType><xs:sequence><xs:element name="i" form="unqualified" maxOccurs="unbounded"><xs:complexType><xs:attribute name="id" type="xs:string"/><xs:attribute name="to" type="xs:string"/></xs:complexType></xs:element></xs:sequence></xs:complexType>` +
			`<xs:unique name="` + key + `"><xs:selector xpath="i"/><xs:field xpath="@id"/></xs:unique><xs:keyref name="f" refer="` + key + `"><xs:selector xpath="i"/><xs:field xpath="@to"/></xs:keyref></xs:element>`
	}
	r := compared(t, with("k"), with("identifiers"))
	for _, c := range r.Changes {
		if c.ID != change.IdentityConstraintRenamed {
			t.Errorf("%s", pairs.Describe(r))
		}
	}
	if len(r.Changes) == 0 || !r.OldHold || !r.NewHold {
		t.Errorf("%v %v\n%s", r.OldHold, r.NewHold, pairs.Describe(r))
	}
}

// TestAReferenceToAnotherKeyOfTheNameIsToldAsOne gives two keys each other's name, or
// moves the prefix of a selector: what is asked has changed, though it reads the same.
func TestAReferenceToAnotherKeyOfTheNameIsToldAsOne(t *testing.T) {
	with := func(id, nr, prefix string) string {
		return `<xs:element name="r"><xs:complexType><xs:sequence><xs:element name="i" form="unqualified" maxOccurs="unbounded"><xs:complexType><xs:attribute name="id" type="xs:string"/><xs:attribute name="nr" type="xs:string"/><xs:attribute name="to" type="xs:string"/></xs:complexType></xs:element></xs:sequence></xs:complexType>` +
			`<xs:unique name="` + id + `"><xs:selector xpath="i"/><xs:field xpath="@id"/></xs:unique><xs:unique name="` + nr + `"><xs:selector xpath="i"/><xs:field xpath="@nr"/></xs:unique>` +
			`<xs:unique name="p" xmlns:p="` + prefix + `"><xs:selector xpath="i/p:j"/><xs:field xpath="@nr"/></xs:unique>` +
			`<xs:keyref name="f" refer="k"><xs:selector xpath="i"/><xs:field xpath="@to"/></xs:keyref></xs:element>`
	}
	for name, now := range map[string]string{"names": with("l", "k", "urn:p"), "prefix": with("k", "l", "urn:q")} {
		r := compared(t, with("k", "l", "urn:p"), now)
		found := find(r, change.IdentityConstraintChanged)
		if len(found) != 1 || found[0].Severity.Request < change.Risk {
			t.Errorf("%s:\n%s", name, pairs.Describe(r))
			continue
		}
		old, is := found[0].Old.Text, found[0].New.Text
		if name == "prefix" && old == is || strings.ContainsFunc(old+is, unicode.IsControl) {
			t.Errorf("%s: %q and %q", name, old, is)
		}
	}
}
