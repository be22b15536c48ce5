package goname

import (
	"go/token"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Exported returns an exported identifier for an XML name. It keeps the
// spelling as far as Go allows, so that the result can be found with the name
// of the schema: only the first letter of each part becomes upper case, and
// what stands between parts goes, but for numbers, which stay apart: Charges7__1 is
// Charges7_1, not Charges71. A name without a single letter or digit gives "X".
func Exported(name string) string {
	if isWord(name) {
		return title(name)
	}
	var id []byte
	for _, part := range strings.FieldsFunc(name, notWord) {
		if len(id) > 0 && isDigit(id[len(id)-1]) && isDigit(part[0]) {
			id = append(id, '_')
		}
		id = append(id, title(part)...)
	}
	return startWithLetter(string(id))
}

// Unexported returns an identifier like [Exported]'s whose first word is in
// lower case, and which is no keyword or predeclared name of Go.
func Unexported(name string) string {
	id := Exported(name)
	n := 0
	for i, r := range id {
		next, _ := utf8.DecodeRuneInString(id[i+utf8.RuneLen(r):])
		if !unicode.IsUpper(r) || i > 0 && unicode.IsLower(next) {
			break
		}
		n = i + utf8.RuneLen(r)
	}
	id = strings.ToLower(id[:n]) + id[n:]
	if token.IsKeyword(id) || predeclared[id] {
		return id + "_"
	}
	return id
}

var predeclared = map[string]bool{
	"any": true, "append": true, "bool": true, "byte": true, "cap": true, "clear": true, "close": true, "copy": true,
	"delete": true, "error": true, "false": true, "float32": true, "float64": true, "int": true, "int16": true, "int32": true,
	"int64": true, "int8": true, "iota": true, "len": true, "make": true, "max": true, "min": true, "new": true, "nil": true,
	"panic": true, "print": true, "real": true, "rune": true, "string": true, "true": true, "uint": true, "uint16": true,
	"uint32": true, "uint64": true, "uint8": true, "init": true, "main": true,
}

// notWord reports whether r cannot be part of a Go identifier. "_" counts as
// a separator.
func notWord(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

// isWord reports whether a name is what most are: a letter, and letters and
// digits behind it, all of ASCII.
func isWord(name string) bool {
	for i := range len(name) {
		c := name[i]
		letter := 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z'
		if !letter && (i == 0 || c < '0' || c > '9') {
			return false
		}
	}
	return name != ""
}

func title(word string) string {
	r, n := utf8.DecodeRuneInString(word)
	if unicode.IsUpper(r) {
		return word
	}
	return string(unicode.ToUpper(r)) + word[n:]
}

// startWithLetter puts an X before what cannot start an exported identifier:
// digits, and letters that have no upper case.
func startWithLetter(id string) string {
	if r, _ := utf8.DecodeRuneInString(id); id != "" && unicode.IsUpper(r) {
		return id
	}
	return "X" + id
}

// TrimType drops one trailing "Type" from a name that has more than that.
func TrimType(name string) string {
	if t := strings.TrimSuffix(name, "Type"); t != "" && t != name {
		return t
	}
	return name
}

// Constant returns the words of an enumeration value as the second half of an
// identifier; the type's name comes before it, so it may start with a digit.
// Words in capitals become capitalised; a sign before a digit becomes Plus or
// Minus. An empty value, or one without letters and digits, is spelled out.
func Constant(value string) string { return constant(value, capitalised) }

// constant is Constant with what becomes of a word.
func constant(value string, word func(string) string) string {
	var b strings.Builder
	runes := []rune(value)
	for i := 0; i < len(runes); {
		if notWord(runes[i]) {
			b.WriteString(signWord(runes, i))
			i++
			continue
		}
		end := i
		for end < len(runes) && !notWord(runes[end]) {
			end++
		}
		b.WriteString(word(string(runes[i:end])))
		i = end
	}
	if b.Len() == 0 {
		return spelled(value)
	}
	return b.String()
}

// signWord names a sign that stands directly before a digit and not between
// letters or digits of one word, as in 2001-02.
func signWord(runes []rune, i int) string {
	if i+1 >= len(runes) || !unicode.IsDigit(runes[i+1]) || i > 0 && unicode.IsDigit(runes[i-1]) {
		return ""
	}
	switch runes[i] {
	case '+':
		return "Plus"
	case '-':
		return "Minus"
	}
	return ""
}

// capitalised title-cases a word that has no lower-case letter.
func capitalised(word string) string {
	if word == strings.ToUpper(word) && len([]rune(word)) > 1 {
		word = strings.ToLower(word)
	}
	return title(word)
}

// spelled names every character of a value that [Constant] tells apart from
// others too little or not at all.
func spelled(value string) string {
	if value == "" {
		return "Empty"
	}
	var b strings.Builder
	for _, r := range value {
		switch name := punctuation[r]; {
		case name != "":
			b.WriteString(name)
		case notWord(r):
			b.WriteString("U" + strings.ToUpper(strings.TrimPrefix(hex(uint32(r)), "0x")))
		default:
			b.WriteRune(unicode.ToUpper(r))
		}
	}
	return b.String()
}

var punctuation = map[rune]string{
	' ': "Space", '!': "Bang", '"': "Quote", '#': "Hash", '$': "Dollar", '%': "Percent", '&': "And", '\'': "Apostrophe",
	'(': "Open", ')': "Close", '*': "Star", '+': "Plus", ',': "Comma", '-': "Minus", '.': "Dot", '/': "Slash", ':': "Colon",
	';': "Semicolon", '<': "Less", '=': "Equal", '>': "Greater", '?': "Question", '@': "At", '[': "OpenBracket",
	'\\': "Backslash", ']': "CloseBracket", '^': "Caret", '_': "Underscore", '`': "Backquote", '{': "OpenBrace", '|': "Bar",
	'}': "CloseBrace", '~': "Tilde", '\t': "Tab", '\n': "Newline", '\r': "Return",
}
