package codec

// ReadObjects reads the current child, one of several, to the end of list.
func ReadObjects[T any, P objectPointer[T]](d *Decoder, list *[]T) {
	*list = append(*list, *new(T))
	d.Object(P(&(*list)[len(*list)-1]))
}

// WriteObjects writes an element for each value.
func WriteObjects[T any, P objectPointer[T]](e *Encoder, n *Name, list []T) {
	for i := range list {
		e.Object(n, P(&list[i]))
	}
}

// WriteOptObject writes an element, unless v is nil.
func WriteOptObject[T any, P objectPointer[T]](e *Encoder, n *Name, v P) {
	if v != nil {
		e.Object(n, v)
	}
}
