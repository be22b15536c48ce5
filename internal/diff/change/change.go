package change

import (
	"cmp"
	"slices"

	"github.com/wbxgen/wbxgen/internal/diag"
	"github.com/wbxgen/wbxgen/internal/xsd"
)

// Change is one difference between two versions, with what it means and whom
// it concerns. A change in a type that several operations use is one Change.
type Change struct {
	// ID is that of the [Rule].
	ID        ID
	Component Component
	// Old and New are what each version says; nil where the component is not
	// in that version.
	Old, New *Value
	// Lost is, for what the new version no longer has, the place in it of the
	// component that had it; it is zero where that is gone too.
	Lost diag.Pos
	// Severity is the rule's, adjusted to the case, for the directions that
	// Operations names; what no operation reaches is [Info] at most.
	Severity Severity
	// Reason explains a level of [Risk].
	Reason Reason
	// Because gives the reason for the levels where it is not the rule's.
	Because string
	// Operations are those that the change reaches, by name and direction. All
	// changes of a [Holder] share one list, so nobody writes to it: a format of
	// documents has thousands of changes that each show at hundreds of roots.
	Operations []Reach
	// Below leads on from where the ways of Operations end.
	Below Below
	// Confidence tells for a renaming how sure it is, in percent; else 0.
	Confidence int
	// Tags are further marks, such as was-deprecated.
	Tags []string
	// Witnesses prove what breaks, one for each direction that does.
	Witnesses []Witness
	// IntroducedIn names the version that brought the change, in a chain of
	// more than two.
	IntroducedIn string
	// Accepted is the entry of the accepted list that covers the change.
	Accepted *Acceptance
	// Policy is the reason for a level that is not that of the rule.
	Policy string
	// Usage says whether captured documents show what has changed.
	Usage UsageMark
	// Fingerprint identifies the change across runs: it depends on ID,
	// component and both values, not on places or wording.
	Fingerprint string
	// Site is where in both schemas the change was found.
	Site Site
}

// Site says which parts of both schemas a change is about, for what looks at
// changes after the comparison: the operations that show them, the documents
// that prove them.
type Site struct {
	// Old and New are the parts that have changed; zero where a version lacks
	// it.
	Old, New Anchor
	// Holders are the pairs in whose comparison the change came up. Where
	// types share what has changed, there are several.
	Holders []Holder
	// Also has components that come or go with the change and are not told of.
	Also []any
	// ViaType is set where the change shows only if xsi:type names it in the place of
	// the type of a holder, which documents need not do: see [Reach.ViaType].
	ViaType bool
	// Whole is set where the change is about operations, or what starts
	// documents, itself: then [Change.Operations] is not looked for.
	Whole bool
}

// Anchor is the component that a change is about, on one side. The zero anchor
// is nothing. The pointer is to a part of the schema, so that what types share
// by derivation or through groups has one anchor.
type Anchor struct {
	At  any
	Pos diag.Pos
}

// IsZero reports whether the anchor is nothing.
func (a Anchor) IsZero() bool { return a.At == nil }

// Holder is a pair of components in whose comparison a change came up: types,
// global elements or global attributes. Step leads from there to the place, as
// in [Component.Path], and OldStep does so in the old version, where elements on
// the way can have other names, or be missing.
type Holder struct {
	Old, New      any
	Step, OldStep string
}

// KindSchema is the kind of a component that stands for a target namespace.
const KindSchema xsd.Kind = "schema"

// Component says where in a schema something is: a global component and the
// way to a part of it.
type Component struct {
	Kind xsd.Kind
	// Name is the global component's name. It is zero for the schema.
	Name xsd.QName
	// Path leads from it to the part: the names of elements, @ before that of
	// an attribute, * for a wildcard. It is "" for the component itself.
	Path string
	// Label is Name as the documents write it, with a prefix.
	Label string
}

// String returns {namespace}name/path.
func (c Component) String() string {
	if c.Path == "" {
		return c.Name.String()
	}
	return c.Name.String() + "/" + c.Path
}

// Display returns prefix:name/path.
func (c Component) Display() string {
	if c.Path == "" {
		return c.Label
	}
	return c.Label + "/" + c.Path
}

// Value is what one version says.
type Value struct {
	// Text shows it to people, with the prefixes of the documents.
	Text string
	// Occurs and Type are the parts of Text where it is about an element or
	// attribute as a whole: bounds such as 0..1, or required or optional.
	Occurs, Type string
	// List has the parts of Text where it is about several things alike, such as
	// the values that have come to an enumeration; nil for one.
	List []string
	Pos  diag.Pos
	// Key is Text without the prefixes, which are layout.
	Key string
}

// Direction tells requests from responses.
type Direction uint8

// The directions.
const (
	Request Direction = iota
	Response
)

// String returns request or response.
func (d Direction) String() string { return [...]string{"request", "response"}[d] }

// MarshalText returns the word of [Direction.String], for structured output.
func (d Direction) MarshalText() ([]byte, error) { return []byte(d.String()), nil }

// AllOperations is the name under which a [Reach] tells of the envelope, which
// every message has.
const AllOperations = "*"

// Reach is an operation's request or response in which a change shows.
type Reach struct {
	// Operation is the operation's name, or [AllOperations].
	Operation string
	// Service is the operation's service: a name alone can be that of
	// operations of two services.
	Service   string
	Direction Direction
	// Way is the shortest one from the request or response to where the change
	// came up: names of elements, @ before that of an attribute; "" for the
	// request or response itself. [Change.Path] leads to the change.
	Way string
	// InOld is set where that is a way of the old version.
	InOld bool
	// Count is how many such ways there are. Ways that differ only in how
	// often they go round a recursion count as one.
	Count int
	// ViaType is set if the only ways lead through a type that xsi:type can
	// put in the place of the declared one. Such a way raises no level.
	ViaType bool
}

// Below is how a change is reached from the place that has it, by the steps of
// each version.
type Below struct{ Old, New string }

// Compare orders reaches: the envelope first, then by name and direction.
func (r Reach) Compare(s Reach) int {
	if all := r.Operation == AllOperations; all != (s.Operation == AllOperations) {
		if all {
			return -1
		}
		return 1
	}
	return cmp.Or(
		cmp.Compare(r.Operation, s.Operation), cmp.Compare(r.Service, s.Service),
		cmp.Compare(r.Direction, s.Direction),
	)
}

// Acceptance records that somebody has looked at a change and lives with it.
type Acceptance struct {
	By      string
	Reason  string
	Expires string // a date as 2006-01-02, or ""
}

// Path leads from a request or response that the change reaches to the change.
func (c *Change) Path(r Reach) string {
	if r.InOld {
		return JoinSteps(r.Way, c.Below.Old)
	}
	return JoinSteps(r.Way, c.Below.New)
}

// About reports whether a change shows at one place of what starts documents, and
// nowhere else.
func (c *Change) About(path string) bool {
	return len(c.Operations) > 0 && !slices.ContainsFunc(c.Operations, func(r Reach) bool { return c.Path(r) != path || r.Count > 1 })
}

// LevelIn returns the level in a request or response that the change reaches,
// for tolerant readers.
func (c *Change) LevelIn(r Reach) Level {
	switch {
	case r.ViaType:
		return None
	case r.Direction == Request:
		return c.Severity.Request
	}
	return c.Severity.Response
}

// Level returns the change's worst level on the wire.
func (c *Change) Level(strict bool) Level { return c.Severity.Wire(strict) }

// Why gives the reason for the levels.
func (c *Change) Why() string { return cmp.Or(c.Because, c.Rule().Why) }

// Rule returns the rule of the change.
func (c *Change) Rule() Rule { return *rulesBy[c.ID] }

// compare orders changes worst first, then by place.
func (c *Change) compare(d *Change) int {
	return cmp.Or(
		cmp.Compare(d.Level(false), c.Level(false)),
		cmp.Compare(d.Level(true), c.Level(true)),
		c.Component.Name.Compare(d.Component.Name),
		cmp.Compare(c.Component.Kind, d.Component.Kind),
		cmp.Compare(c.Component.Path, d.Component.Path),
		cmp.Compare(c.ID, d.ID),
		cmp.Compare(valueKey(c.Old), valueKey(d.Old)),
		cmp.Compare(valueKey(c.New), valueKey(d.New)),
	)
}

// JoinSteps joins two parts of a path.
func JoinSteps(a, b string) string {
	if a == "" || b == "" {
		return a + b
	}
	return a + "/" + b
}
