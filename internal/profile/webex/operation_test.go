package webex_test

import (
	"encoding/csv"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/wbxgen/wbxgen/internal/judge"
	"github.com/wbxgen/wbxgen/internal/profile"
	"github.com/wbxgen/wbxgen/internal/profile/webex"
	"github.com/wbxgen/wbxgen/internal/source"
	"github.com/wbxgen/wbxgen/internal/xsd"
	"github.com/wbxgen/wbxgen/internal/xsd/compile"
)

func schema(t *testing.T, version string) *xsd.Schema {
	t.Helper()
	set, err := source.Open(version, source.Options{})
	if err != nil {
		t.Fatal(err)
	}
	s, diags := compile.Compile(set, compile.Options{})
	if err := diags.Err(); err != nil {
		t.Fatal(err)
	}
	return s
}

var profiles = profile.Set{webex.Profile}

// TestEveryVersionHasTheSameOperations holds the six versions to each other:
// releases have changed types, never what operations there are.
func TestEveryVersionHasTheSameOperations(t *testing.T) {
	versions, err := source.Versions("")
	if err != nil {
		t.Fatal(err)
	}
	want := 0
	for _, v := range versions {
		n := len(webex.Profile.Operations(schema(t, v.Name)))
		if n < 120 || want != 0 && n != want {
			t.Errorf("%s: %d operations, not %d", v.Name, n, want)
		}
		want = n
	}
}

func TestOperationsAreSpelledAsOnTheWire(t *testing.T) {
	s := schema(t, "40.6.0")
	found := map[string]profile.Operation{}
	for _, op := range profiles.For(s).Operations(s) {
		found[op.WireType] = op
	}
	for wire, readOnly := range map[string]bool{
		"java:com.webex.service.binding.meeting.CreateMeeting":                false,
		"java:com.webex.service.binding.meeting.auo.GetTeleconferenceSession": true,
		"java:com.webex.service.binding.training.LstsummaryTrainingSession":   true,
		"java:com.webex.service.binding.history.LstAccessAnywhereHistory":     true,
		"java:com.webex.service.binding.site.GetWebACDQueues":                 true,
		"java:com.webex.service.binding.user.AuthenticateUser":                false,
		"java:com.webex.service.binding.training.GetIMStestResult":            true,
		"java:com.webex.service.binding.supportsession.CreateSupportSession":  false,
		"java:com.webex.service.binding.ep.RecoverRecordingFromRecycleBin":    false,
		"java:com.webex.service.binding.training.CheckLabAvailability":        true,
	} {
		if op, ok := found[wire]; !ok || op.ReadOnly != readOnly {
			t.Errorf("%s: found %v, read-only %v", wire, ok, op.ReadOnly)
		}
	}
}

// TestTheListOfOperationsIsComplete holds the rule against a list, where the
// environment has it.
func TestTheListOfOperationsIsComplete(t *testing.T) {
	dir := os.Getenv("WBXGEN_SHARED")
	if dir == "" {
		dir = filepath.Join(judge.Root(t), "..", "shared")
	}
	f, err := os.Open(filepath.Join(dir, "webex", "operations.csv"))
	if err != nil {
		t.Skip("the list of operations is not here:", err)
	}
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	// The list is of what has a request in the sources that it was made from;
	// these two came later, out of the reference guide.
	later := []string{"java:com.webex.service.binding.training.ReserveLab", "java:com.webex.service.binding.ep.SetOneClickSettings"}
	var want, got []string
	for _, row := range rows[1:] {
		if row[1] != "" && row[2] != "" {
			want = append(want, row[0])
		}
	}
	for _, op := range webex.Profile.Operations(schema(t, "40.6.0")) {
		if !slices.Contains(later, op.WireType) {
			got = append(got, op.WireType)
		}
	}
	slices.Sort(want)
	slices.Sort(got)
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("-list +found: %s", d)
	}
}

func TestAnotherAPIHasNoProfile(t *testing.T) {
	set, err := source.Open(filepath.Join(judge.Root(t), "examples", "shop", "schema"), source.Options{})
	if err != nil {
		t.Fatal(err)
	}
	s, _ := compile.Compile(set, compile.Options{})
	p := profiles.For(s)
	if p != profile.None || len(p.Operations(s)) != 0 || !p.Envelope().IsZero() {
		t.Errorf("got %v", p)
	}
}
