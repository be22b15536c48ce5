package corpora_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/wbxgen/wbxgen/internal/source"
	"github.com/wbxgen/wbxgen/internal/validate"
)

// occurrences are those that content models are made of.
var occurrences = []string{"", ` minOccurs="0"`, ` maxOccurs="unbounded"`, ` minOccurs="0" maxOccurs="2"`, ` minOccurs="2" maxOccurs="4"`}

// contentModels are groups in groups, each with its own occurrence, as far as
// XSD allows them: two elements within, and a third beside.
func contentModels() (list []string) {
	for _, outer := range []string{"sequence", "choice"} {
		for _, inner := range []string{"sequence", "choice"} {
			for i, o := range occurrences {
				for j, p := range occurrences {
					for k, q := range occurrences {
						if !long() && (i*7+j*3+k)%11 > 0 {
							continue
						}
						list = append(list, fmt.Sprintf(`<xs:%s%s><xs:%s%s><xs:element name="a"%s type="xs:int"/><xs:element name="b" type="xs:int" minOccurs="0"/></xs:%[3]s><xs:element name="c" type="xs:int" minOccurs="0"/></xs:%[1]s>`,
							outer, o, inner, p, q))
					}
				}
			}
		}
	}
	return list
}

// childrenUpTo are all lists of the names of children of some length.
func childrenUpTo(length int) []string {
	list, last := []string{""}, []string{""}
	for range length {
		var next []string
		for _, s := range last {
			for _, name := range "abc" {
				next = append(next, s+string(name))
			}
		}
		list, last = append(list, next...), next
	}
	return list
}

// TestValidateKnowsContentModels reads all lists of few children into the types
// of many content models, right and wrong ones. What is written of them is valid
// exactly when Validate says so.
func TestValidateKnowsContentModels(t *testing.T) {
	dir := t.TempDir()
	models := contentModels()
	names := make([]string, 0, len(models))
	for i, model := range models {
		name := fmt.Sprintf("model%d.xsd", i)
		schema := schemaOf(`<xs:element name="r"><xs:complexType>` + model + `</xs:complexType></xs:element>`)
		if err := os.WriteFile(filepath.Join(dir, name), []byte(schema), 0o644); err != nil {
			t.Fatal(err)
		}
		names = append(names, name)
	}
	files, err := source.Open(dir, source.Options{})
	if err != nil {
		t.Fatal(err)
	}
	m := newModule(t, files)
	var list []*bound
	var kept []string
	for i, name := range names {
		b, err := m.generate(name, []string{name})
		if err != nil {
			continue // Unique Particle Attribution forbids some
		}
		list, kept = append(list, b), append(kept, models[i])
	}
	m.build(t, list)
	valid, invalid, longest := 0, 0, 3
	if long() {
		longest = 5
	}
	for i, b := range list {
		v := validate.New(b.schema, validate.Options{})
		var docs []*document
		for _, children := range childrenUpTo(longest) {
			doc := `<r xmlns="urn:c">`
			for _, c := range children {
				doc += fmt.Sprintf("<%c>1</%[1]c>", c)
			}
			docs = append(docs, &document{name: children, data: []byte(doc + "</r>")})
		}
		m.travel(t, b, docs)
		for _, d := range docs {
			if d.problem != "" {
				if v.ValidateBytes(d.data, "document").Valid() {
					t.Errorf("%s: %q: %s", kept[i], d.name, d.problem)
				}
				continue
			}
			right := v.ValidateBytes(d.result, "result").Valid()
			if right != (d.refused == "") {
				t.Errorf("%s: %q written as %s is valid: %v, but Validate says: %s", kept[i], d.name, strings.TrimSpace(string(d.result)), right, d.refused)
			}
			if right {
				valid++
			} else {
				invalid++
			}
		}
	}
	t.Logf("%d content models, %d valid and %d invalid values", len(list), valid, invalid)
	if invalid == 0 || valid == 0 {
		t.Error("nothing was told apart")
	}
}
