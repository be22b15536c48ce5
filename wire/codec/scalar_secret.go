package codec

import (
	"reflect"
	"strings"

	"github.com/wbxgen/wbxgen/wire"
	"github.com/wbxgen/wbxgen/wire/internal/chars"
	"github.com/wbxgen/wbxgen/wire/internal/door"
)

// secret is [Decoder.value] for a text that is not to be shown, nor a comment in it.
func (d *Decoder) secret() (text []byte, ok bool) {
	d.notes.mute = true
	text, ok = d.value()
	d.notes.mute = false
	return text, ok
}

// ReadSecret reads a text that is not to be shown, white space as it is.
func ReadSecret(d *Decoder, dst *wire.Secret) {
	if b, ok := d.secret(); ok {
		*dst = wire.SecretOf(d.arena.text(b))
	}
}

// ReadSecretToken is [ReadSecret] for a type that collapses white space.
func ReadSecretToken(d *Decoder, dst *wire.Secret) {
	if b, ok := d.secret(); ok {
		*dst = wire.SecretOf(d.arena.text(d.collapse(b)))
	}
}

// ReadSecrets is [ReadSecret] for one occurrence of a repeated element.
func ReadSecrets(d *Decoder, dst *[]wire.Secret) {
	var s wire.Secret
	if ReadSecret(d, &s); s.IsSet() {
		*dst = append(*dst, s)
	}
}

// ReadSecretTokens is [ReadSecretToken] for one occurrence of a repeated element.
func ReadSecretTokens(d *Decoder, dst *[]wire.Secret) {
	var s wire.Secret
	if ReadSecretToken(d, &s); s.IsSet() {
		*dst = append(*dst, s)
	}
}

// told is what is written of a secret: REDACTED in what is printed, and else the text.
func (e *Encoder) told(s wire.Secret) string {
	if e.redact {
		return s.String()
	}
	return s.Reveal()
}

// WriteSecret writes an element.
func WriteSecret(e *Encoder, n *Name, v wire.Secret) { e.stringLeaf(n, e.told(v)) }

// WriteOptSecret writes an element, unless v is absent.
func WriteOptSecret(e *Encoder, n *Name, v wire.Secret) {
	if v.IsSet() {
		e.stringLeaf(n, e.told(v))
	}
}

// WriteSecrets writes an element for each secret.
func WriteSecrets(e *Encoder, n *Name, v []wire.Secret) {
	for _, s := range v {
		e.stringLeaf(n, e.told(s))
	}
}

// WriteSecretAttr writes an attribute.
func WriteSecretAttr(e *Encoder, n *Name, v wire.Secret) { WriteStringAttr(e, n, e.told(v)) }

// WriteOptSecretAttr writes an attribute, unless v is absent.
func WriteOptSecretAttr(e *Encoder, n *Name, v wire.Secret) {
	if v.IsSet() {
		e.stringAttr(n, e.told(v))
	}
}

// WriteSecretText writes the text of an element with simple content.
func WriteSecretText(e *Encoder, v wire.Secret) { e.text(e.told(v)) }

// Secret checks a secret. The message does not have its text.
func (c *Checker) Secret(name string, index int, v wire.Secret, f *Facets) {
	problem := f.textProblem(v.Reveal(), look{open: c.open})
	if problem != "" && !strings.HasPrefix(problem, "has ") { // all but counts have the text in them, in whatever form
		problem = "is not as the schema asks; what it is must not be shown"
	}
	c.report(name, index, problem)
}

// Shown returns a value as XML for people: without secrets, and without a declaration. It is what String of generated types
// returns.
func Shown(v Appender) string {
	if isNil(v) {
		return "<nil>"
	}
	e := encoders.Get().(*Encoder)
	e.conf = door.Config{}
	e.redact = true
	doc, err := e.appendTo(e.scratch[:0], shownRoot(v), v)
	text := string(doc)
	if cap(doc) <= largeScratch {
		e.scratch = doc[:0]
	}
	e.redact = false
	e.retire()
	if err != nil {
		return "(no XML: " + err.Error() + ")"
	}
	return text
}

// shownRoot is the name of the root element that the value is of, where that is one alone, else of the complex type, or else of
// the Go type.
func shownRoot(v Appender) Name {
	if t, ok := v.(Tabled); ok {
		if roots := t.XMLTable().entries().roots; len(roots) == 1 {
			return roots[0]
		}
	}
	if t, ok := v.(wire.Object); ok && t.XMLType() != "" {
		return NameFor(v, t.XMLType())
	}
	t := reflect.TypeOf(v)
	for t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	if name := t.Name(); chars.IsNCName(name) {
		return Name{Local: name}
	}
	return Name{Local: "value"}
}
