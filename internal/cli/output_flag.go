package cli

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"github.com/wbxgen/wbxgen/internal/diag"
)

// writeOutput prints to standard output or, by way of a temporary file, to the
// file with that name.
func (env *environment) writeOutput(name string, write func(io.Writer) error) error {
	if name == "" {
		return write(env.stdout)
	}
	var b bytes.Buffer
	if err := write(&b); err != nil {
		return err
	}
	return writeFile(name, b.Bytes())
}

// writeFile replaces a file in one step.
func writeFile(name string, data []byte) error {
	tmp, err := os.CreateTemp(filepath.Dir(name), ".wbxgen-*")
	if err != nil {
		// The name of the temporary file would only puzzle.
		return fmt.Errorf("cannot write %s: %w", filepath.ToSlash(name), diag.WithoutPath(err))
	}
	defer os.Remove(tmp.Name())
	if _, err := tmp.Write(data); err != nil {
		tmp.Close()
		return err
	}
	if err := tmp.Chmod(0o644); err != nil {
		tmp.Close()
		return err
	}
	if err := tmp.Close(); err != nil {
		return err
	}
	return os.Rename(tmp.Name(), name)
}

// printJSON prints a value as indented JSON.
func (env *environment) printJSON(v any) error {
	e := json.NewEncoder(env.stdout)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(v)
}
