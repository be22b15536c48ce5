package wire

// Nillable is the value of a nillable element. The zero value is an absent element; Nil is xsi:nil="true"; else Value
// is set. Value may accompany Nil where the element has attributes.
type Nillable[T any] struct {
	Value *T
	Nil   bool
}
