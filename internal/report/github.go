package report

import (
	"io"
	"strconv"
	"strings"

	"github.com/wbxgen/wbxgen/internal/diag"
	"github.com/wbxgen/wbxgen/internal/diff/change"
)

// GitHub prints a result as workflow commands, a line each, which the service
// shows beside the lines of the documents: breaks are errors, risks warnings,
// all else notices. Accepted changes are notices.
func GitHub(w io.Writer, r *change.Result, o Options) error {
	v := newViewer(r, o, func(s string) string { return s })
	var b strings.Builder
	for _, text := range incomplete(r) {
		b.WriteString(workflowCommand("warning", diag.Pos{}, "wbxgen", text))
	}
	changes, left := o.shown(r)
	for i := range changes {
		c := &changes[i]
		pos, _ := annotated(c, o.Folder)
		b.WriteString(workflowCommand(command(c, o.Strict), pos, string(c.ID), oneLine(v.view(c))+" ["+c.Fingerprint+"]"))
	}
	if left > 0 {
		b.WriteString(workflowCommand(command(&r.Changes[len(changes)], o.Strict), diag.Pos{}, "wbxgen", leftOver(left)))
	}
	_, err := io.WriteString(w, b.String())
	return err
}

func command(c *change.Change, strict bool) string {
	switch level := c.Level(strict); {
	case c.Accepted != nil:
		return "notice"
	case level == change.Break:
		return "error"
	case level == change.Risk:
		return "warning"
	}
	return "notice"
}

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
