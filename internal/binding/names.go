package binding

import (
	"github.com/wbxgen/wbxgen/internal/goname"
)

func exported(name string) string { return goname.Exported(name) }

func fileOf(method string) string { return "op_" + goname.File(method) }

const (
	typesFile = "types"
	enumsFile = "enums"
)
