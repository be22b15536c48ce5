package codec

import (
	"sync/atomic"
	"unsafe"
)

// Table lists the children that a struct knows, in the order of its content model. The index of an
// entry is the case label in generated code. A table is static data and must not change after first use.
//
// Names stand in texts, as words with white space between them. A word is the local name of an element in the namespace
// Space, or of an attribute in none. "p:" before it says that it is in that of Spaces which has the prefix p, "1:" in the first
// of them, "0:" in Space, ":" in none. "=" behind it says that it has the next of NameDefaults.
type Table struct {
	// Space is the namespace of most names, nil for none. Spaces has the others: those of further names, and of the type.
	Space  *Namespace
	Spaces []*Namespace
	// RootNames are the global elements that have the type.
	RootNames string
	// Names are the child elements. "*" behind a name, and behind its "=", says that the element may follow itself: its own
	// maxOccurs is above 1. "+" behind that says that it may return after others did: it belongs to a group that repeats,
	// see [Decoder.Restart]. "#" instead of a name is an entry for all elements of a group, the next of Items.
	Names string
	Items []*Items
	// AttrNames are the attributes. AttrsOf is set where another struct has the same, in the same fields: a nil pointer to it.
	// Its table has AttrNames, AttrFields, Defaults and NeedAttrs then.
	AttrNames string
	AttrsOf   Tabled
	// NameDefaults are the defaults of RootNames, and behind them of ItemName and of Names.
	NameDefaults []*Default

	// Item is set where the struct can be an item: a nil pointer to it. The item's element is that of the word ItemName, or else
	// the first of RootNames or, where there is none, of Names.
	Item     Item
	ItemName string
	// Whole says that the struct writes its element itself, and reads it by a method DecodeXMLElement.
	Whole bool
	// Text is the letter of a kind, as in Fields, where a whole struct has one field, which is a text.
	Text byte
	// Spellings are other local names of the item's element, for lenient reading.
	Spellings []string

	Forks     []Fork     // those of Names whose name is not the only one, in the order of their indexes
	Aliases   []Alias    // other spellings of local names, for lenient reading
	Wildcards []Wildcard // element wildcards; the next one that admits a name takes it
	AnyAttr   *Wildcard  // the attribute wildcard; nil admits no further attribute
	// Fields and AttrFields say which entries of Names and AttrNames, and of the wildcards behind them, are fields of the struct that
	// need no code of their own: for each entry a word, "-" for none, else the number of the field with the letter of its kind
	// and the mark of its shape. Letters: s string, n normalized, t token, e enumeration, b boolean, i integer, u unsigned, f
	// floating-point, y base64, h hexadecimal, q a QName, k a secret, j one that collapses white space, v a value that reads itself,
	// o a struct, r one of xs:anyType, l items, w raw nodes, c a choice, with the number of a branch behind the mark, g a group that
	// repeats, p a polymorphic field, with the number of a slot, m mixed content, beside which are attributes without defaults, a the
	// attributes that AnyAttr admits, x one that needs code and is nil where absent. Marks: "." required, "?" optional, "*" repeated,
	// "~" nillable, "%" nillable and repeated, "+" a list; of an attribute also "=" optional with a default, "!" optional with a fixed
	// value. A capital is the letter of a kind whose values check themselves.
	Fields, AttrFields string
	// Value is the same for the simple content of the struct.
	Value string
	// Code says that the struct's methods read or write more than Fields, AttrFields and Value tell.
	Code bool
	// Branches are those of the struct's choices, each a nil pointer to its struct.
	Branches []Tabled
	// Slots are those of its polymorphic fields.
	Slots []FieldSlot
	// Defaults has the defaults and fixed values of those of AttrFields that have one, in their order.
	Defaults []string
	// Groups has the numbers of those fields of the struct that are attribute groups, each an [AttrGroup] that it embeds.
	// Their attributes are counted after AttrNames and AnyAttr. A struct that has some is read by [Decoder.AttrField].
	Groups string

	// Checks says what is to be checked of the fields of the struct, beside those that the words above have capitals for. A
	// word is the number of a field, or the first and the last of several that are alike, and then, in this order:
	//
	//	!      it must be set
	//	?      its values are of [wire.Nillable]
	//	+      its value is a list, whose length and text the facets are about
	//	~      an empty text means the default of the element; of other values, zero is none
	//	{1,3}  so many values, a missing number being no bound; "{1,,name}" where messages call them by a name of their own
	//	#2     its values are the items of the entry 2 of Names
	//
	// and facets: ":0" for those in Facets, "[0,9]" for Min and Max, "|1,16|" for MinLength and MaxLength, "@NCName" for Of, "=text" for
	// a fixed value. Values that have a method for it check themselves before.
	Checks string
	Facets []Facets
	Model  *Model // the content model, where the fields could hold children that the schema does not allow together

	set    unsafe.Pointer // a *fieldSet, loaded and stored atomically
	read   unsafe.Pointer // an *entries, in the same way
	groups unsafe.Pointer // an *attrGroups, the same; nil where Groups names none
	mixed  unsafe.Pointer // a *mixedType, the same
	checks unsafe.Pointer // a *checkPlan, the same

	// Need has a bit for each of the first 64 of Names that the schema requires and that would be written whatever its
	// field holds. NeedAttrs is the same for AttrNames.
	Need, NeedAttrs uint64
	Needs           []Need // more of them
}

// Tabled is a pointer to a generated struct, which has a table of its own. XMLTable may be called on a nil pointer.
type Tabled interface{ XMLTable() *Table }

// Element is a child element that a content model names.
type Element struct {
	Name Name
	// Items, where it is set, makes the entry one for all elements of a group; Name is not used.
	Items *Items
	// Many says that the element may follow itself: its own maxOccurs is above 1.
	Many bool
	// Again says that the element may return after others did: it belongs to a group that repeats.
	// See [Decoder.Restart].
	Again bool
}

// Fork is an entry whose name stands at several places of the table, so that what came before tells which one is meant.
type Fork struct {
	Index int
	// After has the entries that this one can follow, as ranges in ascending order; -1 is the start of the content.
	After [][2]int
}

// follows reports whether the entry can come after the one that matched last.
func (f *Fork) follows(last int) bool {
	for _, r := range f.After {
		if last <= r[1] {
			return last >= r[0]
		}
	}
	return false
}

// isFork reports whether the name of entry i stands at several places.
func (t *Table) isFork(i int) bool {
	for k := range t.Forks {
		if t.Forks[k].Index == i {
			return true
		}
	}
	return false
}

// Alias is another spelling of the local name of the element at Index of [Table.Names].
type Alias struct {
	Local string
	Index int
}

// End is what [Decoder.Next] and [Decoder.Attr] return when nothing is left.
const End = -1

// Wildcard admits names by their namespace (XSD 1.0 Part 1 §3.10).
type Wildcard struct {
	// Index is what Next or Attr returns for a name that the wildcard takes.
	// For elements it is at least the number of words in Table.Names, for attributes of those in Table.AttrNames.
	Index int
	// At is how many words of Table.Names stand before an element wildcard. A wildcard that is the only one needs none.
	At   int
	Kind WildcardKind
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

// elementWildcard returns the index of the first wildcard that admits the namespace and stands behind the entry that
// matched last, or else of the first that admits it, or End.
func (t *Table) elementWildcard(space string, last int) int {
	first := End
	for i := range t.Wildcards {
		w := &t.Wildcards[i]
		if !w.Allows(space) {
			continue
		}
		if w.At > last {
			return w.Index
		}
		if first == End {
			first = w.Index
		}
	}
	return first
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

// FieldSlot is a pointer to a [Slot].
type FieldSlot interface{ isSlot() }

// AttrGroup is the struct of an attribute group, which the structs of complex types embed. Its attributes are known by a
// table of its own, of which AttrNames, AttrFields, NeedAttrs and Groups count.
type AttrGroup interface {
	XMLAttrs() *Table
	AppendXMLAttrs(e *Encoder)
}

// attrGroups are the groups that a struct embeds, and that these embed.
type attrGroups struct {
	list []attrGroup
	need uint64 // NeedAttrs of the struct's table and of theirs
}

// attrGroup is a group as the table of a struct around it counts: its first attribute has the index at.
type attrGroup struct {
	at    int
	names []Name
}

// embedded returns the groups of a table that has some. They are known once a value of the struct was read.
func (t *Table) embedded() *attrGroups { return (*attrGroups)(atomic.LoadPointer(&t.groups)) }

// attrs returns the table that describes the attributes.
func (t *Table) attrs() *Table {
	if t.AttrsOf == nil {
		return t
	}
	return t.AttrsOf.XMLTable()
}

// needAttrs has a bit for each of the first 64 attributes that are required.
func (t *Table) needAttrs() uint64 {
	if t.Groups == "" {
		return t.attrs().NeedAttrs
	}
	return t.embedded().need
}

// attrName returns the name of an attribute by its index.
func (t *Table) attrName(i int) *Name {
	if own := t.entries().attrs; i < len(own) {
		return &own[i]
	}
	for _, g := range t.embedded().list {
		if i < g.at+len(g.names) {
			return &g.names[i-g.at]
		}
	}
	return nil
}
