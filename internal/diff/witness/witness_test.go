package witness_test

import (
	"strings"
	"testing"

	"github.com/wbxgen/wbxgen/internal/diff"
	"github.com/wbxgen/wbxgen/internal/diff/change"
	"github.com/wbxgen/wbxgen/internal/diff/pairs"
	"github.com/wbxgen/wbxgen/internal/diff/reach"
	"github.com/wbxgen/wbxgen/internal/diff/witness"
	"github.com/wbxgen/wbxgen/internal/validate"
)

// proven compares two sides as far as witnesses.
func proven(old, now *diff.Side, o diff.Options) *change.Result {
	c := diff.Compare(old, now, o)
	m := reach.NewMap(c)
	m.Mark(c.Changes)
	witness.Prove(c, m)
	return change.NewResult(old.Version(), now.Version(), nil, c.Changes)
}

// TestWitnessesOfPairs: each break has its document, that which is kept with
// the pair, and the versions are told apart by it; so are they on the way back.
func TestWitnessesOfPairs(t *testing.T) {
	for _, p := range pairs.All(t, "../change/testdata") {
		r := proven(p.Old, p.New, p.Options)
		if got := pairs.Witnesses(r); got != p.Wants("witness") {
			t.Errorf("%s: the witnesses are\n%swant\n%s", p.ID, got, p.Wants("witness"))
		}
		holdWitnesses(t, r, p.Old, p.New)
		if near := proven(p.Old, p.Near, p.Options); pairs.Describe(near) != p.Wants("near") {
			t.Errorf("%s: the near miss gives\n%swant\n%s", p.ID, pairs.Describe(near), p.Wants("near"))
		}
		holdWitnesses(t, proven(p.New, p.Old, p.Options), p.New, p.Old)
		holdWitnesses(t, proven(p.Old, p.Near, p.Options), p.Old, p.Near)
	}
}

// holdWitnesses asks both versions about the witnesses of a result, and for a
// witness of each direction that breaks.
func holdWitnesses(t *testing.T, r *change.Result, sides ...*diff.Side) {
	t.Helper()
	judges := map[string]*validate.Validator{}
	for _, s := range sides {
		judges[s.Label] = validate.New(s.Schema, validate.Options{})
	}
	for _, c := range r.Changes {
		shown := map[change.Direction]int{}
		for _, w := range c.Witnesses {
			shown[w.Direction]++
			valid, invalid := judges[w.ValidUnder].ValidateBytes([]byte(w.XML), ""), judges[w.InvalidUnder].ValidateBytes([]byte(w.XML), "")
			if valid.Outcome() != validate.Valid || invalid.Outcome() != validate.Invalid {
				t.Errorf("%s at %s: %s is %s and %s", c.ID, c.Component, w.XML, valid.Outcome(), invalid.Outcome())
			}
		}
		reached := len(c.Operations) > 0
		if shown[change.Request] != count(reached && c.Severity.Request == change.Break) || shown[change.Response] != count(reached && c.Severity.Strict == change.Break) {
			t.Errorf("%s at %s, levels %s and %s: witnesses %v", c.ID, c.Component, c.Severity.Request, c.Severity.Strict, shown)
		}
	}
}

func count(b bool) int {
	if b {
		return 1
	}
	return 0
}

// TestWitnessesWhereDocumentsAreHardToMake: deep within, by key and reference,
// in rounds of groups, by types derived from an abstract one.
func TestWitnessesWhereDocumentsAreHardToMake(t *testing.T) {
	simple := func(facets string) string {
		return `<xs:simpleType name="v"><xs:restriction base="xs:string">` + facets + `</xs:restriction></xs:simpleType>`
	}
	keyed := `<xs:element name="r"><xs:complexType><xs:sequence><xs:element name="k" minOccurs="0" maxOccurs="unbounded"><xs:complexType><xs:attribute name="id" type="xs:int" use="required"/></xs:complexType></xs:element>` +
		`<xs:element name="f" maxOccurs="unbounded"><xs:complexType><xs:sequence><xs:element name="x" type="v"/></xs:sequence><xs:attribute name="to" type="xs:int" use="required"/></xs:complexType></xs:element></xs:sequence></xs:complexType>` +
		`<xs:key name="key"><xs:selector xpath="t:k"/><xs:field xpath="@id"/></xs:key><xs:keyref name="ref" refer="t:key"><xs:selector xpath="t:f"/><xs:field xpath="@to"/></xs:keyref></xs:element>`
	rounds := `<xs:element name="r"><xs:complexType><xs:choice minOccurs="2" maxOccurs="3"><xs:sequence><xs:element name="a" type="xs:int"/><xs:element name="x" type="v"/></xs:sequence><xs:element name="b" type="xs:int"/></xs:choice></xs:complexType></xs:element>`
	deep := `<xs:element name="r" type="l1"/>` + `<xs:complexType name="l1"><xs:choice><xs:element name="p" type="xs:int"/><xs:element name="q" type="l2" maxOccurs="2"/></xs:choice></xs:complexType>` +
		`<xs:complexType name="l2"><xs:sequence><xs:element name="n" type="xs:date"/><xs:element name="m" type="l3" minOccurs="0"/></xs:sequence></xs:complexType>` +
		`<xs:complexType name="l3"><xs:all><xs:element name="x" type="v" minOccurs="0"/><xs:element name="y" type="xs:boolean"/></xs:all></xs:complexType>`
	derived := `<xs:element name="r" type="base"/><xs:complexType name="base" abstract="true"/>` +
		`<xs:complexType name="other"><xs:complexContent><xs:extension base="base"/></xs:complexContent></xs:complexType>` +
		`<xs:complexType name="own"><xs:complexContent><xs:extension base="base"><xs:sequence><xs:element name="x" type="v"/></xs:sequence></xs:extension></xs:complexContent></xs:complexType>`
	attribute := `<xs:element name="r"><xs:complexType><xs:sequence><xs:element name="c" minOccurs="0"><xs:complexType><xs:attribute name="x" type="v"/></xs:complexType></xs:element></xs:sequence></xs:complexType></xs:element>`
	listed := `<xs:element name="r"><xs:complexType><xs:sequence><xs:element name="x" type="l"/></xs:sequence></xs:complexType></xs:element><xs:simpleType name="l"><xs:list itemType="v"/></xs:simpleType>`
	wide := `<xs:pattern value="[A-Z]{3}"/>`
	for name, c := range map[string]struct{ schema, old, new string }{
		"keys":              {keyed, wide, `<xs:pattern value="[A-M]{3}"/>`},
		"rounds":            {rounds, wide, `<xs:pattern value="[A-M]{3}"/>`},
		"deep":              {deep, `<xs:maxLength value="40"/>`, `<xs:maxLength value="39"/>`},
		"derived":           {derived, `<xs:enumeration value="p"/><xs:enumeration value="q"/>`, `<xs:enumeration value="p"/>`},
		"attribute":         {attribute, `<xs:minLength value="1"/>`, `<xs:minLength value="2"/>`},
		"list":              {listed, `<xs:enumeration value="p"/><xs:enumeration value="q"/>`, `<xs:enumeration value="p"/>`},
		"length and spaces": {deep, `<xs:maxLength value="3"/><xs:pattern value="[a-c]*"/>`, `<xs:maxLength value="2"/><xs:pattern value="[a-c]*"/>`},
	} {
		// The prefix t stands for the namespace in the paths of identity constraints.
		document := func(facets string) string {
			return strings.Replace(pairs.Document(c.schema+simple(facets)), `xmlns="urn:t"`, `xmlns="urn:t" xmlns:t="urn:t"`, 1)
		}
		old, now := pairs.Side(t, "old", document(c.old)), pairs.Side(t, "new", document(c.new))
		r := proven(old, now, diff.Options{})
		breaks := false
		for _, found := range r.Changes {
			breaks = breaks || found.Severity.Request == change.Break
			if found.Reason == change.Unproven {
				t.Errorf("%s: %s is unproven", name, found.ID)
			}
		}
		if !breaks {
			t.Errorf("%s: nothing breaks:\n%s", name, pairs.Describe(r))
		}
		holdWitnesses(t, r, old, now)
		holdWitnesses(t, proven(now, old, diff.Options{}), now, old)
	}
}
