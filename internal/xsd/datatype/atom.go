package datatype

import (
	"strconv"
	"strings"

	wiretype "github.com/wbxgen/wbxgen/wire/datatype"
	"github.com/wbxgen/wbxgen/wire/value"
)

// atom is a value of any kind without its type. It is a plain struct, so that
// checking a text needs no memory but the stack.
type atom struct {
	kind    kind
	integer bool // a decimal of a type derived from xs:integer
	truth   bool
	number  value.Decimal
	float   float64
	span    value.Duration
	when    value.Moment
	// text is a string or URI, the local part of a name, or octets.
	text  string
	space string // the namespace of a name
	size  int    // octets of a binary value, items of a list
	items []Value
}

// scan reads s, whose white space has been treated, as a value of the atomic
// type t; facets are not looked at. Texts in a are parts of s, and octets are
// not decoded yet.
func (t *Type) scan(s string, ns Namespaces, a *atom) *Error {
	*a = atom{kind: t.kind, text: s, integer: t.rule == integerRule}
	ok, want := true, ""
	switch t.kind {
	case anyKind:
	case stringKind:
		return t.scanString(s)
	case booleanKind:
		if a.truth, ok = scanBoolean(s); !ok {
			want = booleanWant(s)
		}
	case decimalKind:
		return t.scanNumber(s, a)
	case floatKind:
		a.float, ok = scanFloat(s, 32)
		want = "write a number such as 1.5 or -2E3, INF, -INF or NaN"
	case doubleKind:
		a.float, ok = scanFloat(s, 64)
		want = "write a number such as 1.5 or -2E3, INF, -INF or NaN"
	case hexBinaryKind:
		a.size, ok = hexLength(s)
		want = "write two hexadecimal digits for each octet"
	case base64BinaryKind:
		a.size, ok = base64Length(s)
		want = "write groups of four characters of the base64 alphabet, the last one padded with ="
	default:
		return t.scanCompound(s, ns, a)
	}
	if !ok {
		return lexicalError(s, t.kind.String(), want)
	}
	return nil
}

// scanCompound has the kinds whose messages say more.
func (t *Type) scanCompound(s string, ns Namespaces, a *atom) (err *Error) {
	switch {
	case t.kind == durationKind:
		a.span, err = scanDuration(s)
	case t.kind.isInstant():
		err = scanMoment(s, t.kind, &a.when)
	case t.kind == anyURIKind:
		if problem := wiretype.URIProblem(s); problem != "" {
			return lexicalError(s, "anyURI", problem)
		}
	default:
		err = scanQName(s, t.kind, ns, a)
	}
	return err
}

func (t *Type) scanString(s string) *Error {
	switch {
	case t.rule == languageRule && !isLanguage(s):
		return lexicalError(s, "language", "write a language tag such as en or pt-BR")
	case t.rule == nmtokenRule && !isNmtoken(s):
		return lexicalError(s, "NMTOKEN", "only letters, digits, and . - _ : may stand in it, and at least one")
	case t.rule == nameRule && !isName(s):
		return lexicalError(s, "Name", "it begins with a letter, _ or :, and goes on with letters, digits, and . - _ :")
	case t.rule == ncNameRule && !isNCName(s):
		return lexicalError(s, "NCName", "it begins with a letter or _, and goes on with letters, digits, and . - _")
	}
	return nil
}

func (t *Type) scanNumber(s string, a *atom) *Error {
	var ok bool
	if a.number, ok = value.ScanDecimal(s, a.integer); ok {
		return nil
	}
	if a.integer {
		return lexicalError(s, "integer", "write digits only, with a sign or without")
	}
	return lexicalError(s, "decimal", "write digits with at most one point and no exponent")
}

func scanBoolean(s string) (truth, ok bool) {
	switch s {
	case "true", "1":
		return true, true
	case "false", "0":
		return false, true
	}
	return false, false
}

func booleanWant(s string) string {
	for _, word := range []string{"true", "false"} {
		if strings.EqualFold(s, word) {
			return "write " + word
		}
	}
	return "write true, false, 1 or 0"
}

// Namespaces resolves a prefix that is in scope; "" is the default namespace.
type Namespaces = func(prefix string) (uri string, ok bool)

// scanQName follows Namespaces in XML, productions 6 to 8. A name without a
// prefix is in the default namespace, or in none.
func scanQName(s string, k kind, ns Namespaces, a *atom) *Error {
	prefix, local, found := strings.Cut(s, ":")
	if !found {
		prefix, local = "", s
	}
	if found && !isNCName(prefix) || !isNCName(local) {
		return lexicalError(s, k.String(), "write a name, or a prefix and a name with a colon between")
	}
	declared := false
	if ns != nil {
		a.space, declared = ns(prefix)
	}
	if found && !declared {
		return lexicalError(s, k.String(), "the prefix "+quote(prefix)+" is not declared")
	}
	a.text = local
	return nil
}

// settle replaces a binary text by its octets.
func (a *atom) settle() {
	switch a.kind {
	case hexBinaryKind:
		a.text = decodeHex(a.text)
	case base64BinaryKind:
		a.text = decodeBase64(a.text)
	}
}

// length is what the length facets measure, by kind (Part 2 §4.3.1). Names
// have none: the second edition lets any of them pass.
func (a *atom) length() (n uint64, unit string, ok bool) {
	switch {
	case a.kind == listKind:
		return uint64(a.size), "item", true
	case a.kind.isBinary():
		return uint64(a.size), "octet", true
	case a.kind.isText():
		return countRunes(a.text), "character", true
	}
	return 0, "", false
}

// equal is the equality of Part 2 §4.2.1: values of different primitive types
// are never equal.
func (a *atom) equal(b *atom) bool {
	if a.kind != b.kind {
		return false
	}
	switch {
	case a.kind.isOrdered():
		return a.compare(b) == Equal
	case a.kind == booleanKind:
		return a.truth == b.truth
	case a.kind == listKind:
		return equalItems(a.items, b.items)
	}
	return a.space == b.space && a.text == b.text
}

func equalItems(a, b []Value) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if !a[i].Equal(b[i]) {
			return false
		}
	}
	return true
}

// compare gives Incomparable for kinds that have no order.
func (a *atom) compare(b *atom) Order {
	switch {
	case a.kind != b.kind:
		return Incomparable
	case a.kind == decimalKind:
		return Order(a.number.Compare(b.number))
	case a.kind.isNumber():
		return compareFloats(a.float, b.float)
	case a.kind == durationKind:
		return orderOf(a.span.Compare(b.span))
	case a.kind.isInstant():
		return orderOf(a.when.Compare(b.when))
	case a.equal(b):
		return Equal
	}
	return Incomparable
}

// append writes the canonical lexical form.
func (a *atom) append(dst []byte) []byte {
	if a.kind != listKind {
		return a.appendScalar(dst)
	}
	for i, item := range a.items {
		if i > 0 {
			dst = append(dst, ' ')
		}
		dst = append(dst, item.Canonical()...)
	}
	return dst
}

// appendScalar has all kinds but lists: a function without recursion, whose
// buffer can be on the stack.
func (a *atom) appendScalar(dst []byte) []byte {
	switch {
	case a.kind == booleanKind:
		return strconv.AppendBool(dst, a.truth)
	case a.kind == decimalKind:
		return a.number.Append(dst, a.integer)
	case a.kind == floatKind:
		return appendFloat(dst, a.float, 32)
	case a.kind == doubleKind:
		return appendFloat(dst, a.float, 64)
	case a.kind == durationKind:
		return a.span.Append(dst)
	case a.kind.isInstant():
		return a.when.Append(dst, forms[a.kind])
	}
	return a.appendText(dst)
}

// appendText writes a name as {namespace}local, since a canonical form would
// depend on the prefixes in scope.
func (a *atom) appendText(dst []byte) []byte {
	switch {
	case a.kind == hexBinaryKind:
		return appendHex(dst, a.text)
	case a.kind == base64BinaryKind:
		return appendBase64(dst, a.text)
	case a.kind.isName() && a.space != "":
		dst = append(append(append(dst, '{'), a.space...), '}')
	}
	return append(dst, a.text...)
}

// key is a string that equal values share, and they alone.
func (a *atom) key() string {
	if a.kind != listKind {
		return string(a.appendKey(nil))
	}
	dst := []byte{'A' + byte(a.kind)}
	for _, item := range a.items {
		key := item.Key()
		dst = append(strconv.AppendInt(dst, int64(len(key)), 10), ' ')
		dst = append(dst, key...)
	}
	return string(dst)
}

// appendKey writes the key of a value that is no list.
func (a *atom) appendKey(dst []byte) []byte {
	dst = append(dst, 'A'+byte(a.kind))
	switch {
	case a.kind == decimalKind:
		return a.number.Append(dst, false)
	case a.kind == durationKind:
		d := a.span.Key()
		dst = append(strconv.AppendInt(dst, d.Months, 10), ' ')
		return appendSeconds(dst, d.Sec, d.Frac)
	case a.kind.isInstant():
		return appendSeconds(strconv.AppendBool(dst, a.when.Zoned), a.when.Sec, a.when.Frac)
	}
	return a.appendScalar(dst)
}

func appendSeconds(dst []byte, sec int64, frac string) []byte {
	dst = append(strconv.AppendInt(dst, sec, 10), '.')
	return append(dst, frac...)
}
