package plan

import (
	"slices"

	"github.com/wbxgen/wbxgen/internal/xsd"
)

// Choice is an interface: its values are the branches of a choice or, where
// OfItems is set, elements that stand side by side.
type Choice struct {
	Name     string
	File     string
	Doc      []string
	Branches []*Struct
	// Method is the method that seals it, exported where types of other
	// packages have it.
	Method string
	Pkg    *Package
	// Required reports whether a document needs one of the branches.
	Required bool

	OfItems bool
	Members []Member
	// Text and Raw report whether text and raw nodes can stand there too.
	Text, Raw bool
}

// Member is an element that can be an item.
type Member struct {
	Name   xsd.QName
	Struct *Struct // its Go type; nil for an element that stays a raw node
	// Foreign says that the interface's package cannot name Struct: it is read
	// where the decoder has it registered, and a raw node elsewhere.
	Foreign bool
	// Spellings are other local names, for lenient reading.
	Spellings []string
}

// Item is what a struct that is an item says of its element.
type Item struct {
	Name    xsd.QName
	Default *Default // what an empty element stands for
	// Whole says that the struct writes its element itself, as a field of it.
	Whole bool
	// Spellings are other local names, for lenient reading.
	Spellings []string
	// Registered says that a registry has it, for packages that cannot name it.
	Registered bool
}

// ItemTable is the variable of a package that lists the members of an
// interface.
type ItemTable struct {
	Var string
	Of  *Choice
}

// ItemPart is a type that a package declares for what is no element: text, or
// raw nodes.
type ItemPart struct {
	Name string
	File string
	Doc  []string
	Raw  bool // of raw nodes
	In   []*Choice
}

// TypeName returns the Go name.
func (p *ItemPart) TypeName() string { return p.Name }

// InFile returns the file that the type goes to.
func (p *ItemPart) InFile() string { return p.File }

// ChoiceBranch is a branch of a choice in the table of one struct.
type ChoiceBranch struct {
	Struct *Struct
	First  int // index of its first element, or of its wildcard
	Last   int
	Any    bool // the branch is a wildcard
}

// ChoiceWildcard is a branch of a choice that a wildcard makes.
type ChoiceWildcard struct {
	Branch  int
	Element int // the wildcard's index in the table
}

// TypeName returns the Go name.
func (c *Choice) TypeName() string { return c.Name }

// InFile returns the file that the choice goes to.
func (c *Choice) InFile() string { return c.File }

// HasForeign reports whether the package of the interface cannot name one of
// its members.
func (c *Choice) HasForeign() bool {
	return slices.ContainsFunc(c.Members, func(m Member) bool { return m.Foreign })
}

// Checked reports whether a branch has something to check.
func (c *Choice) Checked() bool {
	return slices.ContainsFunc(c.Branches, func(s *Struct) bool { return s.Checked }) ||
		slices.ContainsFunc(c.Members, func(m Member) bool { return m.Struct != nil && m.Struct.IsChecked() })
}
