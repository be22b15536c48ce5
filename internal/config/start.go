package config

import (
	"bytes"
	"os"
	"strings"

	"github.com/wbxgen/wbxgen/internal/diag"
)

// SchemaURL is where the JSON Schema of configurations is published.
const SchemaURL = "https://raw.githubusercontent.com/wbxgen/wbxgen/main/docs/wbxgen.schema.json"

// modeline has editors check the file and complete in it.
const modeline = "# yaml-language-server: $schema=" + SchemaURL + "\n"

// Start returns the text of a configuration to start from: each setting with
// what it means, those that c leaves open as comments.
func Start(c *Config) []byte {
	var b bytes.Buffer
	b.WriteString(modeline + "# Settings of wbxgen. Paths are relative to this file.\n")
	for _, s := range settings {
		b.WriteString("\n")
		for line := range strings.Lines(fold(s.doc, 78)) {
			b.WriteString("# " + line)
		}
		value := ""
		if s.value != nil {
			value = s.value(c)
		}
		if value == "" {
			b.WriteString("# " + s.name + ": " + s.example + "\n")
		} else {
			b.WriteString(s.name + ": " + value + "\n")
		}
	}
	return b.Bytes()
}

// fold breaks a text into lines, each with its end.
func fold(text string, width int) string {
	var b strings.Builder
	n := 0
	for _, word := range strings.Fields(text) {
		switch {
		case n > 0 && n+1+len(word) > width:
			b.WriteString("\n")
			n = 0
		case n > 0:
			b.WriteString(" ")
			n++
		}
		b.WriteString(word)
		n += len(word)
	}
	return b.String() + "\n"
}

// Upgrade returns the text of a configuration in the form that this program
// writes, and whether that differs. A file without a version is of the first
// form, which lacked it.
func Upgrade(file string) (upgraded []byte, changed bool, err error) {
	if _, err := Load(file); err != nil {
		return nil, false, err
	}
	data, err := os.ReadFile(file)
	if err != nil {
		return nil, false, failure(file, "cannot read: %v", diag.WithoutPath(err))
	}
	c, err := parse(file, data)
	if err != nil || c.KeyAt("version").IsValid() {
		return data, false, err
	}
	head := "version: " + Version + "\n"
	if !bytes.Contains(data, []byte("yaml-language-server")) {
		head = modeline + head
	}
	// A mark of the document's start stays the first line.
	if rest, found := bytes.CutPrefix(data, []byte("---\n")); found {
		return append([]byte("---\n"+head), rest...), true, nil
	}
	return append([]byte(head), data...), true, nil
}
