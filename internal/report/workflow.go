package report

import (
	"strconv"
	"strings"

	"github.com/wbxgen/wbxgen/internal/diag"
)

// workflowCommand is a line that has the service show a message beside a place.
func workflowCommand(word string, pos diag.Pos, title, text string) string {
	var properties []string
	add := func(name, value string) { properties = append(properties, name+"="+property(value)) }
	if pos.File != "" {
		add("file", pos.File)
		if pos.Line > 0 {
			add("line", strconv.Itoa(pos.Line))
		}
		if pos.Col > 0 {
			add("col", strconv.Itoa(pos.Col))
		}
	}
	if title != "" {
		add("title", title)
	}
	head := "::" + word
	if len(properties) > 0 {
		head += " " + strings.Join(properties, ",")
	}
	return head + "::" + message(text) + "\n"
}

// message and property escape text as workflow commands ask for it.
func message(s string) string {
	return strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A").Replace(s)
}

func property(s string) string {
	return strings.NewReplacer(":", "%3A", ",", "%2C").Replace(message(s))
}
