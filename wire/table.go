package wire

// Table lists the children that a struct knows, in the order of its content model. The index of an
// entry is the case label in generated code. A table is static data and must not change after first use.
type Table struct {
	Elements  []Element  // child elements
	Attrs     []Name     // attributes
	Aliases   []Alias    // other spellings of local names, for lenient reading
	Wildcards []Wildcard // element wildcards; the first one that admits a name takes it
	AnyAttr   *Wildcard  // the attribute wildcard; nil admits no further attribute
}

// Element is a child element that a content model names.
type Element struct {
	Name Name
	// Many says that the element may follow itself: its own maxOccurs is above 1.
	Many bool
	// Again says that the element may return after others did: it belongs to a group that repeats.
	// See [Decoder.Restart].
	Again bool
}

// Alias is another spelling of the local name of the element at Index of [Table.Elements].
type Alias struct {
	Local string
	Index int
}

// End is what [Decoder.Next] and [Decoder.Attr] return when nothing is left.
const End = -1

// Wildcard admits names by their namespace (XSD 1.0 Part 1 §3.10).
type Wildcard struct {
	// Index is what Next or Attr returns for a name that the wildcard takes.
	// For elements it is at least len(Table.Elements), for attributes at least len(Table.Attrs).
	Index int
	Kind  WildcardKind
	// Spaces lists namespace names for WildcardExcept and WildcardOnly; "" stands for no namespace.
	Spaces []string
}

// WildcardKind is the variety of a namespace constraint.
type WildcardKind uint8

// The varieties of a namespace constraint.
const (
	WildcardAny    WildcardKind = iota // any name
	WildcardExcept                     // any namespace that Spaces does not list: ##other lists the target namespace and ""
	WildcardOnly                       // only the namespaces that Spaces lists
)

// Allows reports whether the wildcard admits names of the namespace, "" being no namespace.
func (w *Wildcard) Allows(space string) bool {
	if w.Kind == WildcardAny {
		return true
	}
	for _, s := range w.Spaces {
		if s == space {
			return w.Kind == WildcardOnly
		}
	}
	return w.Kind == WildcardExcept
}

// elementWildcard returns the index of the first wildcard that admits the namespace, or End.
func (t *Table) elementWildcard(space string) int {
	for i := range t.Wildcards {
		if t.Wildcards[i].Allows(space) {
			return t.Wildcards[i].Index
		}
	}
	return End
}

// aliasOf returns the index of the element that the alias stands for, or End.
func (t *Table) aliasOf(local []byte) int {
	for i := range t.Aliases {
		if t.Aliases[i].Local == string(local) {
			return t.Aliases[i].Index
		}
	}
	return End
}
