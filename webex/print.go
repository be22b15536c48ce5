package webex

import (
	"fmt"
	"io"
	"log/slog"
)

// String returns the fields that are set, without the secrets.
func (s SecurityContext) String() string {
	text := ""
	for _, f := range s.public() {
		text += " " + f.Key + "=" + f.Value.String()
	}
	return "webex.SecurityContext{" + text[min(1, len(text)):] + "}"
}

// public returns the fields that are set, with REDACTED for a secret.
func (s SecurityContext) public() (fields []slog.Attr) {
	add := func(key, value string) {
		if value != "" {
			fields = append(fields, slog.String(key, value))
		}
	}
	hide := func(key, value string) {
		if value != "" {
			add(key, redacted)
		}
	}
	add("webExID", s.WebExID)
	hide("password", s.Password)
	if s.SiteID != 0 {
		fields = append(fields, slog.Int64("siteID", s.SiteID))
	}
	add("siteName", s.SiteName)
	add("partnerID", s.PartnerID)
	add("email", s.Email)
	hide("sessionTicket", s.SessionTicket)
	add("clientInfo", s.ClientInfo)
	hide("webExAccessToken", s.WebExAccessToken)
	add("clientID", s.ClientID)
	hide("clientSecret", s.ClientSecret)
	return fields
}

// Format writes what String returns, whatever the verb.
func (s SecurityContext) Format(f fmt.State, _ rune) { write(f, s.String()) }

// LogValue returns the fields that are set as a group, without the secrets.
func (s SecurityContext) LogValue() slog.Value { return slog.GroupValue(s.public()...) }

// MarshalText returns what String returns, so that nothing that encodes values by reflection sees the secrets.
func (s SecurityContext) MarshalText() ([]byte, error) { return []byte(s.String()), nil }

// String returns the security context, and that there are headers.
func (a Authorization) String() string {
	text := "webex.Authorization{" + a.Security.String()
	if len(a.Header) > 0 {
		text += " header=" + redacted
	}
	return text + "}"
}

// Format writes what String returns, whatever the verb.
func (a Authorization) Format(f fmt.State, _ rune) { write(f, a.String()) }

// LogValue returns what String returns.
func (a Authorization) LogValue() slog.Value { return slog.StringValue(a.String()) }

// MarshalText returns what String returns.
func (a Authorization) MarshalText() ([]byte, error) { return []byte(a.String()), nil }

// String returns the kind of the credential.
func (c Credential) String() string { return "webex.Credential{" + c.kind + " " + redacted + "}" }

// Format writes what String returns, whatever the verb.
func (c Credential) Format(f fmt.State, _ rune) { write(f, c.String()) }

// LogValue returns what String returns.
func (c Credential) LogValue() slog.Value { return slog.StringValue(c.String()) }

// String returns the kind of the credential that the session logs in with.
func (s *Session) String() string {
	if s == nil || s.login == nil {
		return "webex.Session{}"
	}
	return "webex.Session{" + s.login.String() + "}"
}

// Format writes what String returns, whatever the verb.
func (s *Session) Format(f fmt.State, _ rune) { write(f, s.String()) }

// LogValue returns what String returns.
func (s *Session) LogValue() slog.Value { return slog.StringValue(s.String()) }

// String returns the host that the client sends to.
func (c Client) String() string { return "webex.Client{" + c.endpoint.host + "}" }

// Format writes what String returns, whatever the verb.
func (c Client) Format(f fmt.State, _ rune) { write(f, c.String()) }

// LogValue returns what String returns.
func (c Client) LogValue() slog.Value { return slog.StringValue(c.String()) }

// String returns how many operations the batch has.
func (b *Batch) String() string { return fmt.Sprintf("webex.Batch{%d operations}", b.Len()) }

// Format writes what String returns, whatever the verb: the requests may have passwords.
func (b *Batch) Format(f fmt.State, _ rune) { write(f, b.String()) }

// LogValue returns what String returns.
func (b *Batch) LogValue() slog.Value { return slog.StringValue(b.String()) }

func write(w io.Writer, text string) { _, _ = io.WriteString(w, text) }
