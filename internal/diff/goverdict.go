package diff

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/wbxgen/wbxgen/internal/binding"
)

// GoChange is a difference between the generated code of two versions that
// code written against it can see.
type GoChange struct {
	// Symbol is the declaration, such as meeting.GetMeeting.MeetingKey: the
	// package's folder, the type, the field.
	Symbol string
	// Old and New describe it, "" where it is missing. They are for people:
	// equal texts are equal declarations, but they are no Go.
	Old, New string
	// Tag is set where the struct tag alone is another one: that changes what
	// is written and read, and compiles as before.
	Tag  bool
	Step GoLevel
}

// GoVerdict is what a version means for code written against the generated
// packages.
type GoVerdict struct {
	Changes []GoChange // by symbol
	// Step is the least step of a semantic version that is due.
	Step GoLevel
}

// CompareGo compares the plans of two versions: what is gone or of another
// type asks for a major step, what has come for a minor one, another struct
// tag for a patch.
func CompareGo(old, new *binding.Plan) GoVerdict {
	before, after := goSymbols(old), goSymbols(new)
	var v GoVerdict
	for _, symbol := range slices.Sorted(maps.Keys(before)) {
		was, is := before[symbol], after[symbol]
		switch {
		case is.text == "":
			v.add(GoChange{Symbol: symbol, Old: was.text, Step: GoMajor})
		case was.text != is.text:
			v.add(GoChange{Symbol: symbol, Old: was.text, New: is.text, Step: GoMajor})
		case was.tag != is.tag:
			v.add(GoChange{Symbol: symbol, Old: was.tag, New: is.tag, Tag: true, Step: GoPatch})
		}
	}
	for symbol, is := range after {
		if before[symbol].text == "" {
			v.add(GoChange{Symbol: symbol, New: is.text, Step: GoMinor})
		}
	}
	slices.SortFunc(v.Changes, func(a, b GoChange) int { return strings.Compare(a.Symbol, b.Symbol) })
	return v
}

func (v *GoVerdict) add(c GoChange) {
	v.Changes = append(v.Changes, c)
	v.Step = max(v.Step, c.Step)
}

// goSymbol is what an exported symbol is, and its struct tag.
type goSymbol struct{ text, tag string }

// goSymbols lists the exported symbols of a plan.
func goSymbols(p *binding.Plan) map[string]goSymbol {
	out := map[string]goSymbol{}
	for _, pkg := range p.Packages {
		for _, d := range pkg.Types {
			goDecl(out, pkg.Dir, d)
		}
		for _, m := range pkg.Operations {
			out[pkg.Dir+".Client."+m.Name] = goSymbol{text: "method " + goStruct(m.Request) + " to " + goStruct(m.Response)}
			if m.List != nil {
				out[pkg.Dir+".Client."+m.List.Items] = goSymbol{text: "method that reads items " + goType(m.List.Item)}
			}
		}
	}
	return out
}

func goDecl(out map[string]goSymbol, dir string, d binding.Decl) {
	name := dir + "." + d.TypeName()
	switch d := d.(type) {
	case *binding.Struct:
		out[name] = goSymbol{text: "struct"}
		for _, f := range slices.Concat(d.Attrs, d.Fields) {
			out[name+"."+f.Name] = goSymbol{goType(f), f.Tag}
		}
		if d.Value != nil {
			out[name+"."+d.Value.Name] = goSymbol{goType(d.Value), d.Value.Tag}
		}
	case *binding.Simple:
		out[name] = goSymbol{text: fmt.Sprintf("simple type %d of %s", d.Kind, goTypeName(d.Of))}
		for _, v := range d.Values {
			out[dir+"."+v.Name] = goSymbol{text: "constant " + v.Value}
		}
		for _, m := range d.Members {
			out[name+"."+m.Method] = goSymbol{text: "method to " + goTypeName(m.Type)}
		}
	case *binding.Choice:
		out[name] = goSymbol{text: "choice"} // sealed: branches are types of their own
	}
}

// goType describes the type of a field.
func goType(f *binding.Field) string {
	shape := [...]string{"", "optional ", "repeated "}[f.Shape]
	if f.Pointer {
		shape += "pointer to "
	}
	if f.Nillable {
		shape += "nillable "
	}
	switch {
	case f.Kind == binding.ChoiceField && f.Choice != nil:
		return shape + "choice " + f.Choice.Name
	case f.Kind == binding.GroupField:
		return shape + "group " + goStruct(f.Group)
	case f.Kind == binding.StructField && f.Struct != nil:
		return shape + goStruct(f.Struct)
	}
	return fmt.Sprintf("%skind %d of %s", shape, f.Kind, goTypeName(f.Type))
}

func goStruct(s *binding.Struct) string {
	switch {
	case s == nil:
		return "nothing"
	case s.Pkg == nil:
		return s.Name
	}
	return s.Pkg.Dir + "." + s.Name
}

func goTypeName(t binding.Type) string {
	name := t.Name
	switch {
	case t.Package != nil:
		name = t.Package.Dir + "." + name
	case t.Runtime:
		name = "wire." + name
	}
	if t.Slice {
		return "list of " + name
	}
	return name
}
