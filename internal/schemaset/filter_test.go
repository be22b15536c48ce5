package schemaset

import (
	"slices"
	"strings"
	"testing"
)

// in wraps the release note with the attributes attrs in its annotation.
func in(attrs string) string {
	return `<xsd:annotation><xsd:appinfo><rel:in ` + attrs + `/></xsd:appinfo></xsd:annotation>`
}

// filtered returns the content of a schema document as the release has it.
func filtered(t *testing.T, content, release string) (string, error) {
	t.Helper()
	root, err := parse([]byte(`<xsd:schema xmlns:xsd="x" xmlns:rel="r" xmlns:a="urn:a" xmlns:b="urn:b"
		targetNamespace="urn:a">` + content + `</xsd:schema>`))
	if err != nil {
		t.Fatal(err)
	}
	r, err := rank(release)
	if err != nil {
		t.Fatal(err)
	}
	out, err := filter(root, r)
	if err != nil {
		return "", err
	}
	return string(layout(out)), nil
}

func TestFilterKeepsWhatTheReleaseHas(t *testing.T) {
	for name, test := range map[string]struct {
		note string
		kept []string
	}{
		"always":        {`basis="inferred"`, releases},
		"since":         {`since="40.4.3" basis="confirmed"`, releases[3:]},
		"until":         {`until="40.4.3" basis="confirmed"`, releases[:3]},
		"since, until":  {`since="40.1.2" until="40.4.3" basis="assumed" note="n"`, releases[1:3]},
		"in no release": {`since="40.4.3" until="40.1.2" basis="assumed"`, nil},
	} {
		t.Run(name, func(t *testing.T) {
			content := `<xsd:element name="e" type="a:t">` + in(test.note) + `</xsd:element>`
			for _, release := range releases {
				got, err := filtered(t, content, release)
				if err != nil {
					t.Fatal(err)
				}
				if has, want := strings.Contains(got, `name="e"`), slices.Contains(test.kept, release); has != want {
					t.Errorf("%s: element there: %v, want %v", release, has, want)
				}
			}
		})
	}
}

func TestFilterLeavesNothingEmptyBehind(t *testing.T) {
	gone := `<xsd:element name="e" type="b:t">` + in(`since="40.6.0" basis="confirmed"`) + `</xsd:element>`
	got, err := filtered(t, `<xsd:import namespace="urn:b" schemaLocation="b.xsd"/>
		<xsd:complexType name="t">`+in(`basis="assumed"`)+`<xsd:sequence>`+gone+`</xsd:sequence></xsd:complexType>`, "40.4.8")
	if err != nil {
		t.Fatal(err)
	}
	for _, word := range []string{"annotation", "sequence", "import", "xmlns:b", "xmlns:rel"} {
		if strings.Contains(got, word) {
			t.Errorf("%q is left in\n%s", word, got)
		}
	}
}

func TestFilterKeepsWhatTheMasterWroteEmpty(t *testing.T) {
	got, err := filtered(t, `<xsd:complexType name="t"><xsd:sequence/></xsd:complexType>`, "40.1.0")
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(got, "<xsd:sequence/>") {
		t.Errorf("the empty sequence is gone from\n%s", got)
	}
}

func TestFilterKeepsDocumentation(t *testing.T) {
	got, err := filtered(t, `<xsd:element name="e"><xsd:annotation><xsd:appinfo><rel:in basis="assumed"/></xsd:appinfo>
		<xsd:documentation>Some &amp; more.</xsd:documentation></xsd:annotation></xsd:element>`, "40.1.0")
	if err != nil {
		t.Fatal(err)
	}
	if want := "<xsd:documentation>Some &amp; more.</xsd:documentation>"; !strings.Contains(got, want) {
		t.Errorf("%s is missing from\n%s", want, got)
	}
}

func TestFilterRefusesAWrongReleaseNote(t *testing.T) {
	for note, message := range map[string]string{
		`since="40.4.4" basis="confirmed"`: `"40.4.4" has no schema set`,
		`until="now" basis="confirmed"`:    `"now" has no schema set`,
		`basis="rumour"`:                   `basis "rumour" is none of`,
		`since="40.4.3"`:                   "no basis",
		`basis="assumed" from="40.4.3"`:    `no attribute "from"`,
	} {
		_, err := filtered(t, `<xsd:element name="e">`+in(note)+`</xsd:element>`, "40.1.0")
		if err == nil || !strings.Contains(err.Error(), message) || !strings.Contains(err.Error(), `xsd:element "e"`) {
			t.Errorf("%s: got %v, want it to say %q and where", note, err, message)
		}
	}
}
