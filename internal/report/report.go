package report

import (
	"fmt"
	"io"
	"strings"

	"github.com/wbxgen/wbxgen/internal/diff/change"
)

var writers = map[string]writer{
	"text":     Text,
	"markdown": Markdown,
	"json":     JSON,
	"html":     HTML,
	"sarif":    SARIF,
	"junit":    JUnit,
	"github":   GitHub,
}

// Formats returns the names of the formats that [Write] knows.
func Formats() []string {
	return []string{"text", "markdown", "html", "json", "sarif", "junit", "github"}
}

// Write prints a result in the format with that name.
func Write(w io.Writer, format string, r *change.Result, o Options) error {
	write, ok := writers[format]
	if !ok {
		return fmt.Errorf("format %q is none of %s", format, strings.Join(Formats(), ", "))
	}
	return limited(w, r, o, write)
}
