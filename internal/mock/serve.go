package mock

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/wbxgen/wbxgen/internal/profile"
	"github.com/wbxgen/wbxgen/internal/request"
	"github.com/wbxgen/wbxgen/wire/xmltext"
)

// ServeHTTP answers a request, whatever its path.
func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if r.Method != http.MethodPost {
		w.Header().Set("Allow", http.MethodPost)
		http.Error(w, "requests are posted", http.StatusMethodNotAllowed)
		return
	}
	data, err := io.ReadAll(http.MaxBytesReader(w, r.Body, s.options.MaxBytes))
	if _, large := errors.AsType[*http.MaxBytesError](err); large {
		http.Error(w, fmt.Sprintf("a request has at most %d bytes", s.options.MaxBytes), http.StatusRequestEntityTooLarge)
		return
	}
	if err != nil {
		http.Error(w, "the request cannot be read", http.StatusBadRequest)
		return
	}
	answer := s.answer(document(data))
	w.Header().Set("Content-Type", "text/xml; charset=utf-8")
	w.Header().Set("Content-Length", strconv.Itoa(len(answer)))
	_, _ = w.Write(answer)
}

// document returns the document of a request: the body, or the field XML of a
// form, which clients send whatever their Content-Type says.
func document(data []byte) []byte {
	text := bytes.TrimLeft(data, " \t\r\n")
	form, ok := bytes.CutPrefix(text, []byte("XML="))
	if !ok {
		return data
	}
	form, _, _ = bytes.Cut(form, []byte("&"))
	plain, err := url.QueryUnescape(string(form))
	if err != nil {
		return data
	}
	return []byte(plain)
}

// Answer returns the answer to a document.
func (s *Server) answer(data []byte) []byte {
	m, err := s.reader.Read(data)
	if err != nil {
		s.log("a request cannot be read: " + err.Error())
		f := s.failure(profile.InvalidRequest, profile.Resource{})
		f.Reason += ": " + err.Error()
		return s.write([]part{{failure: &f}})
	}
	parts := s.parts(m)
	answer := s.whole(parts)
	s.keep(m, data, answer)
	return answer
}

// whole returns the text of an answer. A fixture that answers alone goes out
// as it is.
func (s *Server) whole(parts []part) []byte {
	if len(parts) == 1 && parts[0].fixture != nil {
		return parts[0].fixture.text
	}
	return s.write(parts)
}

// part is what became of an operation.
type part struct {
	operation *profile.Operation
	failure   *profile.Failure
	content   *element // of a success
	fixture   *fixture // in the place of the content
	how       string   // it was answered, for the log
}

// parts answers the operations of a message.
func (s *Server) parts(m *request.Message) []part {
	if f := s.refuses(m); f != nil {
		return []part{{failure: f, how: "refused"}}
	}
	var list []part
	for i := range m.Bodies {
		b := &m.Bodies[i]
		p := s.part(m, b)
		p.operation = b.Operation
		list = append(list, p)
		s.log(logLine(b, p))
	}
	return list
}

func logLine(b *request.Body, p part) string {
	name := b.Told
	if b.Operation != nil {
		name = b.Operation.Name
	}
	if p.failure != nil {
		return strings.TrimSpace(name+": refused: "+p.failure.Code) + " " + p.failure.Reason
	}
	return name + ": " + p.how
}

// refuses logs what is wrong with a message, and returns the failure of a
// message that is answered as a whole.
func (s *Server) refuses(m *request.Message) *profile.Failure {
	problems := s.reader.Check(m, "request")
	for _, p := range problems {
		s.log(hide(p.Diagnostic.String(), m, s.profile))
	}
	var f profile.Failure
	switch {
	case len(m.Bodies) == 0:
		f = s.failure(profile.UnknownOperation, profile.Resource{})
	case s.options.Batch > 0 && len(m.Bodies) > s.options.Batch:
		f = s.failure(profile.TooManyRequests, profile.Resource{})
	case s.options.Strict && len(problems) > 0:
		f = s.failure(profile.InvalidRequest, profile.Resource{})
		f.Reason += ": " + hide(problems[0].Message, m, s.profile)
	default:
		return s.expired(m)
	}
	return &f
}

// failure is a failure in the words of the API.
func (s *Server) failure(kind profile.FailureKind, r profile.Resource) profile.Failure {
	if s.service != nil {
		return s.service.Failure(kind, r)
	}
	return profile.Failure{Code: "error", Reason: "the request cannot be answered"}
}

// part answers one operation.
func (s *Server) part(m *request.Message, b *request.Body) part {
	if b.Operation == nil {
		f := s.failure(profile.UnknownOperation, profile.Resource{})
		return part{failure: &f}
	}
	if f := s.fixtures.fit(b); f != nil {
		return part{fixture: f, how: "answered by " + f.name}
	}
	if s.service != nil {
		if login := s.service.Session(); login != nil && login.Login == b.Operation.Name {
			return part{content: s.login(b.Operation, login), how: "logged in"}
		}
		if r, ok := s.service.Resource(b.Operation); ok && s.options.State {
			return s.fromState(b, r, s.caller(m))
		}
	}
	return part{content: s.maker.message(b.Operation.Response, &values{}), how: "answered with the smallest document"}
}

// caller returns who calls, "" where a request does not say.
func (s *Server) caller(m *request.Message) string {
	session := s.service.Session()
	if session == nil || len(session.Caller) == 0 {
		return ""
	}
	n := m.Root.Find(session.Caller...)
	if n == nil {
		return ""
	}
	return strings.TrimSpace(n.Text)
}

// hide replaces the secrets of a message in a text about it.
func hide(text string, m *request.Message, p profile.Profile) string {
	m.Root.Leaves(func(path []string, value string) {
		if value = strings.TrimSpace(value); value != "" && p.Secret(path[len(path)-1]) {
			text = strings.ReplaceAll(text, value, "REDACTED")
		}
	})
	return text
}

// keep records a message and its answer.
func (s *Server) keep(m *request.Message, data, answer []byte) {
	if s.record == nil {
		return
	}
	name := "unknown"
	if len(m.Bodies) > 0 && m.Bodies[0].Operation != nil {
		name = m.Bodies[0].Operation.Name
	}
	if !isPlain(data) {
		data = s.reader.Form(m)
	}
	if err := s.record.write(name, data, answer); err != nil {
		s.log("cannot record: " + err.Error())
	}
}

// isPlain reports whether a document is kept as it came: others can read it,
// and its bytes are those that a scanner counts. One with prefixes that are not
// declared, or in another encoding, is kept in the form of the schema.
func isPlain(data []byte) bool {
	s := xmltext.NewBytesScanner(data, xmltext.Options{})
	for s.Next() != xmltext.EOF {
	}
	label := s.Declaration().Encoding
	return s.Err() == nil && utf8.Valid(data) && (label == "" || strings.EqualFold(label, "UTF-8")) && !bytes.HasPrefix(data, []byte("\uFEFF"))
}
