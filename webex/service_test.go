package webex_test

import (
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"

	"github.com/wbxgen/wbxgen/webex"
)

// service is a stand-in for the service: it keeps the requests and answers with handle.
type service struct {
	*httptest.Server
	mu       sync.Mutex
	requests []request
}

type request struct {
	method string
	url    string
	header http.Header
	body   string
}

// newService answers request n, counted from 1, with handle.
func newService(t testing.TB, handle func(w http.ResponseWriter, r *http.Request, n int)) *service {
	t.Helper()
	s := new(service)
	s.Server = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		body, err := io.ReadAll(r.Body)
		if err != nil {
			t.Errorf("reading a request: %v", err)
		}
		s.mu.Lock()
		s.requests = append(s.requests, request{r.Method, r.URL.String(), r.Header.Clone(), string(body)})
		n := len(s.requests)
		s.mu.Unlock()
		handle(w, r, n)
	}))
	t.Cleanup(s.Close)
	return s
}

// says answers every request with the texts, one after the other and then the last one for ever.
func says(t testing.TB, texts ...string) *service {
	return newService(t, func(w http.ResponseWriter, _ *http.Request, n int) {
		w.Header().Set("Content-Type", "text/xml; charset=utf-8")
		fmt.Fprint(w, texts[min(n, len(texts))-1])
	})
}

func (s *service) client(opts ...webex.Option) *webex.Client {
	own := []webex.Option{webex.WithSiteName("northwind"), webex.WithPassword("host.one", secretPassword)}
	return webex.NewClient(s.URL, append(own, opts...)...)
}

func (s *service) sent() []request {
	s.mu.Lock()
	defer s.mu.Unlock()
	return append([]request(nil), s.requests...)
}

func (s *service) count() int { return len(s.sent()) }

// Secrets are of the kind that comes back in another form where it is escaped.
const (
	secretPassword = `S3cret&<"Pass'word>`
	secretToken    = "eyJhbGciOi/T0tFTi1leGFtcGxl+secret=="
	secretTicket   = "VElDS0VULTAwMDEtc2VjcmV0LXNlY3JldC1zZWNyZXQtc2VjcmV0LXNlY3JldA=="
)

// message is an answer with the responses of its header and the contents of its body.
func message(responses, contents string) string {
	return `<?xml version="1.0" encoding="UTF-8"?>` + "\n" +
		`<serv:message xmlns:serv="http://www.webex.com/schemas/2002/06/service" xmlns:com="http://www.webex.com/schemas/2002/06/common"` +
		` xmlns:use="http://www.webex.com/schemas/2002/06/service/user" xmlns:ep="http://www.webex.com/schemas/2002/06/service/ep"` +
		` xmlns:meet="http://www.webex.com/schemas/2002/06/service/meeting">` +
		`<serv:header>` + responses + `</serv:header><serv:body>` + contents + `</serv:body></serv:message>`
}

const succeeded = `<serv:response><serv:result>SUCCESS</serv:result><serv:gsbStatus>PRIMARY</serv:gsbStatus></serv:response>`

func failed(id, reason string) string {
	return `<serv:response><serv:result>FAILURE</serv:result><serv:reason>` + reason + `</serv:reason>` +
		`<serv:gsbStatus>PRIMARY</serv:gsbStatus><serv:exceptionID>` + id + `</serv:exceptionID></serv:response>`
}

func bodyContent(xsiType, content string) string {
	return `<serv:bodyContent xsi:type="` + xsiType + `" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">` + content + `</serv:bodyContent>`
}

func success(xsiType, content string) string {
	return message(succeeded, bodyContent(xsiType, content))
}

func failure(id, reason string) string { return message(failed(id, reason), `<serv:bodyContent/>`) }

func userAnswer(name string) string {
	return success("use:getUserResponse", `<use:firstName>`+name+`</use:firstName><use:userId>700000000000000123</use:userId>`)
}

func meetingAnswer(key int) string {
	return success("meet:createMeetingResponse", fmt.Sprintf("<meet:meetingkey>%d</meet:meetingkey>", key))
}

// between returns the text between two others.
func between(s, from, to string) string {
	_, s, _ = strings.Cut(s, from)
	s, _, _ = strings.Cut(s, to)
	return s
}
