package plan

import "strings"

// RuntimePackages are the names of the packages of the runtime that generated
// code imports: what people use, what only generated code does, and the value
// types.
var RuntimePackages = []string{"wire", "codec", "datatype"}

// ScopedText is the runtime's type of texts that keep what the prefixes of their names
// stand for.
const ScopedText = "ScopedText"

// RuntimePackage returns the name of the package that has an exported name of
// the runtime.
func RuntimePackage(name string) string {
	switch strings.TrimPrefix(name, "Must") {
	case "AnyElement", "Attr", "Binding", "Extra", "Name", "NewRegistry", "Nillable", "Node", "QName",
		"RawTyped", "Registry", ScopedText, "Secret", "SecretOf", "Text", "Typed", "Validate":
		return "wire"
	case "Date", "DateTime", "Decimal", "Duration", "GDay", "GMonth", "GMonthDay", "GYear", "GYearMonth", "Integer", "Time":
		return "datatype"
	}
	return "codec"
}

// RuntimePath returns the import path of a package of the runtime.
func (p *Plan) RuntimePath(name string) string {
	if name == "wire" {
		return p.Runtime
	}
	return p.Runtime + "/" + name
}
