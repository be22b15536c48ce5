package webex

import (
	"fmt"

	"github.com/wbxgen/wbxgen/wire"
	"github.com/wbxgen/wbxgen/wire/codec"
)

// Descendants of the root have no namespace on the wire, see [wire.Unqualified]; their names carry the one that the
// schema gives them.
var (
	nsService = wire.Namespace{URI: "http://www.webex.com/schemas/2002/06/service", Prefix: "serv"}
	nsCommon  = wire.Namespace{URI: "http://www.webex.com/schemas/2002/06/common", Prefix: "com"}
)

var (
	messageName     = wire.Name{Space: &nsService, Local: "message"}
	headerName      = wire.Name{Space: &nsService, Local: "header"}
	securityName    = wire.Name{Space: &nsService, Local: "securityContext"}
	bodyName        = wire.Name{Space: &nsService, Local: "body"}
	bodyContentName = wire.Name{Space: &nsService, Local: "bodyContent"}
)

// request is a serv:message to the service, with one bodyContent for each item.
type request struct {
	security *SecurityContext
	items    []*item
}

// encode returns the request as it goes over the wire: only the root element has a prefix.
func (r *request) encode() ([]byte, error) {
	for _, it := range r.items {
		if got, want := it.req.XMLType(), it.op.Request; !got.QName().Equal(want.QName()) {
			return nil, fmt.Errorf("the request is of type %s, not %s", got, want)
		}
	}
	return codec.Marshal(messageName, r, wire.Unqualified(), wire.Declaration(), wire.TypeText(r.typeText))
}

// AppendXML writes header and body.
func (r *request) AppendXML(e *codec.Encoder) {
	e.Start(&headerName)
	e.Object(&securityName, r.security)
	e.End()
	e.Start(&bodyName)
	for _, it := range r.items {
		e.Typed(&bodyContentName, it.req)
	}
	e.End()
}

// typeText returns the java: name of a request type. Other types, which may stand inside a request, are told as QNames.
func (r *request) typeText(n wire.QName) (string, bool) {
	for _, it := range r.items {
		if it.op.WireType != "" && it.op.Request.QName().Equal(n) {
			return it.op.WireType, true
		}
	}
	return "", false
}
