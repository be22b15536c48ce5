package webex

import (
	"fmt"

	"github.com/wbxgen/wbxgen/wire"
	"github.com/wbxgen/wbxgen/wire/codec"
)

// Descendants of the root have no namespace on the wire, see [wire.Unqualified]; their names carry the one that the
// schema gives them.
var (
	nsService = codec.Namespace{URI: "http://www.webex.com/schemas/2002/06/service", Prefix: "serv"}
	nsCommon  = codec.Namespace{URI: "http://www.webex.com/schemas/2002/06/common", Prefix: "com"}
)

var (
	messageName     = codec.Name{Space: &nsService, Local: "message"}
	headerName      = codec.Name{Space: &nsService, Local: "header"}
	securityName    = codec.Name{Space: &nsService, Local: "securityContext"}
	bodyName        = codec.Name{Space: &nsService, Local: "body"}
	bodyContentName = codec.Name{Space: &nsService, Local: "bodyContent"}
)

// request is a serv:message to the service, with one bodyContent for each item.
type request struct {
	security *SecurityContext
	items    []*item
}

// encode returns the request as it goes over the wire: only the root element has a prefix.
func (r *request) encode() ([]byte, error) {
	for _, it := range r.items {
		if got, want := it.req.XMLType(), it.op.Request; got != want {
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
		if it.op.WireType != "" && n.Is(it.op.Request) {
			return it.op.WireType, true
		}
	}
	return "", false
}
