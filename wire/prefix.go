package wire

import (
	"strconv"
	"strings"
)

// usedSpace is a namespace that the root element declares.
type usedSpace struct {
	space  *Namespace // nil where only the name is known
	uri    string
	prefix string // with its colon
}

// hot makes the prefix of ns, as an element gets it, the one at hand.
func (e *Encoder) hot(ns *Namespace) {
	prefix := ""
	if !e.unqualified || !e.nested {
		prefix = e.prefix(ns)
	}
	e.lastSpace, e.lastPrefix = ns, prefix
}

// prefix returns the prefix of ns, with its colon, and has the root element declare it.
func (e *Encoder) prefix(ns *Namespace) string {
	if ns == nil || ns.URI == "" {
		return ""
	}
	if len(e.shadows) == 0 {
		for i := range e.used {
			if e.used[i].space == ns {
				return e.used[i].prefix
			}
		}
	}
	return e.prefixOf(ns.URI, ns.Prefix, ns)
}

// prefixOf returns the prefix of the namespace, the wanted one if it is free or already stands for it.
func (e *Encoder) prefixOf(uri, want string, ns *Namespace) string {
	if uri == xmlURI {
		return "xml:"
	}
	found := ""
	for i := range e.used {
		u := &e.used[i]
		if u.uri != uri || !e.visible(u.prefix) {
			continue
		}
		if name := u.prefix[:len(u.prefix)-1]; found == "" || name == want {
			found = u.prefix
		}
	}
	if found != "" {
		return found
	}
	for i := len(e.shadows) - 1; i >= 0; i-- {
		if b := e.shadows[i]; b.URI == uri && e.shadow(b.Prefix) == i {
			return b.Prefix + ":"
		}
	}
	return e.assign(uri, want, ns)
}

// shadow returns the index of the innermost shadow of the prefix, or -1.
func (e *Encoder) shadow(prefix string) int {
	for i := len(e.shadows) - 1; i >= 0; i-- {
		if e.shadows[i].Prefix == prefix {
			return i
		}
	}
	return -1
}

// visible reports whether the root element's declaration of the prefix, given with its colon, is in force.
func (e *Encoder) visible(prefix string) bool {
	return len(e.shadows) == 0 || e.shadow(prefix[:len(prefix)-1]) < 0
}

// assign chooses a prefix for the namespace: the wanted one, or with the lowest number that makes it free.
func (e *Encoder) assign(uri, want string, ns *Namespace) string {
	if !isNCName(want) || len(want) >= 3 && strings.EqualFold(want[:3], "xml") {
		want = "ns"
	}
	prefix := want
	for n := 1; !e.free(prefix); n++ {
		prefix = want + strconv.Itoa(n)
	}
	return e.declareRoot(uri, prefix, ns)
}

func (e *Encoder) free(prefix string) bool {
	for i := range e.used {
		if p := e.used[i].prefix; p[:len(p)-1] == prefix {
			return false
		}
	}
	return e.shadow(prefix) < 0
}

// declareRoot adds a declaration to the root element. The text of the prefix is taken over from the document before,
// so that a reused encoder allocates nothing.
func (e *Encoder) declareRoot(uri, prefix string, ns *Namespace) string {
	n := len(e.used)
	if n < cap(e.used) {
		e.used = e.used[:n+1]
	} else {
		e.used = append(e.used, usedSpace{})
	}
	u := &e.used[n]
	if len(u.prefix) != len(prefix)+1 || u.prefix[:len(prefix)] != prefix {
		u.prefix = prefix + ":"
	}
	u.space, u.uri = ns, uri
	return u.prefix
}

// declareSpaces writes the namespace declarations into the start tag of the root element.
func (e *Encoder) declareSpaces() {
	need := 0
	for i := range e.used {
		need += len(` xmlns:=""`) + len(e.used[i].prefix) - 1 + e.attrSize(e.used[i].uri)
	}
	e.resize(need)
	if e.err != nil {
		e.buf = e.buf[:e.from]
		return
	}
	tail := e.buf
	b := tail[:e.gap]
	for i := range e.used {
		u := &e.used[i]
		b = append(b, " xmlns:"...)
		b = append(b, u.prefix[:len(u.prefix)-1]...)
		b = append(b, `="`...)
		e.buf = b
		e.escapeAttr(u.uri)
		b = append(e.buf, '"')
	}
	e.buf = tail
}

// resize makes the gap for the declarations need bytes wide.
func (e *Encoder) resize(need int) {
	n := len(e.buf)
	switch grow := need - e.room; {
	case grow > 0:
		for range grow {
			e.buf = append(e.buf, ' ')
		}
		copy(e.buf[e.gap+need:], e.buf[e.gap+e.room:n])
	case grow < 0:
		copy(e.buf[e.gap+need:], e.buf[e.gap+e.room:])
		e.buf = e.buf[:n+grow]
	}
	e.room = need
}

// attrSize returns the length of s as an attribute value.
func (e *Encoder) attrSize(s string) int {
	at := len(e.buf)
	if fault := e.escapeAttr(s); fault != "" {
		e.failAt("", "a namespace name: "+fault)
	}
	n := len(e.buf) - at
	e.buf = e.buf[:at]
	return n
}

// writeType writes xsi:type for the type.
func (e *Encoder) writeType(n Name) {
	if e.typeText != nil {
		if text, ok := e.typeText(n); ok {
			e.stringAttr(&xsiType, text)
			return
		}
	}
	e.writeTypeText(e.prefix(n.Space), n.Local)
}

// writeTypeQName writes xsi:type for a type that a document named.
func (e *Encoder) writeTypeQName(q QName) {
	if e.typeText != nil && q.Space != "" {
		if text, ok := e.typeText(Name{Space: &Namespace{URI: q.Space, Prefix: q.Prefix}, Local: q.Local}); ok {
			e.stringAttr(&xsiType, text)
			return
		}
	}
	e.writeTypeText(e.qnamePrefix(q), q.Local)
}

func (e *Encoder) writeTypeText(prefix, local string) {
	e.openAttr(&xsiType)
	e.buf = append(e.buf, prefix...)
	if fault := e.escapeAttr(local); fault != "" {
		e.failAt("@type", fault)
	}
	e.buf = append(e.buf, '"')
}

// qnamePrefix returns the prefix, with its colon, of a name met at run time.
func (e *Encoder) qnamePrefix(q QName) string {
	if q.Space == "" {
		return ""
	}
	return e.prefixOf(q.Space, q.Prefix, nil)
}
