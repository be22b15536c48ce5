package accept

import (
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"path"
	"regexp"
	"slices"
	"strings"
	"sync"

	"github.com/wbxgen/wbxgen/internal/diff/change"
	"github.com/wbxgen/wbxgen/internal/version"
)

// Format names the shape of the file that [Read] reads.
const Format = "wbxgen-accepted/1"

// List is a list of changes that somebody has looked at and lives with.
type List struct {
	Entries []Entry
}

// Entry accepts one change.
type Entry struct {
	// Fingerprint is that of the change, and ID its rule, for who reads the
	// list.
	Fingerprint string `json:"fingerprint"`
	ID          string `json:"id"`
	Component   string `json:"component,omitempty"` // for who reads the list
	Reason      string `json:"reason"`
	By          string `json:"by,omitempty"`
	// Expires is the last day on which the entry counts, as 2006-01-02.
	Expires string `json:"expires,omitempty"`
	// UntilVersion is the first new version for which it no longer counts.
	UntilVersion string `json:"untilVersion,omitempty"`
}

type acceptedFile struct {
	Format   string  `json:"format"`
	Accepted []Entry `json:"accepted"`
}

// maxAccepted bounds the size of a list, in bytes.
const maxAccepted = 16 << 20

// Read reads a list that [List.Write] has written.
func Read(r io.Reader) (*List, error) {
	var f acceptedFile
	d := json.NewDecoder(io.LimitReader(r, maxAccepted))
	d.DisallowUnknownFields()
	if err := d.Decode(&f); err != nil {
		return nil, fmt.Errorf("the accepted list cannot be read: %w", err)
	}
	if f.Format != Format {
		return nil, fmt.Errorf("the accepted list has the format %q instead of %q", f.Format, Format)
	}
	for i, e := range f.Accepted {
		if err := e.check(); err != nil {
			return nil, fmt.Errorf("entry %d of the accepted list: %w", i+1, err)
		}
	}
	return &List{f.Accepted}, nil
}

var (
	fingerprintForm = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^[0-9a-f]{12}$`) })
	dayForm         = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^[0-9]{4}-[0-9]{2}-[0-9]{2}$`) })
)

// known reports whether there is a rule with that ID.
func known(id string) bool {
	_, ok := change.RuleByID(change.ID(id))
	return ok
}

func (e Entry) check() error {
	switch {
	case !fingerprintForm().MatchString(e.Fingerprint):
		return fmt.Errorf("%q is no fingerprint of 12 hexadecimal digits", e.Fingerprint)
	case !known(e.ID):
		return fmt.Errorf("there is no rule %q", e.ID)
	case strings.TrimSpace(e.Reason) == "":
		return errors.New("a reason is missing")
	case e.Expires != "" && !dayForm().MatchString(e.Expires):
		return fmt.Errorf("%q is no day such as 2006-01-02", e.Expires)
	}
	return nil
}

// Write writes the list by component, so that it reads well in a review.
func (a *List) Write(w io.Writer) error {
	f := acceptedFile{Format, slices.Clone(a.Entries)}
	if f.Accepted == nil {
		f.Accepted = []Entry{}
	}
	slices.SortFunc(f.Accepted, func(x, y Entry) int {
		return cmp.Or(cmp.Compare(x.Component, y.Component), cmp.Compare(x.ID, y.ID), cmp.Compare(x.Fingerprint, y.Fingerprint))
	})
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(f)
}

// Add accepts the changes of the result with those fingerprints, each with what
// the entry says; entries that they have are replaced. The error names all
// fingerprints that no change has, and then nothing is added.
func (a *List) Add(r *change.Result, e Entry, fingerprints ...string) error {
	var added []Entry
	var errs []error
	for _, print := range fingerprints {
		c, err := r.Change(print)
		if err != nil {
			errs = append(errs, err)
			continue
		}
		e.Fingerprint, e.ID, e.Component = c.Fingerprint, string(c.ID), c.Component.Display()
		errs = append(errs, e.check())
		added = append(added, e)
	}
	if err := errors.Join(errs...); err != nil {
		return err
	}
	for _, e := range added {
		a.Entries = slices.DeleteFunc(a.Entries, func(x Entry) bool { return x.Fingerprint == e.Fingerprint })
		a.Entries = append(a.Entries, e)
	}
	return nil
}

// Prune removes the entries that [List.Mark] would return as stale or expired,
// and returns them.
func (a *List) Prune(r *change.Result, today string) []Entry {
	byPrint := changesByPrint(r)
	var kept, gone []Entry
	for _, e := range a.Entries {
		if e.Over(today, r.New.Label) || !e.fits(byPrint[e.Fingerprint]) {
			gone = append(gone, e)
		} else {
			kept = append(kept, e)
		}
	}
	a.Entries = kept
	return gone
}

// Mark sets [change.Change.Accepted] of the changes on the list, and returns the
// entries that no change has: their change has been merged, or taken back.
// Entries beyond their day or version count no longer. today is a day as
// 2006-01-02.
func (a *List) Mark(r *change.Result, today string) (stale, expired []Entry) {
	byPrint := changesByPrint(r)
	for _, e := range a.Entries {
		c := byPrint[e.Fingerprint]
		switch {
		case e.Over(today, r.New.Label):
			expired = append(expired, e)
		case !e.fits(c):
			stale = append(stale, e)
		default:
			c.Accepted = &change.Acceptance{By: e.By, Reason: e.Reason, Expires: e.Expires}
		}
	}
	return stale, expired
}

func changesByPrint(r *change.Result) map[string]*change.Change {
	byPrint := make(map[string]*change.Change, len(r.Changes))
	for i := range r.Changes {
		byPrint[r.Changes[i].Fingerprint] = &r.Changes[i]
	}
	return byPrint
}

// fits reports whether the entry is about a change.
func (e Entry) fits(c *change.Change) bool { return c != nil && string(c.ID) == e.ID }

// Over reports whether an entry has had its time. What the new side is called
// may be a path, whose last part then names the version.
func (e Entry) Over(today, label string) bool {
	return e.Expires != "" && today > e.Expires || e.UntilVersion != "" && reached(path.Base(label), e.UntilVersion)
}

// reached reports whether a version is at another or beyond it. Names without
// an order, such as a folder's, are not.
func reached(name, until string) bool {
	return version.Comparable(name, until) && version.Compare(name, until) >= 0
}
