package compile

import (
	"strings"

	"github.com/wbxgen/wbxgen/internal/diag"
	"github.com/wbxgen/wbxgen/internal/xmltree"
	"github.com/wbxgen/wbxgen/internal/xsd/datatype"
)

var ncName = datatype.Builtin("NCName")

// isNCName reports whether s, white space already collapsed, is an NCName.
func isNCName(s string) bool { return isPlainName(s) || ncName.Validate([]byte(s), nil) == nil }

// isPlainName reports whether s is a name of ASCII letters and digits, as
// nearly all are: that is quicker to see.
func isPlainName(s string) bool {
	for i := range len(s) {
		letter := s[i]|0x20 >= 'a' && s[i]|0x20 <= 'z' || s[i] == '_'
		if !letter && (i == 0 || (s[i] < '0' || s[i] > '9') && s[i] != '-' && s[i] != '.') {
			return false
		}
	}
	return s != ""
}

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
