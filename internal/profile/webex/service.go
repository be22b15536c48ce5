package webex

import (
	"strings"

	"github.com/wbxgen/wbxgen/internal/profile"
	"github.com/wbxgen/wbxgen/internal/xsd"
)

// Prefix is ns1 for the namespace of the service site: so the service writes
// it, and clients that read by prefix expect it.
func (api) Prefix(space string) string {
	if space == service+"/site" {
		return "ns1"
	}
	return ""
}

// Head has a response for each operation in a header.
func (api) Head(outcomes []profile.Outcome) []profile.Node {
	header := node("header", "")
	for _, o := range outcomes {
		r := node("response", "")
		if o.Failure == nil {
			r.Kids = []profile.Node{node("result", "SUCCESS"), node("gsbStatus", "PRIMARY")}
		} else {
			r.Kids = []profile.Node{node("result", "FAILURE"), node("reason", o.Failure.Reason), node("gsbStatus", "PRIMARY")}
			if o.Failure.Code != "" {
				r.Kids = append(r.Kids, node("exceptionID", o.Failure.Code))
			}
		}
		header.Kids = append(header.Kids, r)
	}
	return []profile.Node{header}
}

// Refusal is an empty bodyContent: the header tells why.
func (api) Refusal(*profile.Failure) profile.Node { return node("bodyContent", "") }

func node(local, text string) profile.Node {
	return profile.Node{Name: xsd.QName{Space: service, Local: local}, Text: text}
}

// Session is that of AuthenticateUser.
func (api) Session() *profile.Session {
	return &profile.Session{
		Login: "AuthenticateUser", Ticket: "sessionTicket", Created: "createTime", Life: "timeToLive",
		Sent:    []string{"header", "securityContext", "sessionTicket"},
		Caller:  []string{"header", "securityContext", "webExID"},
		Expired: profile.Failure{Code: "030047", Reason: "The session ticket is invalid or has expired"},
	}
}

// verbs are what the names of operations begin with, the longer ones first.
var verbs = []struct {
	prefix string
	verb   profile.Verb
}{
	{"Create", profile.Creates}, {"Get", profile.Gets}, {"Lstsummary", profile.Lists}, {"Lst", profile.Lists},
	{"Set", profile.Sets}, {"Del", profile.Deletes},
}

// counted are the things that the service numbers. Their key is spelled in
// four ways.
var (
	counted     = []string{"Meeting", "Event", "TrainingSession", "TeleconferenceSession", "SalesSession", "SupportSession"}
	sessionKeys = []string{"meetingkey", "meetingKey", "sessionkey", "sessionKey"}
	userKeys    = []string{"webExId", "webExID"}
)

// shown are what the vendor's own samples read without asking whether it is
// there.
var shown = map[string]string{
	"meetingLink": "https://example.webex.com/example/j.php?MTID=m%s",
	"hostKey":     "123456",
}

const owner = "hostWebExID"

// Resource knows meetings, the sessions of the other services, and users.
func (api) Resource(op *profile.Operation) (profile.Resource, bool) {
	for _, v := range verbs {
		kind, ok := strings.CutPrefix(op.Name, v.prefix)
		if !ok {
			continue
		}
		if kind == "User" {
			return profile.Resource{Verb: v.verb, Kind: "user", Keys: userKeys, Given: true}, true
		}
		for _, c := range counted {
			if kind == c {
				return profile.Resource{Verb: v.verb, Kind: strings.ToLower(c), Keys: sessionKeys, Owner: owner, Shown: shown}, true
			}
		}
		if kind == "Session" || kind == "SessionInfo" {
			return profile.Resource{Verb: v.verb, Keys: sessionKeys, Owner: owner, Shown: shown}, true
		}
		return profile.Resource{}, false
	}
	return profile.Resource{}, false
}

// Failure has the exception ids that are known; for the others only the reason
// tells.
func (api) Failure(kind profile.FailureKind, r profile.Resource) profile.Failure {
	switch kind {
	case profile.NotFound:
		if r.Kind == "user" {
			return profile.Failure{Code: "030001", Reason: "The requested user does not exist"}
		}
		return profile.Failure{Code: "060001", Reason: "No meeting found"}
	case profile.NothingFound:
		return profile.Failure{Code: "000015", Reason: "Sorry, no record found"}
	case profile.AlreadyThere:
		return profile.Failure{Code: "030004", Reason: "The user name exists already"}
	case profile.TooManyRequests:
		return profile.Failure{Code: "000053", Reason: "Too many operations in one message"}
	case profile.UnknownOperation:
		return profile.Failure{Reason: "The request tells no operation that there is"}
	}
	return profile.Failure{Reason: "The request does not fit the schema"}
}
