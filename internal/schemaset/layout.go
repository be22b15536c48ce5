package schemaset

import (
	"bytes"
	"slices"
	"strings"
	"unicode/utf8"
)

// The layout of master and sets alike: two spaces a level, one element a line,
// attributes in the order of attrOrder, namespace declarations one a line, a
// blank line before each type, documentation filled to textWidth columns.
const (
	header = `<?xml version="1.0" encoding="UTF-8"?>
<!-- A reconstruction from public documentation, not the vendor's file: see schemas/README.md. -->
`
	lineWidth = 110 // documentation up to here shares a line with its tags
	textWidth = 104
)

// attrOrder is the order of attributes; what it does not name stays behind, in
// the order of the master.
var attrOrder = []string{
	"name", "ref", "type", "base", "value", "namespace", "schemaLocation", "source",
	"since", "until", "basis", "note", "mixed", "abstract", "use", "processContents",
	"minOccurs", "maxOccurs", "default", "fixed", "nillable",
}

// layout writes the document root in our layout.
func layout(root *element) []byte {
	var b bytes.Buffer
	b.WriteString(header)
	b.WriteString("<" + root.name)
	for _, a := range root.attrs {
		b.WriteString("\n    ")
		writeAttr(&b, a)
	}
	b.WriteString(">\n")
	before := ""
	for _, kid := range root.kids {
		if blankBetween(before, kid.name) {
			b.WriteByte('\n')
		}
		before = kid.name
		writeElement(&b, kid, 1)
	}
	b.WriteString("</" + root.name + ">\n")
	return b.Bytes()
}

// blankBetween reports whether a blank line parts two top-level neighbours:
// each type stands alone, elements stand together, as do the imports.
func blankBetween(before, name string) bool {
	switch name {
	case "xsd:annotation", "xsd:import":
		return false
	case "xsd:element":
		return before != name
	}
	return true
}

func writeElement(b *bytes.Buffer, e *element, depth int) {
	indent := strings.Repeat("  ", depth)
	b.WriteString(indent + "<" + e.name)
	for _, a := range inOrder(e.attrs) {
		b.WriteByte(' ')
		writeAttr(b, a)
	}
	switch {
	case e.text != "":
		writeText(b, e, indent)
	case len(e.kids) == 0:
		b.WriteString("/>\n")
	default:
		b.WriteString(">\n")
		for _, kid := range e.kids {
			writeElement(b, kid, depth+1)
		}
		b.WriteString(indent + "</" + e.name + ">\n")
	}
}

// writeText finishes an element whose content is text, on one line where that
// fits and as a filled paragraph otherwise.
func writeText(b *bytes.Buffer, e *element, indent string) {
	text := escapeText(e.text)
	tags := len(indent) + len("<>") + len(e.name) + len("</>") + len(e.name)
	if tags+utf8.RuneCountInString(text) <= lineWidth {
		b.WriteString(">" + text + "</" + e.name + ">\n")
		return
	}
	b.WriteString(">\n")
	inner := indent + "  "
	for _, line := range fill(text, textWidth-len(inner)) {
		b.WriteString(inner + line + "\n")
	}
	b.WriteString(indent + "</" + e.name + ">\n")
}

// fill breaks text at spaces into lines of at most width characters; a longer
// word has a line of its own.
func fill(text string, width int) []string {
	var lines []string
	line := ""
	for word := range strings.FieldsSeq(text) {
		switch {
		case line == "":
			line = word
		case utf8.RuneCountInString(line)+1+utf8.RuneCountInString(word) <= width:
			line += " " + word
		default:
			lines = append(lines, line)
			line = word
		}
	}
	return append(lines, line)
}

// inOrder returns attrs in the order of attrOrder.
func inOrder(attrs []attr) []attr {
	place := func(a attr) int {
		if i := slices.Index(attrOrder, a.name); i >= 0 {
			return i
		}
		return len(attrOrder)
	}
	out := slices.Clone(attrs)
	slices.SortStableFunc(out, func(x, y attr) int { return place(x) - place(y) })
	return out
}

func writeAttr(b *bytes.Buffer, a attr) {
	b.WriteString(a.name + `="` + escapeAttr(a.value) + `"`)
}

var attrEscaper = strings.NewReplacer(`&`, `&amp;`, `<`, `&lt;`, `"`, `&quot;`)

func escapeAttr(s string) string { return attrEscaper.Replace(s) }

var textEscaper = strings.NewReplacer(`&`, `&amp;`, `<`, `&lt;`, `]]>`, `]]&gt;`)

func escapeText(s string) string { return textEscaper.Replace(s) }
