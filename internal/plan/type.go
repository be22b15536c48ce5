package plan

// Type is the use of a Go type.
type Type struct {
	// Package is the package of the plan that declares it; nil for a type of
	// the runtime, if Runtime is set, or of the language.
	Package *Package
	Runtime bool
	Name    string
	// Slice is set for the Go type of an XML list without a name: a slice
	// of the named type; for binary values it is []byte.
	Slice bool
}

// Scalar says how the text of a simple value becomes a Go value.
type Scalar uint8

// The scalars. The first ones have helpers of their own in package wire; the
// types of ValueScalar read and write themselves.
const (
	NoScalar     Scalar = iota
	StringScalar        // white space kept
	NormalizedScalar
	TokenScalar
	EnumScalar
	BoolScalar
	IntScalar
	UintScalar
	FloatScalar
	ValueScalar
	Base64Scalar
	HexScalar
	QNameScalar
)
