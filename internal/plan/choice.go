package plan

import "slices"

// Choice is an interface whose values are the branches of a choice.
type Choice struct {
	Name     string
	File     string
	Doc      []string
	Branches []*Struct
	Method   string // the unexported method that seals it
	Pkg      *Package
	// Required reports whether a document needs one of the branches.
	Required bool
}

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

// Checked reports whether a branch has something to check.
func (c *Choice) Checked() bool {
	return slices.ContainsFunc(c.Branches, func(s *Struct) bool { return s.Checked })
}
