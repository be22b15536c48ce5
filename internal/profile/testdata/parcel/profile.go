// Package parcel is the profile of an API that is made up for tests. It is
// unlike the Webex API where two APIs can be: another envelope, operations as
// pairs of elements, names that xsi:type has no part in, faults instead of a
// result in a header.
package parcel

import (
	"strings"

	"github.com/wbxgen/wbxgen/internal/profile"
	"github.com/wbxgen/wbxgen/internal/xsd"
)

const envelope = "urn:example:envelope"

// Profile is the profile of the API.
var Profile profile.Profile = api{}

type api struct{ profile.Base }

func (api) Name() string { return "parcel" }

func (api) Fits(s *xsd.Schema) bool {
	return s.Element(xsd.QName{Space: envelope, Local: "Envelope"}) != nil
}

func (api) Envelope() profile.Envelope {
	return profile.Envelope{Root: xsd.QName{Space: envelope, Local: "Envelope"}, Path: []string{"Body"}}
}

func (api) Client() profile.Client {
	return profile.Client{
		Path: "example.com/parcels/rpc", Root: "parcelapi",
		Failure: "A fault is returned as a [*rpc.Fault].",
	}
}

func (api) Operations(s *xsd.Schema) []profile.Operation {
	var list []profile.Operation
	for _, p := range profile.ElementPairs(s, "Request", "Reply") {
		name := strings.TrimSuffix(p.Request.Name().Local, "Request")
		list = append(list, profile.Operation{
			Name: name, Service: "parcels", ReadOnly: strings.HasPrefix(name, "Track"),
			Request: p.Request, Response: p.Response,
		})
	}
	return list
}

func (api) ElementNote(e *xsd.ElementDecl, optional bool) string {
	if e.Value != nil && optional {
		return "absent, it goes by ship"
	}
	return ""
}

func (api) Secret(local string) bool { return local == "Pin" }

func (api) Prefix(string) string { return "" }

func (api) Head([]profile.Outcome) []profile.Node { return nil }

func (api) Refusal(f *profile.Failure) profile.Node {
	return profile.Node{
		Name: xsd.QName{Space: envelope, Local: "Fault"},
		Kids: []profile.Node{
			{Name: xsd.QName{Space: envelope, Local: "Code"}, Text: f.Code},
			{Name: xsd.QName{Space: envelope, Local: "Reason"}, Text: f.Reason},
		},
	}
}

func (api) Session() *profile.Session { return nil }

func (api) Resource(op *profile.Operation) (profile.Resource, bool) {
	verb, ok := map[string]profile.Verb{
		"SendParcel": profile.Creates, "TrackParcel": profile.Gets, "TrackParcels": profile.Lists, "RecallParcel": profile.Deletes,
	}[op.Name]
	return profile.Resource{Verb: verb, Kind: "parcel", Keys: []string{"Number"}}, ok
}

func (api) Failure(kind profile.FailureKind, _ profile.Resource) profile.Failure {
	if kind == profile.NotFound || kind == profile.NothingFound {
		return profile.Failure{Code: "lost", Reason: "no parcel has this number"}
	}
	return profile.Failure{Code: "bad", Reason: "the request is not understood"}
}
