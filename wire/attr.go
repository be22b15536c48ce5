package wire

// Attr is an attribute of a raw node.
type Attr struct {
	Name  QName
	Value string
}

// Binding is a namespace declaration.
type Binding struct{ Prefix, URI string }
