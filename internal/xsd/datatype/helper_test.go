package datatype

import (
	"strings"
	"testing"
)

// facets writes a derivation step shortly: "minLength=1", or with a ! before
// the = for a fixed one.
func facets(t *testing.T, step ...string) []Facet {
	t.Helper()
	var list []Facet
	for _, s := range step {
		name, value, ok := strings.Cut(s, "=")
		name, fixed := strings.CutSuffix(name, "!")
		kind, known := FacetKindOf(name)
		if !ok || !known {
			t.Fatalf("%q is not a facet", s)
		}
		list = append(list, Facet{Kind: kind, Value: value, Fixed: fixed, NS: prefixes})
	}
	return list
}

// restrict derives in one step and wants no errors.
func restrict(t *testing.T, base *Type, step ...string) *Type {
	t.Helper()
	derived, errs := base.Restrict(facets(t, step...))
	for _, err := range errs {
		t.Fatalf("restrict %v by %q: %s [%s]", base, step, err.Msg, err.Code)
	}
	return derived
}

// builtin returns a built-in type that must be there.
func builtin(t *testing.T, name string) *Type {
	t.Helper()
	b := Builtin(name)
	if b == nil {
		t.Fatalf("there is no type %s", name)
	}
	return b
}

// value parses what must be right.
func parsed(t *testing.T, typ *Type, text string) Value {
	t.Helper()
	v, err := typ.Parse(text, prefixes)
	if err != nil {
		t.Fatalf("%q as %v: %v", text, typ, err)
	}
	return v
}

// prefixes declares p and the default namespace.
func prefixes(prefix string) (string, bool) {
	switch prefix {
	case "p":
		return "urn:p", true
	case "other":
		return "urn:p", true
	case "":
		return "urn:default", true
	}
	return "", false
}

// code returns the code of an error, or "".
func code(err error) string {
	if err == nil {
		return ""
	}
	return err.(*Error).Code
}

// judge parses and validates, which must agree, and returns the code.
func judge(t *testing.T, typ *Type, text string) string {
	t.Helper()
	v, err := typ.Parse(text, prefixes)
	verr := typ.Validate([]byte(text), prefixes)
	if code(err) != code(verr) || err != nil && err.Error() != verr.Error() {
		t.Errorf("%q as %v: Parse says %v, Validate %v", text, typ, err, verr)
	}
	if err != nil && !v.IsZero() {
		t.Errorf("%q as %v: a value beside the error", text, typ)
	}
	if err != nil && strings.ContainsAny(err.Error(), "\n\r") {
		t.Errorf("%q as %v: the message has several lines: %q", text, typ, err)
	}
	return code(err)
}

func reverse(o Order) Order {
	if o == Incomparable {
		return o
	}
	return -o
}
