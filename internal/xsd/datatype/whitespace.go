package datatype

import "strings"

// WhiteSpace is the value of the whiteSpace facet (Part 2 §4.3.6). A greater
// one changes more of the text.
type WhiteSpace uint8

// The three ways to treat white space.
const (
	Preserve WhiteSpace = iota
	Replace
	Collapse
)

// String returns preserve, replace or collapse.
func (w WhiteSpace) String() string {
	return [...]string{"preserve", "replace", "collapse"}[min(w, Collapse)]
}

// Normalize returns s after that treatment. It returns s itself, without an
// allocation, where nothing or only the ends of s change.
func (w WhiteSpace) Normalize(s string) string {
	switch w {
	case Preserve:
		return s
	case Replace:
		if !strings.ContainsAny(s, "\t\n\r") {
			return s
		}
		return spacesOnly(s)
	}
	s = trimSpace(s)
	if isCollapsed(s) {
		return s
	}
	return collapse(s)
}

// parseWhiteSpace reads the value of a whiteSpace facet.
func parseWhiteSpace(s string) (WhiteSpace, bool) {
	for w := Preserve; w <= Collapse; w++ {
		if s == w.String() {
			return w, true
		}
	}
	return Preserve, false
}

// isSpace tells the white space of XML 1.0 §2.3, which is less than Unicode's.
func isSpace(c byte) bool {
	return c == ' ' || c == '\t' || c == '\n' || c == '\r'
}

func trimSpace(s string) string {
	for s != "" && isSpace(s[0]) {
		s = s[1:]
	}
	for s != "" && isSpace(s[len(s)-1]) {
		s = s[:len(s)-1]
	}
	return s
}

// isCollapsed looks at a trimmed text.
func isCollapsed(s string) bool {
	for i := range len(s) {
		if s[i] > ' ' {
			continue
		}
		if isSpace(s[i]) && (s[i] != ' ' || s[i-1] == ' ') {
			return false
		}
	}
	return true
}

func spacesOnly(s string) string {
	b := []byte(s)
	for i, c := range b {
		if isSpace(c) {
			b[i] = ' '
		}
	}
	return string(b)
}

func collapse(s string) string {
	b := make([]byte, 0, len(s))
	for i := range len(s) {
		switch {
		case !isSpace(s[i]):
			b = append(b, s[i])
		case len(b) > 0 && b[len(b)-1] != ' ':
			b = append(b, ' ')
		}
	}
	return string(b)
}

// Words returns the items of a list's text: what stands between the white space of
// XML, of which a no-break space is none.
func Words(s string) (words []string) {
	for item, rest := nextItem(s); item != ""; item, rest = nextItem(rest) {
		words = append(words, item)
	}
	return words
}

// nextItem cuts the first item off a list's text; item is "" at the end.
func nextItem(s string) (item, rest string) {
	for s != "" && isSpace(s[0]) {
		s = s[1:]
	}
	for i := range len(s) {
		if isSpace(s[i]) {
			return s[:i], s[i:]
		}
	}
	return s, ""
}
