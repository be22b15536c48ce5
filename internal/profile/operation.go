package profile

import (
	"slices"
	"strings"

	"github.com/wbxgen/wbxgen/internal/xsd"
)

// Operation is a request with its response.
type Operation struct {
	// Name is the operation's name on the wire, such as CreateMeeting.
	Name string
	// Service is the service's name on the wire, such as meeting.auo.
	Service string
	// WireType is the text of xsi:type in a request; "" where the request is
	// an element of its own.
	WireType string
	// WireTypes are other texts that mean the same in requests of others.
	WireTypes []string
	// ReadOnly reports whether the operation changes nothing, so that it can
	// be sent again.
	ReadOnly bool
	Request  Message
	Response Message
}

// SentAs reports whether text, of the xsi:type of a request, names the
// operation.
func (op *Operation) SentAs(text string) bool {
	return text == op.WireType && text != "" || slices.Contains(op.WireTypes, text)
}

// Message is what fills the slot of an envelope: a type, or an element.
type Message struct {
	Type *xsd.ComplexType
	// Element is the global element that is the message; nil where the slot
	// is, and tells the type.
	Element *xsd.ElementDecl
}

// Name returns the name of the element, or else of the type.
func (m Message) Name() xsd.QName {
	if m.Element != nil {
		return m.Element.Name
	}
	return m.Type.Name
}

// Component returns the element, or else the type.
func (m Message) Component() xsd.Component {
	if m.Element != nil {
		return m.Element
	}
	return m.Type
}

// Pair is a request with its response, before it has a name on the wire.
type Pair struct{ Request, Response Message }

// TypePairs returns the pairs of an API whose messages are of types derived
// from a common one: a concrete type whose name with the suffix is that of
// another such type.
func TypePairs(s *xsd.Schema, base xsd.QName, suffix string) []Pair {
	var found []Pair
	for _, t := range s.Types() {
		request := derived(s, base, t)
		if request == nil {
			continue
		}
		response := derived(s, base, s.Type(xsd.QName{Space: request.Name.Space, Local: request.Name.Local + suffix}))
		if response == nil {
			continue
		}
		found = append(found, Pair{Message{Type: request}, Message{Type: response}})
	}
	return found
}

// derived returns t if it is a concrete complex type below base.
func derived(s *xsd.Schema, base xsd.QName, t xsd.Type) *xsd.ComplexType {
	ct, ok := t.(*xsd.ComplexType)
	if !ok || ct.Abstract || ct.Name == base || !xsd.DerivesFrom(ct, s.Type(base), 0) {
		return nil
	}
	return ct
}

// ElementPairs returns the pairs of an API whose messages are elements: one
// whose name ends in the request's suffix, with the one that has the
// response's in its place. A suffix may be empty.
func ElementPairs(s *xsd.Schema, request, response string) []Pair {
	var found []Pair
	for _, e := range s.Elements() {
		stem, ok := strings.CutSuffix(e.Name.Local, request)
		answer := s.Element(xsd.QName{Space: e.Name.Space, Local: stem + response})
		if !ok || answer == nil || answer == e {
			continue
		}
		asks, ok1 := messageOf(e)
		says, ok2 := messageOf(answer)
		if ok1 && ok2 {
			found = append(found, Pair{asks, says})
		}
	}
	return found
}

// messageOf returns an element as a message, which has a complex type.
func messageOf(e *xsd.ElementDecl) (Message, bool) {
	ct, ok := e.Type.(*xsd.ComplexType)
	return Message{ct, e}, ok && !e.Abstract
}
