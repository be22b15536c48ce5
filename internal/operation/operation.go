package operation

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/wbxgen/wbxgen/internal/xsd"
)

// Operation is a request with its response.
type Operation struct {
	// Name is the operation's name on the wire, such as CreateMeeting.
	Name string
	// Service is the service's name on the wire, such as meeting.auo.
	Service string
	// WireType is the text of xsi:type in a request.
	WireType string
	// ReadOnly reports whether the operation changes nothing, so that it can
	// be sent again.
	ReadOnly bool
	Request  *xsd.ComplexType
	Response *xsd.ComplexType
}

// Find returns the operations of a schema by namespace and name. A request is
// a concrete type derived from the body type whose name with the response
// suffix is that of another such type. A nil profile has no operations.
func Find(s *xsd.Schema, p *Profile) []Operation {
	if p == nil {
		return nil
	}
	var found []Operation
	for _, t := range s.Types() {
		request := bodyType(s, p, t)
		if request == nil || request.Abstract {
			continue
		}
		name := request.Name
		response := bodyType(s, p, s.Type(xsd.QName{Space: name.Space, Local: name.Local + p.ResponseSuffix}))
		if response == nil || response.Abstract {
			continue
		}
		found = append(found, p.operation(request, response))
	}
	return found
}

// bodyType returns t if it is a complex type that derives from the body type.
func bodyType(s *xsd.Schema, p *Profile, t xsd.Type) *xsd.ComplexType {
	ct, ok := t.(*xsd.ComplexType)
	if !ok || ct.Name == p.Body || !xsd.DerivesFrom(ct, s.Type(p.Body), 0) {
		return nil
	}
	return ct
}

func (p *Profile) operation(request, response *xsd.ComplexType) Operation {
	op := Operation{
		Name:     capitalised(request.Name.Local),
		Service:  p.service(request.Name.Space),
		Request:  request,
		Response: response,
		ReadOnly: slices.ContainsFunc(p.ReadVerbs, func(verb string) bool { return strings.HasPrefix(request.Name.Local, verb) }),
	}
	op.WireType = p.WirePrefix + op.Service + "." + op.Name
	return op
}

// service returns the service name of a namespace: what follows the root that
// all have, with a dot for each slash.
func (p *Profile) service(namespace string) string {
	rest := strings.TrimPrefix(namespace, p.ServiceRoot)
	if name, ok := p.Services[rest]; ok {
		return name
	}
	return strings.ReplaceAll(rest, "/", ".")
}

func capitalised(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(r)) + s[n:]
}

// IsPolymorphic reports whether the element, declared within the type below
// the given path of element names, is one of the profile's open slots.
func (p *Profile) IsPolymorphic(t xsd.QName, path []string) bool {
	if p == nil {
		return false
	}
	for _, s := range p.Polymorphic {
		if s.Type == t && strings.Join(s.Path, "/") == strings.Join(path, "/") {
			return true
		}
	}
	return false
}

// AliasesOf returns the other spellings of an element's local name.
func (p *Profile) AliasesOf(name xsd.QName) []string {
	if p == nil {
		return nil
	}
	var list []string
	for _, a := range p.Aliases {
		if a.Name == name {
			list = append(list, a.Spelling)
		}
	}
	return list
}
