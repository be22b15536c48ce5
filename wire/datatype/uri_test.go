package datatype

import (
	"strings"
	"testing"
)

// TestURIs says what is wrong with a text of xs:anyURI (RFC 2396 with 2732), "" for nothing.
func TestURIs(t *testing.T) {
	const (
		percent   = "% begins two hexadecimal digits; for the character itself write %25"
		scheme    = "a scheme before the colon is a letter, then letters, digits, +, - and ."
		address   = "the address of a host is not of the form [::1]"
		brackets  = "in a path, write %5B and %5D for [ and ]"
		nothing   = "nothing follows the scheme"
		authority = "nothing follows //"
	)
	for uri, want := range map[string]string{
		"": "", "a": "", "a b/é": "", "#": "", "#f": "", "a#f": "", "?q": "", "http://a/b?c#d": "", "urn:a:b": "", "mailto:a@b[c]": "", "x+y-1.z:/a": "",
		"a/b:c": "", "?a:b": "", "//host": "", "//host/p": "", "//u:p@[::1]:80/p": "", "//[::1]": "", "//[::ffff:1.2.3.4]?q": "", "//#f": "", "///p": "", "%41%fF": "", "a?[b]": "", "http://h?x=[1]": "",
		"a#b#c": "a URI has one # at most", "%": percent, "a%4": percent, "%4g": percent, "%g4": percent, "#%": percent,
		":a": scheme, "1a:b": scheme, "a_b:c": scheme, "é:c": scheme, "a:": nothing, "a:#f": nothing, "//": authority,
		"http://": authority, "a[b": brackets, "/a]": brackets, "//h/[b]": brackets,
		"//h[::1]": address, "//[::1": address, "//[::1]x": address, "//[::1]:x": address, "//[1.2.3.4]": address, "//[::1%25eth0]": address, "//[]": address,
	} {
		if got := URIProblem(uri); got != want {
			t.Errorf("%q: got %q, want %q", uri, got, want)
		}
	}
}

func TestDecimalsHaveAtMost100000Digits(t *testing.T) {
	nines := strings.Repeat("9", MaxDigits)
	for text, ok := range map[string]bool{nines: true, "-" + nines: true, "+" + nines[:10] + "." + nines[10:]: true, nines + "9": false, "-9" + nines: false, nines + ".9": false, nines + "9.": false} {
		if _, err := ParseDecimal(text); (err == nil) != ok {
			t.Errorf("%.4s… of %d bytes: %v", text, len(text), err != nil)
		}
	}
}

func TestErrorsOfForm(t *testing.T) {
	_, err := ParseDuration("1 day")
	if err == nil || err.Error() != `"1 day" is not of the form `+durationForm {
		t.Error(err)
	}
	d, _ := ParseDuration("-PT1.25S")
	if d.Seconds() != -1 || d.Fraction() != "25" {
		t.Errorf("%d and %s", d.Seconds(), d.Fraction())
	}
}
