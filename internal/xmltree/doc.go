// Package xmltree holds an XML document as elements with positions and
// namespaces in scope, the form in which schema documents are read.
//
// It owns the tree and the reading of internal DTD subsets (entities and ID
// attributes, never anything external). It does not own XML syntax: the
// scanner of package wire is the one XML reader of the project.
//
//	doc, err := xmltree.Parse("meeting.xsd", data, xmltree.Options{})
//	for e := range doc.Root.Elements() { … }
package xmltree
