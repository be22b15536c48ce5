package schemagen

// nasty are names that meet: with each other once they are Go identifiers, with
// what generated code calls its own, with Go's words.
var nasty = []string{
	"a", "A", "aItem", "aType", "AType", "aTypeType", "a.b", "a-b", "a_b", "aB", "ab", "AB", "ABC", "BC", "C", "c", "abc",
	"values", "Values", "AValues", "aValues", "value", "Value", "item", "Item", "items", "member1", "member", "Of",
	"Choice", "choice", "AChoice", "aChoice", "Choice2", "Group", "group", "AGroup", "Group2", "GroupGroup", "Element", "ElementA", "AElement",
	"Client", "NewClient", "Operations", "RegisterTypes", "Registry", "Version", "Validate", "validate", "CheckXML", "XMLExtra", "XMLType",
	"AppendXML", "DecodeXML", "DecodeXMLElement", "MarshalXML", "UnmarshalXML", "Known", "String", "AsString", "AsA",
	"content", "Content", "any", "Any", "AnyAttrs", "anyAttrs", "type", "Type", "func", "error", "string", "nil", "wire", "init", "main",
	"table", "tableA", "facets", "facetsA", "isA", "Decimal", "Integer", "Date", "_", "_1", "_2", "é", "É", "名", "X", "X1", "x",
	"A2", "A3", "a2", "AA", "Nillable", "Typed", "d", "e", "i", "v",
}

// spaces are namespaces whose packages have names that meet.
var spaces = []string{
	"urn:a", "http://example.com/a", "urn:b", "urn:c:types", "http://example.org/math", "urn:x:wire", "urn:all", "urn:xml", "urn:len",
	"urn:type", "http://example.com/A/2.0", "urn:string", "urn:ok", "urn:a&amp;b", "urn:test", "urn:context", "urn:encoding/xml", "http://example.com/a#", "urn:slices",
}
