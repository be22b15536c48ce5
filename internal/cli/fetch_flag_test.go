package cli

import (
	"bytes"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/wbxgen/wbxgen/internal/source"
)

// TestFetch: what a server answers is taken up to a size, redirects are followed
// but not from https to http nor to files, and no password is shown.
func TestFetch(t *testing.T) {
	mux := http.NewServeMux()
	server := httptest.NewServer(mux)
	defer server.Close()
	mux.HandleFunc("/good.xsd", func(w http.ResponseWriter, _ *http.Request) { w.Write([]byte("<good/>")) })
	mux.HandleFunc("/large.xsd", func(w http.ResponseWriter, _ *http.Request) { w.Write(make([]byte, 101)) })
	for from, to := range map[string]string{"/moved.xsd": "/good.xsd", "/round.xsd": "/round.xsd", "/file.xsd": "file:///etc/hostname"} {
		mux.Handle(from, http.RedirectHandler(to, http.StatusFound))
	}
	var info bytes.Buffer
	env := &environment{info: &info, limits: source.Limits{Bytes: 100}}
	base := strings.Replace(server.URL, "http://", "http://user:hidden@", 1)
	for name, want := range map[string]string{
		"good.xsd": "<good/>", "moved.xsd": "<good/>", "none.xsd": "the server says 404",
		"large.xsd": "it has more than 100 bytes", "round.xsd": "it leads on and on", "file.xsd": "unsupported protocol scheme",
	} {
		data, err := env.fetcher()(base + "/" + name)
		got := string(data)
		if err != nil {
			got = err.Error()
		}
		if !strings.HasPrefix(got, want) {
			t.Errorf("%s: got %s, want %s", name, got, want)
		}
		if strings.Contains(got+info.String(), "hidden") {
			t.Errorf("%s: the password is in %s", name, got+info.String())
		}
	}
	if !strings.Contains(info.String(), "fetching http://user:xxxxx@") {
		t.Errorf("what is fetched is not said: %s", info.String())
	}
}

func TestNoRedirectFromHTTPS(t *testing.T) {
	plain := httptest.NewServer(http.NotFoundHandler())
	defer plain.Close()
	server := httptest.NewTLSServer(http.RedirectHandler(plain.URL, http.StatusFound))
	defer server.Close()
	client := server.Client()
	client.CheckRedirect = redirect
	resp, err := client.Get(server.URL)
	if err == nil {
		resp.Body.Close()
	}
	if err == nil || !strings.Contains(err.Error(), "it leads from https to "+plain.URL) {
		t.Errorf("got %v", err)
	}
}
