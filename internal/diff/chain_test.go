package diff_test

import (
	"fmt"
	"slices"
	"testing"

	"github.com/wbxgen/wbxgen/internal/diff"
	"github.com/wbxgen/wbxgen/internal/diff/change"
	"github.com/wbxgen/wbxgen/internal/project"
)

func webexChain(t *testing.T) *change.Chain {
	t.Helper()
	var sides []*diff.Side
	for _, v := range releases {
		sides = append(sides, webex(t, v))
	}
	return project.CompareChain(sides, diff.Options{})
}

func TestChainComposesToTheDirectComparison(t *testing.T) {
	for _, c := range webexChain(t).Compose() {
		if c.Flap() || len(c.Steps) == 0 {
			t.Errorf("%s: %d steps, %d direct", c.Component, len(c.Steps), len(c.Direct))
			continue
		}
		if len(c.Steps) == 1 && (len(c.Direct) != 1 || c.Steps[0].Fingerprint != c.Direct[0].Fingerprint) {
			t.Errorf("%s: the one step is not the direct change", c.Component)
		}
	}
}

func TestDirectChangesAreDated(t *testing.T) {
	for _, c := range webexChain(t).Direct.Changes {
		want := map[string]string{"isHTMLEmail": "40.4.3", "audioPassword": "40.4.8", "eventPassword": "40.1.2", "meetingUUID": "40.6.0"}[c.Component.Path]
		if c.IntroducedIn == "" || want != "" && c.IntroducedIn != want {
			t.Errorf("%s came in %q, want %q", c.Component, c.IntroducedIn, want)
		}
	}
}

func TestMatrixShowsWhatComesAndGoes(t *testing.T) {
	content := []string{
		order(`<xs:element name="a" type="v"/>`) + enumType("A"),
		order(`<xs:element name="a" type="v"/><xs:element name="b" type="xs:int" minOccurs="0"/>`) + enumType("A", "B"),
		order(`<xs:element name="a" type="v"/><xs:element name="b" type="xs:long" minOccurs="0"/>`) + enumType("A"),
		order(`<xs:element name="a" type="v"/>`) + enumType("A"),
	}
	var sides []*diff.Side
	for i, c := range content {
		sides = append(sides, diff.NewSide(fmt.Sprint(i+1), schemaOf(t, c), nil))
	}
	chain := project.CompareChain(sides, diff.Options{})
	var got []string
	for _, r := range chain.Matrix() {
		if r.Direction != change.Request {
			continue
		}
		line := fmt.Sprintf("%s /%s %s:", r.Operation, r.Path, r.Value)
		for _, e := range r.Events {
			line += fmt.Sprintf(" %s in %s", e.Event, e.Version)
		}
		got = append(got, line)
	}
	want := []string{
		"order /a B: introduced in 2 removed in 3",
		"order /b : introduced in 2 changed in 3 removed in 4",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	for _, c := range chain.Compose() {
		if !c.Flap() {
			t.Errorf("%s is no flap", c.Component)
		}
	}
	if !chain.Direct.Identical() {
		t.Error("first and last differ")
	}
}

// order is a schema whose root element has the particles given.
func order(particles string) string {
	return `<xs:element name="order" type="order"/><xs:complexType name="order"><xs:sequence>` + particles + `</xs:sequence></xs:complexType>`
}

func enumType(values ...string) string {
	text := `<xs:simpleType name="v"><xs:restriction base="xs:string">`
	for _, v := range values {
		text += `<xs:enumeration value="` + v + `"/>`
	}
	return text + `</xs:restriction></xs:simpleType>`
}
