package compile

import (
	"github.com/wbxgen/wbxgen/internal/diag"
	"github.com/wbxgen/wbxgen/internal/source"
	"github.com/wbxgen/wbxgen/internal/xmltree"
	"github.com/wbxgen/wbxgen/internal/xsd"
)

// Options choose how strictly and how far documents are read.
type Options struct {
	// Lax follows the recommendation where a reference cannot be resolved:
	// that is tolerated until an instance needs it. Otherwise it is an error.
	Lax bool
	// Limits bound the work; zero values stand for [DefaultLimits].
	Limits Limits
}

// Limits bound what a set of schema documents may make the compiler do.
type Limits struct {
	Documents  int // schema documents
	Components int // components of all kinds
	Depth      int // nesting of elements in a document
	Chain      int // components that are defined by way of one another: bases, groups within groups, heads of heads
	Steps      int // of a single check whose cost can grow with the product of two content models; all checks together may take ten times as many
}

// DefaultLimits are far beyond any published schema set.
var DefaultLimits = Limits{Documents: 10_000, Components: 5_000_000, Depth: 1_000, Chain: 1_000, Steps: 1_000_000}

func (l Limits) orDefault() Limits {
	d := DefaultLimits
	if l.Documents > 0 {
		d.Documents = l.Documents
	}
	if l.Components > 0 {
		d.Components = l.Components
	}
	if l.Depth > 0 {
		d.Depth = l.Depth
	}
	if l.Chain > 0 {
		d.Chain = l.Chain
	}
	if l.Steps > 0 {
		d.Steps = l.Steps
	}
	return d
}

// Compile compiles the root documents of the set and all that they refer to.
// The schema is complete only if the list has no errors; it is never nil.
func Compile(set *source.Set, o Options) (*xsd.Schema, *diag.List) {
	return Documents(set, set.Roots(), o)
}

// Documents compiles the named documents of the set and all that they refer to.
func Documents(set *source.Set, roots []string, o Options) (*xsd.Schema, *diag.List) {
	c := newCompiler(set, o)
	c.readAhead(roots)
	fragments := c.fragments(roots)
	for _, name := range roots {
		if !fragments[name] {
			c.loadRoot(name)
		}
	}
	c.reportTwice(len(roots) > 1)
	c.applyRedefinitions()
	c.buildAll()
	c.checkWanted()
	schema := xsd.New(c.out)
	if !c.stopped {
		c.checkAll(schema)
	}
	return schema, c.withoutXSD11()
}

// compiler is the state of one compilation.
type compiler struct {
	set     *source.Set
	options Options
	limits  Limits
	diags   diag.List
	docs    []*document
	loaded  map[docKey]*document
	byHash  map[hashKey]*document
	parsed  map[string]parsed
	ahead   map[string]*reading // read already, not asked for yet
	wanted  []wantedImport
	lost    map[string]diag.Pos // by namespace, the first include of a document that is not there
	// unresolvedIn are the namespaces that a reference led into in vain.
	unresolvedIn map[string]bool
	// redefined are the definitions within redefine elements, innermost first.
	redefined   []redefinition
	twice       []conflict                   // declarations of one name
	newer       []newerUse                   // what only XSD 1.1 knows
	redefinedAt map[*xmltree.Element]*symbol // by the child of redefine
	symbols     [kindCount]map[xsd.QName]*symbol
	order       []*symbol // all global symbols as met: the order of building
	// known are the target namespaces of the documents.
	known   map[string]bool
	special *attributeGroup // xml:specialAttrs, once referred to
	built   int             // components so far
	stopped bool            // a limit was reached: what follows would only confuse
	chain   chains
	hints   int // suggestions so far
	out     xsd.Components

	byType   map[*xsd.ComplexType]*complexType
	complex  []*complexType  // all complex types, local ones too
	elements []*elementBuilt // all element declarations, local ones too
	uses     []*useBuilt     // attribute declarations and uses with value constraints
	identity map[xsd.QName]*xsd.IdentityConstraint
	keyRefs  []keyRef // keyrefs whose key is still to be found
	// notationNames are the names of notations that enumerations list.
	notationNames []reference
}

func newCompiler(set *source.Set, o Options) *compiler {
	c := &compiler{
		set: set, options: o, limits: o.Limits.orDefault(),
		loaded: map[docKey]*document{}, byHash: map[hashKey]*document{},
		known: map[string]bool{}, identity: map[xsd.QName]*xsd.IdentityConstraint{},
		byType: map[*xsd.ComplexType]*complexType{}, unresolvedIn: map[string]bool{},
		lost:        map[string]diag.Pos{},
		redefinedAt: map[*xmltree.Element]*symbol{},
	}
	for k := range c.symbols {
		c.symbols[k] = map[xsd.QName]*symbol{}
	}
	return c
}

// count books one more component and reports whether there is room for it.
func (c *compiler) count(pos diag.Pos) bool { return c.countAll(pos, 1) }

// countAll books n components, or what costs as much.
func (c *compiler) countAll(pos diag.Pos, n int) bool {
	if c.built += n; c.built <= c.limits.Components {
		return true
	}
	c.stop(pos, "more than %d components", c.limits.Components)
	return false
}

// stop reports that a limit was reached, once. No checks follow.
func (c *compiler) stop(pos diag.Pos, format string, limit int) {
	if !c.stopped {
		c.stopped = true
		c.diags.Error(pos, "wbxgen-limit", format, limit)
	}
}
