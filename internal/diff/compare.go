package diff

import (
	"github.com/wbxgen/wbxgen/internal/diff/change"
	"github.com/wbxgen/wbxgen/internal/inclusion"
	"github.com/wbxgen/wbxgen/internal/xsd"
	"github.com/wbxgen/wbxgen/internal/xsd/content"
)

// Options choose what is compared.
type Options struct {
	// Docs reports changes of documentation too.
	Docs bool
	// Namespaces leads from namespaces of the old version to those of the new
	// one that have taken their place, beside what is found without it.
	Namespaces map[string]string
	// Steps bounds the work of a single proof; 0 stands for
	// [inclusion.DefaultSteps].
	Steps int
}

// Comparison is what was found between two versions, before it is asked which
// operations show it and which documents prove it.
type Comparison struct {
	Old, New *Side
	// Names lead from the old version to the new one.
	Names *inclusion.Names
	// Changes are in the order in which they were found, at the levels that
	// they have wherever they show.
	Changes []change.Change
	// Operations are those of both versions, paired.
	Operations []OperationPair
	// Claims are types that come or go with what was found in a holder.
	Claims []Claim
	// Steps bounds the work of a single proof.
	Steps int
}

// Claim is a part of a schema whose coming or going what was found in a holder
// tells.
type Claim struct {
	Part any
	By   change.Holder
}

// Compare returns how the new version differs from the old one. It looks at
// compiled components alone; see [fact.Digest] for what does not count.
func Compare(old, new *Side, o Options) *Comparison {
	c := newComparer(old, new, o)
	c.names = matchNames(old, new, o.Namespaces)
	c.operations()
	c.types()
	c.elements()
	c.attributeDecls()
	c.typesComeAndGo()
	c.renamedSpaces()
	c.documentation()
	return c.comparison()
}

func (c *comparer) comparison() *Comparison {
	out := &Comparison{Old: c.old, New: c.new, Names: c.names, Operations: c.operationPairs, Claims: c.claims, Steps: c.options.Steps}
	for _, f := range c.all {
		out.Changes = append(out.Changes, f.change(c.component(f)))
	}
	return out
}

// Prover returns a prover of whether the new version accepts what the old one
// does or, with back set, the other way round.
func (c *Comparison) Prover(back bool) *inclusion.Prover {
	left, right := c.Old.Language(c.Names), c.New.Language(nil)
	if back {
		left, right = right, left
	}
	return inclusion.New(left, right, c.Steps)
}

// component returns where a finding is: in the new version, unless it has
// gone.
func (c *comparer) component(f *finding) change.Component {
	if f.component != nil {
		return *f.component
	}
	if here, ok := c.place(1).of[f.new.At]; ok && !f.new.IsZero() {
		return here.component()
	}
	return c.place(0).of[f.old.At].component()
}

func newComparer(old, new *Side, o Options) *comparer {
	return &comparer{
		old: old, new: new, options: o,
		findings:  findings{byKey: map[findingKey]*finding{}},
		compared:  map[typePair]bool{},
		replacing: map[typePair]bool{},
		lineages:  map[typePair]lineage{},
		claimed:   map[any]bool{},
		paired:    map[xsd.Type]xsd.Type{},
		responses: map[typePair]bool{},
		uses:      map[*Side]map[xsd.Type]bool{},
	}
}

// comparer is the state of one comparison.
type comparer struct {
	findings
	old, new *Side
	options  Options
	names    *inclusion.Names
	// compared has the pairs of types that have been met, and whether they
	// differ.
	compared map[typePair]bool
	// replacing has the pairs of named types that are being compared in a slot.
	replacing map[typePair]bool
	lineages  map[typePair]lineage
	// paired leads from old global types to the new ones they are compared
	// with.
	paired map[xsd.Type]xsd.Type
	// claimed has components of both sides whose coming or going another
	// finding tells.
	claimed map[any]bool
	// claims are types that come or go with what was found in a holder.
	claims []Claim
	// operationPairs and responses hold what operations there are, and their
	// response types.
	operationPairs []OperationPair
	responses      map[typePair]bool
	uses           map[*Side]map[xsd.Type]bool
	at             change.Holder
	places         [2]*places
}

// place returns the places of the old version, 0, or the new one, 1.
func (c *comparer) place(side int) *places {
	if c.places[side] == nil {
		c.places[side] = newPlaces([...]*Side{c.old, c.new}[side].Schema)
	}
	return c.places[side]
}

type typePair struct{ old, new xsd.Type }

// report adds a finding within the current holder.
func (c *comparer) report(id change.ID, old, new change.Anchor, oldText, newText *text) *finding {
	return c.reportAt(c.at, id, old, new, oldText, newText)
}

func (c *comparer) reportAt(h change.Holder, id change.ID, old, new change.Anchor, oldText, newText *text) *finding {
	rule := change.RuleOf(id)
	n := finding{rule: rule, severity: rule.Severity, reason: rule.Reason, old: old, new: new, oldText: oldText, newText: newText}
	return c.add(n, h)
}

// within runs f with another holder.
func (c *comparer) within(h change.Holder, f func()) {
	before := c.at
	c.at = h
	f()
	c.at = before
}

// stepped returns the current holder with one more step.
func (c *comparer) stepped(step string) change.Holder {
	h := c.at
	h.Step = change.JoinSteps(h.Step, step)
	return h
}

// oldSum and newSum hash all that a type is, inherited parts included, in the
// names of the new version.
func (c *comparer) oldSum(t xsd.Type) sum {
	return hashOf(canon{schema: c.old.Schema, names: c.names, whole: true}, t)
}

func (c *comparer) newSum(t xsd.Type) sum {
	return hashOf(canon{schema: c.new.Schema, whole: true}, t)
}

// hashOf hashes a type as it is written.
func hashOf(w canon, t xsd.Type) sum {
	w.b = make([]byte, 0, 1024)
	w.typeBody(t)
	return w.sum()
}

// oldType and newType name a type.
func (c *comparer) oldType(t xsd.Type) *text { return typeText(c.old.Schema, t) }
func (c *comparer) newType(t xsd.Type) *text { return typeText(c.new.Schema, t) }

func typeText(s *xsd.Schema, t xsd.Type) *text {
	if t == nil {
		return nil
	}
	if s.IsGlobal(t) {
		return nameText(s, t.TypeName())
	}
	if st, ok := t.(*xsd.SimpleType); ok {
		base := typeText(s, st.Builtin())
		return &text{show: base.show + " (anonymous)", key: base.key + " (anonymous)"}
	}
	return plain("(anonymous)")
}

func nameText(s *xsd.Schema, q xsd.QName) *text { return &text{show: s.Label(q), key: q.String()} }

func joinText(sep string, parts ...*text) *text {
	out := &text{}
	for i, p := range parts {
		if i > 0 {
			out.show += sep
			out.key += sep
		}
		out.show += p.show
		out.key += p.key
	}
	return out
}

// forward tests whether the new type accepts all that the old one does.
func (c *comparer) forward(o, n xsd.Type) inclusion.Verdict { return c.prover(false).Types(o, n) }

// backward tests whether the old type accepts all that the new one does.
func (c *comparer) backward(o, n xsd.Type) inclusion.Verdict { return c.prover(true).Types(n, o) }

func (c *comparer) prover(back bool) *inclusion.Prover {
	return (&Comparison{Old: c.old, New: c.new, Names: c.names, Steps: c.options.Steps}).Prover(back)
}

// forwardContent and backwardContent do the same for content models, as far as
// names of elements go.
func (c *comparer) forwardContent(o, n *content.Node) inclusion.Verdict {
	return c.prover(false).Words(o, n)
}

func (c *comparer) backwardContent(o, n *content.Node) inclusion.Verdict {
	return c.prover(true).Words(n, o)
}
