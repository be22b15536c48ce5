package webex_test

import (
	"errors"
	"net/http"
	"strings"
	"testing"

	"github.com/wbxgen/wbxgen/webex"
)

func TestGSBStatus(t *testing.T) {
	tests := []struct {
		name   string
		answer http.HandlerFunc
		want   webex.GSBStatus
		err    string
	}{
		{"primary", text(200, "FALSE"), webex.GSBPrimary, ""},
		{"backup", text(200, "\uFEFF true\r\n"), webex.GSBBackup, ""},
		{"gzip", encoded("gzip", string(zipped("TRUE"))), webex.GSBBackup, ""},
		{"page", text(200, "<html><title>Maintenance</title>"), "", "webex: GSBStatus: the answer is neither TRUE nor FALSE: Maintenance"},
		{"404", text(404, "no"), "", "webex: GSBStatus: HTTP status 404 Not Found: no"},
		{"connection closed", hangUp, "", "webex: GSBStatus: no answer from "},
		{"cut off", short(strings.Repeat(" ", 9000)), "", "webex: GSBStatus: the answer is cut off"},
		{"wrong gzip", encoded("gzip", "\x1f\x8b?????????"), "", "webex: GSBStatus: the answer cannot be read: "},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s := newService(t, func(w http.ResponseWriter, r *http.Request, _ int) { tt.answer(w, r) })
			got, err := s.client().GSBStatus(t.Context())
			if got != tt.want || tt.err == "" && err != nil || tt.err != "" && (err == nil || !strings.HasPrefix(err.Error(), tt.err)) {
				t.Errorf("got %q, %v", got, err)
			}
			if r := s.sent()[0]; r.method != "GET" || r.url != "/webex/gsbstatus.php" || r.body != "" {
				t.Errorf("asked by %s %s", r.method, r.url)
			}
		})
	}
	for _, c := range []*webex.Client{webex.NewClient(""), webex.NewClient("api", webex.WithSiteID(7)), new(webex.Client)} {
		if _, err := c.GSBStatus(t.Context()); err == nil || !strings.HasPrefix(err.Error(), "webex: GSBStatus: ") || errors.Is(err, webex.ErrThrottled) {
			t.Errorf("got %v", err)
		}
	}
}
