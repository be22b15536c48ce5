package sample

import (
	"strconv"

	"github.com/wbxgen/wbxgen/internal/inclusion"
	"github.com/wbxgen/wbxgen/internal/xsd"
)

func (b *Builder) simple(d *Draft, t *xsd.SimpleType) bool {
	text, ok := b.text(t, b.both.there)
	d.Text = text
	return ok
}

// Text returns a text of a simple type.
func (b *Builder) Text(t *xsd.SimpleType) (string, bool) { return b.text(t, nil) }

// text returns a text of a simple type, one that the other type allows too if
// there is one.
func (b *Builder) text(t *xsd.SimpleType, other xsd.Type) (string, bool) {
	list, known := b.texts[t]
	if !known {
		list = inclusion.ValidTexts(t.Datatype)
		b.texts[t] = list
	}
	if other != nil {
		list = b.both.bothTexts(t, other, list)
	}
	switch {
	case len(list) == 0:
		return "", false
	case t.Builtin().Name.Local == "ID":
		return b.identifier(t, list), true
	case !b.distinct:
		return list[0], true
	}
	return list[b.Turn%len(list)], true
}

// identifier returns a text for the next identifier of the document (Part 1
// §3.3.4, Validation Root Valid). A reference is the first of the texts, as the
// first identifier is.
func (b *Builder) identifier(t *xsd.SimpleType, list []string) string {
	n := b.IDs
	b.IDs++
	if text := list[0] + strconv.Itoa(n+1); n > 0 && t.Datatype.Validate([]byte(text), nil) == nil {
		return text
	}
	return list[n%len(list)]
}

// AttributeText returns a text for an attribute: the fixed one where there is
// one.
func (b *Builder) AttributeText(u *xsd.AttributeUse) (string, bool) { return b.attributeText(u, nil) }

// attributeText returns a text for an attribute, one that its counterpart allows
// too if there is one.
func (b *Builder) attributeText(u, other *xsd.AttributeUse) (string, bool) {
	if v := u.Effective(); v != nil && v.Fixed {
		return v.Lexical, true
	}
	if other == nil {
		return b.Text(u.Decl.Type)
	}
	if v := other.Effective(); v != nil && v.Fixed && u.Decl.Type.Datatype.Validate([]byte(v.Lexical), nil) == nil {
		return v.Lexical, true
	}
	return b.text(u.Decl.Type, other.Decl.Type)
}
