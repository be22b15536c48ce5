package generate

import "github.com/wbxgen/wbxgen/internal/diag"

// Counts says how much code an output has.
func (out *Output) Counts() string {
	packages, types, methods := 0, 0, 0
	for _, pkg := range out.Code.Packages {
		if pkg.Elsewhere {
			continue
		}
		packages++
		types += len(pkg.Types)
		methods += len(pkg.Operations)
	}
	text := diag.Count(packages, "package") + ", " + diag.Count(types, "type")
	if methods > 0 {
		text += ", " + diag.Count(methods, "operation")
	}
	if out.LeftOut != "" {
		text += " (" + out.LeftOut + " left out)"
	}
	return text
}
