package webextest

import (
	"strings"

	"github.com/wbxgen/wbxgen/webex"
	"github.com/wbxgen/wbxgen/wire"
	"github.com/wbxgen/wbxgen/wire/codec"
)

const schemas = "http://www.webex.com/schemas/2002/06/"

var (
	nsService = codec.Namespace{URI: schemas + "service", Prefix: "serv"}

	messageName  = codec.Name{Space: &nsService, Local: "message"}
	headerName   = codec.Name{Space: &nsService, Local: "header"}
	bodyName     = codec.Name{Space: &nsService, Local: "body"}
	contentName  = codec.Name{Space: &nsService, Local: "bodyContent"}
	responseName = codec.Name{Space: &nsService, Local: "response"}

	partsTable   = codec.Table{Space: &nsService, Names: "header body"}
	headerTable  = codec.Table{Space: &nsService, Names: "securityContext"}
	contentTable = codec.Table{Space: &nsService, Names: "bodyContent*"}
)

// sitePrefix is what the service writes for the namespace of the service site, and clients that read by prefix expect.
var sitePrefix = wire.Prefix(schemas+"service/site", "ns1")

// request is a message to the server.
type request struct {
	server   *Server
	security webex.SecurityContext
	calls    []*Call
	unknown  string // the first xsi:type that tells no operation
}

// DecodeXML reads the message.
func (r *request) DecodeXML(d *codec.Decoder) error {
	for i := d.Next(&partsTable); i != codec.End; i = d.Next(&partsTable) {
		if i == 0 {
			d.Object(codec.DecoderFunc(r.header))
		} else {
			d.Object(codec.DecoderFunc(r.body))
		}
	}
	return d.Err()
}

// AppendXML writes nothing.
func (r *request) AppendXML(*codec.Encoder) {}

func (r *request) header(d *codec.Decoder) {
	for i := d.Next(&headerTable); i != codec.End; i = d.Next(&headerTable) {
		d.Object(&r.security)
	}
}

func (r *request) body(d *codec.Decoder) {
	for i := d.Next(&contentTable); i != codec.End; i = d.Next(&contentTable) {
		d.Object(codec.DecoderFunc(r.content))
	}
}

// content reads a bodyContent, whose xsi:type tells the operation and with it the type to read.
func (r *request) content(d *codec.Decoder) {
	var extra wire.Extra
	d.Begin(&extra)
	for none := (&codec.Table{}); d.Attr(none) != codec.End; {
	}
	q, _ := extra.Type()
	text := q.Local
	if q.Prefix != "" {
		text = q.Prefix + ":" + q.Local
	}
	op := r.server.operations.ByWireType(text, q.Space)
	if isLogin(text) {
		op = &login
	}
	if op == nil {
		r.unknown = text
		return
	}
	c := &Call{Operation: op, Request: r.server.newRequest(op)}
	r.calls = append(r.calls, c)
	if err := codec.ObjectOf(c.Request).DecodeXML(d); err != nil {
		d.Fail(err)
	}
}

func (s *Server) newRequest(op *webex.Operation) wire.Typed {
	if op == &login {
		return new(loginRequest)
	}
	if v, ok := s.types.New(op.Request); ok {
		return v
	}
	return new(wire.RawTyped)
}

// isLogin reports whether a text of xsi:type means AuthenticateUser, which the server answers by itself.
func isLogin(text string) bool {
	return text == login.WireType || strings.HasSuffix(text, ".user.AuthenticateUser") || text == "use:authenticateUser"
}

// reply is a message from the server, in the form of the service: all names qualified, a response in the header for each
// operation, and an empty bodyContent for one that failed.
type reply struct {
	statuses []webex.Status
	contents []wire.Typed // nil for a failure
}

// AppendXML writes the message.
func (r *reply) AppendXML(e *codec.Encoder) {
	e.Start(&headerName)
	for i := range r.statuses {
		e.Object(&responseName, &r.statuses[i])
	}
	e.End()
	e.Start(&bodyName)
	for _, c := range r.contents {
		if c == nil {
			e.Object(&contentName, nothing{})
			continue
		}
		e.Typed(&contentName, c)
	}
	e.End()
}

// nothing is an element without content.
type nothing struct{}

// AppendXML writes nothing.
func (nothing) AppendXML(*codec.Encoder) {}
