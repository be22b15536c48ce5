package validate

import (
	"github.com/wbxgen/wbxgen/internal/xsd"
	"github.com/wbxgen/wbxgen/internal/xsd/content"
	"github.com/wbxgen/wbxgen/internal/xsd/datatype"
	"github.com/wbxgen/wbxgen/wire/xmltext"
)

// misplaced reports a child element that cannot come where it is. Where the
// content model has it further on, or something that may have been meant next,
// the content goes on from there, so that one slip is reported once. The
// result is the leaf that the element matches after all.
func (r *run) misplaced(f *frame, sym content.Symbol, space string, local []byte) *content.Place {
	if f.content.Lost() {
		if !f.has(contentWrong) {
			f.flags |= contentWrong
			r.out.report(r.s.Pos(), codeLimit, "the content of %s can be counted in more than %d ways, which is more than are followed", r.out.ownName(), content.MaxWays())
		}
		return nil
	}
	meant, hint := r.out.slip(&f.content, sym, space, local)
	r.out.report(r.s.Pos(), "cvc-complex-type.2.4", "element %s is not allowed here%s; expected %s%s",
		r.out.nameOf(space, local), r.out.whyMisplaced(&f.content, sym, space), r.out.expected(&f.content), hint)
	leaf := f.content.Further(sym)
	if leaf != nil {
		meant = leaf
	}
	if meant != nil {
		f.content.Assume(meant)
	}
	return leaf
}

// characters takes character data into account.
func (r *run) characters(text []byte) {
	if len(r.frames) == 0 || len(text) == 0 {
		return
	}
	f := r.top()
	f.flags |= hasText
	switch f.texts {
	case keepText:
		r.keep(f, text)
	case onlySpace:
		if !f.has(textWrong) && !isSpace(text) {
			f.flags |= textWrong
			r.out.report(r.s.Pos(), "cvc-complex-type.2.3", "text %s is not allowed here: %s takes elements only", quoted(clean(text)), r.out.ownName())
		}
	case refuseText, refuseNilled:
		r.refuseText(f, text)
	}
}

func (r *run) keep(f *frame, text []byte) {
	if len(r.text)-f.text+len(text) > r.options.maxText() {
		r.out.fatal(r.posOf(f), codeLimit, "the text of %s is longer than %d bytes", r.out.ownName(), r.options.maxText())
		return
	}
	r.text = append(r.text, text...)
}

func (r *run) refuseText(f *frame, text []byte) {
	if f.has(textWrong) {
		return
	}
	f.flags |= textWrong
	what := "text " + quoted(clean(text))
	if isSpace(text) {
		what = "white space"
	}
	if f.texts == refuseNilled {
		r.out.report(r.s.Pos(), "cvc-elt.3.2.1", "%s is not allowed here: %s has xsi:nil=\"true\" and so must be empty", what, r.out.ownName())
		return
	}
	r.out.report(r.s.Pos(), "cvc-complex-type.2.1", "%s is not allowed here: %s must be empty", what, r.out.ownName())
}

func isSpace(b []byte) bool {
	for _, c := range b {
		if c != ' ' && c != '\t' && c != '\n' && c != '\r' {
			return false
		}
	}
	return true
}

// end closes the innermost element and checks what is known only then.
func (r *run) end() {
	f := r.top()
	r.close(f, r.text[f.text:])
}

// close closes the innermost element, of that text where it matters.
func (r *run) close(f *frame, text []byte) {
	var value datatype.Value
	if !f.skipped() && !f.has(nilled) {
		value = r.finish(f, text)
	}
	if r.idc.active() {
		r.idc.end(r.node(f), f.has(wanted), value)
	}
	r.pop()
}

// finish checks the content of an element as a whole, and returns its value
// where an identity constraint wants it.
func (r *run) finish(f *frame, text []byte) datatype.Value {
	if f.decl != nil && f.decl.decl.Value != nil {
		return r.finishConstrained(f, text, f.decl.decl.Value)
	}
	if f.typ.simple != nil {
		if f.has(contentWrong) {
			return datatype.Value{}
		}
		return r.finishText(f, text, f.has(wanted))
	}
	r.finishElements(f)
	return datatype.Value{}
}

// finishText checks the text of simple content.
func (r *run) finishText(f *frame, text []byte, want bool) datatype.Value {
	simple := f.typ.simple
	if !want && !simple.refers {
		if err := simple.data.Validate(text, r.lookup); err != nil {
			r.out.value(r.posOf(f), "element "+r.out.ownName(), err)
		}
		return datatype.Value{}
	}
	v, err := r.parse(simple, text, r.posOf(f))
	if err != nil {
		r.out.value(r.posOf(f), "element "+r.out.ownName(), err)
		return datatype.Value{}
	}
	if simple.refers {
		r.ids.refer(v, r.posOf(f))
	}
	return v
}

// itemBytes is about what an item of a list takes that is kept as a value.
const itemBytes = 300

// parse reads a text as a value. What long lists take counts as tables do; a union
// may have a list among its members.
func (r *run) parse(s *simpleInfo, text []byte, at xmltext.Pos) (datatype.Value, error) {
	if v := s.data.Variety(); v == datatype.ListVariety || v == datatype.UnionVariety {
		size := itemBytes * items(text)
		r.memory.claim(&r.out, at, size)
		defer func() { r.memory.claimed -= int64(size) }()
	}
	if r.out.stopped {
		return datatype.Value{}, nil
	}
	return s.data.Parse(string(text), r.lookup)
}

// items counts the items of a list.
func items(text []byte) (n int) {
	within := false
	for i := range text {
		space := isSpace(text[i : i+1])
		if !space && !within {
			n++
		}
		within = !space
	}
	return n
}

// finishElements checks that the child elements are all there.
func (r *run) finishElements(f *frame) {
	if f.typ.model == nil || f.content.Lost() || f.content.Complete() {
		return
	}
	next := r.out.next(&f.content)
	if len(next.words) == 0 {
		r.out.report(r.s.Pos(), "cvc-complex-type.2.4", "%s cannot be complete: its content model goes on with what no element can be", r.out.ownName())
		return
	}
	r.out.report(r.s.Pos(), "cvc-complex-type.2.4", "%s ends too early; expected %s", r.out.ownName(), next)
}

// finishConstrained is clause 5 of cvc-elt: what a default or fixed value asks
// of the content.
func (r *run) finishConstrained(f *frame, text []byte, c *xsd.ValueConstraint) datatype.Value {
	if !f.has(hasText | hasElements) {
		return r.finishDefault(f, c)
	}
	if f.typ.simple != nil {
		if f.has(contentWrong) {
			return datatype.Value{}
		}
		return r.finishFixedText(f, text, c)
	}
	r.finishElements(f)
	if !c.Fixed {
		return datatype.Value{}
	}
	if f.has(hasElements) {
		r.out.report(r.s.Pos(), "cvc-elt.5.2.2.1", "the value of %s is fixed to %s, so it takes no child elements", r.out.ownName(), quoted(c.Lexical))
	} else if f.typ.kind == xsd.MixedContent && string(text) != c.Lexical {
		r.out.report(r.s.Pos(), "cvc-elt.5.2.2.2.1", "the value of %s is fixed to %s", r.out.ownName(), quoted(c.Lexical))
	}
	return datatype.Value{}
}

// finishDefault is clause 5.1: an empty element has its default or fixed value,
// which must fit a type that xsi:type gave.
func (r *run) finishDefault(f *frame, c *xsd.ValueConstraint) datatype.Value {
	if f.typ.simple == nil {
		r.finishElements(f)
		return datatype.Value{}
	}
	v, err := c.Value, error(nil)
	if f.has(xsiTyped) || v.IsZero() {
		v, err = f.typ.simple.data.Parse(c.Lexical, r.lookup)
	}
	if err != nil {
		r.out.report(r.posOf(f), "cvc-elt.5.1.1", "the default %s of %s does not fit the type %s that xsi:type gives it: %v", quoted(c.Lexical), r.out.ownName(), r.out.typeLabel(f.typ.def), err)
	} else if f.typ.simple.refers {
		r.ids.refer(v, r.posOf(f))
	}
	return v
}

// finishFixedText is clause 5.2.2.2.2 for simple content.
func (r *run) finishFixedText(f *frame, text []byte, c *xsd.ValueConstraint) datatype.Value {
	v := r.finishText(f, text, c.Fixed || f.has(wanted))
	if c.Fixed && !v.IsZero() && !c.Is(v) {
		r.out.report(r.posOf(f), "cvc-elt.5.2.2.2.2", "the value of %s is fixed to %s, but it is %s", r.out.ownName(), quoted(c.Lexical), quoted(v.Lexical()))
	}
	return v
}
