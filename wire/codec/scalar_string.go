package codec

// ReadString reads text as it stands (white space preserved).
func ReadString[T ~string](d *Decoder, dst *T) {
	if b, ok := d.value(); ok {
		*dst = T(d.arena.text(b))
	}
}

// ReadOptString is [ReadString] for an optional field.
func ReadOptString[T ~string](d *Decoder, dst **T) {
	if b, ok := d.value(); ok {
		*dst = asString[T](d.arena.newString(b))
	}
}

// ReadStrings is [ReadString] for one occurrence of a repeated element.
func ReadStrings[T ~string](d *Decoder, dst *[]T) {
	if b, ok := d.value(); ok {
		*dst = append(*dst, T(d.arena.text(b)))
	}
}

// ReadStringList reads a list of words. A list without words is empty, not nil.
func ReadStringList[T ~string](d *Decoder, dst *[]T) {
	list := []T{}
	ok := d.eachItem(func(item []byte) bool {
		list = append(list, T(d.arena.text(item)))
		return true
	})
	if ok {
		*dst = list
	}
}

// WriteString writes an element with the text.
func WriteString[T ~string](e *Encoder, n *Name, v T) { e.stringLeaf(n, string(v)) }

// WriteOptString writes an element with the text, unless v is nil.
func WriteOptString[T ~string](e *Encoder, n *Name, v *T) {
	if v != nil {
		e.stringLeaf(n, string(*v))
	}
}

// WriteStrings writes an element for each text.
func WriteStrings[T ~string](e *Encoder, n *Name, v []T) {
	for _, s := range v {
		e.stringLeaf(n, string(s))
	}
}

// WriteStringAttr writes an attribute.
func WriteStringAttr[T ~string](e *Encoder, n *Name, v T) {
	if v != "" || !e.isAbsentAttr(n) {
		e.stringAttr(n, string(v))
	}
}

// WriteOptStringAttr writes an attribute, unless v is nil.
func WriteOptStringAttr[T ~string](e *Encoder, n *Name, v *T) {
	if v != nil {
		e.stringAttr(n, string(*v))
	}
}

// WriteStringText writes the text of an element with simple content.
func WriteStringText[T ~string](e *Encoder, v T) { e.text(string(v)) }

// WriteStringList writes an element with the words, unless v is nil.
func WriteStringList[T ~string](e *Encoder, n *Name, v []T) {
	if v != nil {
		listLeaf(e, n, stringWords(e, v))
	}
}

// WriteStringListAttr writes an attribute with the words, unless v is nil.
func WriteStringListAttr[T ~string](e *Encoder, n *Name, v []T) {
	if v != nil {
		listAttr(e, n, stringWords(e, v))
	}
}

// WriteStringListText writes words as the text of an element with simple content.
func WriteStringListText[T ~string](e *Encoder, v []T) { listText(e, stringWords(e, v)) }

// stringWords joins the words; the result is valid until the next call of an encoder's method.
func stringWords[T ~string](e *Encoder, v []T) []byte {
	b := e.words[:0]
	for i, s := range v {
		if i > 0 {
			b = append(b, ' ')
		}
		b = append(b, s...)
	}
	e.words = b
	return b
}
