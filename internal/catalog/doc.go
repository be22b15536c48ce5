// Package catalog says which document stands for a location or a namespace that
// a schema document names: by OASIS XML Catalogs 1.1, or by a plain mapping.
//
// It owns how catalogs are read and what they resolve. It does not own how
// documents are read (package source), and opens nothing but catalogs.
//
//	c, err := catalog.Load(catalog.Sources{Files: []string{"catalog.xml"}, Dir: "."})
//	target, ok := c.Location("http://www.w3.org/1999/xlink.xsd")
package catalog
