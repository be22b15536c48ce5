package plan

// Names of generated code that no schema has a part in. A scope of identifiers
// sets them aside.
const (
	ClientType     = "Client"        // of a package with operations
	NewClientFunc  = "NewClient"     //
	OperationsFunc = "Operations"    // of such a package, and of package all
	RegisterFunc   = "RegisterTypes" // of a package with types for open slots
	RegistryFunc   = "Registry"      // of package all
	TypeTextFunc   = "TypeText"      // of package all
	VersionConst   = "Version"       // of the root package
	ExtraField     = "XMLExtra"      // of a struct
	KnownMethod    = "Known"         // of an enumeration
	StringMethod   = "String"        // of a struct that has no such field
)

// CodecSuffix ends the names of files that hold how the types of another file
// become XML.
const CodecSuffix = "_xml"

// LaidFlat is the code of notes on attribute groups that a type does not embed
// although they are to be embedded.
const LaidFlat = "wbxgen-laid-flat"

// PackageNames are the identifiers that a package may have beside those that
// follow from the schema.
var PackageNames = []string{ClientType, NewClientFunc, OperationsFunc, RegisterFunc, "init", "main"}

// StructMembers are the fields and methods that structs have or may get beside
// those that follow from the schema.
var StructMembers = []string{
	"AppendXML", "DecodeXML", "DecodeXMLElement", "XMLType", "XMLTable", ExtraField, "Validate", "CheckXML", "MarshalXML", "UnmarshalXML", "MarshalJSON", "UnmarshalJSON",
	"XMLAttrs", "DecodeXMLAttr", "DefaultXMLAttrs", "AppendXMLAttrs", "CheckXMLAttrs",
}

// SimpleMembers are the methods that simple types have or may get beside those
// that follow from the schema.
var SimpleMembers = []string{KnownMethod, "Validate", "CheckXML", "String", "MarshalText", "UnmarshalText"}
