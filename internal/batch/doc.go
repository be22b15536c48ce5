// Package batch answers many questions of the kind "is this schema valid, and
// this document against it?", one JSON object a line in and one a line out, in
// a process that stays up.
//
// It owns the line protocol, the verdicts, the schemas that are kept between
// requests, and what a request may cost. It does not own the rules: schemas
// are compiled by package compile, documents judged by package validate.
//
// A request names schema documents (or one directory, archive or version) and
// a document, or none:
//
//	{"id":"1","schemas":["order.xsd"],"instance":"order.xml"}
//
// The answer has a verdict on each: valid, invalid, error where there can be
// none, or nothing where nothing was asked. The message is the first thing that
// stands against them.
//
//	{"id":"1","schema":"valid","instance":"invalid","message":"order.xml:4:3: error: …"}
//
// A document is not valid against a schema that is not valid. Without schemas,
// those that xsi:schemaLocation names are the schema. With some, a hint adds
// the document for a namespace that they say nothing of. Hints are paths from
// the document's own folder and do not leave it; nothing reaches the network.
//
//	err := batch.Serve(ctx, os.Stdin, os.Stdout, batch.Options{})
package batch
