package webex

import (
	"strings"
	"testing"
)

func TestRedactor(t *testing.T) {
	const token = "eyJhbGciOiJIUzI1NiJ9.secret"
	tests := []struct{ name, secret, text, want string }{
		{"whole", "hunter22", "no hunter22, no", "no REDACTED, no"},
		{"several", "hunter22", "hunter22hunter22 hunter22", "REDACTEDREDACTED REDACTED"},
		{"cut off", token, "the token eyJhbGciOiJIU…", "the token REDACTED…"},
		{"the beginning of another word", token, "eyJhbGc", "eyJhbGc"},
		{"inside a word", "pass", "trespassing", "tresREDACTEDing"},
		{"short", "ab", "ab, cab, abc, (ab)", "REDACTED, cab, abc, (REDACTED)"},
		{"short, at the ends", "é1", "é1 é1", "REDACTED REDACTED"},
		{"white space around", " hunter22 ", "hunter22", "REDACTED"},
		{"escaped for XML", "a&b<c>d", "a&amp;b&lt;c&gt;d", "REDACTED"},
		{"escaped for a query", "a b&c/d+", "x=a+b%26c%2Fd%2B", "x=REDACTED"},
		{"escaped for a path", "a b&c/d+", "/a%20b&c%2Fd+", "/REDACTED"},
		{"quoted", "a\"b\\c\nd", `"a\"b\\c\nd"`, `"REDACTED"`},
		{"no secret", "", "text", "text"},
		{"white space", "  ", "a  b", "a  b"},
		{"no text", "hunter22", "", ""},
	}
	for _, tt := range tests {
		if got := newRedactor(nil, tt.secret).text(tt.text); got != tt.want {
			t.Errorf("%s: got %q, want %q", tt.name, got, tt.want)
		}
	}
}

func TestRedactorFindsTheSecretsOfARequest(t *testing.T) {
	const request = `<m><header><password> pass-1 </password><sessionTicket>tick&amp;et<![CDATA[-2]]></sessionTicket></header>` +
		`<body><meetingPassword>pass-3</meetingPassword><hostKey>key-4</hostKey><accessToken/><webExId>public-5</webExId>` +
		`<enforcePassword>TRUE</enforcePassword><tickets><ticket>tick-6</ticket>tail-7</tickets></body></m>`
	got := newRedactor([]byte(request)).text("pass-1 tick&et-2 pass-3 key-4 public-5 TRUE tick-6 tail-7")
	if want := "REDACTED REDACTED REDACTED REDACTED public-5 TRUE REDACTED tail-7"; got != want {
		t.Errorf("got %q", got)
	}
	if got := newRedactor([]byte("<password>pass-1</pass")).text("pass-1"); got != "pass-1" {
		t.Errorf("got %q", got)
	}
}

func TestRedactionLeavesWhatTheSchemaFixes(t *testing.T) {
	s := Status{
		Result: Failure, GSBStatus: GSBPrimary, ExceptionID: ExceptionNoRecord, Reason: "FAILURE", Value: "PRIMARY", CaseID: "000015",
		SubErrors: []SubError{{ExceptionID: "0000015", Reason: "000015"}},
	}
	s.redact(newRedactor(nil, "FAILURE", "PRIMARY", "000015"))
	if s.Result != Failure || s.GSBStatus != GSBPrimary || s.ExceptionID != ExceptionNoRecord {
		t.Errorf("got %+v", s)
	}
	if s.Reason+s.Value+s.CaseID+s.SubErrors[0].Reason != strings.Repeat(redacted, 4) || s.SubErrors[0].ExceptionID != "0REDACTED" {
		t.Errorf("got %+v", s)
	}
	s = Status{Result: "hunter22", GSBStatus: "hunter22"}
	if s.redact(newRedactor(nil, "hunter22")); s.Result != redacted || s.GSBStatus != redacted {
		t.Errorf("got %+v", s)
	}
}
