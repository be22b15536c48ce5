package compile

import (
	"slices"
	"strconv"
	"strings"

	"github.com/wbxgen/wbxgen/internal/xmltree"
	"github.com/wbxgen/wbxgen/internal/xsd"
	"github.com/wbxgen/wbxgen/internal/xsd/datatype"
)

// attrForm is the type of an attribute in the schema for schemas.
type attrForm uint8

const (
	formString attrForm = iota
	formToken
	formURI
	formNamespace
	formID
	formNCName
	formQName
	formQNames
	formBoolean
	formMinOccurs
	formMaxOccurs
	formZeroOne
	formOne
	formForm
	formUse
	formProcess
	formNamespaces
	formBlock
	formDerivation
	formFullDerivation
	formSimpleDerivation
	forms // how many there are
)

var enumForms = [forms][]string{
	formForm:    {"qualified", "unqualified"},
	formUse:     {"optional", "prohibited", "required"},
	formProcess: {"lax", "skip", "strict"},
	formZeroOne: {"0", "1"},
	formOne:     {"1"},
	formBoolean: {"0", "1", "false", "true"},
}

// setForms are lists of words, for which "#all" may stand.
var setForms = [forms][]string{
	formBlock:            {"extension", "restriction", "substitution"},
	formDerivation:       {"extension", "restriction"},
	formFullDerivation:   {"extension", "list", "restriction", "union"},
	formSimpleDerivation: {"list", "restriction", "union"},
}

var (
	anyURI   = datatype.Builtin("anyURI")
	language = datatype.Builtin("language")
	natural  = datatype.Builtin("nonNegativeInteger")
)

// problem returns "" for a value of that form, else what it should be.
func (f attrForm) problem(v string) string {
	if words := enumForms[f]; words != nil {
		if slices.Contains(words, f.plain(v)) {
			return ""
		}
		return "it must be " + strings.Join(words, " or ")
	}
	if words := setForms[f]; words != nil {
		if isSet(v, words) {
			return ""
		}
		return "it must be #all or a list of " + strings.Join(words, ", ")
	}
	switch f {
	case formID, formNCName:
		return unless(isNCName(v), "it must be a name without a colon")
	case formQName:
		_, _, ok := splitQName(v)
		return unless(ok, "it must be a name, with or without a prefix")
	case formQNames:
		return unless(!slices.ContainsFunc(datatype.Words(v), notQName), "it must be a list of names")
	case formMinOccurs:
		return unless(isCount(v), "it must be a number, 0 or more")
	case formMaxOccurs:
		return unless(v == "unbounded" || isCount(v), `it must be a number, 0 or more, or "unbounded"`)
	case formURI:
		return unless(anyURI.Validate([]byte(v), nil) == nil, "it must be a URI")
	case formNamespace:
		return unless(v != "" && anyURI.Validate([]byte(v), nil) == nil, "it must be a URI and not empty; for no namespace leave it out")
	case formNamespaces:
		return unless(isNamespaceList(v), "it must be ##any, ##other or a list of URIs, ##targetNamespace and ##local")
	}
	return ""
}

// counts reports whether the words of the form are numbers.
func (f attrForm) counts() bool { return f == formZeroOne || f == formOne }

// plain is the spelling that the words of the form have: an enumeration of the
// numbers 0 and 1 has 01 as well.
func (f attrForm) plain(v string) string {
	if f.counts() && isCount(v) {
		return strconv.Itoa(number(v, 0))
	}
	return v
}

// isCount reports whether v is a nonNegativeInteger.
func isCount(v string) bool { return natural.Validate([]byte(v), nil) == nil }

func unless(ok bool, message string) string {
	if ok {
		return ""
	}
	return message
}

func notQName(s string) bool {
	_, _, ok := splitQName(s)
	return !ok
}

func isSet(v string, words []string) bool {
	if v == "#all" {
		return true
	}
	return !slices.ContainsFunc(datatype.Words(v), func(w string) bool { return !slices.Contains(words, w) })
}

func isNamespaceList(v string) bool {
	if v == "##any" || v == "##other" {
		return true
	}
	return !slices.ContainsFunc(datatype.Words(v), func(w string) bool {
		if strings.HasPrefix(w, "##") {
			return w != "##targetNamespace" && w != "##local"
		}
		return anyURI.Validate([]byte(w), nil) != nil
	})
}

// occurs reads minOccurs and maxOccurs. Numbers beyond what an int holds are
// cut to the largest one: no document can tell the difference.
func occurs(e *xmltree.Element) (low, high int) {
	low, high = 1, 1
	if a, ok := e.Attr("", "minOccurs"); ok {
		low = number(collapse(a.Value), 1)
	}
	if a, ok := e.Attr("", "maxOccurs"); ok {
		if v := collapse(a.Value); v == "unbounded" {
			high = xsd.Unbounded
		} else {
			high = number(v, 1)
		}
	}
	return low, high
}

const maxOccurs = int(^uint(0) >> 1)

func number(s string, fallback int) int {
	n, err := strconv.ParseUint(strings.TrimPrefix(s, "+"), 10, 64)
	switch {
	case err == nil && n <= uint64(maxOccurs):
		return int(n)
	case err != nil && !isCount(s):
		return fallback
	case strings.Trim(s, "+-0") == "":
		return 0
	default:
		return maxOccurs
	}
}
