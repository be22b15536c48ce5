package webextest

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"time"

	"github.com/wbxgen/wbxgen/webex"
	"github.com/wbxgen/wbxgen/wire"
	"github.com/wbxgen/wbxgen/wire/codec"
)

// maxRequest bounds what the server reads.
const maxRequest = 64 << 20

// ServeHTTP answers a request, and the page that tells whether the site runs on its backup.
func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if r.Method == http.MethodGet && strings.HasSuffix(r.URL.Path, "/gsbstatus.php") {
		fmt.Fprint(w, strings.ToUpper(strconv.FormatBool(s.gsb == webex.GSBBackup)))
		return
	}
	if r.Method != http.MethodPost {
		w.Header().Set("Allow", http.MethodPost)
		http.Error(w, "requests are posted", http.StatusMethodNotAllowed)
		return
	}
	data, err := document(r)
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	s.serve(w, r, data)
}

// document returns the document of a request: the body, or the field XML of a form. White space before it is passed
// over.
func document(r *http.Request) ([]byte, error) {
	data, err := io.ReadAll(http.MaxBytesReader(nil, r.Body, maxRequest))
	if err != nil {
		return nil, err
	}
	text := bytes.TrimLeft(data, " \t\r\n")
	if form, ok := bytes.CutPrefix(text, []byte("XML=")); ok {
		plain, err := url.QueryUnescape(string(form))
		return []byte(strings.TrimLeft(plain, " \t\r\n")), err
	}
	return text, nil
}

func (s *Server) serve(w http.ResponseWriter, r *http.Request, data []byte) {
	req := &request{server: s}
	err := codec.Unmarshal(data, messageName, req, wire.Lenient(), wire.Types(s.types))
	switch {
	case err != nil:
		s.refuse(w, fmt.Errorf("the request cannot be read: %w", err))
		return
	case req.unknown != "":
		s.refuse(w, fmt.Errorf("no operation of the server is sent as %s", req.unknown))
		return
	case len(req.calls) == 0:
		s.refuse(w, errors.New("the request has no bodyContent that tells an operation"))
		return
	case s.batch > 0 && len(req.calls) > s.batch:
		s.refuse(w, &webex.Error{ExceptionID: webex.ExceptionTooManyBodies, Reason: fmt.Sprintf("at most %d operations in a message", s.batch)})
		return
	}
	out, cut := new(reply), false
	for _, c := range req.calls {
		c.Security, c.Header, c.Document = req.security, r.Header, data
		content, err := s.answer(c)
		if e, ok := isHTTP(err); ok {
			writeHTTP(w, e)
			return
		}
		if errors.Is(err, ErrCutOff) {
			cut, err = true, nil
			content = new(wire.RawTyped)
		}
		out.add(s.gsb, content, err)
	}
	s.write(w, out, cut)
}

// answer returns what an operation answers. A call that an option or a fault refuses reaches no handler.
func (s *Server) answer(c *Call) (wire.Typed, error) {
	err := s.trip(c.Operation.Name)
	if d, ok := errors.AsType[slow](err); ok {
		time.Sleep(time.Duration(d))
		err = nil
	}
	if c.Operation == &login {
		if err != nil {
			return nil, err
		}
		return s.logIn(c)
	}
	s.mu.Lock()
	s.calls = append(s.calls, c)
	h := s.handlers[c.Operation]
	if h == nil {
		h = s.rest
	}
	s.mu.Unlock()
	if err == nil {
		err = s.admit(&c.Security, c.Header)
	}
	switch {
	case err != nil:
		return nil, err
	case h == nil:
		return nil, fmt.Errorf("the test has no handler for %s", c.Operation.Name)
	}
	v, err := h(c)
	if v == nil && err == nil {
		v = c.Operation.New()
	}
	return v, err
}

// refuse answers a request as a whole.
func (s *Server) refuse(w http.ResponseWriter, err error) {
	out := new(reply)
	out.add(s.gsb, nil, err)
	s.write(w, out, false)
}

// add adds what became of an operation.
func (r *reply) add(gsb webex.GSBStatus, content wire.Typed, err error) {
	st := webex.Status{Result: webex.Success, GSBStatus: gsb}
	if err != nil {
		content = nil
		st.Result, st.ExceptionID, st.Reason = webex.Failure, webex.ExceptionNotForwarded, err.Error()
	}
	if e, ok := errors.AsType[*webex.Error](err); ok {
		st.ExceptionID, st.Reason, st.Value, st.SubErrors, st.CaseID = e.ExceptionID, e.Reason, e.Value, e.SubErrors, e.CaseID
		if e.GSBStatus != "" {
			st.GSBStatus = e.GSBStatus
		}
	}
	r.statuses, r.contents = append(r.statuses, st), append(r.contents, content)
}

// write writes an answer, whole or cut off in the middle.
func (s *Server) write(w http.ResponseWriter, out *reply, cut bool) {
	data, err := codec.Marshal(messageName, out, wire.Declaration(), sitePrefix)
	if err != nil {
		http.Error(w, "webextest: the answer of the handler cannot be written: "+err.Error(), http.StatusInternalServerError)
		return
	}
	w.Header().Set("Content-Type", "text/xml; charset=utf-8")
	w.Header().Set("Content-Length", strconv.Itoa(len(data)))
	if cut {
		_, _ = w.Write(data[:len(data)/2])
		_ = http.NewResponseController(w).Flush()
		panic(http.ErrAbortHandler) // the way to break a connection
	}
	_, _ = w.Write(data)
}
