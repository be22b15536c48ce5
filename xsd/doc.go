// Package xsd holds XML documents against a schema, as W3C XML Schema 1.0 says.
//
// [Compile] makes a [Schema] of the documents of any file system: a folder
// ([os.DirFS]), files in the program ([embed.FS]), an archive ([zip.Reader]).
// [CompileBytes] makes one of a single document. What is wrong with a schema is
// told like what is wrong with a document.
//
//	schema, err := xsd.Compile(os.DirFS("schemas"), "order.xsd")
//	…
//	err = schema.Validate(ctx, request.Body)
//	if problems, ok := errors.AsType[xsd.Errors](err); ok {
//		for _, p := range problems {
//			fmt.Println(p.Line, p.Path, p.Message, p.Rule)
//		}
//	}
//
// A schema is compiled once and used for any number of documents at a time, by
// any number of goroutines. Documents are read as a stream: memory does not
// grow with them, but for IDs and the keys of identity constraints, which have
// a limit. All of the recommendation is there: derivation, substitution groups,
// wildcards, xsi:type and xsi:nil, every datatype and facet, identity
// constraints. All errors are found, not just the first one.
//
// Nothing reaches the network, and nothing outside the file system is read.
// What xsi:schemaLocation says has no part in a verdict. A document may have a
// DOCTYPE: its internal subset is read, an external one never, and entities
// expand within a limit.
//
// What wbxgen check and wbxgen validate say comes from the same code. A document
// of 100 MB takes about two fifths of the processor time that xmllint --stream
// takes, as 10,000 small ones do (XSD_RATIOS=1 go test -run Ratios -v
// ./xsd).
package xsd
