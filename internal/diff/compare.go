package diff

import (
	"github.com/wbxgen/wbxgen/internal/xsd"
)

// Options choose what is compared.
type Options struct {
	// Docs reports changes of documentation too.
	Docs bool
	// Steps bounds the work of a single proof; 0 stands for [DefaultSteps].
	Steps int
}

// DefaultSteps is the bound on a single proof: states looked at.
const DefaultSteps = 20_000

// Compare returns how the new version differs from the old one. It looks at
// compiled components alone; see [Digest] for what does not count.
func Compare(old, new *Side, o Options) *Result {
	c := newComparer(old, new, o)
	c.matchNames()
	c.operations()
	c.types()
	c.elements()
	c.attributeDecls()
	c.typesComeAndGo()
	c.renamedSpaces()
	c.documentation()
	return c.result()
}

func newComparer(old, new *Side, o Options) *comparer {
	if o.Steps <= 0 {
		o.Steps = DefaultSteps
	}
	return &comparer{
		old: old, new: new, options: o,
		findings:  findings{byKey: map[findingKey]*finding{}},
		compared:  map[typePair]bool{},
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
	names    *renames
	// compared has the pairs of types that have been met, and whether they
	// differ.
	compared map[typePair]bool
	// paired leads from old global types to the new ones they are compared
	// with.
	paired map[xsd.Type]xsd.Type
	// claimed has components of both sides whose coming or going another
	// finding tells.
	claimed map[any]bool
	// claims are types that come or go with what was found in a holder.
	claims []claim
	// operationPairs and responses hold what operations there are, and their
	// response types.
	operationPairs []operationPair
	responses      map[typePair]bool
	uses           map[*Side]map[xsd.Type]bool
	at             holder
	buffer         []byte
	places         [2]*places
}

// place returns the places of the old version, 0, or the new one, 1.
func (c *comparer) place(side int) *places {
	if c.places[side] == nil {
		c.places[side] = newPlaces([...]*Side{c.old, c.new}[side].Schema)
	}
	return c.places[side]
}

type claim struct {
	part any
	by   holder
}

type typePair struct{ old, new xsd.Type }

// report adds a finding within the current holder.
func (c *comparer) report(id string, old, new anchor, oldText, newText *text) *finding {
	return c.reportAt(c.at, id, old, new, oldText, newText)
}

func (c *comparer) reportAt(h holder, id string, old, new anchor, oldText, newText *text) *finding {
	rule := rulesBy[id]
	n := finding{rule: rule, severity: rule.Severity, reason: rule.Reason, old: old, new: new, oldText: oldText, newText: newText}
	return c.add(n, h)
}

// within runs f with another holder.
func (c *comparer) within(h holder, f func()) {
	before := c.at
	c.at = h
	f()
	c.at = before
}

// stepped returns the current holder with one more step.
func (c *comparer) stepped(step string) holder {
	h := c.at
	h.step = joinSteps(h.step, step)
	return h
}

func joinSteps(a, b string) string {
	if a == "" || b == "" {
		return a + b
	}
	return a + "/" + b
}

// oldSum and newSum hash all that a type is, inherited parts included, in the
// names of the new version.
func (c *comparer) oldSum(t xsd.Type) sum {
	return c.hash(canon{schema: c.old.Schema, names: c.names, whole: true}, t)
}

func (c *comparer) newSum(t xsd.Type) sum {
	return c.hash(canon{schema: c.new.Schema, whole: true}, t)
}

// hash writes a type into a buffer that is used again and again.
func (c *comparer) hash(w canon, t xsd.Type) sum {
	w.b = c.buffer[:0]
	w.typeBody(t)
	c.buffer = w.b
	return w.sum()
}

// oldType and newType name a type.
func (c *comparer) oldType(t xsd.Type) *text { return typeText(c.old.Schema, t) }
func (c *comparer) newType(t xsd.Type) *text { return typeText(c.new.Schema, t) }

func typeText(s *xsd.Schema, t xsd.Type) *text {
	if t == nil {
		return nil
	}
	if isGlobal(s, t) {
		return nameText(s, t.TypeName())
	}
	if st, ok := t.(*xsd.SimpleType); ok {
		base := typeText(s, st.Builtin())
		return &text{show: base.show + " (anonymous)", key: base.key + " (anonymous)"}
	}
	return plain("(anonymous)")
}

func nameText(s *xsd.Schema, q xsd.QName) *text { return &text{show: s.Label(q), key: q.String()} }

// isGlobal reports whether t is a global or built-in type of the schema; the
// former self of a redefined type has its name and is not.
func isGlobal(s *xsd.Schema, t xsd.Type) bool {
	name := t.TypeName()
	return !name.IsZero() && s.Type(name) == t
}

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
