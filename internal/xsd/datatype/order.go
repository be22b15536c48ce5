package datatype

// Order is the outcome of a comparison. Some types are ordered partially, so
// that two values may be in no order at all (Part 2 §4.2.2).
type Order int8

// The outcomes of a comparison.
const (
	Less         Order = -1
	Equal        Order = 0
	Greater      Order = 1
	Incomparable Order = 2
)

// String returns less, equal, greater or incomparable.
func (o Order) String() string {
	switch o {
	case Less:
		return "less"
	case Equal:
		return "equal"
	case Greater:
		return "greater"
	}
	return "incomparable"
}
