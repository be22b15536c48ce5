package plan

import "github.com/wbxgen/wbxgen/internal/xsd"

// Model is the content model of a struct, for those whose Go types let a value
// have children that the schema does not allow.
type Model struct {
	Var  string // the variable that holds it
	Text string // as a person reads it: (a{2,3}, (b | c))
	// Expr is a Go expression over one character a child: [ModelRune] for a
	// name of the struct's table or, behind those, of Names, and
	// [WildcardRune] for other names.
	Expr  string
	Each  []string // more of them, all of which the children must match
	Names []xsd.QName
}

// ModelRune stands for the name with the index.
func ModelRune(index int) rune { return rune(0xF0000 + index) }

// WildcardRune stands for a name that nothing but the wildcards of the set
// admits: bit i is wildcard i of the table.
func WildcardRune(set int) rune { return rune(0x100000 + set) }
