package report

import (
	"bytes"
	"testing"

	"github.com/owenrumney/go-sarif/v3/pkg/report/v210/sarif"

	"github.com/wbxgen/wbxgen/internal/diff"
)

func TestSARIFFollowsItsSchema(t *testing.T) {
	accepted := sample()
	accepted.Changes[0].Accepted = &diff.Acceptance{Reason: "known"}
	for name, r := range map[string]*diff.Result{
		"sample": sample(), "accepted": accepted, "nothing": {}, "releases": webexChain(t, "40.6.0", "40.4.3").Direct,
	} {
		var out bytes.Buffer
		if err := SARIF(&out, r, Options{}); err != nil {
			t.Fatal(err)
		}
		log, err := sarif.FromBytes(out.Bytes(), sarif.WithStrictValidation())
		if err != nil {
			t.Fatal(err)
		}
		if err := log.Validate(); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		if n := len(log.Runs[0].Results); n != len(r.Changes) {
			t.Errorf("%s: %d results for %d changes", name, n, len(r.Changes))
		}
	}
}
