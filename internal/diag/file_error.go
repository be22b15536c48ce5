package diag

import (
	"errors"
	"io/fs"
	"os"
)

// WithoutPath strips the operation and the path off an error of the file
// system, for a message that has both.
func WithoutPath(err error) error {
	if e, ok := errors.AsType[*fs.PathError](err); ok {
		return e.Err
	}
	if e, ok := errors.AsType[*os.LinkError](err); ok {
		return e.Err
	}
	return err
}
