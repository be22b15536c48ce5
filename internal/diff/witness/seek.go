package witness

import (
	"github.com/wbxgen/wbxgen/internal/diff"
	"github.com/wbxgen/wbxgen/internal/diff/change"
	"github.com/wbxgen/wbxgen/internal/diff/reach"
	"github.com/wbxgen/wbxgen/internal/sample"
	"github.com/wbxgen/wbxgen/internal/validate"
)

// maxBetter bounds the documents that are tried once there is a proof, but one
// that complains of something else, and maxSpent the steps that all of them take:
// with all that may be left out, a document of some schemas is huge.
const (
	maxBetter = 12
	maxSpent  = 500_000
)

// proof is a witness with the element that it was written from.
type proof struct {
	change.Witness
	root *sample.Draft
}

// seeker looks for documents that are valid under one version and invalid under
// the other, for one change after the other.
type seeker struct {
	here, there *version
	places      places
	words       *words
	back        bool // here is the new version
}

func newSeeker(c *diff.Comparison, m *reach.Map, back bool, here, there *version) *seeker {
	return &seeker{here: here, there: there, places: places{here: here, there: there, starts: newStarts(m, here.graph, back), back: back}, words: newWords(c.Prover, back), back: back}
}

// seek returns a proof, nil for none: the one that the other version refuses
// most plainly for what has changed.
func (w *seeker) seek(c *change.Change, d change.Direction) *proof {
	part := turned(w.back, c.Site.Old, c.Site.New)
	s := &search{
		here: w.here, there: w.there,
		forth: newTranslation(w.here.vocabulary, w.there.vocabulary, w.here.wraps, c, part.here),
		back:  newTranslation(w.there.vocabulary, w.here.vocabulary, w.there.wraps, c, part.there),
	}
	sites := w.places.sites(&c.Site, d)
	for _, both := range []bool{true, false} {
		if s.clear < firstAtPlace {
			s.once(sites, w.words, both)
		}
	}
	if s.clear == refused && !c.Site.Whole {
		return nil // it proves that the versions differ, not that they do so here
	}
	return s.best
}

// search is the search for one proof.
type search struct {
	here, there *version
	forth, back translation
	spent       int // steps of the documents that were made
	best        *proof
	clear       int // how plainly the best proof is refused for the change
}

// once looks for a better proof than there is, among documents that would be
// valid under both versions but for the change, or among the smallest.
func (s *search) once(sites []site, words *words, both bool) {
	tried, limit := 0, maxAttempts
	for _, at := range sites {
		s.here.builder().Both(s.other(at, both))
		ideas := ideas{site: at, here: s.here, there: s.there, words: words}
		for attempt := range ideas.all() {
			if tried++; tried > limit || s.spent > maxSpent {
				break
			}
			found, clear := s.try(attempt, at)
			if found == nil || clear <= s.clear {
				continue
			}
			if s.clear == 0 {
				limit = min(limit, tried+maxBetter)
			}
			if s.best, s.clear = found, clear; clear == plain {
				return
			}
		}
	}
}

// other returns what documents are to be valid under as well but for the change.
func (s *search) other(at site, both bool) *sample.Other {
	if !both {
		return nil
	}
	return &sample.Other{
		Schema: s.there.side.Schema, Except: at.part.here.At,
		Name: s.forth.element, Type: s.here.names.ofType, Through: s.forth.through,
	}
}

// try builds a document and asks both versions. It tells how plainly the
// second refuses it for the change.
func (s *search) try(a attempt, at site) (found *proof, clear int) {
	root, text, spent := document(a, s.here)
	if s.spent += spent; root == nil {
		return nil, 0
	}
	translated, shape := s.forth.document(root, text)
	verdict := s.there.judge(translated)
	if verdict.Outcome() != validate.Invalid {
		return nil, 0
	}
	i, clear := at.clarity(s.forth.proven.ID, verdict.Problems, s.forth.path(at.place.path()))
	problem := verdict.Problems[i]
	if text != translated {
		problem.Pos.Col = shape.columnIn(root, text, translated, problem.Pos.Col)
	}
	return &proof{root: root, Witness: change.Witness{
		XML: text, ValidUnder: s.here.side.Label, InvalidUnder: s.there.side.Label, Path: s.back.path(problem.Path),
		Error: wording(problem, text, s.here.names.across),
	}}, clear
}
