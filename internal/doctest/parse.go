package doctest

import (
	"fmt"
	"strings"
)

// Block is a code block of a page, or a comment that helps one.
type Block struct {
	Line  int    // of the first line after the fence
	Lang  string // the first word after the fence; "run" for that comment
	Name  string // the second, a file's name
	Given string // what a comment before it gives
	Text  string
}

const fence = "```"

// Parse returns the blocks of a page.
func Parse(page string) ([]Block, error) {
	var blocks []Block
	given := ""
	lines := strings.Split(page, "\n")
	for i := 0; i < len(lines); i++ {
		line := lines[i]
		b, end := Block{Line: i + 2}, ""
		switch {
		case strings.HasPrefix(line, "<!-- given "):
			given = strings.TrimSuffix(strings.TrimPrefix(line, "<!-- given "), " -->")
			continue
		case line == "<!-- run":
			b.Lang, end = "run", "-->"
		case strings.HasPrefix(line, fence):
			b.Lang, b.Name, _ = strings.Cut(strings.TrimPrefix(line, fence), " ")
			b.Given, given, end = given, "", fence
		default:
			continue
		}
		start := i + 1
		for i++; i < len(lines) && lines[i] != end; i++ {
		}
		if i == len(lines) {
			return nil, fmt.Errorf("line %d: the block has no end", start)
		}
		b.Text = strings.Join(lines[start:i], "\n") + "\n"
		blocks = append(blocks, b)
	}
	return blocks, nil
}

// command is a line of a console and the output that it must have.
type command struct {
	line   int
	text   string
	output []string
}

// commands reads a console.
func commands(b Block) ([]command, error) {
	var list []command
	for i, line := range strings.Split(strings.TrimRight(b.Text, "\n"), "\n") {
		if text, ok := strings.CutPrefix(line, "$ "); ok {
			list = append(list, command{line: b.Line + i, text: text})
			continue
		}
		if len(list) == 0 {
			return nil, fmt.Errorf("line %d: a console begins with a command: $ …", b.Line)
		}
		last := &list[len(list)-1]
		last.output = append(last.output, line)
	}
	return list, nil
}

// steps returns the shell commands of a CI file that are about this program:
// what follows "run:", "-", "entry:" or stands in "sh '…'".
func steps(b Block) []string {
	var list []string
	for line := range strings.Lines(b.Text) {
		line = strings.TrimSpace(line)
		for _, before := range []string{"- ", "run: ", "entry: ", "sh '"} {
			line = strings.TrimPrefix(line, before)
		}
		if strings.HasPrefix(line, "wbxgen ") {
			list = append(list, strings.TrimSuffix(line, "'"))
		}
	}
	return list
}

// shown reports whether output is what is shown, where a line "…" stands for
// any lines.
func shown(want, got []string) bool {
	for len(want) > 0 && want[0] != "…" {
		if len(got) == 0 || strings.TrimRight(want[0], " ") != strings.TrimRight(got[0], " ") {
			return false
		}
		want, got = want[1:], got[1:]
	}
	if len(want) == 0 {
		return len(got) == 0
	}
	for i := range len(got) + 1 {
		if shown(want[1:], got[i:]) {
			return true
		}
	}
	return false
}
