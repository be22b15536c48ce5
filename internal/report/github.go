package report

import (
	"io"
	"strconv"
	"strings"

	"github.com/wbxgen/wbxgen/internal/diff"
)

// GitHub prints a result as workflow commands, a line each, which the service
// shows beside the lines of the documents: breaks are errors, risks warnings,
// all else notices. Accepted changes are notices.
func GitHub(w io.Writer, r *diff.Result, o Options) error {
	v := newViewer(r, o, func(s string) string { return s })
	var b strings.Builder
	changes, left := o.shown(r)
	for i := range changes {
		c := &changes[i]
		b.WriteString("::" + command(c, o.Strict))
		if pos, ok := annotated(c); ok {
			b.WriteString(" file=" + property(pos.File))
			if pos.Line > 0 {
				b.WriteString(",line=" + strconv.Itoa(pos.Line))
			}
			if pos.Col > 0 {
				b.WriteString(",col=" + strconv.Itoa(pos.Col))
			}
			b.WriteString(",title=" + property(string(c.ID)))
		} else {
			b.WriteString(" title=" + property(string(c.ID)))
		}
		b.WriteString("::" + message(oneLine(v.view(c))+" ["+c.Fingerprint+"]") + "\n")
	}
	if left > 0 {
		b.WriteString("::" + command(&r.Changes[len(changes)], o.Strict) + " title=wbxgen::" + message(leftOver(left)) + "\n")
	}
	_, err := io.WriteString(w, b.String())
	return err
}

func command(c *diff.Change, strict bool) string {
	switch level := c.Level(strict); {
	case c.Accepted != nil:
		return "notice"
	case level == diff.Break:
		return "error"
	case level == diff.Risk:
		return "warning"
	}
	return "notice"
}

// message and property escape text as workflow commands ask for it.
func message(s string) string {
	return strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A").Replace(s)
}

func property(s string) string {
	return strings.NewReplacer(":", "%3A", ",", "%2C").Replace(message(s))
}
