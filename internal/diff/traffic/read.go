package traffic

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/wbxgen/wbxgen/internal/diff"
	"github.com/wbxgen/wbxgen/internal/diff/change"
	"github.com/wbxgen/wbxgen/internal/profile"
	"github.com/wbxgen/wbxgen/internal/xsd"
	"github.com/wbxgen/wbxgen/wire/xmltext"
)

// Read adds what a captured document shows, a request or a response of the
// side, in qualified form or as it is on the wire. A response that refuses
// shows nothing. The name is for errors: a
// document that is not well-formed, or that is no message.
func (u *Usage) Read(s *diff.Side, in io.Reader, name string) error {
	r := &usageReader{usage: u, side: s, scanner: xmltext.NewScanner(in, xmltext.Options{})}
	for k := r.scanner.Next(); k != xmltext.EOF; k = r.scanner.Next() {
		switch k {
		case xmltext.StartElement:
			r.start()
		case xmltext.EndElement:
			r.end()
		case xmltext.CharData, xmltext.CData:
			r.text(string(r.scanner.Text()))
		}
	}
	if err := r.scanner.Err(); err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	if r.operations == 0 && r.refused {
		return nil // it shows no use
	}
	if r.operations == 0 {
		return fmt.Errorf("%s: the document has no operation of the schema", name)
	}
	u.Documents++
	return nil
}

// usageReader follows one document.
type usageReader struct {
	usage      *Usage
	side       *diff.Side
	scanner    *xmltext.Scanner
	path       []string // open elements below the root
	values     []string // their texts
	operation  *profile.Operation
	direction  change.Direction
	from       int // the depth of the operation's element
	operations int
	message    bool // the root is the envelope
	refused    bool // a slot has no operation
}

func (r *usageReader) start() {
	local := string(r.scanner.Local())
	if r.scanner.Depth() == 1 {
		r.values = append(r.values, "")
		root := r.side.Profile.Envelope().Root
		r.message = local == root.Local && r.scanner.Space() == root.Space
		if !r.side.Enveloped() && r.side.Schema.Element(xsd.QName{Space: r.scanner.Space(), Local: local}) != nil {
			r.operations++
			r.operation = &profile.Operation{Name: local}
		}
		r.attributes()
		return
	}
	r.path, r.values = append(r.path, local), append(r.values, "")
	if r.side.Enveloped() && r.operation == nil {
		r.begin(local)
	}
	r.attributes()
}

// begin finds the operation where the slot of the envelope is, or an element
// in it.
func (r *usageReader) begin(local string) {
	e := r.side.Profile.Envelope()
	path := r.path
	if e.Body.IsZero() {
		path = path[:len(path)-1]
	}
	switch {
	case !slices.Equal(path, e.Path):
	case e.Body.IsZero():
		r.findElement(xsd.QName{Space: r.scanner.Space(), Local: local})
	default:
		r.beginType()
	}
}

// findElement finds the operation whose message an element is.
func (r *usageReader) findElement(name xsd.QName) {
	for i := range r.side.Operations {
		op := &r.side.Operations[i]
		if name == op.Request.Name() || name == op.Response.Name() {
			r.found(op, name == op.Request.Name())
			return
		}
	}
	// A fault is an element of the envelope's own namespace.
	r.refused = r.refused || r.message && name.Space == r.side.Profile.Envelope().Root.Space
}

// beginType finds the operation that xsi:type names, by its text on the wire
// or by the name of a type.
func (r *usageReader) beginType() {
	told := false
	for _, a := range r.scanner.Attrs() {
		if string(a.Local) != "type" || a.Space != xsd.InstanceNamespace && a.Space != "" {
			continue
		}
		told = true
		text := strings.TrimSpace(string(a.Value))
		prefix, local, ok := strings.Cut(text, ":")
		if !ok {
			prefix, local = "", text
		}
		space, _ := r.scanner.Lookup(prefix)
		r.findType(text, xsd.QName{Space: space, Local: local})
	}
	r.refused = r.refused || r.message && !told
}

func (r *usageReader) findType(text string, name xsd.QName) {
	for i := range r.side.Operations {
		op := &r.side.Operations[i]
		request := op.SentAs(text) || name == op.Request.Name()
		if request || name == op.Response.Name() || isWireResponse(text, op) {
			r.found(op, request)
			return
		}
	}
}

func (r *usageReader) found(op *profile.Operation, request bool) {
	r.operation, r.from, r.direction = op, len(r.path), change.Response
	if request {
		r.direction = change.Request
	}
	r.operations++
}

// isWireResponse reports whether the text, whose prefix need not be bound,
// names the response of the operation.
func isWireResponse(text string, op *profile.Operation) bool {
	_, local, ok := strings.Cut(text, ":")
	return ok && local == op.Response.Name().Local
}

func (r *usageReader) attributes() {
	for _, a := range r.scanner.Attrs() {
		if a.Space != xsd.InstanceNamespace {
			r.add(change.JoinSteps(r.below(), "@"+string(a.Local)), string(a.Value))
		}
	}
}

func (r *usageReader) end() {
	value := strings.TrimSpace(r.values[len(r.values)-1])
	r.values = r.values[:len(r.values)-1]
	r.add(r.below(), value)
	if len(r.path) == 0 {
		return
	}
	if r.operation != nil && r.side.Enveloped() && len(r.path) == r.from {
		r.operation, r.from = nil, 0
	}
	r.path = r.path[:len(r.path)-1]
}

// text keeps the beginning of the text of the innermost element.
func (r *usageReader) text(s string) {
	if n := len(r.values); n > 0 && len(r.values[n-1]) <= maxSeenLength {
		r.values[n-1] += s
	}
}

// below returns the path from where the operation's element or the root is.
func (r *usageReader) below() string { return strings.Join(r.path[r.from:], "/") }

// add notes a path. What is around an operation can be that of either
// direction, and so can a document without operations.
func (r *usageReader) add(path, value string) {
	name := change.AllOperations
	if r.operation != nil {
		name = r.operation.Name
	}
	if r.operation != nil && r.side.Enveloped() {
		r.usage.Add(Seen{name, r.direction, path, value})
		return
	}
	r.usage.Add(Seen{name, change.Request, path, value})
	r.usage.Add(Seen{name, change.Response, path, value})
}
