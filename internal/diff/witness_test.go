package diff_test

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/wbxgen/wbxgen/internal/diff"
	"github.com/wbxgen/wbxgen/internal/diff/change"
	"github.com/wbxgen/wbxgen/internal/diff/pairs"
	"github.com/wbxgen/wbxgen/internal/judge"
	"github.com/wbxgen/wbxgen/internal/project"
	"github.com/wbxgen/wbxgen/internal/validate"
)

// checkWitnesses checks that each direction that breaks has a document, that
// our validator tells the versions apart by it, and that nothing is left
// unproven.
func checkWitnesses(t *testing.T, r *change.Result, old, now *diff.Side) {
	t.Helper()
	judges := map[string]*validate.Validator{old.Label: validate.New(old.Schema, validate.Options{}), now.Label: validate.New(now.Schema, validate.Options{})}
	for _, c := range r.Changes {
		wanted := map[change.Direction]bool{change.Request: c.Severity.Request == change.Break, change.Response: c.Severity.Strict == change.Break}
		for _, w := range c.Witnesses {
			if !wanted[w.Direction] {
				t.Errorf("%s at %s: a witness of the %s that nothing asks for", c.ID, c.Component, w.Direction)
			}
			delete(wanted, w.Direction)
			if got := judges[w.ValidUnder].ValidateBytes([]byte(w.XML), "").Outcome(); got != validate.Valid {
				t.Errorf("%s at %s: under %s the witness is %s: %s", c.ID, c.Component, w.ValidUnder, got, w.XML)
			}
			if got := judges[w.InvalidUnder].ValidateBytes([]byte(w.XML), "").Outcome(); got != validate.Invalid {
				t.Errorf("%s at %s: under %s the witness is %s: %s", c.ID, c.Component, w.InvalidUnder, got, w.XML)
			}
		}
		for d, missing := range wanted {
			if missing && len(c.Operations) > 0 {
				t.Errorf("%s at %s: the %s breaks without a witness", c.ID, c.Component, d)
			}
		}
	}
}

func TestReleasesAndTheirWaysBackHaveWitnesses(t *testing.T) {
	for i, from := range releases {
		for _, to := range releases[i+1:] {
			for _, pair := range [][2]string{{from, to}, {to, from}} {
				old, now := webex(t, pair[0]), webex(t, pair[1])
				r := compareReleases(t, pair[0], pair[1])
				checkWitnesses(t, r, old, now)
				for _, c := range r.Changes {
					if c.Reason == change.Unproven {
						t.Errorf("%s to %s: %s at %s is unproven", pair[0], pair[1], c.ID, c.Component)
					}
				}
			}
		}
	}
}

func TestRequestsAreShownAsClientsSendThem(t *testing.T) {
	const want = `<serv:message xmlns:serv="http://www.webex.com/schemas/2002/06/service" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">` +
		`<header/><body><bodyContent xsi:type="java:com.webex.service.binding.meeting.DelMeeting"><meetingKey>0</meetingKey><meetingUUID>a</meetingUUID></bodyContent></body></serv:message>`
	found := false
	for _, c := range compareReleases(t, "40.6.0", "40.4.8").Changes {
		for _, w := range c.Witnesses {
			if (w.Sent != "") != (w.Direction == change.Request) {
				t.Errorf("%s at %s: the %s is sent as %q", c.ID, c.Component, w.Direction, w.Sent)
			}
			found = found || w.Sent == want
		}
	}
	if !found {
		t.Errorf("no witness is sent as %s", want)
	}
}

// TestXercesAgreesOnTheReleases asks Xerces about all witnesses of the steps
// between releases, in both directions of time.
func TestXercesAgreesOnTheReleases(t *testing.T) {
	jvm := judge.Xerces(t)
	for i, to := range releases[1:] {
		from := releases[i]
		judges := map[string]*judge.Schema{}
		for _, v := range []string{from, to} {
			s, err := jvm.CompileSet(filepath.Join(judge.Root(t), "schemas", v))
			if err != nil {
				t.Fatal(err)
			}
			judges[v] = s
		}
		askXerces(t, compareReleases(t, from, to), judges)
		askXerces(t, compareReleases(t, to, from), judges)
	}
}

func askXerces(t *testing.T, r *change.Result, judges map[string]*judge.Schema) int {
	t.Helper()
	n := 0
	for _, c := range r.Changes {
		for _, w := range c.Witnesses {
			n++
			if err := judges[w.ValidUnder].Validate([]byte(w.XML)); err != nil {
				t.Errorf("%s %s: under %s: %v\n%s", c.ID, w.Direction, w.ValidUnder, err, w.XML)
			}
			if !judges[w.InvalidUnder].Refuses(t, []byte(w.XML)) {
				t.Errorf("%s %s: valid under %s as well\n%s", c.ID, w.Direction, w.InvalidUnder, w.XML)
			}
		}
	}
	return n
}

// TestXercesAgreesOnThePairs asks Xerces about the witnesses of the pairs.
func TestXercesAgreesOnThePairs(t *testing.T) {
	jvm := judge.Xerces(t)
	asked := 0
	for _, r := range change.Rules() {
		t.Run(string(r.ID), func(t *testing.T) {
			data, err := os.ReadFile(filepath.Join("change", "testdata", string(r.ID)+".txtar"))
			if err != nil {
				t.Fatal(err)
			}
			a := parseArchive(string(data))
			judges := map[string]*judge.Schema{}
			for _, label := range []string{"old", "new"} {
				dir := t.TempDir()
				if err := os.WriteFile(filepath.Join(dir, "t.xsd"), []byte(pairs.Document(a.get(label+".xsd"))), 0o600); err != nil {
					t.Fatal(err)
				}
				if judges[label], err = jvm.Compile(dir, "t.xsd"); err != nil {
					t.Skip("Xerces refuses the schema:", err)
				}
			}
			asked += askXerces(t, project.Compare(pairs.Side(t, "old", a.get("old.xsd")), pairs.Side(t, "new", a.get("new.xsd")), diff.Options{}), judges)
		})
	}
	if asked < 80 {
		t.Errorf("Xerces was asked about %d witnesses", asked)
	}
}
