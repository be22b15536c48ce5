package compile

import (
	"github.com/wbxgen/wbxgen/internal/diag"
	"github.com/wbxgen/wbxgen/internal/xsd"
)

// ledger books what a compilation found wrong and what it may still cost. All
// who read documents or build components write to one.
type ledger struct {
	diags   diag.List
	lax     bool // see [Options]
	limits  Limits
	built   int  // components so far
	stopped bool // a limit was reached: what follows would only confuse
	chain   chains
	newer   []newerUse // what only XSD 1.1 knows
}

// count books one more component and reports whether there is room for it.
func (l *ledger) count(pos diag.Pos) bool { return l.countAll(pos, 1) }

// countAll books n components, or what costs as much.
func (l *ledger) countAll(pos diag.Pos, n int) bool {
	if l.built += n; l.built <= l.limits.Components {
		return true
	}
	l.stop(pos, "more than %d components", l.limits.Components)
	return false
}

// stop reports that a limit was reached, once. No checks follow.
func (l *ledger) stop(pos diag.Pos, format string, limit int) {
	if !l.stopped {
		l.stopped = true
		l.diags.Error(pos, "wbxgen-limit", format, limit)
	}
}

// missing reports a document that is not there: an error, since code made
// from half a schema is wrong in silence; with Lax a warning, since the
// recommendation tolerates it (Part 1 §4.2.1).
func (l *ledger) missing(pos diag.Pos, code, format string, args ...any) *diag.Diagnostic {
	if l.lax {
		return l.diags.Warning(pos, code, format, args...)
	}
	return l.diags.Error(pos, code, format, args...)
}

// later notes that a document uses what only XSD 1.1 has.
func (l *ledger) later(pos diag.Pos, what string, rank int) {
	l.newer = append(l.newer, newerUse{pos, what, rank})
}

// newerUse is a place where a document uses XSD 1.1.
type newerUse struct {
	pos  diag.Pos
	what string // as the document writes it
	rank int    // elements tell most, then attributes, then types
}

const (
	newElement = iota
	newAttribute
	newType
)

// chains measures how far components are defined by way of one another. Both
// the building of components and those who walk them later recurse along such
// chains, which no published schema has longer than some dozens.
type chains struct {
	building int                   // components under construction at the moment
	length   map[xsd.Component]int // of the chain that ends in a component
	groups   []xsd.Component       // model group definitions under construction
}

// enter begins the construction of a component; unless it returns false,
// leave ends it.
func (l *ledger) enter(pos diag.Pos) bool {
	if l.stopped || l.tooLong(pos, l.chain.building+1) {
		return false
	}
	l.chain.building++
	return true
}

func (l *ledger) leave() { l.chain.building-- }

// follows notes that a component is defined by way of another one.
func (l *ledger) follows(x, base xsd.Component, pos diag.Pos) {
	if l.chain.length == nil {
		l.chain.length = map[xsd.Component]int{}
	}
	n := l.chain.length[base] + 1
	if n > l.chain.length[x] && !l.tooLong(pos, n) {
		l.chain.length[x] = n
	}
}

// refersTo notes that the model group definition under construction, if there
// is one, refers to another.
func (l *ledger) refersTo(def *xsd.ModelGroupDef, pos diag.Pos) {
	if n := len(l.chain.groups); n > 0 {
		l.follows(l.chain.groups[n-1], def, pos)
	}
}

func (l *ledger) tooLong(pos diag.Pos, n int) bool {
	if n > l.limits.Chain {
		l.stop(pos, "components are defined by way of one another over more than %d steps", l.limits.Chain)
	}
	return n > l.limits.Chain
}
