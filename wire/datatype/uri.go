package datatype

import (
	"net/netip"
	"strings"
)

// URIProblem looks at a text of xs:anyURI (XSD 1.0 Part 2 §3.2.17) and returns what
// is wrong, or "". Nearly anything becomes a URI reference of RFC 2396 by escaping, so
// that only the characters with a role of their own can be out of place.
func URIProblem(s string) string {
	rest, fragment, hasFragment := strings.Cut(s, "#")
	if strings.Contains(fragment, "#") {
		return "a URI has one # at most"
	}
	if problem := percentProblem(s); problem != "" {
		return problem
	}
	rest, opaque, problem := cutScheme(rest)
	if problem != "" || opaque {
		return problem
	}
	if rest == "//" && !hasFragment {
		return "nothing follows //"
	}
	rest, problem = cutAuthority(rest)
	path, _, _ := strings.Cut(rest, "?")
	if problem == "" && strings.ContainsAny(path, "[]") {
		return "in a path, write %5B and %5D for [ and ]"
	}
	return problem
}

func percentProblem(s string) string {
	for i := range len(s) {
		if s[i] == '%' && (i+2 >= len(s) || !isHex(s[i+1]) || !isHex(s[i+2])) {
			return "% begins two hexadecimal digits; for the character itself write %25"
		}
	}
	return ""
}

// cutScheme takes off a scheme, which ends at a colon before any / or ?. What
// follows a scheme without a slash is opaque.
func cutScheme(s string) (rest string, opaque bool, problem string) {
	i := strings.IndexAny(s, ":/?")
	if i < 0 || s[i] != ':' {
		return s, false, ""
	}
	if !isScheme(s[:i]) {
		return "", false, "a scheme before the colon is a letter, then letters, digits, +, - and ."
	}
	if i+1 == len(s) {
		return "", false, "nothing follows the scheme"
	}
	return s[i+1:], s[i+1] != '/', ""
}

func isScheme(s string) bool {
	for i := range len(s) {
		c := s[i] | 0x20
		letter := 'a' <= c && c <= 'z'
		if !letter && (i == 0 || (s[i] < '0' || s[i] > '9') && !strings.Contains("+-.", s[i:i+1])) {
			return false
		}
	}
	return s != ""
}

// cutAuthority takes off // and the host, which alone may have brackets
// (RFC 2732).
func cutAuthority(s string) (rest, problem string) {
	s, ok := strings.CutPrefix(s, "//")
	if !ok {
		return s, ""
	}
	end := strings.IndexAny(s, "/?")
	if end < 0 {
		end = len(s)
	}
	host := s[strings.LastIndexByte(s[:end], '@')+1 : end]
	if i := strings.IndexAny(host, "[]"); i > 0 || i == 0 && !isBracketed(host) {
		return "", "the address of a host is not of the form [::1]"
	}
	return s[end:], ""
}

// isBracketed tells [address] and [address]:port.
func isBracketed(host string) bool {
	address, port, ok := strings.Cut(host[1:], "]")
	if !ok || strings.Contains(address, "%") {
		return false
	}
	ip, err := netip.ParseAddr(address)
	port, hasPort := strings.CutPrefix(port, ":")
	return err == nil && ip.Is6() && strings.Trim(port, "0123456789") == "" && (hasPort || port == "")
}

func isHex(c byte) bool { return strings.IndexByte("0123456789abcdefABCDEF", c) >= 0 }
