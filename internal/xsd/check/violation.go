package check

import (
	"fmt"

	"github.com/wbxgen/wbxgen/internal/diag"
	"github.com/wbxgen/wbxgen/internal/xsd"
)

// violation says why a particle is no valid restriction of another. Most are
// found on the way to a match and never shown: the text is made when asked for.
type violation struct {
	code      string
	format    string
	args      []any
	pos, base diag.Pos
}

func violates(code string, pos, base diag.Pos, format string, args ...any) *violation {
	return &violation{code, format, args, pos, base}
}

func (v *violation) text() string { return fmt.Sprintf(v.format, v.args...) }

// namedElement is the name of an element in a violation.
type namedElement struct {
	*restriction
	decl *xsd.ElementDecl
}

// String returns the name as the document writes it.
func (n namedElement) String() string { return n.doc.Label(n.decl.Name) }

func (r *restriction) named(e *xsd.ElementDecl) namedElement { return namedElement{r, e} }

// description is an operand in a violation.
type description struct {
	*restriction
	operand
}

// String returns what the operand is, such as: element "a".
func (d description) String() string {
	switch {
	case d.element != nil:
		return "element \"" + d.doc.Label(d.element.Name) + "\""
	case d.wildcard != nil:
		return "a wildcard"
	}
	return "a " + d.compositor.String()
}

func (r *restriction) described(o operand) description { return description{r, o} }

// noPlace says that a member has no counterpart in the base.
func (r *restriction) noPlace(code string, c, b operand) *violation {
	if v := r.namesake(c, b); v != nil {
		return v
	}
	if other := otherSpace(c, b); other != nil {
		return violates(code, c.p.Pos, b.p.Pos, "%s is in %s and has no counterpart in the %s of the base, which has one in %s",
			r.described(c), spaceWords(c.element.Name.Space), b.compositor, spaceWords(other.Name.Space))
	}
	return violates(code, c.p.Pos, b.p.Pos, "%s has no counterpart in the %s of the base", r.described(c), b.compositor)
}

// namesake returns what is wrong with c against the element of that name in
// b: that says more than that c has no counterpart.
func (r *restriction) namesake(c, b operand) *violation {
	for _, o := range b.children {
		if c.element == nil || o.element == nil || c.element.Name != o.element.Name {
			continue
		}
		if c.element == o.element {
			return r.occursOK(c, o, "rcase-NameAndTypeOK.3")
		}
		return r.nameAndType(c, o)
	}
	return nil
}

// otherSpace returns the element of b whose name differs from that of c by the
// namespace alone: the labels of the two can look the same.
func otherSpace(c, b operand) *xsd.ElementDecl {
	for _, o := range b.children {
		if c.element != nil && o.element != nil && c.element.Name.Local == o.element.Name.Local {
			return o.element
		}
	}
	return nil
}
