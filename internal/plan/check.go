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
}

// IsFacet reports whether the check is a facet of a value, not a bound on how
// often it occurs.
func (c Check) IsFacet() bool { return c.Kind < CheckMinItems }
