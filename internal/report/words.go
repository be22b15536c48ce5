package report

import (
	"strings"

	"github.com/wbxgen/wbxgen/internal/diff/change"
)

// words are how a report speaks of whom a change concerns. An API has
// operations, whose requests clients send and whose responses they read. A
// format of documents has roots, writers and readers.
type words struct {
	documents bool
	// Of an operation or root: one, all of them, none.
	one, all, none string
	// unreached says that none shows a change.
	unreached string
	// direction names the directions, and who all of a direction.
	direction, who map[change.Direction]string
	// witness is what a witness of a direction is.
	witness map[change.Direction]string
}

var apiWords = &words{
	one: "operation", all: "all operations", none: "no operation", unreached: "no operation reaches it",
	direction: map[change.Direction]string{change.Request: "request", change.Response: "response"},
	who:       map[change.Direction]string{change.Request: "all requests", change.Response: "all responses"},
	witness:   map[change.Direction]string{change.Request: "request", change.Response: "response"},
}

var documentWords = &words{
	documents: true,
	one:       "root", all: "all roots", none: "no root", unreached: "no root reaches it",
	direction: map[change.Direction]string{change.Request: "writer", change.Response: "reader"},
	who:       map[change.Direction]string{change.Request: "writers of all roots", change.Response: "readers of all roots"},
	witness:   map[change.Direction]string{change.Request: "old document", change.Response: "new document"},
}

// wordsOf returns the words that fit what was compared.
func wordsOf(r *change.Result) *words {
	if r.Documents {
		return documentWords
	}
	return apiWords
}

// whose names one direction of an operation or root.
func (w *words) whose(name string, d change.Direction) string {
	if w.documents {
		return w.direction[d] + " of " + name
	}
	return name + " " + w.direction[d]
}

// a puts the article before a noun.
func a(noun string) string {
	if strings.HasPrefix(noun, "o") {
		return "an " + noun
	}
	return "a " + noun
}

// plainly says what rules say of requests, clients and servers in the words of
// documents: who wrote an old document stands where a client sends a request.
var plainly = strings.NewReplacer(
	"the clients that send it before the new version is live; captured requests (--usage) tell which", "the programs that write it before the new version is in use; captured documents (--usage) tell which",
	"the clients that read it first, and let them take both forms while servers change over", "the programs that read it first, and let them take both forms while writers change over",
	"what the server does with the request: the schema does not say", "what readers do with such a document: the schema does not say",
	"what the server means by", "what writers mean by",
	"an old request", "an old document", "old requests", "old documents", "each old request", "each old document",
	"a request", "an old document", "requests", "old documents", "request", "document",
	"each new response", "each new document", "responses", "new documents", "response", "document",
	"Clients", "Programs", "a client", "a reader", "clients", "readers", "client", "reader", "the server", "a reader",
)

// prose returns what a rule says, in the words of the report.
func (w *words) prose(s string) string {
	if w.documents {
		return plainly.Replace(s)
	}
	return s
}

// list returns the verdicts on the operations, or on the roots.
func (w *words) list(r *change.Result) []change.Verdict {
	if w.documents {
		return r.Roots
	}
	return r.Operations
}

// sentence begins with a capital and ends with a full stop.
func sentence(s string) string { return strings.ToUpper(s[:1]) + s[1:] + "." }
