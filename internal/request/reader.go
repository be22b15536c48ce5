package request

import (
	"cmp"
	"errors"
	"fmt"
	"strings"

	"github.com/wbxgen/wbxgen/internal/diag"
	"github.com/wbxgen/wbxgen/internal/profile"
	"github.com/wbxgen/wbxgen/internal/validate"
	"github.com/wbxgen/wbxgen/internal/xsd"
	"github.com/wbxgen/wbxgen/wire/xmltext"
)

// Reader reads the requests of an API. It is safe for concurrent use.
type Reader struct {
	schema     *xsd.Schema
	profile    profile.Profile
	envelope   profile.Envelope
	operations []profile.Operation
	validator  *validate.Validator
	limits     xmltext.Limits
	most       int // problems with how operations are told
}

// mostUntold is that number where the options do not say.
const mostUntold = 100

// New returns a reader for a schema. The options bound what is read and what is
// reported.
func New(s *xsd.Schema, p profile.Profile, o validate.Options) *Reader {
	return &Reader{
		schema: s, profile: p, envelope: p.Envelope(), operations: p.Operations(s), limits: o.Limits,
		validator: validate.New(s, o), most: cmp.Or(max(o.MaxErrors, 0), mostUntold),
	}
}

// Operations returns the operations of the schema.
func (r *Reader) Operations() []profile.Operation { return r.operations }

// Message is a request.
type Message struct {
	Root   *Node
	Bodies []Body
}

// Body is what one operation gets.
type Body struct {
	Operation *profile.Operation // nil where the request does not tell one that there is
	Told      string             // how it tells: the text of xsi:type, or the element's name
	Node      *Node              // the slot, or the element in it
}

// Read reads a request, well-formed or not beyond repair: the error is that of
// XML syntax, or of a limit. What the schema says is for [Reader.Check].
func (r *Reader) Read(data []byte) (*Message, error) {
	root, err := parse(data, r.limits)
	if err != nil {
		return nil, err
	}
	m := &Message{Root: root}
	decl := r.schema.Element(r.envelope.Root)
	if r.envelope.IsZero() {
		decl = r.schema.Element(root.Name)
		if op := r.elementOperation(root.Name); op != nil {
			m.Bodies = append(m.Bodies, Body{op, root.Name.Local, root})
		}
	}
	if decl == nil || root.Name.Local != decl.Name.Local || root.Name.Space != decl.Name.Space && root.Name.Space != "" {
		return m, nil
	}
	root.as = decl.Name
	f := &former{Reader: r, message: m}
	f.form(root, decl.Type, 0)
	return m, nil
}

// Parse reads a document as it is.
func (r *Reader) Parse(data []byte) (*Node, error) { return parse(data, r.limits) }

// Form returns a message in the form of the schema; nil where it starts with
// another element.
func (r *Reader) Form(m *Message) []byte {
	if m.Root.as.IsZero() {
		return nil
	}
	return write(r.schema, m.Root).Bytes()
}

// Judge reads and checks a request. What cannot be read for a limit is
// undecided.
func (r *Reader) Judge(data []byte, name string) *validate.Result {
	m, err := r.Read(data)
	if err != nil {
		p := validate.Problem{Diagnostic: diag.Diagnostic{Pos: diag.Pos{File: name}, Severity: diag.Error, Code: "xml-well-formed", Message: err.Error()}}
		if e, ok := errors.AsType[*xmltext.SyntaxError](err); ok {
			p.Pos.Line, p.Pos.Col, p.Message = e.Line, e.Col, e.Msg
		}
		if errors.Is(err, xmltext.ErrLimit) {
			p.Code = "wbxgen-limit"
			return validate.NewResult(validate.Undecided, p)
		}
		return validate.NewResult(validate.Invalid, p)
	}
	problems := r.Check(m, name)
	if len(problems) > 0 {
		return validate.NewResult(validate.Invalid, problems...)
	}
	return validate.NewResult(validate.Valid)
}

// Check judges a message in the form of the schema. The places of problems are
// those of the original.
func (r *Reader) Check(m *Message, name string) []validate.Problem {
	if m.Root.as.IsZero() {
		return []validate.Problem{r.problem(m.Root, name, "cvc-elt.1", r.rootMessage(m.Root))}
	}
	var list []validate.Problem
	for _, b := range m.Bodies {
		if b.Operation == nil && len(list) < r.most {
			list = append(list, r.problem(b.Node, name, "wbxgen-operation", r.untold(b)))
		}
	}
	if len(m.Bodies) == 0 {
		list = append(list, r.problem(m.Root, name, "wbxgen-operation", "the request has no operation"))
	}
	w := write(r.schema, m.Root)
	for _, p := range r.validator.ValidateBytes(w.Bytes(), name).Problems {
		p.Pos = w.original(p.Pos)
		list = append(list, p)
	}
	return list
}

func (r *Reader) problem(n *Node, name, code, message string) validate.Problem {
	return validate.Problem{Diagnostic: diag.Diagnostic{
		Pos: diag.Pos{File: name, Line: n.Pos.Line, Col: n.Pos.Col}, Severity: diag.Error, Code: code, Message: message,
	}}
}

func (r *Reader) rootMessage(root *Node) string {
	if r.envelope.IsZero() {
		return fmt.Sprintf("the schema has no element %q to start a document with", root.Name.Local)
	}
	return fmt.Sprintf("a request starts with %q, not with %q", r.schema.Label(r.envelope.Root), root.Name.Local)
}

// untold says what is wrong with how a request tells its operation.
func (r *Reader) untold(b Body) string {
	if b.Told == "" {
		return "xsi:type is missing, which tells the operation"
	}
	var known []string
	for _, op := range r.operations {
		known = append(known, op.WireType)
		if op.WireType == "" {
			known = append(known, op.Request.Name().Local)
		}
	}
	return fmt.Sprintf("no operation is sent as %q%s", b.Told, diag.DidYouMean(b.Told, known))
}

// typeOperation returns the operation that xsi:type tells in a slot, by its
// text on the wire or by the name of the request type.
func (r *Reader) typeOperation(n *Node) (op *profile.Operation, told string) {
	text, _ := n.attr("type")
	prefix, local, colon := strings.Cut(text, ":")
	if !colon {
		prefix, local = "", text
	}
	name := xsd.QName{Space: n.scope.of(prefix), Local: local}
	for i := range r.operations {
		if o := &r.operations[i]; o.SentAs(text) || o.Request.Name() == name && o.Request.Element == nil {
			return o, text
		}
	}
	return nil, text
}

// elementOperation returns the operation whose request an element is. One
// without namespace is found by its local name.
func (r *Reader) elementOperation(name xsd.QName) *profile.Operation {
	for i := range r.operations {
		o := &r.operations[i]
		if e := o.Request.Element; e != nil && (e.Name == name || name.Space == "" && e.Name.Local == name.Local) {
			return o
		}
	}
	return nil
}
