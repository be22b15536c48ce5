package compile

import (
	"github.com/wbxgen/wbxgen/internal/diag"
)

// allSteps is how many times the steps of a single check all checks together
// may take.
const allSteps = 10

// steps counts the work of the checks on content models, whose cost can grow
// much faster than the documents.
type steps struct {
	left  int // of the check under way
	total int // of all checks
	over  bool
}

// begin starts a check.
func (k *checker) begin() { k.steps.left = min(k.limits.Steps, k.steps.total) }

// step takes n steps and reports whether the check may go on.
func (s *steps) step(n int) bool {
	s.left -= n
	s.total -= n
	return s.left >= 0
}

// spent reports whether the check under way had too few steps.
func (s *steps) spent() bool { return s.left < 0 }

// tooMuch warns that a check was given up; what says which. The schema may be
// right: nobody can tell.
func (k *checker) tooMuch(pos diag.Pos, what string) {
	if k.steps.total > 0 {
		k.diags.Warning(pos, "wbxgen-limit", "the content model is too large to be %s within %d steps", what, k.limits.Steps)
		return
	}
	if !k.steps.over {
		k.steps.over = true
		k.diags.Warning(pos, "wbxgen-limit", "the content models from here on are not checked: those before took %d steps", k.limits.Steps*allSteps)
	}
}
