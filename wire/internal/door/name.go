package door

import "strings"

// Namespace is a namespace name with what encoders make of it.
type Namespace struct {
	URI    string
	Prefix string // that the schema's authors chose
	// Qualified says that a document whose root element is in the namespace has it as its default namespace.
	Qualified bool
}

// Name is an expanded name in two parts, as tables have it. A nil Space is no namespace.
type Name struct {
	Space *Namespace
	Local string
	// Default is what the element stands for where a document starts with it and it is empty, nil for nothing.
	Default *Default
}

// Default is the default or fixed value of an element (XSD 1.0 Part 1 §3.3.1). Bindings are those of the schema's
// prefixes that its qualified names have.
type Default struct {
	Text     string
	Bindings []Binding
	Fixed    any // of a root element whose value is fixed: what it must be, a *codec.Facets
}

// Binding is what a prefix stands for.
type Binding struct{ Prefix, URI string }

// URI returns the namespace name, which is empty for a name in no namespace.
func (n *Name) URI() string {
	if n.Space == nil {
		return ""
	}
	return n.Space.URI
}

// String returns the name as {namespace}local, or the local name alone where there is no namespace.
func (n *Name) String() string { return Join(n.URI(), n.Local) }

// Is reports whether the name is the one that a text of that form says.
func (n *Name) Is(text string) bool {
	space, local := Split(text)
	return local == n.Local && space == n.URI()
}

// Join returns {space}local, or the local name alone where there is no namespace.
func Join(space, local string) string {
	if space == "" {
		return local
	}
	return "{" + space + "}" + local
}

// Split undoes Join.
func Split(name string) (space, local string) {
	if len(name) > 0 && name[0] == '{' {
		// A namespace name may have braces, a local name none.
		if i := strings.LastIndexByte(name, '}'); i > 0 {
			return name[1:i], name[i+1:]
		}
	}
	return "", name
}
