package wire

// Typed is a value that knows the complex type it stands for, which is what xsi:type says: a pointer to a generated
// struct, or a [*RawTyped].
type Typed interface {
	XMLType() Name
}
