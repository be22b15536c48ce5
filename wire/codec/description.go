package codec

import (
	"reflect"
	"strconv"
	"strings"
)

// describedField is a field with the letter of its kind and the mark of its shape. It has no letter where there is "-".
type describedField struct {
	field       reflect.StructField
	kind, shape byte // a small letter, and one of ".?*"
	checked     bool // its values check themselves
	filled      bool // an attribute that has a default
	fixed       bool // which is a fixed value
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
			f = describedField{field: of.Field(number), kind: word[end] | ('a' - 'A'), shape: word[end+1], checked: word[end] < 'a'}
			if f.fixed = f.shape == '!'; f.fixed || f.shape == '=' {
				f.filled, f.shape = true, '?'
			}
		}
		list = append(list, f)
	}
	return list
}

// isTextKind reports whether the letter is that of a kind of text.
func isTextKind(kind byte) bool { return strings.IndexByte("snte", kind) >= 0 }
