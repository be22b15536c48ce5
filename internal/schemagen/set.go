package schemagen

// Set is the documents of a schema.
type Set struct {
	Name  string
	Files []File
}

// File is a document, whose name ends in .xsd.
type File struct{ Name, Text string }

// one is a set of one document, given by the inside of its schema element, in
// which t is the prefix of its namespace urn:t.
func one(name, inside string) Set {
	return Set{name, []File{{"a.xsd", `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:t="urn:t" targetNamespace="urn:t" elementFormDefault="qualified">` + "\n" + inside + "\n</xs:schema>\n"}}}
}
