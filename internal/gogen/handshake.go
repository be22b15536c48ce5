package gogen

import (
	"github.com/dave/jennifer/jen"

	"github.com/wbxgen/wbxgen/internal/plan"
)

// codegen is the form of generated code. A change that needs something new of
// the runtime counts it up, and NewestCode there with it.
const codegen = 1

// printHandshake prints constants that do not compile where the code and a package
// that it imports do not fit together. The compiler then names the constant,
// whose name says what to do.
func printHandshake(out *jen.Group, in *names, pkg *plan.Package) {
	printComment(out, []string{"If this does not compile, the module of the imported package is too old for this code, or this code is too old for the module: " +
		"the name in the message says which of the two."})
	imported := []func(string) *jen.Statement{in.wire}
	if len(pkg.Operations) > 0 {
		imported = append(imported, in.api)
	}
	out.Const().DefsFunc(func(defs *jen.Group) {
		for _, of := range imported {
			defs.Id("_").Uint().Op("=").Add(of("ModuleTooOldUpgradeIt")).Op("-").Lit(codegen)
			defs.Id("_").Uint().Op("=").Lit(codegen).Op("-").Add(of("CodeTooOldGenerateAgain"))
		}
	})
}
