package webextest

import (
	"bytes"
	"fmt"
	"io"
	"net/http"
	"strconv"
)

// transport takes requests to the server without a network.
type transport struct{ s *Server }

// RoundTrip answers a request. It ends early where the request's context does.
func (t transport) RoundTrip(r *http.Request) (*http.Response, error) {
	done := make(chan *answer, 1)
	in := r.Clone(r.Context())
	if in.Body == nil {
		in.Body = http.NoBody
	}
	go func() { done <- t.serve(in) }()
	select {
	case a := <-done:
		return a.response(r), nil
	case <-r.Context().Done():
		return nil, r.Context().Err()
	}
}

// serve lets the server write an answer.
func (t transport) serve(r *http.Request) (a *answer) {
	a = &answer{header: http.Header{}, status: http.StatusOK}
	defer func() {
		if p := recover(); p != nil && p != http.ErrAbortHandler {
			http.Error(a, fmt.Sprint("webextest: a handler panicked: ", p), http.StatusInternalServerError)
		}
	}()
	t.s.ServeHTTP(a, r)
	return a
}

// answer is a [http.ResponseWriter] that keeps what it gets.
type answer struct {
	header http.Header
	status int
	bytes.Buffer
}

// Header returns the headers of the answer.
func (a *answer) Header() http.Header { return a.header }

// WriteHeader sets the status.
func (a *answer) WriteHeader(status int) { a.status = status }

// Flush has nothing to do.
func (a *answer) Flush() {}

// response returns the answer. One that has less than its length says is cut off.
func (a *answer) response(r *http.Request) *http.Response {
	var body io.Reader = bytes.NewReader(a.Bytes())
	if n, err := strconv.Atoi(a.header.Get("Content-Length")); err == nil && n > a.Len() {
		body = io.MultiReader(body, broken{})
	}
	return &http.Response{
		Status: strconv.Itoa(a.status) + " " + http.StatusText(a.status), StatusCode: a.status, Header: a.header,
		Proto: "HTTP/1.1", ProtoMajor: 1, ProtoMinor: 1, Body: io.NopCloser(body), ContentLength: -1, Request: r,
	}
}

// broken is a connection that ends.
type broken struct{}

func (broken) Read([]byte) (int, error) { return 0, io.ErrUnexpectedEOF }
