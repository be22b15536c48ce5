package change

import (
	"strings"
	"testing"
)

func TestChangeIsFoundByItsFingerprint(t *testing.T) {
	r := &Result{Changes: []Change{{Fingerprint: "9f2c01ab77de"}, {Fingerprint: "001122334455"}}}
	for i := range r.Changes {
		if c, err := r.Change(strings.ToUpper(r.Changes[i].Fingerprint)); err != nil || c != &r.Changes[i] {
			t.Errorf("%s: got %v, %v", r.Changes[i].Fingerprint, c, err)
		}
	}
}

func TestUnknownFingerprint(t *testing.T) {
	r := &Result{Old: Version{Label: "1"}, New: Version{Label: "2"}, Changes: []Change{
		{Fingerprint: "9f2c01ab77de"}, {Fingerprint: "9f2d01ab77de"}, {Fingerprint: "001122334455"},
	}}
	for wanted, end := range map[string]string{
		"9f2c":         `"9f2c"; did you mean "9f2c01ab77de"?`,
		"9f2":          `"9f2"`,
		"9F2C01AB77D":  `"9F2C01AB77D"; did you mean "9f2c01ab77de"?`,
		"001122334456": `"001122334456"; did you mean "001122334455"?`,
		"00":           `"00"`,
		"":             `""`,
	} {
		c, err := r.Change(wanted)
		if err == nil {
			t.Fatalf("%s: found %v", wanted, c)
		}
		if got, want := err.Error(), "no change from 1 to 2 has the fingerprint "+end; got != want {
			t.Errorf("got %s, want %s", got, want)
		}
	}
}
