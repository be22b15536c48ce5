package compile

import (
	"strings"

	"github.com/wbxgen/wbxgen/internal/diag"
	"github.com/wbxgen/wbxgen/internal/xmltree"
	"github.com/wbxgen/wbxgen/internal/xsd/datatype"
)

var ncName = datatype.Builtin("NCName")

// isNCName reports whether s, white space already collapsed, is an NCName.
func isNCName(s string) bool { return ncName.Validate([]byte(s), nil) == nil }

// splitQName splits a QName into prefix and local name.
func splitQName(s string) (prefix, local string, ok bool) {
	prefix, local, found := strings.Cut(s, ":")
	if !found {
		prefix, local = "", s
	}
	return prefix, local, (!found || isNCName(prefix)) && isNCName(local)
}

// prefixHint names a declared prefix that is like the one that is not.
func prefixHint(e *xmltree.Element, prefix string) string {
	return diag.DidYouMean(prefix, e.Prefixes())
}
