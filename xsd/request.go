package xsd

import (
	"io"

	"github.com/wbxgen/wbxgen/internal/diag"
	"github.com/wbxgen/wbxgen/internal/profile"
	"github.com/wbxgen/wbxgen/internal/profile/known"
	"github.com/wbxgen/wbxgen/internal/request"
	"github.com/wbxgen/wbxgen/internal/validate"
)

// requestSize is how large a request may be that has no other limit.
const requestSize = 64 << 20

// judgeRequest judges a request of the schema's API.
func (s *Schema) judgeRequest(in io.Reader, o choices) *validate.Result {
	if o.Size == noSize {
		o.Size = requestSize
	}
	r := s.requestReader(o.limits)
	if r == nil {
		return undecided(o.name, "wbxgen-operation", "the schema is that of no API whose requests are known")
	}
	data, err := io.ReadAll(io.LimitReader(in, o.Size+1))
	if err != nil {
		return undecided(o.name, "wbxgen-unreadable", err.Error())
	}
	return r.Judge(data, o.name)
}

func undecided(name, code, message string) *validate.Result {
	return validate.NewResult(validate.Undecided, validate.Problem{Diagnostic: diag.Diagnostic{
		Pos: diag.Pos{File: name}, Severity: diag.Error, Code: code, Message: message,
	}})
}

// requestReader returns nil where the schema fits no profile.
func (s *Schema) requestReader(l limits) *request.Reader {
	s.mu.Lock()
	defer s.mu.Unlock()
	p := known.Profiles().For(s.components)
	if p == profile.None {
		return nil
	}
	r := s.requests[l]
	if r == nil {
		r = request.New(s.components, p, l.options())
		s.requests[l] = r
	}
	return r
}
