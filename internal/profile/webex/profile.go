package webex

import (
	"slices"
	"strings"

	"github.com/wbxgen/wbxgen/internal/profile"
	"github.com/wbxgen/wbxgen/internal/xsd"
)

const (
	root    = "http://www.webex.com/schemas/2002/06/"
	service = root + "service"
)

// Profile is the profile of the API.
var Profile profile.Profile = api{}

type api struct{ profile.Base }

func (api) Name() string { return "webex" }

var (
	envelope = profile.Envelope{
		Root:        xsd.QName{Space: service, Local: "message"},
		Path:        []string{"body", "bodyContent"},
		Body:        xsd.QName{Space: service, Local: "bodyContentType"},
		Unqualified: true,
	}
	client = profile.Client{
		Path:    "github.com/wbxgen/wbxgen/webex",
		Root:    "webexapi",
		Failure: "A response whose result is FAILURE is returned as a [*webex.Error].",
		Lists:   true,
	}
	paging = profile.Paging{
		Control: "listControl", Start: "startFrom", Size: "maximumNum",
		Records: "matchingRecords", Total: "total", Returned: "returned", From: "startFrom",
	}
)

// Fits reports whether the schema has the type of message bodies.
func (api) Fits(s *xsd.Schema) bool { return s.Type(envelope.Body) != nil }

func (api) Envelope() profile.Envelope { return envelope }

func (api) Client() profile.Client { return client }

func (api) Paging() profile.Paging { return paging }

// Builtin reads integers without bounds as xs:long: keys have at most 18
// digits.
func (api) Builtin(local string) string {
	switch local {
	case "integer", "nonNegativeInteger", "positiveInteger", "nonPositiveInteger", "negativeInteger":
		return "long"
	}
	return local
}

// ElementNote says what the service does where an element with a default is
// absent: what the site or the user has set.
func (api) ElementNote(e *xsd.ElementDecl, optional bool) string {
	if e.Value == nil || e.Value.Fixed || !optional {
		return ""
	}
	return "absent, the server decides"
}

// Spellings has a capital M: the response example of the 40.6.0 release notes
// writes it so.
func (api) Spellings(element xsd.QName) []string {
	if element == (xsd.QName{Space: service + "/ep", Local: "meetingUUID"}) {
		return []string{"MeetingUUID"}
	}
	return nil
}

// secretWords are what the names of elements with secrets have in common.
var secretWords = []string{"password", "ticket", "token", "samlresponse", "accesscode", "moderatorcode", "hostkey", "hostpin", "secret"}

// Secret knows the credentials of the header, and all else by which somebody
// gets in.
func (api) Secret(local string) bool {
	local = strings.ToLower(local)
	return !strings.HasSuffix(local, "label") && slices.ContainsFunc(secretWords, func(word string) bool { return strings.Contains(local, word) })
}
