package compile

import (
	"github.com/wbxgen/wbxgen/internal/xsd"
)

// checkRedefined is clause 5 of src-redefine as far as it concerns the form:
// a type within redefine is a derivation of the type it redefines.
func (c *compiler) checkRedefined(r redefinition, name xsd.QName) {
	how := child(r.e, "restriction", "simpleContent", "complexContent")
	if how != nil && how.Local != "restriction" {
		how = child(how, "restriction", "extension")
	}
	if how != nil {
		if _, based := how.Attr("", "base"); based {
			return // redefinedBase and redefinedSimpleBase look at what it is
		}
	}
	c.diags.Error(r.e.Pos, "src-redefine.5", "a redefined type derives from itself: it needs a restriction or extension with the base %q", r.doc.Label(name))
}
