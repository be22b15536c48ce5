package plan

// CheckKind names a facet check.
type CheckKind uint8

// The facet checks.
const (
	CheckLength CheckKind = iota
	CheckMinLength
	CheckMaxLength
	CheckPattern
	CheckMinInclusive
	CheckMinExclusive
	CheckMaxInclusive
	CheckMaxExclusive
	CheckTotalDigits
	CheckFractionDigits
	CheckLexical  // the text is one of the built-in type named Text, where the Go type does not see to it
	CheckSpace    // white space in the text is treated as Text says: collapse, replace
	CheckEnum     // the value is one of Values
	CheckMembers  // the text fits one of Types, the members of a union
	CheckItem     // each word of the text fits the only one of Types
	CheckFixed    // the value is Text; the only one of Values is the same with its names as {namespace}local
	CheckMinItems // of a repeated element
	CheckMaxItems
	CheckChoice // a required choice must be set
)

// Check is a facet, or a bound on occurrence, that Validate looks at.
type Check struct {
	Kind    CheckKind
	Number  uint64   // for lengths, digits and items
	Text    string   // for bounds: the canonical value
	Pattern []string // for a pattern: Go expressions, one of which must match
	Values  []string // for an enumeration or a fixed value; qualified names as {namespace}local
	Types   [][]Check
}

// IsFacet reports whether the check is a facet of a value, not a bound on how
// often it occurs.
func (c Check) IsFacet() bool { return c.Kind < CheckMinItems }
