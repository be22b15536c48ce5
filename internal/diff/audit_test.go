package diff

import (
	"testing"

	"github.com/wbxgen/wbxgen/internal/xsd"
)

// beyondInclusion are the rules about what the prover does not look at, with
// the reason.
var beyondInclusion = map[string]string{
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

// audit holds the levels of a result with a single change against inclusion,
// over all that starts a document: where the level says that some document
// breaks, inclusion must not hold, and where it says that none does, it must
// not fail.
func audit(t *testing.T, r *Result, old, now *Side) {
	t.Helper()
	if len(r.Changes) != 1 || beyondInclusion[r.Changes[0].ID] != "" {
		return
	}
	c := newComparer(old, now, Options{Steps: DefaultSteps})
	c.matchNames()
	c.matchOperations()
	request, response := holds, holds
	for _, e := range c.entries() {
		if e.reach.Direction == Request {
			request = request.and(startsWithin(c.prover(false), e.old, e.new))
		} else {
			response = response.and(startsWithin(c.prover(true), e.new, e.old))
		}
	}
	s := r.Changes[0].Severity
	if disagree(s.Request, request) || disagree(s.Strict, response) {
		t.Errorf("%s: levels %s and %s against verdicts %d and %d", r.Changes[0].ID, s.Request, s.Strict, request, response)
	}
}

// startsWithin tests what starts documents: elements or types.
func startsWithin(p *prover, l, r any) verdict {
	if e, ok := l.(*xsd.ElementDecl); ok {
		p.declarations(e, r.(*xsd.ElementDecl))
		return p.run()
	}
	return p.types(l.(xsd.Type), r.(xsd.Type))
}

func disagree(l Level, v verdict) bool {
	return l == Break && v == holds || l <= Info && v == fails
}
