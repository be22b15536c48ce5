package webex

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/wbxgen/wbxgen/internal/profile"
	"github.com/wbxgen/wbxgen/internal/xsd"
)

const (
	// wirePrefix comes before service and operation in the text of xsi:type.
	wirePrefix = "java:com.webex.service.binding."
	// otherPrefix is what several public clients send in its place.
	otherPrefix = "java:com.webex.xmlapi.service.binding."
	// responseSuffix behind the name of a request type gives the name of its
	// response type.
	responseSuffix = "Response"
)

// services are the names on the wire of the services whose namespace says
// otherwise.
var services = map[string]string{"trainingsession": "training"}

// readVerbs are what the names of requests start with that change nothing.
var readVerbs = []string{"get", "Get", "lst", "Lst", "check"}

// Operations returns the types below bodyContentType whose name with Response
// is that of another one.
func (api) Operations(s *xsd.Schema) []profile.Operation {
	var list []profile.Operation
	for _, p := range profile.TypePairs(s, envelope.Body, responseSuffix) {
		name := p.Request.Name()
		op := profile.Operation{
			Name: capitalised(name.Local), Service: serviceOf(name.Space),
			Request: p.Request, Response: p.Response,
			ReadOnly: slices.ContainsFunc(readVerbs, func(verb string) bool { return strings.HasPrefix(name.Local, verb) }),
		}
		short := op.Service + "." + op.Name
		op.WireType, op.WireTypes = wirePrefix+short, []string{otherPrefix + short, short}
		list = append(list, op)
	}
	return list
}

// serviceOf returns the service name of a namespace: what follows the root
// that all have, with a dot for each slash.
func serviceOf(namespace string) string {
	rest := strings.TrimPrefix(namespace, service+"/")
	if name, ok := services[rest]; ok {
		return name
	}
	return strings.ReplaceAll(rest, "/", ".")
}

func capitalised(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(r)) + s[n:]
}
