package plan

import (
	"iter"

	"github.com/wbxgen/wbxgen/internal/xsd"
)

// Table is the children that a struct knows, in content-model order.
type Table struct {
	Elements  []TableElement
	Forks     []TableFork
	Attrs     []xsd.QName
	Aliases   []TableAlias
	Wildcards []TableWildcard
	AnyAttr   *TableWildcard
	// Need has the indexes of the elements, NeedAttrs of the attributes that
	// the schema requires and that are written whatever their field holds.
	Need, NeedAttrs []int
	Needs           []TableNeed // such elements of branches of a choice
}

// TableNeed is an element that is required where its branch has come: one of
// the elements First to Last.
type TableNeed struct{ Index, First, Last int }

// TableElement is an element that may occur.
type TableElement struct {
	Name  xsd.QName
	Items *Choice // set where the entry is for all members of an interface
	Many  bool    // it may follow itself
	Again bool    // it is part of a choice or group that repeats
}

// Names are the names that the entry is for.
func (e TableElement) Names() iter.Seq[xsd.QName] {
	return func(yield func(xsd.QName) bool) {
		if e.Items == nil {
			yield(e.Name)
			return
		}
		for _, m := range e.Items.Members {
			if !yield(m.Name) {
				return
			}
		}
	}
}

// HasName reports whether one of the names of the entry is such.
func (e TableElement) HasName(such func(xsd.QName) bool) bool {
	for n := range e.Names() {
		if such(n) {
			return true
		}
	}
	return false
}

// TableFork says which elements of a table can come before one whose name
// stands at several places.
type TableFork struct {
	Index int
	After [][2]int // ranges; -1 is the start of the content
}

// TableAlias is another spelling of an element's local name.
type TableAlias struct {
	Local string
	Index int
}

// TableWildcard is an element or attribute wildcard.
type TableWildcard struct {
	Index      int
	At         int // how many elements stand before it
	Namespaces xsd.NamespaceConstraint
}
