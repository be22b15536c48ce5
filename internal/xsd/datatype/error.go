package datatype

import (
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"
)

// Error says why a text is not of a type.
type Error struct {
	// Code is the validation rule of Part 2 that is broken, such as
	// cvc-datatype-valid.1.2.1 or cvc-maxLength-valid; or
	// wbxgen-unsupported-value where the text is right and we fall short.
	Code string
	// Msg says what is wrong and what would be right, in one line of lower
	// case without a full stop.
	Msg string
	// text and want are the parts of a lexical error, see of.
	text, want string
}

// Error returns the message without the code.
func (e *Error) Error() string { return e.Msg }

const (
	codeLexical     = "cvc-datatype-valid.1.2.1"
	codeListItem    = "cvc-datatype-valid.1.2.2"
	codeUnion       = "cvc-datatype-valid.1.2.3"
	codeUnsupported = "wbxgen-unsupported-value"
)

func fail(code, format string, args ...any) *Error {
	return &Error{Code: code, Msg: fmt.Sprintf(format, args...)}
}

// lexicalError is for a text outside the lexical space of a built-in type;
// want says what the lexical space has.
func lexicalError(text, typeName, want string) *Error {
	e := fail(codeLexical, "%s is not of type xs:%s: %s", quote(text), typeName, want)
	e.text, e.want = text, want
	return e
}

// of names the type that was asked for in a lexical error, xs:int, instead of
// the one whose form its texts have, xs:integer.
func (e *Error) of(typeName string) *Error {
	if e.want != "" {
		e.Msg = fmt.Sprintf("%s is not of type %s: %s", quote(e.text), typeName, e.want)
	}
	return e
}

// quote keeps a message readable, whatever the document holds.
func quote(s string) string {
	short := firstBytes(s, 60)
	if len(short) < len(s) {
		return quoted(short) + "…"
	}
	return quoted(s)
}

// clip keeps a reason within a message short: reasons nest.
func clip(reason string) string {
	short := firstBytes(reason, 200)
	if len(short) < len(reason) {
		return short + "…"
	}
	return reason
}

// firstBytes cuts between characters.
func firstBytes(s string, limit int) string {
	if len(s) <= limit {
		return s
	}
	for limit > 0 && !utf8.RuneStart(s[limit]) {
		limit--
	}
	return s[:limit]
}

// quoted is strconv.Quote but for backslashes, which in patterns would be two.
func quoted(s string) string {
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range s {
		if strconv.IsPrint(r) && r != utf8.RuneError {
			b.WriteRune(r)
		} else {
			b.WriteString(strings.Trim(strconv.QuoteRune(r), "'"))
		}
	}
	b.WriteByte('"')
	return b.String()
}

// oneOf lists alternatives for a message, at most eight of them.
func oneOf(words []string) string { return oneOfAll(words, len(words)) }

// mostWords is how many of a list are told.
const mostWords = 8

// oneOfAll is oneOf for a list of which only the first words are at hand.
func oneOfAll(words []string, all int) string {
	if len(words) == 1 {
		return words[0]
	}
	if all > mostWords {
		return strings.Join(words[:mostWords], ", ") + " or one of " + strconv.Itoa(all-mostWords) + " more"
	}
	last := len(words) - 1
	return strings.Join(words[:last], ", ") + " or " + words[last]
}

// plural writes a number with its unit.
func plural(n uint64, unit string) string {
	if n == 1 {
		return "1 " + unit
	}
	return strconv.FormatUint(n, 10) + " " + unit + "s"
}
