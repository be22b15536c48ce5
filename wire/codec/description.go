package codec

import (
	"reflect"
	"strconv"
	"strings"
)

// describedField is a field with the letter of its kind and the mark of its shape. It has no letter where there is "-".
type describedField struct {
	field       reflect.StructField
	kind, shape byte
}

// fieldsOf takes a description apart.
func fieldsOf(text string, of reflect.Type) (list []describedField) {
	for word := range strings.FieldsSeq(text) {
		var f describedField
		if end := len(word) - 2; end > 0 {
			number, err := strconv.Atoi(word[:end])
			if err != nil {
				panic("codec: a table of generated code is wrong: " + text)
			}
			f = describedField{of.Field(number), word[end], word[end+1]}
		}
		list = append(list, f)
	}
	return list
}

// isTextKind reports whether the letter is that of a kind of text.
func isTextKind(kind byte) bool { return strings.IndexByte("snte", kind) >= 0 }
