package check

import "github.com/wbxgen/wbxgen/internal/diag"

// allSteps is how many times the steps of a single check all checks together
// may take.
const allSteps = 10

// budget counts the work of the checks on content models, whose cost can grow
// much faster than the documents.
type budget struct {
	limit int // of a single check
	left  int // of the check under way
	total int // of all checks
	over  bool
}

// begin starts a check.
func (b *budget) begin() { b.left = min(b.limit, b.total) }

// step takes n steps and reports whether the check may go on.
func (b *budget) step(n int) bool {
	b.left -= n
	b.total -= n
	return b.left >= 0
}

// spent reports whether the check under way had too few steps.
func (b *budget) spent() bool { return b.left < 0 }

// tooMuch warns that a check was given up; what says which. The schema may be
// right: nobody can tell.
func (b *budget) tooMuch(diags *diag.List, pos diag.Pos, what string) {
	if b.total > 0 {
		diags.Warning(pos, "wbxgen-limit", "the content model is too large to be %s within %d steps", what, b.limit)
		return
	}
	if !b.over {
		b.over = true
		diags.Warning(pos, "wbxgen-limit", "the content models from here on are not checked: those before took %d steps", b.limit*allSteps)
	}
}
