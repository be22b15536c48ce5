package codec

// ReadEnum reads a value of an enumeration, known or not. Lenient reading ignores white space around it.
func ReadEnum[T ~string](d *Decoder, dst *T) {
	if b, ok := d.value(); ok {
		*dst = T(d.enumText(b))
	}
}

// ReadOptEnum is [ReadEnum] for an optional field.
func ReadOptEnum[T ~string](d *Decoder, dst **T) {
	if b, ok := d.value(); ok {
		*dst = asString[T](d.arena.hold(d.enumText(b)))
	}
}

// ReadEnums is [ReadEnum] for one occurrence of a repeated element.
func ReadEnums[T ~string](d *Decoder, dst *[]T) {
	if b, ok := d.value(); ok {
		*dst = append(*dst, T(d.enumText(b)))
	}
}

// ReadEnumList reads a list of enumeration values.
func ReadEnumList[T ~string](d *Decoder, dst *[]T) {
	list := []T{}
	ok := d.eachItem(func(item []byte) bool {
		list = append(list, T(d.arena.intern(item)))
		return true
	})
	if ok {
		*dst = list
	}
}

// WriteEnum is [WriteString].
func WriteEnum[T ~string](e *Encoder, n *Name, v T) { WriteString(e, n, v) }

// WriteOptEnum is [WriteOptString].
func WriteOptEnum[T ~string](e *Encoder, n *Name, v *T) { WriteOptString(e, n, v) }

// WriteEnums is [WriteStrings].
func WriteEnums[T ~string](e *Encoder, n *Name, v []T) { WriteStrings(e, n, v) }

// WriteEnumAttr is [WriteStringAttr].
func WriteEnumAttr[T ~string](e *Encoder, n *Name, v T) { WriteStringAttr(e, n, v) }

// WriteOptEnumAttr is [WriteOptStringAttr].
func WriteOptEnumAttr[T ~string](e *Encoder, n *Name, v *T) { WriteOptStringAttr(e, n, v) }

// WriteEnumText is [WriteStringText].
func WriteEnumText[T ~string](e *Encoder, v T) { WriteStringText(e, v) }

// WriteEnumList is [WriteStringList].
func WriteEnumList[T ~string](e *Encoder, n *Name, v []T) { WriteStringList(e, n, v) }

// WriteEnumListAttr is [WriteStringListAttr].
func WriteEnumListAttr[T ~string](e *Encoder, n *Name, v []T) { WriteStringListAttr(e, n, v) }

// WriteEnumListText is [WriteStringListText].
func WriteEnumListText[T ~string](e *Encoder, v []T) { WriteStringListText(e, v) }
