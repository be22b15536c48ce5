package xmltree

import "github.com/wbxgen/wbxgen/wire/xmltext"

// DTD is what an internal subset declares. It belongs to the scanner, so that
// all who read a document read it the same way.
type DTD = xmltext.DTD

// NewDTD returns a DTD that declares nothing, for those who read a document
// without building a tree of it.
func NewDTD() *DTD { return xmltext.NewDTD() }
