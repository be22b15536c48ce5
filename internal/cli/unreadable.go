package cli

import (
	"errors"
	"io/fs"
	"path/filepath"

	"github.com/wbxgen/wbxgen/internal/diag"
)

// unreadable returns an error for a file or folder that somebody has named and
// that cannot be read, or is not what it should be; it is the cause too, for who
// asks. Advice ends the message where nothing has that name.
func unreadable(name, code, advice string, cause error) error {
	var list diag.List
	pos := diag.Pos{File: filepath.ToSlash(name)}
	if errors.Is(cause, fs.ErrNotExist) {
		list.Error(pos, code, "there is no such file or directory%s", advice)
		return errors.Join(list.Err(), cause)
	}
	if e, ok := errors.AsType[*fs.PathError](cause); ok {
		list.Error(pos, code, "cannot read: %v", e.Err)
	} else {
		list.Error(pos, code, "%v", cause)
	}
	return errors.Join(list.Err(), cause)
}
