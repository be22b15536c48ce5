package plan

// Type is the use of a Go type.
type Type struct {
	// Package is the package of the plan that declares it; nil for a type of
	// the runtime, if Runtime is set, or of the language.
	Package *Package
	Runtime bool
	// Import is the import path of a package of the user's that declares it,
	// "" for none.
	Import string
	Name   string
	// Slice is set for the Go type of an XML list without a name: a slice
	// of the named type; for binary values it is []byte.
	Slice bool
}

// IsScoped reports whether values of the type are texts that keep what the prefixes
// of their names stand for.
func (t Type) IsScoped() bool { return t.Runtime && t.Name == ScopedText }

// Layer is what a Go type has around it.
type Layer uint8

// The layers.
const (
	Slice    Layer = iota // []T
	Pointer               // *T
	Nillable              // a generic of the runtime that tells absent, nil and a value apart
)

// GoType is a Go type as a field has it: layers around a type, the outermost
// first.
type GoType struct {
	Layers []Layer
	Of     Type
}

// Text writes the type; name writes the type that is innermost.
func (t GoType) Text(name func(Type) string) string {
	before, after := "", ""
	for _, l := range t.Layers {
		switch l {
		case Slice:
			before += "[]"
		case Pointer:
			before += "*"
		case Nillable:
			before, after = before+name(Type{Runtime: true, Name: "Nillable"})+"[", "]"+after
		}
	}
	return before + name(t.Of) + after
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
	OwnScalar         // of a Go type that the user has chosen
	SecretScalar      // a text that is never shown, white space kept
	SecretTokenScalar // the same, where the type collapses white space
)
