package change

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
)

// Result is the outcome of a comparison.
type Result struct {
	Old, New Version
	// Changes are sorted, worst first.
	Changes []Change
	// Operations are all operations of either version, by name, with what the
	// changes mean for each.
	Operations []Verdict
	// Documents is set where neither version has operations that a profile
	// finds: a document format, whose requests are documents of writers of the
	// old version, and whose responses are documents for readers of it. Roots
	// are then the elements that its documents start with, by name.
	Documents bool
	Roots     []Verdict
	// OldHold is set where it is shown that what the new version accepts at its
	// roots includes what the old one does, identity constraints aside; NewHold
	// the other way round.
	OldHold, NewHold bool
	// OldStamps are the attributes by which each document of the old version is
	// refused under the new one, as a version that was fixed and has another value
	// now, or a new one that is required; NewStamps those of documents of the new
	// version under the old one. They are nil where there are other documents.
	OldStamps, NewStamps []string
	// Hidden counts the changes that a [Filter] has taken away.
	Hidden int
	// Go says what the bindings of both versions make of it. It is nil where
	// they were not planned; then the rules' levels of the changes stand for it.
	Go *GoVerdict
}

// Version is what a result says of a side.
type Version struct {
	Label   string
	Aliases []string
	// Digest is the same for versions with the same components. It is made when
	// it is first asked for: most reports do not say it.
	Digest Digest
	// Errors is how many the schema has: what they leave out of it counts as not there.
	Errors int
}

// Digest makes a hash of all that a version says, the same one each time. A nil
// one is the empty text.
type Digest func() string

// String returns the hash.
func (d Digest) String() string {
	if d == nil {
		return ""
	}
	return d()
}

// Verdict is what a comparison means for one operation: the worst levels of
// the changes that reach it.
type Verdict struct {
	Operation, Service        string
	Request, Response, Strict Level
	// Changes counts the changes that reach the operation other than by way
	// of the envelope or of xsi:type.
	Changes int
}

// Identical reports whether both versions have the same components.
// What was found tells already that they are not, unless it is all about
// documentation, which is no part of a component.
func (r *Result) Identical() bool {
	if slices.ContainsFunc(r.Changes, func(c Change) bool { return !aboutDocumentation[c.ID] }) {
		return false
	}
	return r.Old.Digest.String() == r.New.Digest.String()
}

// aboutDocumentation are the rules that look at annotations alone.
var aboutDocumentation = map[ID]bool{DeprecationAdded: true, DeprecationRemoved: true, DocumentationChanged: true}

// Summary counts.
type Summary struct {
	// Changes is the number of changes, by level Breaks, Risks, Infos and Nones.
	Changes                     int
	Breaks, Risks, Infos, Nones int
	Hidden                      int // see [Result.Hidden]
	// Touched operations are those that a change reaches, Untouched the others.
	Touched, Untouched int
	Go                 GoLevel
}

// Summary counts the changes by their levels; strict readers count if asked
// for.
func (r *Result) Summary(strict bool) Summary {
	s := Summary{Changes: len(r.Changes), Hidden: r.Hidden}
	for i := range r.Changes {
		c := &r.Changes[i]
		s.Go = max(s.Go, c.Severity.Go)
		switch c.Level(strict) {
		case Break:
			s.Breaks++
		case Risk:
			s.Risks++
		case Info:
			s.Infos++
		default:
			s.Nones++
		}
	}
	if r.Go != nil {
		s.Go = r.Go.Step
	}
	for _, v := range r.Operations {
		if v.Changes > 0 {
			s.Touched++
		} else {
			s.Untouched++
		}
	}
	return s
}

// NewResult puts changes in order once all is known of each: what their levels
// are, the operations that they reach, what proves them.
func NewResult(old, new Version, operations []Verdict, changes []Change) *Result {
	for i := range changes {
		c := &changes[i]
		if s := c.Severity; s.Request != Risk && s.Response != Risk && s.Strict != Risk {
			c.Reason = ""
		}
		c.Fingerprint = c.fingerprint()
	}
	slices.SortFunc(changes, func(a, b Change) int { return a.compare(&b) })
	tellApart(changes)
	slices.SortFunc(operations, func(a, b Verdict) int {
		return cmp.Or(cmp.Compare(a.Service, b.Service), cmp.Compare(a.Operation, b.Operation))
	})
	return &Result{Old: old, New: new, Changes: changes, Operations: SumUp(operations, changes)}
}

// tellApart gives changes that have one fingerprint others: by where they show
// and were found, and by their order where that is the same too.
func tellApart(changes []Change) {
	seen := map[string]int{}
	for i := range changes {
		seen[changes[i].Fingerprint]++
	}
	again := map[string]int{}
	for i := range changes {
		c := &changes[i]
		if seen[c.Fingerprint] < 2 {
			continue
		}
		where := c.where()
		again[c.Fingerprint+where]++
		c.Fingerprint = c.fingerprint(where, strconv.Itoa(again[c.Fingerprint+where]))
	}
}

// where writes the ways to a change, which tell it from one that is the same
// but for its place.
func (c *Change) where() string {
	var b strings.Builder
	for _, h := range c.Site.Holders {
		b.WriteString(h.Step + "\n")
	}
	for _, r := range c.Operations {
		b.WriteString(r.Operation + " " + r.Direction.String() + " " + c.Path(r) + "\n")
	}
	return b.String()
}

// Limit lowers the levels to those of the directions that are reached.
func (c *Change) Limit() {
	if c.Site.Whole {
		return
	}
	if len(c.Operations) == 0 {
		c.Severity.Request = min(c.Severity.Request, Info)
		c.Severity.Response = min(c.Severity.Response, Info)
		c.Severity.Strict = min(c.Severity.Strict, Info)
		return
	}
	reached := map[Direction]bool{}
	for _, o := range c.Operations {
		if !o.ViaType {
			reached[o.Direction] = true
		}
	}
	if !reached[Request] {
		c.Severity.Request = None
	}
	if !reached[Response] {
		c.Severity.Response, c.Severity.Strict = None, None
	}
}

// SumUp returns the verdicts on the operations of a list.
func SumUp(list []Verdict, changes []Change) []Verdict {
	out := make([]Verdict, len(list))
	byName := make(map[[2]string]*Verdict, len(list))
	for i, v := range list {
		out[i] = Verdict{Operation: v.Operation, Service: v.Service}
		byName[[2]string{v.Service, v.Operation}] = &out[i]
	}
	for i := range changes {
		for _, reach := range changes[i].Operations {
			if v := byName[[2]string{reach.Service, reach.Operation}]; v != nil && !reach.ViaType {
				v.add(&changes[i], reach)
			}
		}
	}
	return out
}

func (v *Verdict) add(c *Change, r Reach) {
	if c.Level(true) == None {
		return
	}
	if r.Direction == Request {
		v.Request = max(v.Request, c.Severity.Request)
	} else {
		v.Response, v.Strict = max(v.Response, c.Severity.Response), max(v.Strict, c.Severity.Strict)
	}
	v.Changes++
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
