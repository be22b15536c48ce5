package schemaset

import (
	"strings"
	"testing"
)

func TestParseRefusesWhatIsNoMaster(t *testing.T) {
	for document, message := range map[string]string{
		``:                        "not complete",
		`<a>`:                     "not complete",
		`<a></b>`:                 "</b> matches no start tag",
		`<a>text</a>`:             "text in <a>",
		`<a/>text`:                "text outside",
		`<a b></a>`:               "attribute",
		`<xsd:documentation>x<a>`: "not complete",
	} {
		_, err := parse([]byte(document))
		if err == nil || !strings.Contains(err.Error(), message) {
			t.Errorf("%s: got %v, want it to say %q", document, err, message)
		}
	}
}
