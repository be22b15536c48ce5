package compile

import (
	"strings"

	"github.com/wbxgen/wbxgen/internal/xmltree"
	"github.com/wbxgen/wbxgen/internal/xsd"
	"github.com/wbxgen/wbxgen/internal/xsd/datatype"
)

// collapse applies whiteSpace="collapse" (Part 2 §4.3.6), which all attributes
// of schema documents that are not plain strings ask for.
func collapse(s string) string { return datatype.Collapse.Normalize(s) }

// space is what white space is in XML.
const space = " \t\n\r"

func isSpace(r rune) bool { return strings.ContainsRune(space, r) }

// tidy joins the lines of a documentation text: layout is not part of it, but
// an empty line starts a new paragraph.
func tidy(s string) string {
	s = strings.Trim(s, space)
	if !strings.Contains(s, "\n") {
		return collapse(s)
	}
	var b strings.Builder
	between := ""
	for line := range strings.Lines(s) {
		line = collapse(line)
		if line == "" {
			between = "\n\n"
			continue
		}
		b.WriteString(between)
		b.WriteString(line)
		between = " "
	}
	return b.String()
}

var derivationWords = map[string]xsd.DerivationSet{
	"restriction": xsd.Restriction, "extension": xsd.Extension, "list": xsd.ListDerivation,
	"union": xsd.UnionDerivation, "substitution": xsd.Substitution,
}

// derivationAttr reads a block, final or similar attribute: a list of words
// or #all. Only the members of all count.
func derivationAttr(e *xmltree.Element, local string, all xsd.DerivationSet) xsd.DerivationSet {
	a, ok := e.Attr("", local)
	if !ok {
		return 0
	}
	var set xsd.DerivationSet
	for _, word := range datatype.Words(a.Value) {
		if word == "#all" {
			set |= all
		}
		set |= derivationWords[word]
	}
	return set & all
}

// derivationOr reads the attribute or, where it is absent, takes the
// document's default.
func derivationOr(e *xmltree.Element, local string, fallback, all xsd.DerivationSet) xsd.DerivationSet {
	if _, ok := e.Attr("", local); ok {
		return derivationAttr(e, local, all)
	}
	return fallback & all
}

// boolAttr reads an xs:boolean attribute; the grammar has checked its form.
func boolAttr(e *xmltree.Element, local string) bool {
	a, _ := e.Attr("", local)
	v := collapse(a.Value)
	return v == "true" || v == "1"
}

// shorten cuts a text for a message.
func shorten(s string) string {
	if r := []rune(s); len(r) > 40 {
		return string(r[:40]) + "…"
	}
	return s
}

// importWords names a namespace in a message.
func importWords(ns string) string {
	if ns == "" {
		return "no namespace"
	}
	return "the namespace \"" + ns + "\""
}
