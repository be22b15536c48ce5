package goname

import (
	"strings"
	"unicode"
)

// GoInitialisms are the words that Go's own names have in capitals.
var GoInitialisms = strings.Fields(`ACL API ASCII CPU CSS DNS EOF GUID HTML HTTP HTTPS ID IP JSON LHS QPS RAM RHS RPC SLA SMTP SQL
	SSH TCP TLS TTL UDP UI UID UUID URI URL UTF8 VM XML XMPP XSRF XSS`)

// Initialisms are words that identifiers have in capitals.
type Initialisms map[string]bool

// NewInitialisms returns a set of words, whatever their case.
func NewInitialisms(words []string) Initialisms {
	in := Initialisms{}
	for _, w := range words {
		in[strings.ToUpper(w)] = true
	}
	return in
}

// Apply writes an identifier's words in capitals that are initialisms, also with
// an s behind them: OrderIds becomes OrderIDs, HttpUrl HTTPURL. A word in capitals
// already is left as it is.
func (in Initialisms) Apply(id string) string {
	if len(in) == 0 {
		return id
	}
	var b strings.Builder
	for _, w := range camelWords(id) {
		upper := strings.ToUpper(w)
		switch {
		case unicode.IsLower([]rune(w)[0]):
			b.WriteString(w) // the name of a package, or a start that is not exported
		case in[upper]:
			b.WriteString(upper)
		case strings.HasSuffix(w, "s") && in[strings.TrimSuffix(upper, "S")]:
			b.WriteString(strings.TrimSuffix(upper, "S") + "s")
		default:
			b.WriteString(w)
		}
	}
	return b.String()
}

// camelWords cuts an identifier before each capital that starts a word, and
// keeps how it is spelled. Digits belong to the word before them.
func camelWords(id string) []string {
	var words []string
	runes := []rune(id)
	start := 0
	for i := 1; i < len(runes); i++ {
		lowerAfter := i+1 < len(runes) && unicode.IsLower(runes[i+1])
		if unicode.IsUpper(runes[i]) && (!unicode.IsUpper(runes[i-1]) || lowerAfter) {
			words = append(words, string(runes[start:i]))
			start = i
		}
	}
	return append(words, string(runes[start:]))
}
