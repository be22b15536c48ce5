package mock

import (
	"bytes"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/wbxgen/wbxgen/internal/profile"
	"github.com/wbxgen/wbxgen/internal/xsd"
)

// write writes an answer: the envelope, what the profile puts before the body,
// and the body.
func (s *Server) write(parts []part) []byte {
	root := &element{name: s.envelope.Root}
	if s.envelope.IsZero() {
		return s.text(s.slot(parts[0]))
	}
	root.kids = append(root.kids, s.head(parts)...)
	at := root
	space := s.envelope.Root.Space
	steps := s.envelope.Path
	if !s.envelope.Body.IsZero() {
		steps = steps[:len(steps)-1]
	}
	for _, local := range steps {
		k := &element{name: xsd.QName{Space: space, Local: local}}
		at.kids = append(at.kids, k)
		at = k
	}
	for _, p := range parts {
		at.kids = append(at.kids, s.slot(p))
	}
	return s.text(root)
}

// head returns what stands before the body: that of the profile for each part,
// or that of its fixture, put together.
func (s *Server) head(parts []part) []*element {
	var all []*element
	for _, p := range parts {
		var heads []*element
		switch {
		case p.fixture != nil:
			heads = p.fixture.head
		case s.service != nil:
			for _, n := range s.service.Head([]profile.Outcome{{Operation: p.operation, Failure: p.failure}}) {
				heads = append(heads, ofNode(n))
			}
		}
		for _, h := range heads {
			i := slices.IndexFunc(all, func(e *element) bool { return e.name == h.name })
			if i < 0 {
				all = append(all, h)
				continue
			}
			together := *all[i]
			together.kids = slices.Concat(together.kids, h.kids)
			all[i] = &together
		}
	}
	return all
}

// slot returns what fills the slot of the envelope for an operation.
func (s *Server) slot(p part) *element {
	switch {
	case p.fixture != nil:
		return p.fixture.slot
	case p.failure != nil && s.service != nil:
		return ofNode(s.service.Refusal(p.failure))
	case p.failure != nil:
		return &element{name: xsd.QName{Local: "error"}, text: p.failure.Reason}
	case s.envelope.Body.IsZero():
		return p.content
	}
	slot := *p.content
	slot.name = xsd.QName{Space: s.envelope.Root.Space, Local: s.envelope.Path[len(s.envelope.Path)-1]}
	slot.as = p.operation.Response.Name()
	return &slot
}

// text writes an element as a document, with prefixes as the service has them.
func (s *Server) text(root *element) []byte {
	w := &writer{server: s, prefixes: map[string]string{}}
	w.element(root)
	body := w.Bytes()
	end := bytes.IndexAny(body, " />")
	var out bytes.Buffer
	out.WriteString(`<?xml version="1.0" encoding="UTF-8"?>` + "\n")
	out.Write(body[:end])
	for _, space := range w.spaces {
		out.WriteString(" xmlns:" + w.prefixes[space] + `="` + attrEscapes.Replace(space) + `"`)
	}
	out.Write(body[end:])
	return out.Bytes()
}

type writer struct {
	bytes.Buffer
	server   *Server
	prefixes map[string]string
	spaces   []string // in the order of their first use
}

func (w *writer) element(e *element) {
	tag := w.name(e.name)
	w.WriteString("<" + tag)
	if !e.as.IsZero() {
		w.attr(xsd.QName{Space: xsd.InstanceNamespace, Local: "type"}, w.name(e.as))
	}
	for _, a := range e.attrs {
		w.attr(a.name, a.text)
	}
	if e.text == "" && len(e.kids) == 0 {
		w.WriteString("/>")
		return
	}
	w.WriteString(">" + textEscapes.Replace(characters(e.text)))
	for _, k := range e.kids {
		w.element(k)
	}
	w.WriteString("</" + tag + ">")
}

func (w *writer) attr(name xsd.QName, text string) {
	w.WriteString(" " + w.name(name) + `="` + attrEscapes.Replace(characters(text)) + `"`)
}

func (w *writer) name(q xsd.QName) string {
	switch q.Space {
	case "":
		return q.Local
	case xsd.XMLNamespace:
		return "xml:" + q.Local
	}
	p, ok := w.prefixes[q.Space]
	if !ok {
		p = w.fresh(q.Space)
		w.prefixes[q.Space] = p
		w.spaces = append(w.spaces, q.Space)
	}
	return p + ":" + q.Local
}

// fresh chooses a prefix: that of the service, or of the schema's documents.
func (w *writer) fresh(space string) string {
	want := ""
	if w.server.service != nil {
		want = w.server.service.Prefix(space)
	}
	if want == "" {
		want = w.server.schema.Prefix(space)
	}
	if space == xsd.InstanceNamespace {
		want = "xsi"
	}
	p := want
	for n := 1; p == "" || slices.ContainsFunc(w.spaces, func(s string) bool { return w.prefixes[s] == p }); n++ {
		p = want + "n" + strconv.Itoa(n)
	}
	return p
}

// characters replaces what XML has no way to write (XML 1.0 §2.2), as the
// reason of a failure may quote it.
func characters(text string) string {
	return strings.Map(func(r rune) rune {
		if r < ' ' && r != '\t' && r != '\n' && r != '\r' || r == 0xFFFE || r == 0xFFFF {
			return utf8.RuneError
		}
		return r
	}, text)
}

var (
	textEscapes = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", "\r", "&#13;")
	attrEscapes = strings.NewReplacer("&", "&amp;", "<", "&lt;", `"`, "&quot;", "\r", "&#13;", "\n", "&#10;", "\t", "&#9;")
)
