package diff

import (
	"cmp"
	"maps"
	"slices"

	"github.com/wbxgen/wbxgen/internal/diag"
	"github.com/wbxgen/wbxgen/internal/xsd"
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
	Digest  string // see [Digest]
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
func (r *Result) Identical() bool { return r.Old.Digest == r.New.Digest }

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

// result places and judges the findings.
func (c *comparer) result() *Result {
	before, after := c.old.facts(), c.new.facts()
	r := &Result{
		Old: Version{c.old.Label, c.old.Aliases, before.digest()},
		New: Version{c.new.Label, c.new.Aliases, after.digest()},
	}
	if len(c.all) > 0 {
		reacher := c.reacher()
		prover := &witnesser{comparer: c, reach: reacher}
		for _, f := range c.all {
			r.Changes = append(r.Changes, c.change(f, reacher, prover))
		}
		slices.SortFunc(r.Changes, func(a, b Change) int { return a.compare(&b) })
		if len(c.names.types)+len(c.names.spaces) > 0 {
			before = factsOf(c.old.Schema, c.names)
		}
		c.account(r, before, after)
	}
	r.Operations = sumUp(c.operationList(), r.Changes)
	if r.Documents = len(r.Operations) == 0 && !c.old.enveloped() && !c.new.enveloped(); r.Documents {
		r.Roots = sumUp(c.rootList(), r.Changes)
	}
	return r
}

func (c *comparer) change(f *finding, r *reacher, w *witnesser) Change {
	change := Change{
		ID: f.rule.ID, Component: c.component(f), Severity: f.severity, Confidence: f.confidence, Tags: f.tags,
		Old: value(f.oldText, f.old), New: value(f.newText, f.new), Operations: r.reach(f),
		old: f.old, new: f.new, holders: f.holders, also: f.also,
	}
	change.Lost = f.lost()
	change.limit(f.operations == nil)
	if s := change.Severity; s.Request == Risk || s.Response == Risk || s.Strict == Risk {
		change.Reason = f.reason
	}
	w.prove(&change, f)
	change.spread()
	if f.new.isZero() && deprecated(notesOf(f.old.at)) {
		change.Tags = append(change.Tags, "was-deprecated")
	}
	change.Fingerprint = fingerprint(&change)
	return change
}

// component returns where a finding is: in the new version, unless it has
// gone.
func (c *comparer) component(f *finding) Component {
	if f.component != nil {
		return *f.component
	}
	if here, ok := c.place(1).of[f.new.at]; ok && !f.new.isZero() {
		return here.Component
	}
	return c.place(0).of[f.old.at].Component
}

// lost returns where in the new version something is missing.
func (f *finding) lost() diag.Pos {
	if !f.new.isZero() {
		return diag.Pos{}
	}
	for _, h := range f.holders {
		if c, ok := h.new.(xsd.Component); ok {
			return c.Position()
		}
	}
	return diag.Pos{}
}

func value(t *text, a anchor) *Value {
	if t == nil {
		return nil
	}
	return &Value{Text: t.show, Occurs: t.occurs, Type: t.of, Pos: a.pos, key: t.key}
}

// spread tells the operations that are reached the levels of their directions.
func (c *Change) spread() {
	for i := range c.Operations {
		o := &c.Operations[i]
		switch {
		case o.ViaType:
		case o.Direction == Request:
			o.Level = c.Severity.Request
		default:
			o.Level = c.Severity.Response
		}
	}
}

// limit lowers the levels to those of the directions that are reached.
func (c *Change) limit(byReach bool) {
	if !byReach {
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

// operationList returns the operations of either version, by service and name.
func (c *comparer) operationList() []Verdict {
	var list []Verdict
	for _, p := range c.operationPairs {
		op := p.new
		if op == nil {
			op = p.old
		}
		list = append(list, Verdict{Operation: op.Name, Service: op.Service})
	}
	slices.SortFunc(list, func(a, b Verdict) int {
		return cmp.Or(cmp.Compare(a.Service, b.Service), cmp.Compare(a.Operation, b.Operation))
	})
	return list
}

// rootList returns the elements that documents of either version start with,
// by name.
func (c *comparer) rootList() []Verdict {
	names := map[string]bool{}
	for _, s := range []*Side{c.old, c.new} {
		for _, r := range s.starts() {
			names[r.Operation] = true
		}
	}
	var list []Verdict
	for _, name := range slices.Sorted(maps.Keys(names)) {
		list = append(list, Verdict{Operation: name})
	}
	return list
}

// sumUp returns the verdicts on the operations of a list.
func sumUp(list []Verdict, changes []Change) []Verdict {
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
