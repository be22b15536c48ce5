package judge

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// A Linter runs the program xmllint, which is libxml2's validator.
type Linter struct {
	path string
	dir  string // for drivers, one test's
}

// Xmllint returns the linter, and skips the test where it is not installed.
func Xmllint(t testing.TB) *Linter {
	t.Helper()
	path, err := exec.LookPath("xmllint")
	if err != nil {
		t.Skip("xmllint is not installed")
	}
	return &Linter{path: path, dir: t.TempDir()}
}

// Compile compiles the schema document in the file schema with all that it
// imports. The error is an [*Invalid] where the schema is wrong.
func (l *Linter) Compile(schema string) error {
	// The program compiles a schema only to validate something: an empty
	// document on its input, whose verdict does not matter.
	_, err := l.run(schema, "-")
	return err
}

// Driver writes a schema document that imports each of the documents files,
// names below the folder root, and returns its name. As a schema document
// cannot be compiled together with others, this is how a set is.
func (l *Linter) Driver(root string, files ...string) (string, error) {
	root, err := filepath.Abs(root)
	if err != nil {
		return "", err
	}
	var b bytes.Buffer
	b.WriteString(`<xsd:schema xmlns:xsd="http://www.w3.org/2001/XMLSchema">` + "\n")
	for _, file := range files {
		path := filepath.Join(root, filepath.FromSlash(file))
		namespace, err := targetNamespace(path)
		if err != nil {
			return "", err
		}
		location := url.URL{Scheme: "file", Path: filepath.ToSlash(path)}
		fmt.Fprintf(&b, "  <xsd:import namespace=%q schemaLocation=%q/>\n", namespace, location.String())
	}
	b.WriteString("</xsd:schema>\n")
	driver, err := os.CreateTemp(l.dir, "driver-*.xsd")
	if err != nil {
		return "", err
	}
	defer driver.Close()
	_, err = driver.Write(b.Bytes())
	return driver.Name(), err
}

// Validate validates the documents in the files docs against the schema
// document in the file schema. The result has an [*Invalid] for each of docs
// that is not valid. The error is for a schema that does not compile.
func (l *Linter) Validate(schema string, docs ...string) (map[string]error, error) {
	output, err := l.run(schema, docs...)
	if err != nil {
		return nil, err
	}
	verdicts := map[string]error{}
	for _, doc := range docs {
		if slices.Contains(output, doc+" validates") {
			continue
		}
		verdicts[doc] = invalid(slices.DeleteFunc(slices.Clone(output), func(line string) bool {
			return !strings.HasPrefix(line, doc)
		}))
	}
	return verdicts, nil
}

// The exit codes of xmllint that are a verdict on the schema.
const schemaFailed = 5

// run returns the lines that the program prints to its error output.
func (l *Linter) run(schema string, docs ...string) ([]string, error) {
	args := append([]string{"--nonet", "--noout", "--schema", schema}, docs...)
	cmd := exec.Command(l.path, args...)
	cmd.Env = append(os.Environ(), "XML_CATALOG_FILES=")
	cmd.Stdin = strings.NewReader("<empty/>")
	var output bytes.Buffer
	cmd.Stderr = &output
	err := cmd.Run()
	lines := strings.Split(strings.TrimRight(output.String(), "\n"), "\n")
	var exit *exec.ExitError
	if err != nil && !errors.As(err, &exit) {
		return nil, err
	}
	// A warning tells of an import that was not read or not needed twice.
	if warned := slices.ContainsFunc(lines, isWarning); warned || exit != nil && exit.ExitCode() == schemaFailed {
		return nil, invalid(lines)
	}
	return lines, nil
}

func isWarning(line string) bool { return strings.Contains(line, "Schemas parser warning") }

// invalid keeps the promise of [Invalid.Messages].
func invalid(lines []string) error {
	if len(lines) == 0 {
		lines = []string{"not valid"}
	}
	return &Invalid{Messages: lines[:min(len(lines), 100)]}
}

// targetNamespace reads the attribute of a schema document's root element.
func targetNamespace(path string) (string, error) {
	file, err := os.Open(path)
	if err != nil {
		return "", err
	}
	defer file.Close()
	d := xml.NewDecoder(file)
	for {
		token, err := d.Token()
		if err != nil {
			return "", fmt.Errorf("%s: %w", path, err)
		}
		if root, ok := token.(xml.StartElement); ok {
			i := slices.IndexFunc(root.Attr, func(a xml.Attr) bool {
				return a.Name == xml.Name{Local: "targetNamespace"}
			})
			if i < 0 {
				return "", fmt.Errorf("%s: no target namespace", path)
			}
			return root.Attr[i].Value, nil
		}
	}
}
