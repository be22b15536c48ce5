package report

import (
	"bytes"
	"fmt"
	"io"
	"strings"

	"github.com/wbxgen/wbxgen/internal/diag"
	"github.com/wbxgen/wbxgen/internal/diff/change"
)

// writer prints a result in one format.
type writer func(io.Writer, *change.Result, Options) error

// limited prints a result within [Options.MaxBytes]: whole if it fits, else as
// many of its changes as do, the worst first. One is always shown,
// in brief if need be; what is long
// in a single change is cut by [Options.cut].
func limited(w io.Writer, r *change.Result, o Options, print writer) error {
	with := func(n int, brief bool) ([]byte, error) {
		o.first, o.brief = n, brief
		var b bytes.Buffer
		err := print(&b, r, o)
		return b.Bytes(), err
	}
	out, err := fit(o.MaxBytes, len(r.Changes), func(n int) ([]byte, error) { return with(n, false) })
	if err == nil && o.MaxBytes > 0 && len(out) > o.MaxBytes {
		out, err = with(1, true)
	}
	if err != nil {
		return err
	}
	_, err = w.Write(out)
	return err
}

// fit returns what print makes of many items, up to all, in no more than limit
// bytes, at least of one. It begins with few items, as a report can be a thousand
// times as long when it is whole, and goes by the length that they have had; it
// is content with nine tenths of the limit.
func fit(limit, all int, print func(n int) ([]byte, error)) ([]byte, error) {
	n := all
	if limit > 0 {
		n = min(64, all)
	}
	var best []byte
	low, high := 0, all+1 // low fits, high does not
	for {
		out, err := print(n)
		if err != nil || limit <= 0 {
			return out, err
		}
		if len(out) <= limit {
			best, low = out, n
		} else {
			high = n
		}
		if n == all && best != nil || low > 0 && len(best) > limit/10*9 || high == low+1 {
			break
		}
		n = min(max(n*limit/max(len(out), 1)*97/100, low+1), high-1)
	}
	if best == nil { // one item is too long
		return print(min(1, all))
	}
	return best, nil
}

// shown returns the changes that a report shows, and how many more there are.
func (o Options) shown(r *change.Result) (changes []change.Change, left int) {
	if o.first <= 0 || o.first >= len(r.Changes) {
		return r.Changes, 0
	}
	return r.Changes[:o.first], len(r.Changes) - o.first
}

// leftOver says how many changes are not shown; "" for none.
func leftOver(left int) string {
	if left == 0 {
		return ""
	}
	return fmt.Sprintf("and %s not shown here; --max-length 0 shows all", diag.Count(left, "more change"))
}

// longest is how long a text within a change may be: a document that proves it,
// or the list of whom it reaches. A single change then takes a part of the
// report only.
func (o Options) longest() int {
	if o.MaxBytes <= 0 {
		return 0
	}
	return max(o.MaxBytes/40, 200)
}

// cut shortens a text in the middle to [Options.longest].
func (o Options) cut(s string) string {
	n := o.longest()
	if n == 0 || len(s) <= n {
		return s
	}
	half := n/2 - len(" … ")
	return strings.ToValidUTF8(s[:half], "") + " … " + strings.ToValidUTF8(s[len(s)-half:], "")
}

// most returns how many of n operations or roots are listed for a change, each
// taking some bytes.
func (o Options) most(n, bytes int) int {
	if o.MaxPerChange > 0 {
		n = min(n, o.MaxPerChange)
	}
	if longest := o.longest(); longest > 0 {
		n = min(n, max(longest/bytes, 1))
	}
	return n
}

// maxListed bounds, where a report has a limit, the lists that go with the
// changes.
const maxListed = 1_000

// listed returns the part of a list that a report with a limit has.
func listed[T any](all []T, o Options) (shown []T, left int) {
	if o.MaxBytes <= 0 || len(all) <= maxListed {
		return all, 0
	}
	return all[:maxListed], len(all) - maxListed
}
