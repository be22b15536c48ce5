package batch

import (
	"time"

	"github.com/wbxgen/wbxgen/internal/diag"
	"github.com/wbxgen/wbxgen/internal/source"
	"github.com/wbxgen/wbxgen/internal/xsd/compile"
	"github.com/wbxgen/wbxgen/wire/xmltext"
)

// Options bound what requests may reach and cost. Zero fields stand for the
// defaults that they name.
type Options struct {
	// Root is the folder with a folder for each version, as for
	// [source.Options].
	Root string
	// Within is the folder that includes, imports and hints may reach; the
	// default is what the schema documents of a request have in common, and
	// for hints the folder of the document.
	Within string
	// Catalog has documents for locations and namespaces that schemas refer to;
	// nil for none.
	Catalog source.Catalog
	// Remedies says of a remedy for a schema that cannot be had how whoever
	// started the server takes it, to go behind the message; nil says nothing.
	Remedies func(diag.Remedy) string
	// Timeout is how long one request may take: 10 s.
	Timeout time.Duration
	// Schemas is how many compiled schemas are kept: 64. The one that was not
	// used for longest makes room.
	Schemas int
	// Line is how many bytes a request may have: 1 MiB.
	Line int

	Document xmltext.Limits // of an instance
	Source   source.Limits  // of what a schema is read from
	Compile  compile.Limits // of a schema
}

func (o Options) orDefault() Options {
	const line = 1 << 20
	if o.Timeout <= 0 {
		o.Timeout = 10 * time.Second
	}
	if o.Schemas <= 0 {
		o.Schemas = 64
	}
	if o.Line <= 0 {
		o.Line = line
	}
	if o.Remedies == nil {
		o.Remedies = func(diag.Remedy) string { return "" }
	}
	return o
}
