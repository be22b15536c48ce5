package validate

import (
	"github.com/wbxgen/wbxgen/internal/xsd"
	"github.com/wbxgen/wbxgen/internal/xsd/content"
	"github.com/wbxgen/wbxgen/wire/xmltext"
)

// start opens the element whose start tag the scanner is at: the declaration
// and type that it is held against are found (Part 1 §3.3.4), then its
// attributes are checked.
func (r *run) start() {
	s := r.s
	space, local := s.Space(), s.Local()
	sym := r.speller.symbol(space, local)
	attrs := r.dtd.attributes(s, &r.out)
	if r.hints.own {
		for i := range attrs {
			r.hints.late(&attrs[i], attrPos(s, i))
		}
		r.hints.meet(space, attrs)
	}
	a := r.assess(sym, space, local)
	f := r.push(local)
	f.decl, f.typ = a.decl, a.typ
	if f.decl != nil {
		f.typ = f.decl.typ
	}
	var x instanceAttrs
	if len(attrs) > 0 {
		x = r.instanceAttrs(attrs)
	}
	if !a.skip {
		r.settleType(f, a, &x)
	}
	if f.typ != nil {
		r.openContent(f, &x)
	}
	fields := false
	if r.idc.active() || f.decl != nil && len(f.decl.constraints) > 0 {
		n := r.node(f)
		n.sym, n.space = sym, space
		var value bool
		if fields, value = r.idc.start(n); value {
			f.flags |= wanted
		}
	}
	if f.typ != nil {
		r.checkAttributes(f, attrs, fields)
	}
	if f.pinned != nil && !r.out.stopped {
		r.leaf(f)
	}
}

// leaf reads the rest of an element of simple content where it is as most are.
func (r *run) leaf(f *frame) {
	text, ok := r.s.Leaf()
	if !ok {
		return
	}
	if len(text) > 0 {
		f.flags |= hasText
	}
	r.close(f, text)
}

// node is the innermost element for identity constraints.
func (r *run) node(f *frame) node {
	return node{depth: len(r.frames), number: f.number, pos: r.s.Pos(), decl: f.decl, typ: f.typ}
}

// assessment is what is known of an element before its own attributes are
// looked at.
type assessment struct {
	decl *element
	typ  *typeInfo // where a type is given without a declaration
	// skip leaves the element alone. Otherwise, without declaration and
	// type, xsi:type is to give one; lax does without it.
	skip, lax bool
}

// assess finds the declaration of an element that begins.
func (r *run) assess(sym content.Symbol, space string, local []byte) assessment {
	if len(r.frames) == 0 {
		return r.assessRoot(sym, space, local)
	}
	parent := r.top()
	if parent.skipped() {
		return assessment{skip: true}
	}
	parent.flags |= hasElements
	if parent.has(nilled) || parent.typ.kind == xsd.SimpleContent || parent.typ.kind == xsd.EmptyContent {
		r.refuseChild(parent, space, local)
		return r.stray(parent, sym)
	}
	if parent.typ.model == nil {
		return assessment{skip: true}
	}
	leaf := parent.content.Next(sym, space)
	if leaf == nil {
		if leaf = r.misplaced(parent, sym, space, local); leaf == nil {
			return r.stray(parent, sym)
		}
	}
	switch {
	case leaf.Kind == content.Wildcard:
		return r.assessByWildcard(leaf.Node.Any, sym)
	case sym == leaf.Symbol:
		return assessment{decl: parent.typ.elements[leaf.State]}
	}
	// What stands in for another element is declared globally.
	return assessment{decl: r.globalElement(sym)}
}

// assessRoot is Schema-Validity Assessment (Root): Part 1 §5.2.
func (r *run) assessRoot(sym content.Symbol, space string, local []byte) assessment {
	switch {
	case r.root.typ != nil:
		return assessment{typ: r.root.typ}
	case r.root.decl == nil:
		return assessment{decl: r.globalElement(sym)}
	}
	want := r.root.decl.decl.Name
	if want.Space != space || want.Local != string(local) {
		r.out.report(r.s.Pos(), "cvc-elt.1", "the root element is %s; expected %s", r.out.nameOf(space, local), r.out.label(want))
	}
	return assessment{decl: r.root.decl}
}

// assessByWildcard applies {process contents} (Part 1 §3.10.1).
func (r *run) assessByWildcard(w *xsd.Wildcard, sym content.Symbol) assessment {
	if w.Process == xsd.Skip {
		return assessment{skip: true}
	}
	return assessment{decl: r.globalElement(sym), lax: w.Process == xsd.Lax}
}

// stray is the assessment of an element that should not be where it is: one
// that the parent's content has elsewhere, or a global one, is still checked.
func (r *run) stray(parent *frame, sym content.Symbol) assessment {
	if m := parent.typ.model; m != nil && sym != content.Unknown {
		for _, leaf := range m.Leaves() {
			if leaf.Symbol == sym {
				return assessment{decl: parent.typ.elements[leaf.State]}
			}
		}
	}
	if e := r.globalElement(sym); e != nil {
		return assessment{decl: e}
	}
	return assessment{skip: true}
}

// refuseChild reports a child element where there can be none.
func (r *run) refuseChild(parent *frame, space string, local []byte) {
	if parent.has(contentWrong) {
		return
	}
	parent.flags |= contentWrong
	at, name, own := r.s.Pos(), r.out.nameOf(space, local), r.out.ownName()
	switch {
	case parent.has(nilled):
		r.out.report(at, "cvc-elt.3.2.1", "element %s is not allowed here: %s has xsi:nil=\"true\" and so must be empty", name, own)
	case parent.typ.complex == nil:
		r.out.report(at, "cvc-type.3.1.2", "element %s is not allowed here: %s is of the simple type %s and takes text only", name, own, r.out.typeLabel(parent.typ.def))
	case parent.typ.kind == xsd.SimpleContent:
		r.out.report(at, "cvc-complex-type.2.2", "element %s is not allowed here: %s has simple content and takes text only", name, own)
	default:
		r.out.report(at, "cvc-complex-type.2.1", "element %s is not allowed here: %s must be empty", name, own)
	}
}

// settleType finds the type of an element: that of xsi:type or that of the
// declaration (cvc-elt, cvc-type).
func (r *run) settleType(f *frame, a assessment, x *instanceAttrs) {
	if f.decl != nil && f.decl.decl.Abstract {
		r.out.report(r.s.Pos(), "cvc-elt.2", "element %s is abstract: one of its substitution group must stand in for it%s", r.out.ownName(), r.out.standIns(f.decl.decl))
	}
	if x.typ != nil {
		r.applyXsiType(f, x)
	}
	switch {
	case f.typ == nil && a.lax:
		f.typ = r.anyType
	case f.typ == nil && len(r.frames) == 1 && x.typ == nil:
		r.out.report(r.s.Pos(), "cvc-elt.1", "there is no global declaration of the root element %s%s", r.out.ownName(), r.out.rootHint(r.s.Space()))
		f.typ = r.anyType
	case f.typ == nil && x.typ == nil:
		r.out.report(r.s.Pos(), "cvc-elt.1", "there is no global declaration of element %s, and the wildcard that allows it here asks for one", r.out.ownName())
	}
	if f.typ == nil {
		return
	}
	if c := f.typ.complex; c != nil && c.Abstract {
		r.out.report(r.s.Pos(), "cvc-type.2", "the type %s is abstract: xsi:type must name a type that is derived from it", r.out.typeLabel(c))
	}
}

// openContent prepares an element for what it holds (cvc-elt.3).
func (r *run) openContent(f *frame, x *instanceAttrs) {
	f.typ.compile(r.grammar)
	if x.null != nil {
		r.applyNil(f, x)
	}
	if m := f.typ.model; m != nil {
		f.content.Start(m, r.reserve(m.Slots()))
	} else if f.typ.problem != nil {
		r.out.report(r.s.Pos(), codeLimit, "the content of %s cannot be checked: %v", r.out.ownName(), f.typ.problem)
	}
	switch {
	case f.has(nilled):
		f.texts = refuseNilled
	case f.typ.kind == xsd.SimpleContent:
		f.texts = keepText
		r.s.Pin()
		f.pinned, r.pin = r.s, f.number
	case f.typ.kind == xsd.ElementOnlyContent:
		f.texts = onlySpace
	case f.typ.kind == xsd.EmptyContent:
		f.texts = refuseText
	case f.decl != nil && f.decl.decl.Value != nil && f.decl.decl.Value.Fixed:
		f.texts = keepText
	}
}

// posOf returns where an element began if that is known, else where the
// scanner is. Of elements with simple content it is known until another one
// has begun, which is then a mistake in this one.
func (r *run) posOf(f *frame) xmltext.Pos {
	if f.pinned != nil && r.pin == f.number {
		return f.pinned.Pinned()
	}
	return r.s.Pos()
}
