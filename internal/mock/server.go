package mock

import (
	"sync"
	"time"

	"github.com/wbxgen/wbxgen/internal/profile"
	"github.com/wbxgen/wbxgen/internal/request"
	"github.com/wbxgen/wbxgen/internal/validate"
	"github.com/wbxgen/wbxgen/internal/xsd"
	"github.com/wbxgen/wbxgen/wire/xmltext"
)

// Options are what a server does beside answering.
type Options struct {
	// Fixtures is a folder of answers, "" for none.
	Fixtures string
	// Record is a folder that requests and answers are written to, "" for
	// none. It must exist.
	Record string
	// State keeps what is created, and holds session tickets to what was
	// given.
	State bool
	// Strict refuses requests that do not fit the schema.
	Strict bool
	// Life is how long a session ticket is good; 0 stands for 90 minutes.
	Life time.Duration
	// Batch is how many operations a message may have; 0 for any number.
	Batch int
	// MaxBytes is how large a request may be; 0 stands for 8 MiB.
	MaxBytes int64
	// Log gets a line for each operation and each mistake of a request. It is
	// not called by two goroutines at a time. Nil logs nothing.
	Log func(line string)
}

const (
	defaultLife  = 90 * time.Minute
	defaultBytes = 8 << 20
)

// Server answers requests. It is an [net/http.Handler] and safe for concurrent
// use.
type Server struct {
	schema   *xsd.Schema
	profile  profile.Profile
	service  profile.Service // nil where the profile says no more than it must
	envelope profile.Envelope
	reader   *request.Reader
	maker    *maker
	fixtures fixtures
	record   *recorder // nil without a folder
	options  Options

	logging sync.Mutex
	mu      sync.Mutex
	things  things
	tickets map[string]time.Time // when they end
	purge   int                  // with how many of them old ones are looked for
	issued  int
}

// New returns a server. The error is about fixtures that cannot be read.
func New(schema *xsd.Schema, p profile.Profile, o Options) (*Server, error) {
	if o.Life <= 0 {
		o.Life = defaultLife
	}
	if o.MaxBytes <= 0 {
		o.MaxBytes = defaultBytes
	}
	s := &Server{
		schema: schema, profile: p, envelope: p.Envelope(), options: o,
		reader: request.New(schema, p, validate.Options{Limits: xmltext.Limits{Size: o.MaxBytes}}),
		things: things{}, tickets: map[string]time.Time{},
	}
	s.service, _ = p.(profile.Service)
	s.maker = newMaker(schema)
	if o.Record != "" {
		s.record = &recorder{dir: o.Record, secret: p.Secret}
	}
	if o.Fixtures != "" {
		var err error
		if s.fixtures, err = readFixtures(o.Fixtures, s.reader, p); err != nil {
			return nil, err
		}
	}
	return s, nil
}

func (s *Server) log(line string) {
	if s.options.Log == nil {
		return
	}
	s.logging.Lock()
	defer s.logging.Unlock()
	s.options.Log(line)
}

// Operations returns how many operations the server answers.
func (s *Server) Operations() int { return len(s.reader.Operations()) }

// Fixtures returns how many fixtures there are.
func (s *Server) Fixtures() int { return len(s.fixtures) }
