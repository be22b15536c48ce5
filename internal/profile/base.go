package profile

import "github.com/wbxgen/wbxgen/internal/xsd"

// Base has the answers of a schema that belongs to no API. Profiles embed it
// and give those of their own that are different.
type Base struct{}

// None is the profile of a schema that belongs to no API: there are no
// operations, and documents start with any global element.
var None Profile = none{}

type none struct{ Base }

// Or returns p, or [None] for nil.
func Or(p Profile) Profile {
	if p == nil {
		return None
	}
	return p
}

// Name returns none.
func (Base) Name() string { return "none" }

// Fits reports false: a profile that does not say what it is for is chosen by
// name only.
func (Base) Fits(*xsd.Schema) bool { return false }

// Operations returns none.
func (Base) Operations(*xsd.Schema) []Operation { return nil }

// Envelope returns none.
func (Base) Envelope() Envelope { return Envelope{} }

// Client returns none.
func (Base) Client() Client { return Client{} }

// Builtin returns its argument.
func (Base) Builtin(local string) string { return local }

// ElementNote returns nothing.
func (Base) ElementNote(*xsd.ElementDecl, bool) string { return "" }

// Spellings returns none.
func (Base) Spellings(xsd.QName) []string { return nil }

// Secret reports false.
func (Base) Secret(string) bool { return false }

// Paging returns none.
func (Base) Paging() Paging { return Paging{} }
