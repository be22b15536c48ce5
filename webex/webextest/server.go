package webextest

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"sync"
	"time"

	"github.com/wbxgen/wbxgen/webex"
	"github.com/wbxgen/wbxgen/wire"
)

// Server answers requests of the API. It is safe for concurrent use; options are for [New].
type Server struct {
	types      *wire.Registry
	operations webex.Operations
	options

	mu       sync.Mutex
	handlers map[*webex.Operation]handler
	rest     handler
	faults   map[string][]*fault // by operation, "" for all
	calls    []*Call
	tickets  map[string]time.Time // when they end
	issued   int
	listener *httptest.Server
}

// handler answers one operation.
type handler func(*Call) (wire.Typed, error)

// New returns a server for operations whose request types the registry makes. Package all of a generated version has
// both.
func New(types *wire.Registry, operations []*webex.Operation, opts ...Option) *Server {
	s := &Server{
		types: types, operations: operations, options: options{life: 90 * time.Minute, gsb: webex.GSBPrimary},
		handlers: map[*webex.Operation]handler{}, faults: map[string][]*fault{}, tickets: map[string]time.Time{},
	}
	for _, o := range opts {
		o(&s.options)
	}
	return s
}

// Handle makes h answer the operation whose requests are of type Q. The error of h is what the client gets: a
// [*webex.Error] as it is, any other as the reason of a failure. It panics where no operation of the server takes a Q and
// answers with an R: that is a mistake in the test.
func Handle[Q, R any, PQ interface {
	*Q
	wire.Typed
}, PR interface {
	*R
	wire.Typed
}](s *Server, h func(*Call, *Q) (*R, error)) {
	request, response := PQ(new(Q)).XMLType(), PR(new(R)).XMLType()
	op := s.operations.ByRequest(request)
	if op == nil || op.Response != response {
		panic(fmt.Sprintf("webextest: no operation of the server takes a %s and answers with a %s", request, response))
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.handlers[op] = func(c *Call) (wire.Typed, error) {
		q, ok := c.Request.(PQ)
		if !ok {
			return nil, fmt.Errorf("the request is a %T; give New the types of the same version", c.Request)
		}
		r, err := h(c, (*Q)(q))
		if r == nil || err != nil {
			return nil, err
		}
		return PR(r), nil
	}
}

// Default makes h answer all operations that have no handler of their own. A nil response is an empty one.
func (s *Server) Default(h func(*Call) (wire.Typed, error)) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.rest = h
}

// Calls returns the operations that came, in their order, without logins.
func (s *Server) Calls() []*Call {
	s.mu.Lock()
	defer s.mu.Unlock()
	return append([]*Call(nil), s.calls...)
}

// ExpireSessions makes all tickets that were given so far invalid.
func (s *Server) ExpireSessions() {
	s.mu.Lock()
	defer s.mu.Unlock()
	clear(s.tickets)
}

// Client returns a client of the server, which goes through no network. Its options come behind those that reach the
// server: a site, and an access token where the server asks for none.
func (s *Server) Client(opts ...webex.Option) *webex.Client {
	own := []webex.Option{webex.WithHTTPClient(&http.Client{Transport: transport{s}}), webex.WithAccessToken("webextest")}
	return webex.NewClient("webextest", append(own, opts...)...)
}

// Start makes the server listen on a port of this machine, for clients that are not [Server.Client], and returns its
// URL. Close ends it.
func (s *Server) Start() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.listener == nil {
		s.listener = httptest.NewServer(s)
	}
	return s.listener.URL
}

// Close ends what Start began, once all requests are answered.
func (s *Server) Close() {
	s.mu.Lock()
	l := s.listener
	s.listener = nil
	s.mu.Unlock()
	if l != nil {
		l.Close()
	}
}
