package generate

import "strconv"

// Counts says how much code an output has.
func (out *Output) Counts() string {
	types, methods := 0, 0
	for _, pkg := range out.Code.Packages {
		types += len(pkg.Types)
		methods += len(pkg.Operations)
	}
	text := count(len(out.Code.Packages), "package") + ", " + count(types, "type")
	if methods > 0 {
		text += ", " + count(methods, "operation")
	}
	return text
}

// count returns a number with its noun.
func count(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return strconv.Itoa(n) + " " + noun + "s"
}
