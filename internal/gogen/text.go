package gogen

import (
	"strings"
	"unicode/utf8"

	"github.com/dave/jennifer/jen"
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
	var line []byte
	length := 0 // of the line, in characters
	for word := range strings.FieldsSeq(unprintable.Replace(text)) {
		if word == "+build" {
			word = "+ build"
		}
		n := utf8.RuneCountInString(word)
		if length > 0 && length+1+n > width {
			lines = append(lines, string(line))
			line, length = line[:0], 0
		}
		if length > 0 {
			line = append(line, ' ')
			length++
		}
		line = append(line, word...)
		length += n
	}
	if length > 0 {
		lines = append(lines, string(line))
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

// printComment prints the comment of the declaration that comes next.
func printComment(out *jen.Group, doc []string) {
	for _, line := range commentLines(doc) {
		out.Comment(line)
	}
}

// oneLine is the body of a function of one statement, on the line of its head.
func oneLine(statement jen.Code) *jen.Statement { return jen.Values(statement) }
