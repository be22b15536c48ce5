package diff_test

import (
	"testing"

	"github.com/wbxgen/wbxgen/internal/diff"
	"github.com/wbxgen/wbxgen/internal/diff/change"
	"github.com/wbxgen/wbxgen/internal/diff/reach"
	"github.com/wbxgen/wbxgen/internal/inclusion"
	"github.com/wbxgen/wbxgen/internal/xsd"
)

// beyondInclusion are the rules about what the prover does not look at, with
// the reason.
var beyondInclusion = map[change.ID]string{
	"block-changed":           "it limits xsi:type, which the prover follows from abstract types alone",
	"operation-added":         "one version alone has the operation",
	"operation-removed":       "one version alone has the operation",
	"operation-renamed":       "names of operations are no part of their types",
	"type-renamed":            "names of types are no part of what they accept",
	"namespace-changed":       "the prover reads names through the renaming",
	"root-element-added":      "one version alone has the element",
	"root-element-removed":    "one version alone has the element",
	"element-became-abstract": "the prover starts at types, not at the elements that start documents",
	"element-became-concrete": "the prover starts at types, not at the elements that start documents",
	"id-semantics-changed":    "identifiers count over a whole document",
	"deprecation-added":       "documentation is no part of a language",
	"deprecation-removed":     "documentation is no part of a language",
}

// holdLevels holds the levels of a result with a single change against inclusion,
// over all that starts a document: where the level says that some document
// breaks, inclusion must not hold, and where it says that none does, it must
// not fail.
func holdLevels(t *testing.T, r *change.Result, old, now *diff.Side) {
	t.Helper()
	if len(r.Changes) != 1 || beyondInclusion[r.Changes[0].ID] != "" {
		return
	}
	c := diff.Compare(old, now, diff.Options{})
	request, response := inclusion.Holds, inclusion.Holds
	for _, e := range reach.NewMap(c).Entries {
		if e.Reach.Direction == change.Request {
			request = request.And(startsWithin(c.Prover(false), e.Old, e.New))
		} else {
			response = response.And(startsWithin(c.Prover(true), e.New, e.Old))
		}
	}
	s := r.Changes[0].Severity
	if disagree(s.Request, request) || disagree(s.Strict, response) {
		t.Errorf("%s: levels %s and %s against verdicts %d and %d", r.Changes[0].ID, s.Request, s.Strict, request, response)
	}
}

// startsWithin tests what starts documents: elements or types.
func startsWithin(p *inclusion.Prover, l, r any) inclusion.Verdict {
	if e, ok := l.(*xsd.ElementDecl); ok {
		return p.Declared(e, r.(*xsd.ElementDecl))
	}
	return p.Types(l.(xsd.Type), r.(xsd.Type))
}

func disagree(l change.Level, v inclusion.Verdict) bool {
	return l == change.Break && v == inclusion.Holds || l <= change.Info && v == inclusion.Fails
}
