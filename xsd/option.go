package xsd

// Limits bound what one document may cost. Zero stands for the default, which
// follows each, a negative number for no limit.
type Limits struct {
	Depth      int   // open elements: 1,000
	Size       int64 // bytes of the document, as UTF-8: no limit
	Text       int   // bytes of the text of one element of simple type, and of one tag: 16 MiB
	Attributes int   // of one element: 10,000
	Expansion  int64 // bytes that entity references expand to in all: 8 MiB
	Memory     int64 // bytes that IDs and the keys of identity constraints take: 512 MiB
}

// Option says how a document is judged.
type Option func(*choices)

type choices struct {
	name    string
	request bool
	limits
}

// limits are what a validator is made with.
type limits struct {
	Limits
	errors int
}

// Named says what errors call the document; without it they call it
// document.xml.
func Named(name string) Option { return func(c *choices) { c.name = name } }

// AsRequest says that the document is a request as a client of the schema's API
// sends it, which is not always as the schema has it: of the Webex Meetings XML
// API without namespaces below the root, with the java: name of an operation in
// xsi:type, its children in any order. It is judged by its operation, and the
// places of errors are those of the document. A request is held in memory, at
// most 64 MiB unless [Limited] says otherwise. With a schema of no API whose
// conventions this module knows, no document is valid.
func AsRequest() Option { return func(c *choices) { c.request = true } }

// MaxErrors says after how many errors the rest of a document is left alone;
// without it after 100.
func MaxErrors(n int) Option { return func(c *choices) { c.errors = max(n, 1) } }

// Limited bounds what the document may cost.
func Limited(l Limits) Option { return func(c *choices) { c.Limits = l } }

// noSize is a size that no document has.
const noSize = 1 << 62

func chosen(options []Option) choices {
	c := choices{name: "document.xml"}
	for _, o := range options {
		o(&c)
	}
	if c.Size <= 0 {
		c.Size = noSize
	}
	if c.Memory < 0 {
		c.Memory = noSize
	}
	return c
}
