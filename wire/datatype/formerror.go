package datatype

import (
	"fmt"

	"github.com/wbxgen/wbxgen/wire/internal/chars"
)

// FormError says what the text of a value should look like.
type FormError struct{ text, form string }

func (e *FormError) Error() string { return fmt.Sprintf("%s is not of the form %s", e.text, e.form) }

func notOfForm(b []byte, form string) error { return &FormError{chars.Quoted(b), form} }

// must returns a value that was parsed out of a text of the program itself.
func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}
