package report

import (
	"io"

	"github.com/wbxgen/wbxgen/internal/diff/change"
)

// JSON prints a result as one JSON document of the shape [JSONFormat]; without
// changes it has an empty list of them.
func JSON(w io.Writer, r *change.Result, o Options) error { return writeJSON(w, documentOf(r, o)) }
