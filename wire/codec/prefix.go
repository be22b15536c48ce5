package codec

import (
	"slices"
	"strconv"
	"strings"

	"github.com/wbxgen/wbxgen/wire"
	"github.com/wbxgen/wbxgen/wire/internal/chars"
)

// prefix is a namespace prefix that the root element declares. Encoders keep their prefixes from document to document, so that
// a reused one allocates nothing.
type prefix struct {
	own  bool // it is that of elements, not only of values or raw nodes
	uri  string
	text string // with the colon; empty for names without prefix
	decl string // the declaration, as it stands in the start tag
	doc  int    // number of the document that last gave it to the elements of the namespace
}

const (
	manyNumbers  = 8   // of a prefix, from which on an encoder remembers how far they are taken: to try them all would take cubic time
	manyPrefixes = 256 // beyond, an encoder forgets what it kept
	shadowed     = -1  // number of no document: while there are shadows, no prepared tag fits
	neverTagged  = -2  // number of no document either, for prefixes that no prepared tag fits: it differs from shadowed
)

// elementPrefix returns the prefix that an element in the namespace gets, and has the root element declare it.
func (e *Encoder) elementPrefix(ns *Namespace) *prefix {
	if ns == nil || e.conf.Unqualified && e.nested {
		return &e.bare
	}
	if e.def != nil && e.isDefault(ns.URI) {
		return e.def
	}
	return e.prefix(ns)
}

// prefix returns the prefix of ns, and has the root element declare it.
func (e *Encoder) prefix(ns *Namespace) *prefix {
	if ns == nil || ns.URI == "" {
		return &e.bare
	}
	if p := e.ownOf(ns.URI); p != nil {
		return p
	}
	return e.prefixOf(ns.URI, ns.Prefix, true)
}

// ownOf returns the prefix that elements of the namespace have, nil where there is none yet or shadows may hide it.
func (e *Encoder) ownOf(uri string) *prefix {
	if len(e.shadows) == 0 {
		for _, p := range e.used {
			if p.own && p.uri == uri {
				return p
			}
		}
	}
	return nil
}

// runtimePrefix returns the prefix of a name met at run time.
func (e *Encoder) runtimePrefix(q wire.QName) string {
	if q.Space == "" {
		return ""
	}
	want := q.Prefix
	if want == "" {
		want = e.wanted(q.Space)
	}
	return e.prefixOf(q.Space, want, false).text
}

// prefixOf returns a prefix of the namespace, the wanted one if it is free or stands for it already.
func (e *Encoder) prefixOf(uri, want string, own bool) *prefix {
	if uri == chars.XMLURI {
		return &xmlPrefix
	}
	if e.conf.Chosen != nil && e.conf.Chosen[uri] != "" {
		want = e.conf.Chosen[uri]
	}
	var found *prefix
	for _, p := range e.used {
		if p.uri == uri && e.shadow(p.name()) < 0 && (found == nil || p.name() == want) {
			found = p
		}
	}
	if found != nil {
		return found
	}
	for i := len(e.shadows) - 1; i >= 0; i-- {
		if b := e.shadows[i]; b.URI == uri && b.Prefix != "" && e.shadow(b.Prefix) == i {
			return &prefix{uri: uri, text: b.Prefix + ":", doc: neverTagged}
		}
	}
	if p := e.recall(uri, want, own); p != nil && e.free(want) {
		return e.use(p)
	}
	return e.assign(uri, want, own)
}

var xmlPrefix = prefix{uri: chars.XMLURI, text: "xml:", doc: neverTagged}

// name returns the prefix without its colon.
func (p *prefix) name() string { return p.text[:len(p.text)-1] }

// assign chooses a prefix for the namespace: the wanted one, or with the lowest number that makes it free.
func (e *Encoder) assign(uri, want string, own bool) *prefix {
	if !chars.IsNCName(want) || len(want) >= 3 && strings.EqualFold(want[:3], "xml") {
		want = "ns"
	}
	name, n := want, e.numbers[want]
	if n > 0 {
		name = want + strconv.Itoa(n)
	}
	for !e.free(name) {
		n++
		name = want + strconv.Itoa(n)
	}
	if n >= manyNumbers && len(e.shadows) == 0 { // a shadow may free a lower one again
		if e.numbers == nil {
			e.numbers = map[string]int{}
		}
		e.numbers[want] = n
	}
	return e.declareRoot(uri, name, own)
}

func (e *Encoder) free(name string) bool {
	for _, p := range e.used {
		if p.name() == name {
			return false
		}
	}
	return e.shadow(name) < 0
}

// declareRoot adds a declaration to the root element.
func (e *Encoder) declareRoot(uri, name string, own bool) *prefix {
	p := e.recall(uri, name, own)
	if p == nil {
		p = e.newPrefix(uri, name, own)
	}
	return e.use(p)
}

// use puts the prefix among those that the root element declares. Elements have one prefix of their namespace: tags that
// an earlier document prepared with another one, which this document declares for the sake of some value, do not fit.
func (e *Encoder) use(p *prefix) *prefix {
	p.doc = e.docs
	if !p.own || e.def != nil && e.def.uri == p.uri || slices.ContainsFunc(e.used, func(o *prefix) bool { return o.own && o.uri == p.uri }) {
		p.doc = neverTagged
	}
	e.used = append(e.used, p)
	return p
}

// recall returns the same prefix from an earlier document, or nil.
func (e *Encoder) recall(uri, name string, own bool) *prefix {
	for _, p := range e.prefixes {
		if p.own == own && p.doc != e.docs && p.name() == name && p.uri == uri {
			return p
		}
	}
	return nil
}

// newPrefix makes a prefix and its declaration. One that cannot be declared is not kept, so that each document reports it.
func (e *Encoder) newPrefix(uri, name string, own bool) *prefix {
	if len(e.prefixes) >= manyPrefixes {
		e.prefixes, e.tags = nil, &noTags
	}
	at := len(e.buf)
	e.buf = append(append(append(e.buf, " xmlns:"...), name...), `="`...)
	var fault string
	e.buf, fault = escapeAttr(e.buf, uri)
	if uri == chars.XMLNSURI {
		fault = uri + " must not be declared" // Namespaces in XML §3
	}
	e.buf = append(e.buf, '"')
	p := &prefix{own: own, uri: uri, text: name + ":", decl: string(e.buf[at:])}
	e.buf = e.buf[:at]
	if fault != "" {
		e.failAt("", "a namespace name: "+fault)
		return p
	}
	e.prefixes = append(e.prefixes, p)
	return p
}

// declareSpaces writes the namespace declarations into the start tag of the root element.
func (e *Encoder) declareSpaces() {
	need := 0
	if e.def != nil {
		need = len(e.def.decl)
	}
	for _, p := range e.used {
		need += len(p.decl)
	}
	e.resize(need)
	b := e.buf[:e.gap]
	if e.def != nil {
		b = append(b, e.def.decl...)
	}
	for _, p := range e.used {
		b = append(b, p.decl...)
	}
}

// resize makes the gap for the declarations need bytes wide.
func (e *Encoder) resize(need int) {
	n := len(e.buf)
	switch grow := need - e.room; {
	case grow > 0:
		e.buf = slack(e.buf, grow)
		copy(e.buf[e.gap+need:], e.buf[e.gap+e.room:n])
	case grow < 0:
		copy(e.buf[e.gap+need:], e.buf[e.gap+e.room:])
		e.buf = e.buf[:n+grow]
	}
	e.room = need
}
