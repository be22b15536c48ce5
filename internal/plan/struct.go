package plan

import "github.com/wbxgen/wbxgen/internal/xsd"

// Struct is a Go struct: a complex type, a branch of a choice, a group that
// repeats, or the attributes of a group.
type Struct struct {
	Name string
	File string
	Doc  []string
	// XMLName is the name of the complex type; zero for an anonymous one and
	// for branches and groups.
	XMLName xsd.QName
	Pkg     *Package
	Attrs   []*Field
	Fields  []*Field
	Value   *Field // the text of simple content
	// Table is nil for branches and groups: they use that of their struct.
	Table    *Table
	TableVar string
	// Of is the struct that a branch or group belongs to.
	Of *Struct
	// BranchOf are the choices that the struct is a branch of.
	BranchOf []*Choice
	// Bases are the interfaces that the struct is a member of.
	Bases []*Base
	// Model is nil where the fields alone see to it that the children fit.
	Model *Model
	// Printable reports whether it has a method String.
	Printable bool
	// Checked reports whether there is a facet somewhere below.
	Checked bool
	// Roots are the global elements that have the type.
	Roots []*Root
	// Registered reports whether the type can stand in an open slot.
	Registered bool
	Component  xsd.Component
	// Item is set for a struct that is an item of a group or of mixed content.
	Item *Item
	// IsGroup says that the struct is the attributes of a group, which others
	// embed, and Defaulted that reading sets some of them that are absent.
	IsGroup, Defaulted bool
	// Groups are the attribute groups that the struct embeds.
	Groups []*Struct
	// Embeds is the type of the element where the struct does no more than say
	// which element it is.
	Embeds *Struct
}

// IsChecked reports whether there is a facet somewhere below, be it in the
// type that the struct embeds.
func (s *Struct) IsChecked() bool { return s.Checked || s.Embeds != nil && s.Embeds.Checked }

// Members are the fields of the struct, and those that the groups that it embeds
// give it.
func (s *Struct) Members() []*Field {
	var all []*Field
	for _, g := range s.Groups {
		all = append(all, g.Members()...)
	}
	all = append(all, s.Attrs...)
	if s.Value != nil {
		all = append(all, s.Value)
	}
	return append(all, s.Fields...)
}

// IsNamed reports whether the struct stands for a named type, or for global elements.
func (s *Struct) IsNamed() bool { return s.Of == nil && (!s.XMLName.IsZero() || len(s.Roots) > 0) }

// HasTable reports whether a method of the struct returns its table.
func (s *Struct) HasTable() bool {
	return !s.IsGroup && (s.Embeds == nil || s.IsNamed() || s.Item != nil)
}

// TypeName returns the Go name.
func (s *Struct) TypeName() string { return s.Name }

// InFile returns the file that the struct goes to.
func (s *Struct) InFile() string { return s.File }
