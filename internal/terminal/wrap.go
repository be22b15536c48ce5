package terminal

import (
	"strings"
	"unicode/utf8"
)

// Wrap breaks paragraphs, which have an empty line between them, into lines of
// at most width characters. A paragraph whose first line is indented stays as
// it is.
func Wrap(text string, width int) string {
	paragraphs := strings.Split(text, "\n\n")
	for i, p := range paragraphs {
		if !strings.HasPrefix(p, " ") {
			paragraphs[i] = strings.Join(lines(p, width), "\n")
		}
	}
	return strings.Join(paragraphs, "\n\n")
}

// Hang returns a term with its description beside it, in lines of at most width
// characters that start below each other, each with its end.
func Hang(term, description string, width int) string {
	n := utf8.RuneCountInString(term)
	rest := lines(description, max(width-n, 20))
	return term + strings.Join(rest, "\n"+strings.Repeat(" ", n)) + "\n"
}

// lines breaks the words of a text into lines.
func lines(text string, width int) []string {
	var list []string
	line := ""
	for _, word := range strings.Fields(text) {
		switch {
		case line == "":
			line = word
		case utf8.RuneCountInString(line)+1+utf8.RuneCountInString(word) > width:
			list, line = append(list, line), word
		default:
			line += " " + word
		}
	}
	return append(list, line)
}
