package diff

import (
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
)

// AcceptedFormat names the shape of the file that [ReadAccepted] reads.
const AcceptedFormat = "wbxgen-accepted/1"

// Accepted is a list of changes that somebody has looked at and lives with.
type Accepted struct {
	Entries []AcceptedEntry
}

// AcceptedEntry accepts one change.
type AcceptedEntry struct {
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
	Format   string          `json:"format"`
	Accepted []AcceptedEntry `json:"accepted"`
}

// maxAccepted bounds the size of a list, in bytes.
const maxAccepted = 16 << 20

// ReadAccepted reads a list that [Accepted.Write] has written.
func ReadAccepted(r io.Reader) (*Accepted, error) {
	var f acceptedFile
	d := json.NewDecoder(io.LimitReader(r, maxAccepted))
	d.DisallowUnknownFields()
	if err := d.Decode(&f); err != nil {
		return nil, fmt.Errorf("the accepted list cannot be read: %w", err)
	}
	if f.Format != AcceptedFormat {
		return nil, fmt.Errorf("the accepted list has the format %q instead of %q", f.Format, AcceptedFormat)
	}
	for i, e := range f.Accepted {
		if err := e.check(); err != nil {
			return nil, fmt.Errorf("entry %d of the accepted list: %w", i+1, err)
		}
	}
	return &Accepted{f.Accepted}, nil
}

var (
	fingerprintForm = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^[0-9a-f]{12}$`) })
	dayForm         = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^[0-9]{4}-[0-9]{2}-[0-9]{2}$`) })
)

func (e AcceptedEntry) check() error {
	switch {
	case !fingerprintForm().MatchString(e.Fingerprint):
		return fmt.Errorf("%q is no fingerprint of 12 hexadecimal digits", e.Fingerprint)
	case rulesBy[e.ID] == nil:
		return fmt.Errorf("there is no rule %q", e.ID)
	case strings.TrimSpace(e.Reason) == "":
		return errors.New("a reason is missing")
	case e.Expires != "" && !dayForm().MatchString(e.Expires):
		return fmt.Errorf("%q is no day such as 2006-01-02", e.Expires)
	}
	return nil
}

// Write writes the list by component, so that it reads well in a review.
func (a *Accepted) Write(w io.Writer) error {
	f := acceptedFile{AcceptedFormat, slices.Clone(a.Entries)}
	if f.Accepted == nil {
		f.Accepted = []AcceptedEntry{}
	}
	slices.SortFunc(f.Accepted, func(x, y AcceptedEntry) int {
		return cmp.Or(cmp.Compare(x.Component, y.Component), cmp.Compare(x.ID, y.ID), cmp.Compare(x.Fingerprint, y.Fingerprint))
	})
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(f)
}

// Add accepts the change of the result with that fingerprint; an entry for it
// is replaced. ID and component are filled in.
func (a *Accepted) Add(r *Result, e AcceptedEntry) error {
	i := slices.IndexFunc(r.Changes, func(c Change) bool { return c.Fingerprint == e.Fingerprint })
	if i < 0 {
		return fmt.Errorf("no change has the fingerprint %q", e.Fingerprint)
	}
	e.ID, e.Component = r.Changes[i].ID, r.Changes[i].Component.Display()
	if err := e.check(); err != nil {
		return err
	}
	a.Entries = slices.DeleteFunc(a.Entries, func(x AcceptedEntry) bool { return x.Fingerprint == e.Fingerprint })
	a.Entries = append(a.Entries, e)
	return nil
}

// Mark sets [Change.Accepted] of the changes on the list, and returns the
// entries that no change has: a list that is out of date hides what it was not
// written for. Entries beyond their day or version are left out of both. today
// is a day as 2006-01-02.
func (a *Accepted) Mark(r *Result, today string) (stale, expired []AcceptedEntry) {
	byPrint := map[string]*Change{}
	for i := range r.Changes {
		byPrint[r.Changes[i].Fingerprint] = &r.Changes[i]
	}
	for _, e := range a.Entries {
		c := byPrint[e.Fingerprint]
		switch {
		case e.over(today, r.New.Label):
			expired = append(expired, e)
		case c == nil || c.ID != e.ID:
			stale = append(stale, e)
		default:
			c.Accepted = &Acceptance{By: e.By, Reason: e.Reason, Expires: e.Expires}
		}
	}
	return stale, expired
}

func (e AcceptedEntry) over(today, version string) bool {
	return e.Expires != "" && today > e.Expires || e.UntilVersion != "" && compareVersions(version, e.UntilVersion) >= 0
}

// compareVersions orders names such as 40.4.3 number by number; what is no
// number is less than any.
func compareVersions(a, b string) int {
	return slices.CompareFunc(strings.Split(a, "."), strings.Split(b, "."), func(x, y string) int {
		m, errM := strconv.Atoi(x)
		n, errN := strconv.Atoi(y)
		return cmp.Or(b2i(errM == nil)-b2i(errN == nil), cmp.Compare(m, n), cmp.Compare(x, y))
	})
}

// Worst returns the worst level on the wire of the changes that nobody has
// accepted: what a gate looks at.
func (r *Result) Worst(strict bool) Level {
	worst := None
	for i := range r.Changes {
		if c := &r.Changes[i]; c.Accepted == nil {
			worst = max(worst, c.Level(strict))
		}
	}
	return worst
}
