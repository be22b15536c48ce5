package generate

import "github.com/wbxgen/wbxgen/internal/diag"

// Counts says how much code an output has.
func (out *Output) Counts() string {
	types, methods := 0, 0
	for _, pkg := range out.Code.Packages {
		types += len(pkg.Types)
		methods += len(pkg.Operations)
	}
	text := diag.Count(len(out.Code.Packages), "package") + ", " + diag.Count(types, "type")
	if methods > 0 {
		text += ", " + diag.Count(methods, "operation")
	}
	return text
}
