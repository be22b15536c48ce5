package report

import (
	"fmt"

	"github.com/wbxgen/wbxgen/internal/diag"
	"github.com/wbxgen/wbxgen/internal/diff/change"
)

// incomplete says of each version whose schema has errors that it was not compared
// as a whole: without that, what is missing reads as if nothing had changed.
func incomplete(r *change.Result) []string {
	var list []string
	for _, v := range []change.Version{r.Old, r.New} {
		if v.Errors > 0 {
			list = append(list, fmt.Sprintf("%s is incomplete: its schema has %s, and what is left out for that is not compared.", v.Label, diag.Count(v.Errors, "error")))
		}
	}
	return list
}
