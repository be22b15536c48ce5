package codec

import (
	"reflect"
	"strconv"
	"strings"
)

// describedField is a field with the letter of its kind and the mark of its shape. It has no letter where there is "-".
type describedField struct {
	field       reflect.StructField
	kind, shape byte // a small letter, and one of ".?*~%+"
	checked     bool // its values check themselves
	filled      bool // an attribute that has a default
	fixed       bool // which is a fixed value
	number      int  // of a branch, or of a slot
	owner       reflect.Type
}

// fieldsOf takes a description apart.
func fieldsOf(text string, of reflect.Type) (list []describedField) {
	for word := range strings.FieldsSeq(text) {
		var f describedField
		if word != "-" {
			f = describe(word, of)
		}
		list = append(list, f)
	}
	return list
}

// describe takes a word apart: the number of a field, the letter of a kind and the mark of a shape, of a choice with the number of
// a branch behind it, of a polymorphic field with that of a slot.
func describe(word string, of reflect.Type) describedField {
	digits := strings.IndexFunc(word, func(r rune) bool { return r < '0' || r > '9' })
	if digits <= 0 || digits+2 > len(word) {
		panic("codec: a table of generated code is wrong: " + word)
	}
	number, _ := strconv.Atoi(word[:digits])
	letter, shape, more := word[digits], word[digits+1], word[digits+2:]
	f := describedField{field: of.Field(number), kind: letter | ('a' - 'A'), shape: shape, checked: letter < 'a', owner: of}
	if f.fixed = shape == '!'; f.fixed || shape == '=' {
		f.filled, f.shape = true, '?'
	}
	if (more != "") != (f.kind == 'c' || f.kind == 'p') {
		panic("codec: a table of generated code is wrong: " + word)
	}
	f.number, _ = strconv.Atoi(more)
	return f
}

// isTextKind reports whether the letter is that of a kind of text.
func isTextKind(kind byte) bool { return strings.IndexByte("snte", kind) >= 0 }

// isText reports whether the field is a text, or a pointer to one.
func (f *describedField) isText() bool {
	return isTextKind(f.kind) && (f.shape == '.' || f.shape == '?')
}

// isNilWhereAbsent reports whether the first word of the field is nil as long as it is absent.
func (f *describedField) isNilWhereAbsent() bool {
	return f.shape == '+' || f.shape == '?' && !f.filled && f.kind != 'k' && f.kind != 'j'
}
