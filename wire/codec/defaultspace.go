package codec

import (
	"slices"

	"github.com/wbxgen/wbxgen/wire"
	"github.com/wbxgen/wbxgen/wire/internal/chars"
)

// chooseDefault makes the namespace that was given the empty prefix the default one, or else that of the root element, where the
// schema is for that and no option against it. A root element in no namespace could not declare it, and where descendants have no
// namespace they would all have to undo it.
func (e *Encoder) chooseDefault(root *Namespace) {
	if root.URI == "" || e.conf.Unqualified || e.outline != nil {
		return
	}
	def := ""
	if root.Qualified && !e.conf.Prefixed && e.conf.Chosen[root.URI] == "" {
		def = root.URI
	}
	if len(e.conf.Chosen) > 0 {
		def = e.chosenDefault(def)
	}
	if def != "" {
		e.def = e.defaultOf(def)
		e.bare.doc = neverTagged // each element in no namespace has to see that xmlns="" is in force
	}
}

// chosenDefault returns the namespace that was given the empty prefix, def for none.
func (e *Encoder) chosenDefault(def string) string {
	for uri, p := range e.conf.Chosen { // wire.Prefix leaves one empty prefix
		if p == "" && uri != "" && uri != chars.XMLURI {
			return uri
		}
	}
	return def
}

// defaultOf returns the declaration of a default namespace, kept from an earlier document where there was the same.
func (e *Encoder) defaultOf(uri string) *prefix {
	for _, p := range e.defs {
		if p.uri == uri {
			p.doc = e.docs
			return p
		}
	}
	decl, fault := escapeAttr([]byte(` xmlns="`), uri)
	if uri == chars.XMLNSURI {
		fault = uri + " must not be declared" // Namespaces in XML §3
	}
	p := &prefix{uri: uri, decl: string(append(decl, '"')), doc: e.docs}
	if fault != "" {
		e.failAt("", "a namespace name: "+fault)
		return p // the next document reports it again
	}
	if len(e.defs) >= manyPrefixes {
		e.defs, e.tags = nil, &noTags
	}
	e.defs = append(e.defs, p)
	return p
}

// hasDefault reports whether there may be a default namespace here: that of the document, or one that some value needs.
func (e *Encoder) hasDefault() bool { return e.def != nil || e.shadow("") >= 0 }

// isDefault reports whether an element in the namespace needs no prefix here.
func (e *Encoder) isDefault(uri string) bool {
	return e.def != nil && e.def.uri == uri && e.shadow("") < 0
}

// giveUpDefault leaves out the default namespace where the root element, whose start tag is open, needs another one for what it
// holds: it can declare only one.
func (e *Encoder) giveUpDefault(bindings []wire.Binding) {
	if e.def == nil || !slices.ContainsFunc(bindings, func(b wire.Binding) bool { return b.Prefix == "" && b.URI != e.def.uri }) {
		return
	}
	if e.leaning {
		e.Failf("the default namespace stands for two namespaces here, one of which is %s", e.def.uri)
		return
	}
	uri, isOwn := e.def.uri, e.ownPrefix() == ""
	e.def.doc = 0 // no prepared tag has it any more
	e.def, e.bare.doc = nil, e.docs
	if isOwn {
		e.rename(e.prefixOf(uri, e.hint.Prefix, false).text)
	}
}

// wanted returns the prefix that elements of the namespace should have where they cannot go without, "" for any.
func (e *Encoder) wanted(uri string) string {
	if e.def == nil || e.hint == nil || uri != e.hint.URI {
		return ""
	}
	return e.hint.Prefix
}

// noSpace returns the binding that a name in no namespace needs, which has no prefix.
func (e *Encoder) noSpace() []wire.Binding {
	if len(e.shadows) > 0 || e.def != nil {
		return noDefault
	}
	return nil
}

// bindsDefault reports whether bindings say what the default namespace is.
func bindsDefault(bindings []wire.Binding) bool {
	return slices.ContainsFunc(bindings, func(b wire.Binding) bool { return b.Prefix == "" })
}

// rawPrefix returns the prefix of a raw element.
func (e *Encoder) rawPrefix(q wire.QName) string {
	if q.Space != "" && e.isDefault(q.Space) {
		return ""
	}
	return e.runtimePrefix(q)
}

// rawScope returns the bindings of a raw element. A document without default namespace left none for it, so that words that could
// be names without prefix must be kept out of the one that is written now.
func (e *Encoder) rawScope(n *wire.Node) []wire.Binding {
	if e.defTold {
		return n.Bindings
	}
	if e.defTold = bindsDefault(n.Bindings); e.defTold || !e.hasDefault() || !holdsBareName(n) {
		return n.Bindings
	}
	e.defTold = true
	if len(n.Bindings) == 0 {
		return noDefault
	}
	return append(slices.Clip(n.Bindings), wire.Binding{})
}

// attrScope is rawScope for attributes alone, whose element may have other content.
func (e *Encoder) attrScope(bindings []wire.Binding, attrs []wire.Attr) []wire.Binding {
	if !e.hasDefault() {
		return bindings
	}
	told := e.defTold
	bindings = e.rawScope(&wire.Node{Attrs: attrs, Bindings: bindings})
	e.defTold = told
	return bindings
}

// holdsBareName reports whether text or an attribute of the element could be names without prefix.
func holdsBareName(n *wire.Node) bool {
	return slices.ContainsFunc(n.Attrs, func(a wire.Attr) bool { return hasBareName(a.Value) }) ||
		slices.ContainsFunc(n.Children, func(c wire.Node) bool { return c.IsText() && hasBareName(c.Text) })
}
