package profile

import "github.com/wbxgen/wbxgen/internal/xsd"

// Profile is the conventions of an API. Its methods may be called by several
// goroutines.
type Profile interface {
	// Name is the profile's name in wbxgen.yaml.
	Name() string
	// Fits reports whether a schema is one of the API.
	Fits(s *xsd.Schema) bool
	// Operations returns the operations of a schema, in the order of its
	// components. A schema without operations is one of documents.
	Operations(s *xsd.Schema) []Operation
	// Envelope is what is around each request and response.
	Envelope() Envelope
	// Client is the Go package that generated methods call.
	Client() Client
	// Builtin returns the built-in type as which values of another one are
	// read, by local name: "long" for "integer" where an API has no numbers
	// beyond. Others are returned as they are.
	Builtin(local string) string
	// ElementNote returns what the API makes of an element, beyond what the
	// schema says: part of a sentence without full stop, such as "absent, the
	// server decides", or "". Optional reports whether the element may be
	// absent.
	ElementNote(e *xsd.ElementDecl, optional bool) string
	// Spellings returns the other spellings of an element's local name that
	// occur.
	Spellings(element xsd.QName) []string
	// Secret reports whether what an element holds must not be shown, by its
	// local name: passwords, tickets, tokens.
	Secret(local string) bool
	// Paging says how long lists are asked for and answered in pages.
	Paging() Paging
}

// Envelope is what is around a message. The zero Envelope is that of an API
// whose messages are documents by themselves, or of no API.
type Envelope struct {
	// Root is the global element that every message is.
	Root xsd.QName
	// Path has the local names of the elements from the root down to the slot
	// that operations fill, the slot included: body, bodyContent.
	Path []string
	// Body is the type of the slot, where xsi:type tells the operation: all
	// requests and responses derive from it. It is zero where the slot holds
	// the element of an operation.
	Body xsd.QName
	// Unqualified reports whether a request goes without namespaces below the
	// root, and names its type by [Operation.WireType].
	Unqualified bool
}

// IsZero reports whether there is no envelope.
func (e Envelope) IsZero() bool { return e.Root.IsZero() }

// Holds reports whether t is the type of the slot that operations fill, each
// with a type of its own.
func (e Envelope) Holds(t xsd.Type) bool { return !e.Body.IsZero() && t.TypeName() == e.Body }

// Slot returns where the slot is told by its type: the named complex type that
// it stands in, and the local names of the elements from there down. Without
// such a slot ok is false.
func (e Envelope) Slot(s *xsd.Schema) (in xsd.QName, path []string, ok bool) {
	root := s.Element(e.Root)
	if root == nil || e.Body.IsZero() || len(e.Path) == 0 {
		return in, nil, false
	}
	return root.Type.TypeName(), e.Path, true
}

// Client is the Go package that the methods of operations call. Beside
// Caller, Operation and Do it has the constants of the handshake,
// ModuleTooOldUpgradeIt and CodeTooOldGenerateAgain.
type Client struct {
	// Path is its import path; "" where there are no methods.
	Path string
	// Root is the name of the root package where the configuration has none.
	Root string
	// Failure says in the comment of a method how a refusal is returned: a
	// sentence, or "".
	Failure string
	// Lists reports whether the package reads lists item by item: it has
	// List, Items, All, ReadItem and Found.
	Lists bool
}

// Paging has the local names of the elements by which lists come in pages.
// Zero is for lists that come in one piece.
type Paging struct {
	Control string // of the request: which page is asked for
	Start   string // below Control: the number of the first record
	Size    string // below Control: how many records there may be
	Records string // of the response: which page this is
	// Below Records: how many records there are, how many of them are in the
	// response, and the number of the first one.
	Total, Returned, From string
}
