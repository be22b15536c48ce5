package schemaset

import (
	"strings"
	"testing"
)

// The documentation is ours to keep complete: every document, every operation,
// every named enumeration and every type that several others are built on.
func TestWhatIsPublicIsDocumented(t *testing.T) {
	operations := 0
	for name, data := range mustBuild(t, "40.6.0") {
		root, err := parse(data)
		if err != nil {
			t.Fatal(err)
		}
		if documentation(root) == "" {
			t.Errorf("%s has no documentation", name)
		}
		types := map[string]*element{}
		for _, e := range root.kids {
			types[e.get("name")] = e
		}
		for typeName, e := range types {
			if e.name == "xsd:complexType" && types[typeName+"Response"] != nil {
				operations++
			}
			if !strings.Contains(name, "_ims_qti") && documentation(e) == "" && strings.HasSuffix(e.name, "Type") {
				t.Errorf("%s: %s %q has no documentation", name, e.name, typeName)
			}
		}
	}
	if operations != 122 {
		t.Errorf("%d operations, want 122", operations)
	}
}

func TestDocumentationIsWholeSentences(t *testing.T) {
	for name, data := range mustBuild(t, "40.6.0") {
		root, err := parse(data)
		if err != nil {
			t.Fatal(err)
		}
		collectAll(root, func(e *element) {
			if text := documentation(e); text != "" && !strings.HasSuffix(text, ".") {
				t.Errorf("%s: %s %q: %q has no end", name, e.name, e.get("name"), text)
			}
		})
	}
}

// documentation returns the text of e's own annotation.
func documentation(e *element) string {
	for _, annotation := range e.kids {
		if annotation.name != "xsd:annotation" {
			continue
		}
		for _, d := range annotation.kids {
			return d.text
		}
	}
	return ""
}

func collectAll(e *element, visit func(*element)) {
	visit(e)
	for _, kid := range e.kids {
		collectAll(kid, visit)
	}
}
