package pairs

import (
	"strings"

	"github.com/wbxgen/wbxgen/internal/profile"
	"github.com/wbxgen/wbxgen/internal/xsd"
)

// api is the profile of the pairs that have operations.
type api struct{ profile.Base }

var body = xsd.QName{Space: "urn:t", Local: "body"}

func (api) Envelope() profile.Envelope {
	return profile.Envelope{Root: xsd.QName{Space: "urn:t", Local: "message"}, Path: []string{"body", "content"}, Body: body}
}

func (api) Operations(s *xsd.Schema) []profile.Operation {
	var list []profile.Operation
	for _, p := range profile.TypePairs(s, body, "Response") {
		name := p.Request.Name()
		list = append(list, profile.Operation{
			Name: strings.ToUpper(name.Local[:1]) + name.Local[1:], Service: strings.TrimPrefix(name.Space, "urn:"),
			Request: p.Request, Response: p.Response,
		})
	}
	return list
}
