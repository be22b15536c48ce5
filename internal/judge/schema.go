package judge

import (
	"encoding/base64"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// A Schema is compiled and lives in the Java process.
type Schema struct {
	jvm  *JVM
	key  string // in the cache
	name string
	err  error // why it did not compile
}

// Compile compiles the documents files, names below the folder root, as one
// schema. Imports and includes may reach any file below root and nothing
// outside it. The error is an [*Invalid] where the schema is wrong. A schema is
// compiled once until a schema document below root changes, which is looked
// for each time: root had better not be a large tree.
func (j *JVM) Compile(root string, files ...string) (*Schema, error) {
	root, err := filepath.Abs(root)
	if err != nil {
		return nil, err
	}
	paths := make([]string, len(files))
	for i, file := range files {
		paths[i] = filepath.Join(root, filepath.FromSlash(file))
	}
	key, err := cacheKey(root, paths)
	if err != nil {
		return nil, err
	}
	j.mu.Lock()
	defer j.mu.Unlock()
	s, ok := j.schemas[key]
	if !ok {
		if s, err = j.compile(root, paths); err != nil {
			return nil, err
		}
		s.key, j.schemas[key] = key, s
	}
	if s.err != nil {
		return nil, s.err
	}
	return s, nil
}

// compile returns a schema even where its documents are wrong; the error is
// kept for those that are trouble of ours.
func (j *JVM) compile(root string, paths []string) (*Schema, error) {
	if !j.allowed[root] {
		if err := j.ask("allow", root); err != nil {
			return nil, err
		}
		j.allowed[root] = true
	}
	j.number++
	s := &Schema{jvm: j, name: strconv.Itoa(j.number)}
	err := j.ask(append([]string{"compile", s.name}, paths...)...)
	if _, wrong := err.(*Invalid); wrong {
		s.err = err
		return s, nil
	}
	return s, err
}

// CompileSet compiles all documents below the folder root as one schema.
func (j *JVM) CompileSet(root string) (*Schema, error) {
	files, err := Documents(root)
	if err != nil {
		return nil, err
	}
	return j.Compile(root, files...)
}

// Validate validates the document data, which may be in any encoding that it
// declares. The error is an [*Invalid] where the document is not valid.
func (s *Schema) Validate(data []byte) error {
	s.jvm.mu.Lock()
	defer s.jvm.mu.Unlock()
	return s.jvm.ask("bytes", s.name, base64.StdEncoding.EncodeToString(data))
}

// Forget lets the Java process give up the schema, for who compiles many: it is
// not to be used any more.
func (s *Schema) Forget() {
	s.jvm.mu.Lock()
	defer s.jvm.mu.Unlock()
	delete(s.jvm.schemas, s.key)
	_ = s.jvm.ask("forget", s.name) // the next request meets the same trouble
}

// Refuses reports whether the document data is not valid. What keeps the judge from
// judging ends the test: it is no verdict.
func (s *Schema) Refuses(t testing.TB, data []byte) bool {
	t.Helper()
	err := s.Validate(data)
	var verdict *Invalid
	if err != nil && !errors.As(err, &verdict) {
		t.Fatal(err)
	}
	return err != nil
}

// ValidateFile is [Schema.Validate] for the document in a file.
func (s *Schema) ValidateFile(name string) error {
	path, err := filepath.Abs(name)
	if err != nil {
		return err
	}
	s.jvm.mu.Lock()
	defer s.jvm.mu.Unlock()
	return s.jvm.ask("file", s.name, path)
}

// cacheKey names the documents below root with their sizes and times, so that
// a changed import is noticed too.
func cacheKey(root string, paths []string) (string, error) {
	documents, err := Documents(root)
	if err != nil {
		return "", err
	}
	var key strings.Builder
	for _, name := range documents {
		info, err := os.Stat(filepath.Join(root, filepath.FromSlash(name)))
		if err != nil {
			return "", err
		}
		fmt.Fprintf(&key, "%s %d %d\n", name, info.Size(), info.ModTime().UnixNano())
	}
	fmt.Fprintln(&key, root, paths)
	return key.String(), nil
}
