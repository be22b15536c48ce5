package gogen

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/dave/jennifer/jen"

	"github.com/wbxgen/wbxgen/internal/plan"
)

// commentWidth is where comment lines are broken, in characters.
const commentWidth = 96

// unprintable are characters that Go does not take in a comment, or that make it
// look as if it said something else: the byte order mark and marks of direction.
var unprintable = strings.NewReplacer("\ufeff", "", "\u202a", "", "\u202b", "", "\u202c", "", "\u202d", "", "\u202e", "",
	"\u2066", "", "\u2067", "", "\u2068", "", "\u2069", "")

// wrap breaks a paragraph into lines. None of them is a build constraint.
func wrap(text string, width int) []string {
	var lines []string
	line := ""
	for word := range strings.FieldsSeq(unprintable.Replace(text)) {
		if word == "+build" {
			word = "+ build"
		}
		if line != "" && utf8.RuneCountInString(line)+1+utf8.RuneCountInString(word) > width {
			lines = append(lines, line)
			line = ""
		}
		if line != "" {
			line += " "
		}
		line += word
	}
	if line != "" {
		lines = append(lines, line)
	}
	return lines
}

// commentLines returns paragraphs as lines of a comment, with an empty line
// between paragraphs.
func commentLines(doc []string) []string {
	var lines []string
	for _, paragraph := range doc {
		wrapped := wrap(paragraph, commentWidth)
		if len(wrapped) == 0 {
			continue
		}
		if len(lines) > 0 {
			lines = append(lines, "//")
		}
		for _, line := range wrapped {
			lines = append(lines, "// "+line)
		}
	}
	return lines
}

// comment prints the comment of the declaration that comes next.
func (p *printer) comment(doc []string) {
	for _, line := range commentLines(doc) {
		p.Comment(line)
	}
}

// wire is a name of the runtime.
func (p *printer) wire(name string) *jen.Statement { return jen.Qual(p.plan.Runtime, name) }

// api is a name of the API's client package.
func (p *printer) api(name string) *jen.Statement { return jen.Qual(p.plan.ClientPath, name) }

// name is an expanded name as a value of the runtime.
func (p *printer) name(space, local string) *jen.Statement {
	return p.wire("Name").Values(p.nameFields(space, local)...)
}

func (p *printer) nameFields(space, local string) []jen.Code {
	fields := []jen.Code{jen.Id("Local").Op(":").Lit(local)}
	if space != "" {
		fields = append([]jen.Code{jen.Id("Space").Op(":").Add(p.namespace(space))}, fields...)
	}
	return fields
}

// namespace is a pointer to the variable that holds a namespace.
func (p *printer) namespace(uri string) *jen.Statement {
	if uri == "http://www.w3.org/XML/1998/namespace" {
		return jen.Op("&").Add(p.wire("XML"))
	}
	for _, ns := range p.plan.Namespaces {
		if ns.URI == uri {
			return jen.Op("&").Qual(p.plan.ImportPath, ns.Var)
		}
	}
	// No document has it as its target namespace: only attribute wildcards
	// and the like could name it.
	return jen.Op("&").Add(p.wire("Namespace")).Values(jen.Id("URI").Op(":").Lit(uri))
}

// typ is the use of a type, without pointer or slice for its occurrence.
func (p *printer) typ(t plan.Type) *jen.Statement {
	s := &jen.Statement{}
	if t.Slice {
		s.Index()
	}
	switch {
	case t.Runtime:
		return s.Add(p.wire(t.Name))
	case t.Package != nil && t.Package != p.pkg:
		return s.Qual(t.Package.ImportPath, t.Name)
	}
	return s.Id(t.Name)
}

// goType is a Go type with its layers.
func (p *printer) goType(t plan.GoType) *jen.Statement {
	s := p.typ(t.Of)
	for _, l := range slices.Backward(t.Layers) {
		switch l {
		case plan.Slice:
			s = jen.Index().Add(s)
		case plan.Pointer:
			s = jen.Op("*").Add(s)
		case plan.Nillable:
			s = p.wire("Nillable").Index(s)
		}
	}
	return s
}

// structRef is the name of a struct, qualified where it is in another package.
func (p *printer) structRef(s *plan.Struct) *jen.Statement {
	return p.typ(plan.Type{Package: s.Pkg, Name: s.Name})
}
