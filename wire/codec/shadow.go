package codec

import (
	"bytes"
	"slices"
	"strconv"
	"strings"

	"github.com/wbxgen/wbxgen/wire"
	"github.com/wbxgen/wbxgen/wire/internal/chars"
)

// shadow is a namespace declaration of the element at the depth, which hides one of the root element, or the default
// namespace, which the root element does not declare.
type shadow struct {
	wire.Binding
	depth int
}

// shadow returns the index of the innermost shadow of the prefix, or -1.
func (e *Encoder) shadow(name string) int {
	for i := len(e.shadows) - 1; i >= 0; i-- {
		if e.shadows[i].Prefix == name {
			return i
		}
	}
	return -1
}

// anchor has the root element declare what it can of the bindings.
func (e *Encoder) anchor(bindings []wire.Binding) {
	for _, b := range bindings {
		if e.inForce(b) {
			continue
		}
		if b.Prefix != "" && declarable(b) && e.free(b.Prefix) {
			e.declareRoot(b.URI, b.Prefix, false)
		}
	}
}

// inForce reports whether the prefix stands for the namespace at the current place.
func (e *Encoder) inForce(b wire.Binding) bool {
	if i := e.shadow(b.Prefix); i >= 0 {
		return e.shadows[i].URI == b.URI
	}
	for _, p := range e.used {
		if p.name() == b.Prefix {
			return p.uri == b.URI
		}
	}
	if b.Prefix == "" && e.def != nil {
		e.leaning = e.leaning || e.def.uri == b.URI
		return e.def.uri == b.URI
	}
	return b.Prefix == "" && b.URI == ""
}

// cast puts the bindings in force for the element that comes next: the root element declares those whose prefix is
// free, and the others become shadows, which the element declares itself. bare says that the element's own name has no
// prefix: it is in no namespace, so that it can have no default one.
func (e *Encoder) cast(bindings []wire.Binding, bare bool) {
	e.castAt(bindings, len(e.frames)+1, bare)
	if bare && (len(e.shadows) > 0 || e.def != nil) {
		e.castAt(noDefault, len(e.frames)+1, false)
	}
}

// castAt is cast for the element at the depth, but for the default namespace of a bare one.
func (e *Encoder) castAt(bindings []wire.Binding, depth int, bare bool) {
	if len(bindings) == 0 {
		return
	}
	e.anchor(bindings)
	for _, b := range bindings {
		if e.inForce(b) || !declarable(b) || bare && b.Prefix == "" {
			continue
		}
		if i := e.shadow(b.Prefix); i >= 0 && e.shadows[i].depth == depth {
			e.Failf("the prefix %q stands for two namespaces here: %s and %s", b.Prefix, e.shadows[i].URI, b.URI)
			return
		}
		e.shadows = append(e.shadows, shadow{b, depth})
		e.doc = shadowed
	}
}

// declarable reports whether an element can declare the binding: xmlns="" can be, xmlns:p="" cannot, nor what has to do with the
// prefixes xml and xmlns (Namespaces in XML §3).
func declarable(b wire.Binding) bool {
	if b.URI == chars.XMLURI || b.URI == chars.XMLNSURI {
		return false
	}
	return b.Prefix == "" || b.URI != "" && chars.IsNCName(b.Prefix) && b.Prefix != "xml" && b.Prefix != "xmlns"
}

// noDefault is the default namespace where names without prefix are in no namespace.
var noDefault = []wire.Binding{{}}

// isBare reports whether elements of the namespace are written without prefix.
func (e *Encoder) isBare(ns *Namespace) bool { return e.elementPrefix(ns) == &e.bare }

// dropShadows ends the shadows of the element at the depth.
func (e *Encoder) dropShadows(depth int) {
	n := len(e.shadows)
	if n == 0 {
		return
	}
	for n > 0 && e.shadows[n-1].depth >= depth {
		n--
	}
	if e.shadows = e.shadows[:n]; n == 0 {
		e.doc = e.docs
	}
}

// declareShadows writes the namespace declarations of shadows.
func (e *Encoder) declareShadows(list []shadow) {
	for _, b := range list {
		if b.Prefix == "" {
			e.rawAttr("", "xmlns", b.URI)
		} else {
			e.rawAttr("xmlns:", b.Prefix, b.URI)
		}
	}
}

// declareHere puts the bindings in force for the element whose start tag is open. Its own name gives way where it has a
// prefix that the bindings want for another namespace.
func (e *Encoder) declareHere(bindings []wire.Binding) {
	if len(bindings) == 0 || len(e.frames) == 0 || len(e.buf) != e.top().body {
		return
	}
	if len(e.frames) == 1 {
		e.giveUpDefault(bindings)
		e.makeWay(bindings)
	}
	shadows := len(e.shadows)
	own := e.ownNamespace()
	e.castAt(bindings, len(e.frames), own == "")
	for _, b := range e.shadows[shadows:] {
		if own != "" && b.Prefix == e.ownPrefix() {
			e.rename(e.prefixOf(own, e.wanted(own), false).text)
		}
		if uri := e.outside(b.Prefix, shadows); uri != "" && b.Prefix != "" {
			e.retype(b.Prefix, uri)
			renameOwnAttrs(e, b.Prefix, uri)
		}
	}
	e.declareShadows(e.shadows[shadows:])
}

// outside returns what a prefix stands for where only the first shadows are in force, "" where it has no meaning.
func (e *Encoder) outside(prefix string, shadows int) string {
	for i := shadows - 1; i >= 0; i-- {
		if e.shadows[i].Prefix == prefix {
			return e.shadows[i].URI
		}
	}
	for _, p := range e.used {
		if p.name() == prefix {
			return p.uri
		}
	}
	if prefix == "" && e.def != nil {
		return e.def.uri
	}
	return ""
}

// retype gives the xsi:type of the innermost element, whose start tag is open, another prefix of the namespace where it
// has one that stands for something else now.
func (e *Encoder) retype(prefix, uri string) {
	f := e.top()
	start := f.at + f.n
	if len(e.frames) == 1 {
		start = e.gap + e.room
	}
	mark := []byte(e.attrPrefix(&xsiType) + xsiType.Local + `="` + prefix + ":")
	i := bytes.Index(e.buf[start:], mark)
	if i < 0 {
		return
	}
	from, to := start+i+len(mark)-len(prefix)-1, start+i+len(mark)
	e.buf = slices.Replace(e.buf, from, to, []byte(e.prefixOf(uri, "", false).text)...)
	f.body = len(e.buf)
}

// ownPrefix returns the prefix of the innermost element.
func (e *Encoder) ownPrefix() string {
	f := e.top()
	prefix, _, found := strings.Cut(string(e.buf[f.at:f.at+f.n]), ":")
	if !found {
		return ""
	}
	return prefix
}

// ownNamespace returns the namespace of the innermost element, "" where its name has no prefix.
func (e *Encoder) ownNamespace() string { return e.outside(e.ownPrefix(), len(e.shadows)) }

// rename gives the innermost element, whose start tag is open, another prefix.
func (e *Encoder) rename(prefix string) {
	f := e.top()
	name := e.buf[f.at : f.at+f.n]
	local := name[bytes.IndexByte(name, ':')+1:]
	start := append([]byte(prefix), local...)
	rest := bytes.Clone(e.buf[f.at+f.n:])
	e.buf = append(append(e.buf[:f.at], start...), rest...)
	f.n, f.body = len(start), len(e.buf)
	if len(e.frames) == 1 {
		e.gap += len(start) - len(name)
	}
}

// makeWay frees the prefixes of bindings that the root element, whose start tag is open, declares for other
// namespaces: it can hide none of its own declarations.
func (e *Encoder) makeWay(bindings []wire.Binding) {
	for _, b := range bindings {
		i := slices.IndexFunc(e.used, func(p *prefix) bool { return p.name() == b.Prefix && p.uri != b.URI })
		if i < 0 || b.Prefix == "" || e.shadow(b.Prefix) >= 0 {
			continue
		}
		old := e.used[i]
		name := old.name()
		for n := 1; !e.free(name) || slices.ContainsFunc(bindings, func(b wire.Binding) bool { return b.Prefix == name }); n++ {
			name = old.name() + strconv.Itoa(n)
		}
		isOwn := e.ownPrefix() == b.Prefix
		e.used = slices.Delete(e.used, i, i+1)
		e.numbers = nil
		old.doc = 0 // no prepared tag has it any more
		fresh := e.declareRoot(old.uri, name, old.own)
		if isOwn {
			e.rename(fresh.text)
		}
		e.retype(b.Prefix, old.uri)
		e.renameAttrs(e.gap+e.room, old.text, fresh.text)
	}
}

// renameOwnAttrs gives the attributes of the innermost element, whose start tag is open, another prefix of the namespace where
// they have one that stands for something else now.
func renameOwnAttrs(e *Encoder, prefix, uri string) {
	f := e.top()
	if old := prefix + ":"; len(e.frames) > 1 && bytes.Contains(e.buf[f.at+f.n:], []byte(" "+old)) {
		fresh := e.prefixOf(uri, "", false).text
		e.renameAttrs(f.at+f.n, old, fresh)
	}
}

// renameAttrs gives the attributes behind a place in an open start tag that have one prefix another. A value that has it is
// a qualified name, or looks like one.
func (e *Encoder) renameAttrs(at int, old, fresh string) {
	tag := bytes.Clone(e.buf[at:])
	e.buf = e.buf[:at]
	for i, part := range bytes.SplitAfter(tag, []byte(`"`)) {
		if i%2 == 0 {
			part = bytes.ReplaceAll(part, []byte(" "+old), []byte(" "+fresh))
		} else if bytes.Contains(part, []byte(old)) {
			e.Failf("the prefix %q stands for two namespaces here", strings.TrimSuffix(old, ":"))
		}
		e.buf = append(e.buf, part...)
	}
	e.top().body = len(e.buf)
}

// leafShadows writes the declarations of the leaf whose start tag is being written.
func (e *Encoder) leafShadows() {
	for _, b := range e.shadows {
		if b.depth <= len(e.frames) {
			continue
		}
		e.buf = append(e.buf, " xmlns"...)
		if b.Prefix != "" {
			e.buf = append(append(e.buf, ':'), b.Prefix...)
		}
		e.buf = append(e.buf, `="`...)
		var fault string
		if e.buf, fault = escapeAttr(e.buf, b.URI); fault != "" {
			e.failAt("", "a namespace name: "+fault)
		}
		e.buf = append(e.buf, '"')
	}
}
