package wire

import (
	"strings"

	"github.com/wbxgen/wbxgen/wire/internal/door"
)

// Validator is a generated type.
type Validator interface{ Validate() error }

// Validate returns nil if v is as its schema asks, else an error that wraps an [*InvalidError] for each field that is
// not. It is what v's own Validate calls, and takes options besides.
func Validate(v Validator, opts ...CheckOption) error {
	var c door.Check
	for _, o := range opts {
		if o != nil {
			o(&c)
		}
	}
	if door.Validate == nil {
		return errNotGenerated
	}
	return door.Validate(v, c.OpenEnums)
}

// CheckOption says what [Validate] lets pass.
type CheckOption func(*door.Check)

// OpenEnums lets values pass that an enumeration does not list, as a later version of the schema may have them.
func OpenEnums() CheckOption { return func(c *door.Check) { c.OpenEnums = true } }

// InvalidError says that a field does not hold what the schema allows.
type InvalidError struct {
	Path string // element and attribute names from the checked value down, as in accessControl/meetingPassword
	Msg  string
}

// Error returns the message with the path.
func (e *InvalidError) Error() string { return strings.TrimPrefix(e.Path+": "+e.Msg, ": ") }
