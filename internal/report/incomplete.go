package report

import (
	"fmt"

	"github.com/wbxgen/wbxgen/internal/diag"
	"github.com/wbxgen/wbxgen/internal/diff/change"
)

// incomplete says of each version whose schema has errors that it was not compared
// as a whole: what its errors leave out is told as gone or new.
func incomplete(r *change.Result) []string {
	var list []string
	for _, v := range []change.Version{r.Old, r.New} {
		if v.Errors > 0 {
			list = append(list, fmt.Sprintf("%s is incomplete: its schema has %s, and what is left out for that counts as if it were not there.", v.Label, diag.Count(v.Errors, "error")))
		}
	}
	return list
}
