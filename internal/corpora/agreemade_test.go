package corpora_test

import (
	"errors"
	"os/exec"
	"strings"
	"testing"

	"github.com/wbxgen/wbxgen/internal/judge"
	"github.com/wbxgen/wbxgen/internal/validate"
)

// judged has Xerces judge changed values of made schemas, all but those that it
// does not compile. Where it thinks otherwise than both validators of ours, it
// is only counted: it is wrong about some groups that repeat and may be empty.
func judged(t *testing.T, m *module, list []*bound) (all verdicts) {
	t.Helper()
	if _, err := exec.LookPath("java"); errors.Is(err, exec.ErrNotFound) {
		return all
	}
	xerces := judge.Xerces(t)
	for _, b := range list {
		if b.broken {
			continue
		}
		schema := xercesOf(t, xerces, m, b)
		docs, _ := b.documents(validate.New(b.schema, validate.Options{}), madeDocuments)
		if schema == nil || len(docs) == 0 {
			continue
		}
		v := b.agree(t, m, schema, docs)
		if v.strict+v.lenient > 0 {
			t.Errorf("%s: %v", b.name, v)
		}
		all.add(v)
	}
	return all
}

// xercesOf has Xerces compile the documents of a made schema, or returns nil.
func xercesOf(t *testing.T, xerces *judge.JVM, m *module, b *bound) *judge.Schema {
	t.Helper()
	var documents []string
	for _, name := range m.files.Names() {
		if rest, ok := strings.CutPrefix(name, b.folder+"/"); ok {
			documents = append(documents, rest)
		}
	}
	schema, err := xerces.Compile(extracted(t, m.files, b.folder), documents...)
	if err != nil {
		t.Logf("%s: Xerces does not compile it: %.200v", b.name, err)
		return nil
	}
	return schema
}
