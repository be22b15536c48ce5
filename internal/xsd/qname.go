package xsd

import "cmp"

// The namespaces that the recommendation itself defines or uses.
const (
	Namespace         = "http://www.w3.org/2001/XMLSchema"
	InstanceNamespace = "http://www.w3.org/2001/XMLSchema-instance"
	XMLNamespace      = "http://www.w3.org/XML/1998/namespace"
	XMLNSNamespace    = "http://www.w3.org/2000/xmlns/"
)

// QName is an expanded name: a namespace name, "" for none, and a local name.
type QName struct{ Space, Local string }

// String returns {space}local, or just local where there is no namespace.
func (n QName) String() string {
	if n.Space == "" {
		return n.Local
	}
	return "{" + n.Space + "}" + n.Local
}

// IsZero reports whether n names nothing, as for an anonymous type.
func (n QName) IsZero() bool { return n == QName{} }

// Compare orders names by namespace, then by local name.
func (n QName) Compare(m QName) int {
	return cmp.Or(cmp.Compare(n.Space, m.Space), cmp.Compare(n.Local, m.Local))
}
