package webex

import (
	"errors"
	"html"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/wbxgen/wbxgen/wire/xmltext"
)

const redacted = "REDACTED"

// A secret shorter than shortSecret is replaced where it is a whole word: else a password "a" would make every text
// unreadable. Of a longer one, the first partSecret bytes are enough, because texts are cut.
const (
	shortSecret = 4
	partSecret  = 8
)

// redactor replaces the secrets of a request in texts about it.
type redactor struct{ secrets []string }

// newRedactor returns a redactor for the secrets in the elements of a request, and for the given ones.
func newRedactor(request []byte, more ...string) *redactor {
	var r redactor
	for s := xmltext.NewBytesScanner(request, xmltext.Options{}); ; {
		name, text, ok := nextLeaf(s)
		if !ok {
			break
		}
		if isSecretName(name) && !isTruth(text) {
			r.add(text)
		}
	}
	for _, s := range more {
		r.add(s)
	}
	slices.Sort(r.secrets)
	r.secrets = slices.Compact(r.secrets)
	return &r
}

// nextLeaf returns the name and the text of the next element without children.
func nextLeaf(s *xmltext.Scanner) (name, text string, ok bool) {
	for leaf := false; ; {
		switch s.Next() {
		case xmltext.EOF:
			return "", "", false
		case xmltext.StartElement:
			name, text, leaf = string(s.Local()), "", true
		case xmltext.CharData, xmltext.CData:
			text += string(s.Text())
		case xmltext.EndElement:
			if leaf {
				return name, text, true
			}
			text = ""
		}
	}
}

// secretWords are what the names of elements with secrets have in common.
var secretWords = []string{"password", "ticket", "token", "samlresponse", "accesscode", "moderatorcode", "hostkey", "hostpin", "secret"}

func isSecretName(name string) bool {
	name = strings.ToLower(name)
	return slices.ContainsFunc(secretWords, func(w string) bool { return strings.Contains(name, w) })
}

// isTruth reports the value of an element such as enforcePassword.
func isTruth(s string) bool { return strings.EqualFold(s, "true") || strings.EqualFold(s, "false") }

// add adds a secret in the forms in which it may come back.
func (r *redactor) add(secret string) {
	for _, s := range []string{secret, strings.TrimSpace(secret)} {
		quoted := strconv.Quote(s)
		for _, form := range []string{
			s, html.EscapeString(s), url.QueryEscape(s), url.PathEscape(s), quoted[1 : len(quoted)-1],
		} {
			if strings.TrimSpace(form) != "" {
				r.secrets = append(r.secrets, form)
			}
		}
	}
}

// text returns s without the secrets.
func (r *redactor) text(s string) string {
	var b strings.Builder
	done := 0
	for i := 0; i < len(s); {
		n := r.match(s, i)
		if n == 0 {
			i++
			continue
		}
		b.WriteString(s[done:i] + redacted)
		i += n
		done = i
	}
	return b.String() + s[done:]
}

// match returns the length of the longest secret, or part of one, at s[i:].
func (r *redactor) match(s string, i int) (n int) {
	for _, secret := range r.secrets {
		switch {
		case s[i] != secret[0]:
		case len(secret) < shortSecret:
			if strings.HasPrefix(s[i:], secret) && isWhole(s, i, i+len(secret)) {
				n = max(n, len(secret))
			}
		default:
			if k := common(s[i:], secret); k >= min(len(secret), partSecret) {
				n = max(n, k)
			}
		}
	}
	return n
}

// common returns how many bytes at the beginning of a and b are the same.
func common(a, b string) (n int) {
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	return n
}

// isWhole reports whether no letter or digit is next to s[from:to].
func isWhole(s string, from, to int) bool {
	before, _ := utf8.DecodeLastRuneInString(s[:from])
	after, _ := utf8.DecodeRuneInString(s[to:])
	return !isWord(before) && !isWord(after)
}

func isWord(c rune) bool { return c != utf8.RuneError && (unicode.IsLetter(c) || unicode.IsDigit(c)) }

// error returns err, or where its text has secrets, an error with another text that [errors.Is] still knows.
func (r *redactor) error(err error) error {
	if err == nil {
		return nil
	}
	text := err.Error()
	if clean := r.text(text); clean != text {
		return &cleanError{clean, func(target error) bool { return errors.Is(err, target) }}
	}
	return err
}

// cleanError stands for an error whose text has secrets. It does not hold that error, which would print and unwrap with
// them.
type cleanError struct {
	text string
	is   func(error) bool
}

func (e *cleanError) Error() string        { return e.text }
func (e *cleanError) Is(target error) bool { return e.is(target) }
