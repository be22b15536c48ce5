package xmltext

// Kind is the kind of a token.
type Kind uint8

// The kinds of tokens. An empty-element tag is a StartElement and an EndElement.
const (
	EOF          Kind = iota // the document, or the scan, is over: see [Scanner.Err]
	StartElement             // a start tag
	EndElement               // an end tag
	CharData                 // character data; a long run arrives in pieces
	CData                    // the text of a CDATA section; a long one arrives in pieces
	Comment                  // a comment
	ProcInst                 // a processing instruction; its target is [Scanner.Local]
	Doctype                  // a document type declaration, delivered with [Options].AllowDoctype alone
	EntityRef                // a reference in content, delivered with [Options].Entities alone; its name is [Scanner.Local]
)

var kindNames = [...]string{"end of document", "start tag", "end tag", "text", "CDATA section", "comment", "processing instruction", "document type declaration", "entity reference"}

// String names the kind as an error message would.
func (k Kind) String() string {
	if int(k) < len(kindNames) {
		return kindNames[k]
	}
	return "no token"
}
