package change

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strconv"
	"strings"

	"github.com/wbxgen/wbxgen/internal/diag"
)

// Change returns the change with that fingerprint, in either case of letters.
// Where there is none, the error names the one that begins alike or looks
// alike.
func (r *Result) Change(fingerprint string) (*Change, error) {
	wanted := strings.ToLower(fingerprint)
	var all []string
	for i := range r.Changes {
		if r.Changes[i].Fingerprint == wanted {
			return &r.Changes[i], nil
		}
		all = append(all, r.Changes[i].Fingerprint)
	}
	hint := diag.DidYouMean(wanted, all)
	if begun := beginning(wanted, all); begun != "" {
		hint = fmt.Sprintf("; did you mean %q?", begun)
	}
	return nil, fmt.Errorf("no change from %s to %s has the fingerprint %q%s", r.Old.Label, r.New.Label, fingerprint, hint)
}

// minBeginning is how many digits of a fingerprint have to be given for
// another one that begins with them to be what was meant.
const minBeginning = 3

// beginning returns the fingerprint that begins with what is wanted, "" for
// none or several.
func beginning(wanted string, all []string) string {
	found := ""
	for _, f := range all {
		switch {
		case len(wanted) < minBeginning || !strings.HasPrefix(f, wanted):
		case found != "" && found != f:
			return ""
		default:
			found = f
		}
	}
	return found
}

// fingerprint returns the first 12 hex digits of a hash over what makes a
// change this change, and more where that is not enough. Parts are set apart by their lengths.
func (c *Change) fingerprint(more ...string) string {
	h := sha256.New()
	parts := []string{string(c.ID), c.Component.String(), valueKey(c.Old), valueKey(c.New)}
	for _, part := range append(parts, more...) {
		h.Write([]byte(strconv.Itoa(len(part))))
		h.Write([]byte{':'})
		h.Write([]byte(part))
	}
	return hex.EncodeToString(h.Sum(nil))[:12]
}

func valueKey(v *Value) string {
	if v == nil {
		return "-"
	}
	return "=" + v.Key
}
