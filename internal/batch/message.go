package batch

import (
	"bytes"
	"encoding/json"
	"fmt"
)

// request is a line of input. ID is given back as it is, whatever it is.
type request struct {
	ID       json.RawMessage `json:"id"`
	Schemas  []string        `json:"schemas"`
	Instance string          `json:"instance"`
}

// response is a line of output.
type response struct {
	ID       json.RawMessage `json:"id"`
	Schema   verdict         `json:"schema"`
	Instance verdict         `json:"instance"`
	Message  string          `json:"message"`
}

// verdict is one of the words of the protocol.
type verdict string

const (
	notAsked verdict = ""
	valid    verdict = "valid"
	invalid  verdict = "invalid"
	failed   verdict = "error"
)

// parseRequest reads a line. What it could read of a bad one is returned, so
// that the answer has its ID.
func parseRequest(line []byte) (request, error) {
	var r request
	if err := json.Unmarshal(line, &r); err != nil {
		return r, fmt.Errorf("the request is no JSON object of the right form: %w", err)
	}
	if len(r.Schemas) == 0 && r.Instance == "" {
		return r, fmt.Errorf("the request names neither schemas nor an instance")
	}
	return r, nil
}

// failure is the answer to a request that cannot be answered.
func (r request) failure(format string, args ...any) response {
	res := response{ID: r.ID, Schema: failed, Message: fmt.Sprintf(format, args...)}
	if r.Instance != "" {
		res.Instance = failed
	}
	return res
}

// line returns a response with the line feed that ends it.
func (r response) line() []byte {
	if r.ID == nil {
		r.ID = json.RawMessage(`""`)
	}
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(r); err != nil {
		return []byte(`{"id":"","schema":"error","instance":"","message":"the answer cannot be written as JSON"}` + "\n")
	}
	return b.Bytes()
}
