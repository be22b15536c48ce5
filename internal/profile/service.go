package profile

import "github.com/wbxgen/wbxgen/internal/xsd"

// Service is what a stand-in server has to know of an API beyond its schema.
// A [Profile] that implements it can be stood in for in full; any other gets
// answers without envelope rules, sessions and state.
type Service interface {
	// Prefix returns the prefix that the service writes for a namespace, ""
	// for that of the schema's documents.
	Prefix(space string) string
	// Head returns what stands before the body of an answer: what became of
	// each operation.
	Head(outcomes []Outcome) []Node
	// Refusal returns what fills the slot of the body for an operation that
	// failed: the slot itself, or an element in it.
	Refusal(f *Failure) Node
	// Session says how a caller logs in; nil where there is nothing to log in
	// to.
	Session() *Session
	// Resource says what an operation does to which kind of thing.
	Resource(op *Operation) (r Resource, ok bool)
	// Failure returns the failure of a kind in the words of the API.
	Failure(kind FailureKind, r Resource) Failure
}

// Outcome is what became of an operation of a message.
type Outcome struct {
	Operation *Operation // nil where the request did not tell
	Failure   *Failure   // nil for success
}

// Failure is how an API refuses.
type Failure struct{ Code, Reason string }

// FailureKind is why a stand-in server refuses.
type FailureKind uint8

// The kinds of failure.
const (
	NotFound         FailureKind = iota // no thing has the key
	NothingFound                        // a list is empty
	AlreadyThere                        // a thing has the key already
	InvalidRequest                      // it does not fit the schema
	UnknownOperation                    // or none at all
	TooManyRequests                     // more operations in a message than there may be
)

// Node is an element of an answer.
type Node struct {
	Name xsd.QName
	Text string
	Kids []Node
}

// Session is how a caller logs in and shows that it has.
type Session struct {
	Login string // the operation that gives a ticket
	// Ticket, Created and Life are elements of its response: the ticket, when
	// it was made in milliseconds since 1970, how many seconds it is good.
	Ticket, Created, Life string
	// Sent is the path from the root of a request to the ticket, Caller that to
	// the name of who calls.
	Sent, Caller []string
	// Expired refuses a ticket that is not good.
	Expired Failure
}

// Verb is what an operation does to a thing.
type Verb uint8

// The verbs.
const (
	Creates Verb = iota + 1
	Gets
	Lists
	Sets
	Deletes
)

// Resource is what an operation does to which things.
type Resource struct {
	Verb Verb
	Kind string // of thing, such as meeting; "" for all that the service counts
	// Keys are the local names by which a thing's key goes in requests and
	// responses.
	Keys []string
	// Given reports whether the caller chooses the key; else the service
	// counts. Who calls is a thing of such a kind without being made.
	Given bool
	// Owner is the element that names who a thing belongs to, who made it
	// unless the request says otherwise; "" for none.
	Owner string
	// Shown are texts by local name that answers about a thing have although
	// the schema does not ask for them, because clients rely on them. %s stands
	// for the key.
	Shown map[string]string
}
