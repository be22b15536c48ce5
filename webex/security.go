package webex

import (
	"github.com/wbxgen/wbxgen/wire"
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
}

// Descendants of the root have no namespace on the wire, see [wire.Unqualified]; their names carry the one that the
// schema gives them.
var (
	nsService = wire.Namespace{URI: "http://www.webex.com/schemas/2002/06/service", Prefix: "serv"}
	nsCommon  = wire.Namespace{URI: "http://www.webex.com/schemas/2002/06/common", Prefix: "com"}
)

var securityTable = wire.Table{
	Elements: []wire.Element{
		{Name: wire.Name{Space: &nsCommon, Local: "webExID"}},
		{Name: wire.Name{Space: &nsCommon, Local: "password"}},
		{Name: wire.Name{Space: &nsCommon, Local: "siteID"}},
		{Name: wire.Name{Space: &nsCommon, Local: "siteName"}},
		{Name: wire.Name{Space: &nsCommon, Local: "partnerID"}},
		{Name: wire.Name{Space: &nsCommon, Local: "email"}},
		{Name: wire.Name{Space: &nsCommon, Local: "sessionTicket"}},
		{Name: wire.Name{Space: &nsCommon, Local: "clientInfo"}},
		{Name: wire.Name{Space: &nsCommon, Local: "webExAccessToken"}},
	},
}

// AppendXML writes the fields that are set, in the order of the schema.
func (s *SecurityContext) AppendXML(e *wire.Encoder) {
	texts := [...]string{
		s.WebExID, s.Password, "", s.SiteName, s.PartnerID, s.Email, s.SessionTicket, s.ClientInfo, s.WebExAccessToken,
	}
	for i, text := range texts {
		name := &securityTable.Elements[i].Name
		switch {
		case i == 2 && s.SiteID != 0:
			wire.WriteInt(e, name, s.SiteID)
		case text != "":
			wire.WriteString(e, name, text)
		}
	}
}
