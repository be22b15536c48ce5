package diff

import (
	"bytes"
	"iter"
	"slices"
	"strconv"
	"strings"

	"github.com/wbxgen/wbxgen/internal/validate"
	"github.com/wbxgen/wbxgen/internal/xsd"
)

// Witness is a document that proves a break: valid under one version and
// invalid under the other.
type Witness struct {
	// Direction is the one that breaks. A request is valid under the old
	// version, a response under the new one.
	Direction Direction
	// XML is the document, all names of which are qualified.
	XML string
	// Sent is a request as clients send it; "" where that is no other form.
	Sent string
	// ValidUnder and InvalidUnder are the labels of the two versions.
	ValidUnder, InvalidUnder string
	// Error is what the second says of it first, Path where: the local names
	// of elements from the root.
	Error, Path string
}

// proof is a witness with the element that it was written from.
type proof struct {
	Witness
	root *draft
}

// withoutSuccessor are the rules after which the new version has no document
// to show: their witness of a response is one that the old version described.
var withoutSuccessor = map[string]bool{"operation-response-removed": true, "root-element-removed": true}

// maxAttempts bounds the documents that are tried for one direction of a
// change, maxStarts the places from which they start, and maxBetter those that
// are tried once there is a proof, but one that complains of something else.
const (
	maxAttempts = 80
	maxStarts   = 3
	maxBetter   = 12
)

// witnesser looks for documents that prove breaks.
type witnesser struct {
	*comparer
	reach      *reacher
	validators [2]*validate.Validator
	builders   [2]*builder
}

// prove gives a change a witness for each direction that breaks. A break
// without one is lowered to a risk: it is not proven.
func (w *witnesser) prove(c *Change, f *finding) {
	if c.Severity.Request == Break && len(c.Operations) > 0 {
		if !w.proven(c, f, Request) {
			c.Severity.Request, c.Reason = Risk, Unproven
		}
	}
	if c.Severity.Strict == Break && len(c.Operations) > 0 {
		if !w.proven(c, f, Response) {
			c.Severity.Response, c.Severity.Strict, c.Reason = min(c.Severity.Response, Risk), Risk, Unproven
		}
	}
}

func (w *witnesser) proven(c *Change, f *finding, d Direction) bool {
	sides := []int{int(d)}
	if withoutSuccessor[c.ID] && d == Response {
		sides = []int{1, 0}
	}
	for _, side := range sides {
		if found := w.search(f, d, side); found != nil {
			found.Direction = d
			if d == Request {
				found.Sent = found.root.asSent(w.side(side))
			}
			c.Witnesses = append(c.Witnesses, found.Witness)
			return true
		}
	}
	return false
}

// search returns a proof that is valid under one version, nil for none: one
// that the other version refuses for what has changed, if there is one, else
// the first that it refuses at all.
func (w *witnesser) search(f *finding, d Direction, side int) *proof {
	var first *proof
	tried, limit := 0, maxAttempts
	for s := range w.sites(f, d, side) {
		for attempt := range w.attempts(s) {
			if tried++; tried > limit {
				break
			}
			found, telling := w.try(attempt, s)
			if telling {
				return found
			}
			if first == nil && found != nil {
				first, limit = found, min(limit, tried+maxBetter)
			}
		}
	}
	return first
}

// attempt is a document to try: what to put at the end of a way.
type attempt struct {
	way  way
	fill filler
}

// filler gives an element of a type what it needs, and something telling.
type filler func(b *builder, d *draft, t xsd.Type) bool

// try builds a document and asks both versions. It reports whether what the
// second says is about the site.
func (w *witnesser) try(a attempt, s site) (found *proof, telling bool) {
	root, text, ok := w.document(a, s.side)
	if !ok {
		return nil, false
	}
	verdict := w.judge(1-s.side, text)
	if verdict.Outcome() != validate.Invalid {
		return nil, false
	}
	problem := verdict.Problems[0]
	if i := slices.IndexFunc(verdict.Problems, s.explains); i >= 0 {
		problem, telling = verdict.Problems[i], true
	}
	return &proof{root: root, Witness: Witness{
		XML: text, ValidUnder: w.label(s.side), InvalidUnder: w.label(1 - s.side), Path: problem.Path,
		Error: strconv.Itoa(problem.Pos.Line) + ":" + strconv.Itoa(problem.Pos.Col) + ": " + problem.Message + " [" + problem.Code + "]",
	}}, telling
}

// maxMends bounds how often a document is made again.
const maxMends = 4

// document returns a document that is valid under one version. Where the
// smallest one refers to what it does not have, the keyed elements are put in.
func (w *witnesser) document(a attempt, side int) (root *draft, text string, ok bool) {
	b := w.builder(side)
	clear(b.keyed)
	for range maxMends {
		root = &draft{name: a.way.root.Name}
		b.begin()
		if !b.follow(root, a.way.root.Type, a.way.hops, a.fill) {
			return nil, "", false
		}
		text = root.document(b.side.Schema)
		verdict := w.judge(side, text)
		if verdict.Outcome() == validate.Valid {
			return root, text, true
		}
		if !b.mend(verdict.Problems) {
			break
		}
	}
	return nil, "", false
}

// explains reports whether a problem is about the place of a change: what is
// at it or within, or that the content of an element around it is wrong. An
// attribute must be named.
func (s site) explains(p validate.Problem) bool {
	place := s.place.path()
	attribute, about := strings.CutPrefix(p.Message, "attribute ")
	switch {
	case s.place.use != nil:
		return p.Path == place && about && strings.HasPrefix(attribute, strconv.Quote(s.place.use.Decl.Name.Local))
	case strings.HasPrefix(p.Path+"/", place+"/"):
		return true
	}
	return !about && strings.HasPrefix(place+"/", p.Path+"/")
}

func (w *witnesser) side(i int) *Side { return [...]*Side{w.old, w.new}[i] }

func (w *witnesser) label(i int) string { return w.side(i).Label }

// maxProblems bounds what is heard of one document.
const maxProblems = 16

func (w *witnesser) judge(side int, text string) *validate.Result {
	if w.validators[side] == nil {
		w.validators[side] = validate.New(w.side(side).Schema, validate.Options{MaxErrors: maxProblems})
	}
	return w.validators[side].Validate(bytes.NewReader([]byte(text)), "")
}

func (w *witnesser) builder(side int) *builder {
	if w.builders[side] == nil {
		other := w.side(1 - side).Schema
		w.builders[side] = newBuilder(w.side(side), w.place(side), func(t xsd.Type) bool {
			return t.TypeName().IsZero() || other.Type(w.typeAcross(t.TypeName(), side)) != nil
		})
	}
	return w.builders[side]
}

// across translates a name of one side to the other.
func (w *witnesser) across(q xsd.QName, side int) xsd.QName {
	if side == 0 {
		return w.names.name(q)
	}
	for from, to := range w.names.spaces {
		if to == q.Space {
			return xsd.QName{Space: from, Local: q.Local}
		}
	}
	return q
}

func (w *witnesser) typeAcross(q xsd.QName, side int) xsd.QName {
	if side == 0 {
		return w.names.typeName(q)
	}
	return w.names.back(q)
}

// follow fills an element, and those on the way from it to the place of a
// change.
func (b *builder) follow(d *draft, t xsd.Type, hops []hop, f filler) bool {
	if len(hops) == 0 {
		return f(b, d, t)
	}
	h := hops[0]
	if h.as != nil {
		d.as = h.as.TypeName()
		return b.follow(d, h.as, hops[1:], f)
	}
	return b.fill(d, t, &want{particle: h.particle, count: max(h.particle.Min, 1), child: func() *draft {
		k := &draft{name: h.decl.Name}
		if !b.follow(k, h.decl.Type, hops[1:], f) {
			return nil
		}
		return k
	}})
}

// site is a place of a change in the version under which documents are to be
// valid, with its counterpart in the other.
type site struct {
	side        int
	holder      way
	other       xsd.Type // the holder's counterpart, nil for none
	place       way      // where in the holder
	otherPlace  xsd.Type
	here, there anchor
}

// sites yields the places of a finding, in the operations that show it by the
// shortest ways.
func (w *witnesser) sites(f *finding, d Direction, side int) iter.Seq[site] {
	return func(yield func(site) bool) {
		g := [...]*graph{w.reach.old, w.reach.new}[side]
		var found []site
		for _, start := range w.starts(f, d, side) {
			for _, h := range f.holders {
				if s, ok := w.site(g, f, h, start, side); ok {
					found = append(found, s)
				}
			}
		}
		slices.SortStableFunc(found, func(a, b site) int { return len(a.place.hops) - len(b.place.hops) })
		for _, s := range found[:min(len(found), maxStarts)] {
			if !yield(s) {
				return
			}
		}
	}
}

// starts returns what starts the documents of one direction that a finding can
// show in.
func (w *witnesser) starts(f *finding, d Direction, side int) []any {
	var list []any
	if f.operations != nil {
		for _, h := range f.holders {
			list = append(list, h.on(side))
		}
		a := [...]anchor{f.old, f.new}[side]
		if e, ok := a.at.(*xsd.ElementDecl); ok {
			list = append(list, e)
		}
		if t, ok := a.at.(*xsd.ComplexType); ok {
			list = []any{t}
		}
		return list
	}
	for _, e := range w.reach.entries {
		if e.reach.Direction == d {
			list = append(list, [...]any{e.old, e.new}[side])
		}
	}
	return list
}

// on returns the holder in one version.
func (h holder) on(side int) any { return [...]any{h.old, h.new}[side] }

func (w *witnesser) site(g *graph, f *finding, h holder, start any, side int) (site, bool) {
	target := h.on(side)
	if f.operations != nil {
		target = start
	}
	to, ok := g.wayTo(start, target)
	if !ok {
		return site{}, false
	}
	if to, ok = w.enveloped(to, start, side); !ok {
		return site{}, false
	}
	schemas := [...]*xsd.Schema{w.old.Schema, w.new.Schema}
	anchors := [...]anchor{f.old, f.new}
	s := site{side: side, holder: to, other: typeOf(h.on(1 - side)), here: anchors[side], there: anchors[1-side]}
	s.place = s.holder.down(h.step, schemas[side])
	s.otherPlace = way{end: s.other}.down(h.step, schemas[1-side]).end
	return s, true
}

// typeOf returns the type of a holder, nil for none.
func typeOf(holder any) xsd.Type {
	switch h := holder.(type) {
	case *xsd.ElementDecl:
		return h.Type
	case *xsd.AttributeDecl:
		return h.Type
	case xsd.Type:
		return h
	}
	return nil
}

// enveloped puts the way from an operation's type behind the one from the
// root of a message to where operations stand.
func (w *witnesser) enveloped(to way, start any, side int) (way, bool) {
	if to.root != nil {
		return to, true
	}
	s := w.side(side)
	t, ok := start.(xsd.Type)
	envelope := s.Profile.Envelope()
	e := s.Schema.Element(envelope.Root)
	if !ok || e == nil || envelope.Body.IsZero() {
		return to, false
	}
	front := way{root: e, end: e.Type}
	for _, name := range envelope.Path {
		front = front.down(name, s.Schema)
	}
	front = front.plus(hop{as: t}, t)
	front.hops = append(front.hops, to.hops...)
	front.use, front.end = to.use, to.end
	return front, true
}
