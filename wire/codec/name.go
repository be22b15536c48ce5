package codec

import (
	"github.com/wbxgen/wbxgen/wire"
	"github.com/wbxgen/wbxgen/wire/internal/door"
)

// Namespace is a namespace with its name (URI), the prefix that encoders write (Prefix), and whether a document whose
// root element is in it has it as its default namespace (Qualified). Each generated package has its own variables for
// the namespaces that its tables use; none is exported, so that nobody can change them.
type Namespace = door.Namespace

// Name is an expanded name in two parts: the namespace (Space, nil for none) and the local name (Local). Tables and all
// that is done with them have it, so that no [Name] has to be taken apart on the way. Default is what an empty
// element of the name stands for, nil for nothing.
type Name = door.Name

// Default is the default or fixed value of an element (XSD 1.0 Part 1 §3.3.1): its text (Text), and what the prefixes of
// its qualified names stand for in the schema (Bindings). Of a root element with a fixed value, Fixed holds the
// [Facets] with it, by which other spellings of the value are known.
type Default = door.Default

// NameBinding is what a prefix in a [Default] stands for.
type NameBinding = door.Binding

// NameOf takes a name apart, for those who write a codec by hand.
func NameOf(n wire.Name) Name {
	space, local := door.Split(string(n))
	if space == "" {
		return Name{Local: local}
	}
	return Name{Space: &Namespace{URI: space}, Local: local}
}

// The namespace of xsi:type.
var xsi = Namespace{URI: "http://www.w3.org/2001/XMLSchema-instance", Prefix: "xsi"}
