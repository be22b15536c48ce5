package diff

import (
	"strings"

	"github.com/wbxgen/wbxgen/internal/diag"
)

// maxName bounds the length of names that are compared letter by letter.
const maxName = 256

// similarity returns how alike two names are, in percent, whatever their case:
// one minus the edits ([diag.Distance]) that lead from one to the other per letter of the longer.
func similarity(a, b string) int {
	a, b = strings.ToLower(a), strings.ToLower(b)
	longer := max(len(a), len(b))
	if longer == 0 || longer > maxName {
		return 0
	}
	return 100 * (longer - diag.Distance(a, b, longer+1)) / longer
}

func b2i(b bool) int {
	if b {
		return 1
	}
	return 0
}
