package diff_test

import (
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	webexprofile "github.com/wbxgen/wbxgen/internal/profile/webex"

	"github.com/wbxgen/wbxgen/internal/diff"
	"github.com/wbxgen/wbxgen/internal/diff/fact"
	"github.com/wbxgen/wbxgen/internal/diff/pairs"
	"github.com/wbxgen/wbxgen/internal/project"
	"github.com/wbxgen/wbxgen/schemas"
)

// rewrites change how documents are written and nothing that they say.
var rewrites = map[string]func(string) string{
	"another prefix for the language": func(s string) string {
		return strings.NewReplacer("<xsd:", "<q:", "</xsd:", "</q:", "xmlns:xsd=", "xmlns:q=", `"xsd:`, `"q:`, " xsd:", " q:").Replace(s)
	},
	"declarations in reverse": func(s string) string {
		parts := globals.FindAllString(s, -1)
		slices.Reverse(parts)
		return globals.ReplaceAllStringFunc(s, func(string) string {
			last := parts[0]
			parts = parts[1:]
			return last
		})
	},
	"stated defaults": func(s string) string {
		s = strings.ReplaceAll(s, "<xsd:complexType name=", `<xsd:complexType abstract="false" name=`)
		return elementTag.ReplaceAllStringFunc(s, func(tag string) string {
			for _, d := range []string{"minOccurs", "maxOccurs"} {
				if !strings.Contains(tag, d) {
					tag = strings.Replace(tag, "<xsd:element ", "<xsd:element "+d+`="1" `, 1)
				}
			}
			return tag
		})
	},
	"no annotations": func(s string) string { return annotation.ReplaceAllString(s, "") },
	"other white space": func(s string) string {
		return "\n" + strings.ReplaceAll(regexp.MustCompile(`>\s+<`).ReplaceAllString(s, ">\r\n\t<"), " name=", "\n\tname=")
	},
}

var (
	globals    = regexp.MustCompile(`(?ms)^  <xsd:(complexType|simpleType|element|attributeGroup) name=.*?^  </xsd:(complexType|simpleType|element|attributeGroup)>\n`)
	elementTag = regexp.MustCompile(`(?m)^   +<xsd:element [^>]*>`)
	annotation = regexp.MustCompile(`(?s)<xsd:annotation>.*?</xsd:annotation>`)
)

func TestLayoutChangesNothing(t *testing.T) {
	const version = "40.6.0"
	for name, rewrite := range rewrites {
		t.Run(name, func(t *testing.T) {
			dir := rewritten(t, version, rewrite)
			other := diff.NewSide("rewritten", compiled(t, dir), webexprofile.Profile)
			r := project.Compare(webex(t, version), other, diff.Options{})
			if len(r.Changes) != 0 || !r.Identical() {
				t.Errorf("got %v, identical %v", ids(r), r.Identical())
			}
		})
	}
}

// rewritten writes the documents of a version, changed, to a new folder.
func rewritten(t *testing.T, version string, rewrite func(string) string) string {
	t.Helper()
	dir, changed := t.TempDir(), false
	err := fs.WalkDir(schemas.FS, version, func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || path.Ext(name) != ".xsd" {
			return err
		}
		data, err := schemas.FS.ReadFile(name)
		if err != nil {
			return err
		}
		to := filepath.Join(dir, filepath.FromSlash(strings.TrimPrefix(name, version+"/")))
		if err := os.MkdirAll(filepath.Dir(to), 0o700); err != nil {
			return err
		}
		header, body, _ := strings.Cut(string(data), "?>")
		text := rewrite(body)
		changed = changed || text != body
		return os.WriteFile(to, []byte(header+"?>"+strings.TrimLeft(text, " ")), 0o600)
	})
	if err != nil {
		t.Fatal(err)
	}
	if !changed {
		t.Fatal("the rewrite changes no document")
	}
	return dir
}

func TestDivisionIntoDocumentsChangesNothing(t *testing.T) {
	types := `<xs:complexType name="a"><xs:sequence><xs:element name="x" type="b" maxOccurs="3"/></xs:sequence></xs:complexType>`
	more := `<xs:simpleType name="b"><xs:restriction base="xs:string"><xs:maxLength value="07"/></xs:restriction></xs:simpleType>
		<xs:element name="root" type="a"/>`
	one := schemaOf(t, types+more)
	two := files(t, map[string]string{
		"a.xsd": pairs.Document(`<xs:include schemaLocation="b.xsd"/>` + types),
		"b.xsd": strings.ReplaceAll(pairs.Document(strings.Replace(more, "07", "7", 1)), "xs", "s"),
	})
	r := project.Compare(diff.NewSide("one", one, nil), diff.NewSide("two", two, nil), diff.Options{})
	if len(r.Changes) != 0 || !r.Identical() {
		t.Errorf("got %v, identical %v", ids(r), r.Identical())
	}
}

func TestDigestTellsSchemasApart(t *testing.T) {
	seen := map[string]string{}
	for _, content := range []string{
		`<xs:element name="a" type="xs:string"/>`,
		`<xs:element name="a" type="xs:string" nillable="true"/>`,
		`<xs:element name="a" type="xs:string" default=""/>`,
		`<xs:element name="a" type="xs:token"/>`,
		`<xs:element name="b" type="xs:string"/>`,
		`<xs:attribute name="a" type="xs:string"/>`,
	} {
		d := fact.Digest(schemaOf(t, content))
		if other, ok := seen[d]; ok {
			t.Errorf("%s and %s have one digest", content, other)
		}
		seen[d] = content
	}
}
