package webex

import (
	"github.com/wbxgen/wbxgen/wire/codec"
)

// SecurityContext is header/securityContext of a request: who sends it, and to which site. Empty fields are not sent.
// It prints without its secrets.
type SecurityContext struct {
	WebExID          string // user name, or email address
	Password         string
	SiteID           int64
	SiteName         string // first label of the site's host name
	PartnerID        string
	Email            string // instead of WebExID
	SessionTicket    string // instead of Password
	ClientInfo       string
	WebExAccessToken string // OAuth access token, instead of Password

	ReturnAdditionalInfo bool   // perhaps asks for RespTime and CaseID in the [Status]; some clients send it
	ClientID             string // names the program that calls; some clients send it
	ClientSecret         string // belongs to ClientID
}

var securityTable = codec.Table{
	Space:  &nsCommon,
	Spaces: []*codec.Namespace{&nsService},
	Names:  "webExID password siteID siteName partnerID email sessionTicket clientInfo webExAccessToken 1:returnAdditionalInfo 1:clientID 1:clientSecret",
}

// The places of the two that are no texts.
const (
	siteIDPlace     = 2
	additionalPlace = 9
)

// texts returns the fields by their place in the table, nil for the two that are no texts.
func (s *SecurityContext) texts() [12]*string {
	return [...]*string{
		&s.WebExID, &s.Password, nil, &s.SiteName, &s.PartnerID, &s.Email, &s.SessionTicket, &s.ClientInfo,
		&s.WebExAccessToken, nil, &s.ClientID, &s.ClientSecret,
	}
}

// AppendXML writes the fields that are set, in the order of the schema.
func (s *SecurityContext) AppendXML(e *codec.Encoder) {
	for i, text := range s.texts() {
		name := securityTable.Element(i)
		switch {
		case i == siteIDPlace && s.SiteID != 0:
			codec.WriteInt(e, name, s.SiteID)
		case i == additionalPlace && s.ReturnAdditionalInfo:
			codec.WriteBool(e, name, true)
		case text != nil && *text != "":
			codec.WriteString(e, name, *text)
		}
	}
}

// DecodeXML reads header/securityContext of a request, as a server does. Give its decoder [wire.Lenient]: requests go
// without namespaces.
func (s *SecurityContext) DecodeXML(d *codec.Decoder) error {
	texts := s.texts()
	for i := d.Next(&securityTable); i != codec.End; i = d.Next(&securityTable) {
		switch i {
		case siteIDPlace:
			codec.ReadInt(d, &s.SiteID)
		case additionalPlace:
			codec.ReadBool(d, &s.ReturnAdditionalInfo)
		default:
			codec.ReadString(d, texts[i])
		}
	}
	return d.Err()
}
