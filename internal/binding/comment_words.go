package binding

import (
	"fmt"
	"slices"
	"strings"

	"github.com/wbxgen/wbxgen/internal/plan"
)

// The words that comments of fields have for the values of attributes. What they
// mean takes a sentence, and a package can have a thousand such fields: the comment
// of the package says it, and what all enumerations have.
const defaultWord, fixedWord = "Default", "Fixed"

// wordsDoc explains the words that comments of a package have, and the method that all
// enumerations have; "" where there are none.
func wordsDoc(p *plan.Package) string {
	var said []string
	if hasAttr(p, func(f *plan.Field) bool { return f.Default != nil && !f.WritesFixed() }) {
		said = append(said, fmt.Sprintf("%q at a field means that reading sets it to x where the attribute is absent, and that writing leaves it out again.", defaultWord+": x"))
	}
	if hasAttr(p, (*plan.Field).WritesFixed) {
		said = append(said, fmt.Sprintf("%q means that the attribute can only be x, and that a new value has it where the field is nil.", fixedWord+": x"))
	}
	if slices.ContainsFunc(p.Types, isEnumeration) {
		said = append(said, plan.KnownMethod+" reports whether the schema lists a value of an enumeration; other values are kept as they are.")
	}
	return strings.Join(said, " ")
}

// hasAttr reports whether some attribute of a package is such a field.
func hasAttr(p *plan.Package, is func(*plan.Field) bool) bool {
	return slices.ContainsFunc(p.Types, func(d plan.Decl) bool {
		s, ok := d.(*plan.Struct)
		return ok && slices.ContainsFunc(s.Attrs, is)
	})
}

func isEnumeration(d plan.Decl) bool {
	s, ok := d.(*plan.Simple)
	return ok && s.Kind == plan.EnumType
}
