package terminal

import "strings"

// Escape codes.
const (
	reset  = "\x1b[0m"
	bold   = "\x1b[1m"
	red    = "\x1b[1;31m"
	yellow = "\x1b[33m"
	green  = "\x1b[32m"
	cyan   = "\x1b[36m"
)

// Diagnostics paints lines of the form "file:line:col: severity: message
// [code]": the place bold, the severity in its colour.
func Diagnostics(text string) string {
	lines := strings.Split(text, "\n")
	for i, line := range lines {
		lines[i] = paintLine(line)
	}
	return strings.Join(lines, "\n")
}

var severities = []struct{ word, color string }{{"error:", red}, {"warning:", yellow}, {"note:", cyan}}

func paintLine(line string) string {
	at, color, word := -1, "", ""
	for _, s := range severities {
		if i := strings.Index(line, s.word); i >= 0 && (at < 0 || i < at) && (i == 0 || strings.HasSuffix(line[:i], ": ")) {
			at, color, word = i, s.color, s.word
		}
	}
	if at < 0 {
		return line
	}
	place := ""
	if at > 0 {
		place = bold + line[:at-1] + reset + " "
	}
	return place + color + word + reset + line[at+len(word):]
}

// Diff paints the lines of a unified diff.
func Diff(text string) string {
	lines := strings.Split(text, "\n")
	for i, line := range lines {
		switch {
		case strings.HasPrefix(line, "+++"), strings.HasPrefix(line, "---"), strings.HasPrefix(line, "diff "):
			lines[i] = bold + line + reset
		case strings.HasPrefix(line, "@@"):
			lines[i] = cyan + line + reset
		case strings.HasPrefix(line, "+"):
			lines[i] = green + line + reset
		case strings.HasPrefix(line, "-"):
			lines[i] = "\x1b[31m" + line + reset
		}
	}
	return strings.Join(lines, "\n")
}
