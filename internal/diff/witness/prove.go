package witness

import (
	"bytes"
	"cmp"
	"iter"
	"path"
	"slices"
	"strconv"
	"strings"

	"github.com/wbxgen/wbxgen/internal/diff"
	"github.com/wbxgen/wbxgen/internal/diff/change"
	"github.com/wbxgen/wbxgen/internal/diff/reach"
	"github.com/wbxgen/wbxgen/internal/sample"
	"github.com/wbxgen/wbxgen/internal/validate"
	"github.com/wbxgen/wbxgen/internal/xsd"
	"github.com/wbxgen/wbxgen/internal/xsd/datatype"
)

// proof is a witness with the element that it was written from.
type proof struct {
	change.Witness
	root *sample.Draft
}

// withoutSuccessor are the rules after which the new version has no document
// to show: their witness of a response is one that the old version described.
var withoutSuccessor = map[change.ID]bool{change.OperationResponseRemoved: true, change.RootElementRemoved: true}

// maxAttempts bounds the documents that are tried for one direction of a
// change, maxStarts the places from which they start, maxBetter those that are
// tried once there is a proof, but one that complains of something else, and
// maxSpent the steps that all of them take: with all that may be left out, a
// document of some schemas is huge.
const (
	maxAttempts = 80
	maxStarts   = 3
	maxBetter   = 12
	maxSpent    = 500_000
)

// witnesser looks for documents that prove breaks.
type witnesser struct {
	c          *diff.Comparison
	reach      *reach.Map
	validators [2]*validate.Validator
	builders   [2]*sample.Builder
	hops       [2]*hops
	spent      int // steps of the documents for one direction of a change
	near       map[nearKey][]candidate
	// spelled is set for changes that are about the names of namespaces: else
	// the other version judges a document in its own.
	spelled bool
	// about is the place of the change that is proven, and renames is set where
	// that is the name of an element.
	about   *change.Site
	renames bool
	renamed renaming
	// renamedBy has them by local name.
	renamedBy [2]map[string]xsd.QName
	words     words
	orders    map[xsd.Type]*order
}

// Prove gives each change a witness for each direction that breaks. A break
// without one is lowered to a risk: it is not proven.
func Prove(c *diff.Comparison, m *reach.Map) { ProveWatched(c, m, func(int, int) {}) }

// ProveWatched is [Prove], and tells how many of all changes it has looked at.
func ProveWatched(c *diff.Comparison, m *reach.Map, watch func(done, all int)) {
	w := &witnesser{c: c, reach: m, words: words{}, orders: map[xsd.Type]*order{}, near: map[nearKey][]candidate{}}
	w.renamed = renamingOf(c.Changes, [2]*xsd.Schema{c.Old.Schema, c.New.Schema})
	for i := range c.Changes {
		w.prove(&c.Changes[i])
		watch(i+1, len(c.Changes))
	}
}

func (w *witnesser) prove(c *change.Change) {
	w.spelled = c.ID == change.NamespaceChanged
	w.about, w.renames = &c.Site, c.ID == change.ElementRenamed || c.ID == change.ElementCaseChanged || c.ID == change.RootElementRemoved
	if c.Severity.Request == change.Break && len(c.Operations) > 0 {
		if !w.proven(c, change.Request) {
			c.Severity.Request, c.Reason = change.Risk, change.Unproven
		}
	}
	if c.Severity.Strict == change.Break && len(c.Operations) > 0 {
		if !w.proven(c, change.Response) {
			c.Severity.Response, c.Severity.Strict, c.Reason = min(c.Severity.Response, change.Risk), change.Risk, change.Unproven
		}
	}
}

func (w *witnesser) proven(c *change.Change, d change.Direction) bool {
	sides := []int{int(d)}
	if withoutSuccessor[c.ID] && d == change.Response {
		sides = []int{1, 0}
	}
	for _, side := range sides {
		if found := w.search(&c.Site, d, side); found != nil {
			found.Direction = d
			if d == change.Request {
				found.Sent = asSent(found.root, w.side(side))
			}
			c.Witnesses = append(c.Witnesses, found.Witness)
			return true
		}
	}
	return false
}

// search returns a proof that is valid under one version, nil for none: the one
// that the other version refuses most plainly for what has changed.
func (w *witnesser) search(f *change.Site, d change.Direction, side int) *proof {
	w.spent = 0
	var best *proof
	known := 0
	for _, both := range []bool{true, false} {
		if known < firstAtPlace {
			best, known = w.searchOnce(f, d, side, both, best, known)
		}
	}
	if known == refused && !f.Whole {
		return nil // it proves that the versions differ, not that they do so here
	}
	return best
}

// searchOnce looks for a better proof than there is, among documents that would
// be valid under both versions but for the change, or among the smallest.
func (w *witnesser) searchOnce(f *change.Site, d change.Direction, side int, both bool, best *proof, known int) (*proof, int) {
	tried, limit := 0, maxAttempts
	for s := range w.sites(f, d, side) {
		w.builder(side).Both(w.other(s, both))
		for attempt := range w.attempts(s) {
			if tried++; tried > limit || w.spent > maxSpent {
				break
			}
			found, clear := w.try(attempt, s)
			if found == nil || clear <= known {
				continue
			}
			if known == 0 {
				limit = min(limit, tried+maxBetter)
			}
			if best, known = found, clear; clear == plain {
				return best, known
			}
		}
	}
	return best, known
}

// other returns what documents are to be valid under as well but for the change.
func (w *witnesser) other(s site, both bool) *sample.Other {
	if !both {
		return nil
	}
	side := s.side
	return &sample.Other{
		Schema: w.side(1 - side).Schema, Except: s.here.At,
		Name: func(q xsd.QName) xsd.QName { return w.element(q, side) },
		Type: func(q xsd.QName) xsd.QName { return w.typeAcross(q, side) },
	}
}

// How plainly a document is refused for what has changed: something is wrong,
// and it is at the place of the change, and first of all, and it names what has
// changed.
const (
	refused = 1 + iota
	atPlace
	firstAtPlace
	plain
)

// attempt is a document to try: what to put at the end of a way.
type attempt struct {
	way  way
	fill filler
}

// filler gives an element of a type what it needs, and something telling.
type filler func(b *sample.Builder, d *sample.Draft, t xsd.Type) bool

// try builds a document and asks both versions. It tells how plainly the
// second refuses it for the change.
func (w *witnesser) try(a attempt, s site) (found *proof, clear int) {
	root, text, ok := w.document(a, s.side)
	if !ok {
		return nil, 0
	}
	translated := w.translated(root, text, s.side)
	verdict := w.judge(1-s.side, translated)
	if verdict.Outcome() != validate.Invalid {
		return nil, 0
	}
	at, clear := s.clarity(verdict.Problems, w.pathAcross(s.place.path(), s.side))
	problem := verdict.Problems[at]
	problem.Pos.Col = columnIn(text, translated, problem.Pos.Col)
	return &proof{root: root, Witness: change.Witness{
		XML: text, ValidUnder: w.label(s.side), InvalidUnder: w.label(1 - s.side), Path: w.pathAcross(problem.Path, 1-s.side),
		Error: wording(problem, text, func(q xsd.QName) xsd.QName { return w.across(q, s.side) }),
	}}, clear
}

// clarity returns the problem that is about the site, and how plainly.
func (s site) clarity(problems []validate.Problem, place string) (at, clear int) {
	at = slices.IndexFunc(problems, func(p validate.Problem) bool { return s.explains(p, place) })
	switch {
	case at < 0:
		return 0, refused
	case at > 0:
		return at, atPlace
	case s.names(problems[0]):
		return 0, plain
	}
	return 0, firstAtPlace
}

// names reports whether a problem tells of the very thing that has changed: the
// element, the value, the facet.
func (s site) names(p validate.Problem) bool {
	for _, part := range []any{s.here.At, s.there.At} {
		switch part := part.(type) {
		case *xsd.Particle:
			e, ok := part.Term.(*xsd.ElementDecl)
			return !ok || strings.Contains(p.Message, e.Name.Local+`"`)
		case *xsd.Facet:
			if part.Name == datatype.EnumerationFacet {
				return strings.Contains(p.Message, strconv.Quote(part.Value))
			}
		}
	}
	if f, ok := s.there.At.(*xsd.Facet); ok {
		return p.Code == "cvc-"+f.Name.String()+"-valid"
	}
	return true
}

// maxMends bounds how often a document is made again.
const maxMends = 4

// document returns a document that is valid under one version. Where the
// smallest one refers to what it does not have, the keyed elements are put in.
func (w *witnesser) document(a attempt, side int) (root *sample.Draft, text string, ok bool) {
	b := w.builder(side)
	b.Forget()
	defer b.Begin()
	for range maxMends {
		root = &sample.Draft{Name: a.way.root.Name}
		b.Begin()
		made := b.Within(a.way.root, func() bool { return follow(b, root, a.way.root.Type, a.way.hops, a.fill) })
		if w.spent += b.Spent(); !made {
			return nil, "", false
		}
		text = root.Document(w.side(side).Schema)
		verdict := w.judge(side, text)
		if verdict.Outcome() == validate.Valid {
			return root, text, true
		}
		if !mend(b, verdict.Problems) {
			break
		}
	}
	return nil, "", false
}

// mend asks for the elements that a document refers to and does not have. It
// reports whether that is more than was asked for before.
func mend(b *sample.Builder, problems []validate.Problem) bool {
	more := false
	for _, p := range problems {
		if p.Missed != nil {
			more = b.Ask(p.Missed) || more
		}
	}
	return more
}

// asSent writes a request as it goes over the wire, where xsi:type tells the
// operation. It returns "" where the API has no such form.
func asSent(d *sample.Draft, s *diff.Side) string {
	if !s.Profile.Envelope().Unqualified {
		return ""
	}
	types := map[xsd.QName]string{}
	for _, op := range s.Operations {
		types[op.Request.Name()] = op.WireType
	}
	return d.Sent(s.Schema, types)
}

// explains reports whether a problem is about the place of a change, as the
// version calls it that judges: what is
// at it or within, or that the content of the element around it is wrong. What
// is wrong farther out has another reason.
func (s site) explains(p validate.Problem, place string) bool {
	if s.place.use != nil {
		return p.Path == place && tellsOf(p, s.place.use.Decl.Name.Local)
	}
	if c, ok := s.there.At.(*xsd.IdentityConstraint); ok && !strings.Contains(p.Message, c.Name.Local+`"`) {
		return false
	}
	if strings.HasPrefix(p.Path+"/", place+"/") {
		return true
	}
	return p.Path == path.Dir(place) && !strings.HasPrefix(p.Message, "attribute ")
}

// tellsOf reports whether a problem of an element is one of an attribute of it:
// it names that first, or it is about an identifier, which has no name.
func tellsOf(p validate.Problem, attribute string) bool {
	_, after, named := strings.Cut(p.Message, `attribute "`)
	name, _, _ := strings.Cut(after, `"`)
	return named && name[strings.LastIndexAny(name, ":}")+1:] == attribute || strings.HasPrefix(p.Code, "cvc-id")
}

func (w *witnesser) side(i int) *diff.Side { return [...]*diff.Side{w.c.Old, w.c.New}[i] }

func (w *witnesser) label(i int) string { return w.side(i).Label }

// maxProblems bounds what is heard of one document.
const maxProblems = 16

func (w *witnesser) judge(side int, text string) *validate.Result {
	if w.validators[side] == nil {
		w.validators[side] = validate.New(w.side(side).Schema, validate.Options{MaxErrors: maxProblems})
	}
	return w.validators[side].Validate(bytes.NewReader([]byte(text)), "")
}

func (w *witnesser) builder(side int) *sample.Builder {
	if w.builders[side] == nil {
		other := w.side(1 - side).Schema
		w.builders[side] = sample.NewBuilder(w.side(side).Schema, func(t xsd.Type) bool {
			return t.TypeName().IsZero() || other.Type(w.typeAcross(t.TypeName(), side)) != nil
		})
	}
	return w.builders[side]
}

// across translates a name of one side to the other.
func (w *witnesser) across(q xsd.QName, side int) xsd.QName {
	if side == 0 {
		return w.c.Names.Name(q)
	}
	for from, to := range w.c.Names.Spaces {
		if to == q.Space {
			return xsd.QName{Space: from, Local: q.Local}
		}
	}
	return q
}

func (w *witnesser) typeAcross(q xsd.QName, side int) xsd.QName {
	if side == 0 {
		return w.c.Names.TypeName(q)
	}
	return w.c.Names.Back(q)
}

// follow fills an element, and those on the way from it to the place of a
// change.
func follow(b *sample.Builder, d *sample.Draft, t xsd.Type, hops []hop, f filler) bool {
	if len(hops) == 0 {
		return f(b, d, t)
	}
	h := hops[0]
	if h.as != nil {
		d.As = h.as.TypeName()
		b.As(h.as)
		return follow(b, d, h.as, hops[1:], f)
	}
	return b.Fill(d, t, &sample.Want{Particle: h.particle, Count: max(h.particle.Min, 1), Child: func() *sample.Draft {
		k := &sample.Draft{Name: h.decl.Name}
		if !b.Within(h.decl, func() bool { return follow(b, k, h.decl.Type, hops[1:], f) }) {
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
	here, there change.Anchor
}

// sites yields the places of a finding, in the operations that show it by the
// shortest ways.
func (w *witnesser) sites(f *change.Site, d change.Direction, side int) iter.Seq[site] {
	return func(yield func(site) bool) {
		g := [...]*reach.Graph{w.reach.Old, w.reach.New}[side]
		var found shortest
		for _, c := range w.candidates(g, f, d, side) {
			if found.beats(c) {
				break
			}
			if s, ok := w.site(g, f, c.holder, c.start, side); ok {
				found.add(s, c.index)
			}
		}
		for _, s := range found {
			if !yield(s.site) {
				return
			}
		}
	}
}

// candidate is where documents start, with a holder, and how many elements lead
// from the one to the other at least.
type candidate struct {
	start  any
	holder change.Holder
	steps  int
	index  int // in the order in which starts and holders come
}

// candidates returns those of a finding, nearest first: of hundreds of starts
// few are looked at closely.
func (w *witnesser) candidates(g *reach.Graph, f *change.Site, d change.Direction, side int) []candidate {
	var list []candidate
	if f.Whole {
		for _, start := range w.wholeStarts(f, side) {
			for _, h := range f.Holders {
				list = append(list, candidate{start: start, holder: h, index: len(list)})
			}
		}
		return list
	}
	for n, h := range f.Holders {
		for _, c := range w.nearest(g, f, h, d, side) {
			c.holder, c.index = h, c.index*len(f.Holders)+n
			list = append(list, c)
		}
	}
	slices.SortFunc(list, func(a, b candidate) int { return cmp.Or(cmp.Compare(a.steps, b.steps), cmp.Compare(a.index, b.index)) })
	return list
}

// maxNearest bounds the starts that are kept for a holder: few are looked at.
const maxNearest = 16

// nearKey is what the nearest starts of a holder depend on.
type nearKey struct {
	old, new  any
	direction change.Direction
	side      int
}

// nearest returns the starts that are nearest to a holder, which many changes
// can have.
func (w *witnesser) nearest(g *reach.Graph, f *change.Site, h change.Holder, d change.Direction, side int) []candidate {
	key := nearKey{h.Old, h.New, d, side}
	list, known := w.near[key]
	if known {
		return list
	}
	for _, e := range w.reach.Reaching(h) {
		start := [...]any{e.Old, e.New}[side]
		if steps, ok := g.Steps(start, on(h, side)); ok && e.Reach.Direction == d {
			list = append(list, candidate{start: start, steps: steps, index: e.Index})
		}
	}
	slices.SortFunc(list, func(a, b candidate) int { return cmp.Or(cmp.Compare(a.steps, b.steps), cmp.Compare(a.index, b.index)) })
	list = slices.Clip(list[:min(len(list), maxNearest)])
	w.near[key] = list
	return list
}

// shortest are the sites with the shortest ways, of equals those that come first.
type shortest []ranked

type ranked struct {
	site
	index int
}

func (r ranked) length() int { return len(r.place.hops) }

// beats reports whether a candidate, and all that come after it, cannot be among
// the shortest.
func (s shortest) beats(c candidate) bool {
	if len(s) < maxStarts {
		return false
	}
	last := s[len(s)-1]
	return c.steps > last.length() || c.steps == last.length() && c.index > last.index
}

func (s *shortest) add(n site, index int) {
	*s = append(*s, ranked{n, index})
	slices.SortFunc(*s, func(a, b ranked) int {
		return cmp.Or(cmp.Compare(a.length(), b.length()), cmp.Compare(a.index, b.index))
	})
	*s = (*s)[:min(len(*s), maxStarts)]
}

// wholeStarts returns what starts the documents that a finding about operations
// or roots can show in.
func (w *witnesser) wholeStarts(f *change.Site, side int) []any {
	var list []any
	for _, h := range f.Holders {
		list = append(list, on(h, side))
	}
	a := [...]change.Anchor{f.Old, f.New}[side]
	if e, ok := a.At.(*xsd.ElementDecl); ok {
		list = append(list, e)
	}
	if t, ok := a.At.(*xsd.ComplexType); ok {
		list = []any{t}
	}
	return list
}

// on returns the holder in one version.
func on(h change.Holder, side int) any { return [...]any{h.Old, h.New}[side] }

func (w *witnesser) site(g *reach.Graph, f *change.Site, h change.Holder, start any, side int) (site, bool) {
	target := on(h, side)
	if f.Whole {
		target = start
	}
	to, ok := wayTo(g, start, target, w.hopsOf(side))
	if !ok {
		return site{}, false
	}
	if to, ok = w.enveloped(to, start, side); !ok {
		return site{}, false
	}
	anchors := [...]change.Anchor{f.Old, f.New}
	s := site{side: side, holder: to, other: typeOf(on(h, 1-side)), here: anchors[side], there: anchors[1-side]}
	steps := [...]string{h.OldStep, h.Step}
	s.place = s.holder.down(steps[side], w.hopsOf(side))
	s.otherPlace = way{end: s.other}.down(steps[1-side], w.hopsOf(1-side)).end
	return s, true
}

func (w *witnesser) hopsOf(side int) *hops {
	if w.hops[side] == nil {
		w.hops[side] = newHops(w.side(side).Schema)
	}
	return w.hops[side]
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
		front = front.down(name, w.hopsOf(side))
	}
	front = front.plus(hop{as: t}, t)
	front.hops = append(front.hops, to.hops...)
	front.use, front.end = to.use, to.end
	return front, true
}
