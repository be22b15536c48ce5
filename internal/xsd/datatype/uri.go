package datatype

import "strings"

// uriProblem looks at a xs:anyURI (Part 2 §3.2.17) and returns what is wrong,
// or "". Nearly anything becomes a URI reference of RFC 2396 by escaping, so
// that only the characters with a role of their own can be out of place.
func uriProblem(s string) string {
	rest, fragment, _ := strings.Cut(s, "#")
	if strings.Contains(fragment, "#") {
		return "a URI has one # at most"
	}
	if problem := percentProblem(s); problem != "" {
		return problem
	}
	rest, problem := cutScheme(rest)
	if problem != "" {
		return problem
	}
	rest, problem = cutAuthority(rest)
	if problem != "" {
		return problem
	}
	if strings.ContainsAny(rest, "[]") || strings.ContainsAny(fragment, "[]") {
		return "[ and ] are for the address of a host; elsewhere write %5B and %5D"
	}
	return ""
}

func percentProblem(s string) string {
	for i := range len(s) {
		if s[i] == '%' && (i+2 >= len(s) || !isHexDigit(s[i+1]) || !isHexDigit(s[i+2])) {
			return "% begins two hexadecimal digits; for the character itself write %25"
		}
	}
	return ""
}

// cutScheme takes off a scheme, which ends at a colon before any / or ?.
func cutScheme(s string) (rest, problem string) {
	i := strings.IndexAny(s, ":/?")
	if i < 0 || s[i] != ':' {
		return s, ""
	}
	if !isScheme(s[:i]) {
		return "", "a scheme before the colon is a letter, then letters, digits, +, - and ."
	}
	if i+1 == len(s) {
		return "", "nothing follows the scheme"
	}
	return s[i+1:], ""
}

func isScheme(s string) bool {
	for i := range len(s) {
		c := s[i] | 0x20
		letter := 'a' <= c && c <= 'z'
		if !letter && (i == 0 || !isDigit(s[i]) && !strings.Contains("+-.", s[i:i+1])) {
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
	if s == "" {
		return "", "nothing follows //"
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
	end := strings.IndexByte(host, ']')
	if end < 2 {
		return false
	}
	for i := 1; i < end; i++ {
		if !isHexDigit(host[i]) && host[i] != ':' && host[i] != '.' {
			return false
		}
	}
	port := host[end+1:]
	return port == "" || port[0] == ':' && leadingDigits(port[1:]) == len(port)-1
}
