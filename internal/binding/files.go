package binding

import (
	"strings"

	"github.com/wbxgen/wbxgen/internal/goname"
	"github.com/wbxgen/wbxgen/internal/plan"
)

// manyTypes is how many types a file holds at most before it is split by the
// first letter of their names: one of a million lines serves neither editors
// nor compilers. By letters, a new type leaves all files but one as they are.
const manyTypes = 400

// splitFiles splits the files of a package that hold too many types.
func splitFiles(list []plan.Decl) {
	count := map[string]int{}
	for _, d := range list {
		count[d.InFile()]++
	}
	for _, d := range list {
		if count[d.InFile()] > manyTypes {
			moveTo(d, d.InFile()+"_"+initial(d.TypeName()))
		}
	}
}

// initial is the first letter of a name in lower case; what has none of the
// 26 is kept together.
func initial(name string) string {
	letter := strings.ToLower(name[:1])
	if letter < "a" || letter > "z" {
		return "other"
	}
	return letter
}

func moveTo(d plan.Decl, file string) {
	switch d := d.(type) {
	case *plan.Struct:
		d.File = file
	case *plan.Simple:
		d.File = file
	case *plan.Choice:
		d.File = file
	case *plan.Base:
		d.File = file
	}
}

func exported(name string) string { return goname.Exported(name) }

func fileOf(method string) string { return "op_" + goname.File(method) }

const (
	typesFile  = "types"
	valuesFile = "values"
)
