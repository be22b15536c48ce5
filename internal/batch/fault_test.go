package batch

import (
	"strings"
	"testing"
)

// A server that is not there is a fault that no request can cause.
func TestAFaultFailsTheRequestAlone(t *testing.T) {
	var s *server
	a := s.guarded(t.Context(), request{ID: []byte(`"1"`), Schemas: []string{"a.xsd"}, Instance: "a.xml"})
	if a.Schema != failed || a.Instance != failed || string(a.ID) != `"1"` || !strings.Contains(a.Message, "a fault of wbxgen") {
		t.Errorf("%+v", a)
	}
}

// What still works on requests whose time is up is bounded.
func TestAbandonedRequestsAreBounded(t *testing.T) {
	s := &server{options: Options{Timeout: 1}.orDefault(), slots: make(chan struct{}, 1)}
	s.slots <- struct{}{}
	if a := s.respond(t.Context(), line{text: []byte(`{"schemas":["a.xsd"]}`)}); a.Schema != failed || !strings.Contains(a.Message, "still worked on") {
		t.Errorf("%+v", a)
	}
}
