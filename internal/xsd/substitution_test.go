package xsd_test

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/wbxgen/wbxgen/internal/binding"
	"github.com/wbxgen/wbxgen/internal/diff"
	"github.com/wbxgen/wbxgen/internal/judge"
	"github.com/wbxgen/wbxgen/internal/plan"
	"github.com/wbxgen/wbxgen/internal/project"
	"github.com/wbxgen/wbxgen/internal/sample"
	"github.com/wbxgen/wbxgen/internal/source"
	"github.com/wbxgen/wbxgen/internal/validate"
	"github.com/wbxgen/wbxgen/internal/xsd"
	"github.com/wbxgen/wbxgen/internal/xsd/compile"
)

// groupCase is a substitution group: the head h of type T0, its member m1 of
// type T1 and a member m2 of that, of type T2.
type groupCase struct {
	text  string
	upper string // with another content model: a choice of h and m2
	open  string // without any block
}

// groupCases makes substitution groups: every block of the head's type, of a
// type on the way and of the head with every way of derivation, and the
// declarations abstract or not. At most n of them, always the same.
func groupCases(n int) []groupCase {
	r := rand.New(rand.NewPCG(9, 4))
	blocks := []string{"", "restriction", "extension", "#all"}
	headBlocks := append(blocks, "substitution", "substitution extension")
	ways := []string{"extension", "restriction", "same"}
	var all []groupCase
	for _, hb := range headBlocks {
		for _, b0 := range blocks {
			for _, b1 := range blocks {
				for _, w1 := range ways {
					for _, w2 := range ways {
						all = append(all, complexGroup(hb, b0, b1, w1, w2, r.IntN(4) == 0, r.IntN(4) == 0))
					}
				}
			}
		}
	}
	for _, hb := range headBlocks {
		for _, base := range []string{"xs:anySimpleType", "xs:decimal", "U", "xs:anyType"} {
			for _, member := range []string{"xs:integer", "L", "xs:decimal", "I", "U", "T0"} {
				if g, ok := simpleGroup(hb, base, member); ok {
					all = append(all, g)
				}
			}
		}
	}
	r.Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
	return all[:min(n, len(all))]
}

func attribute(name, value string) string {
	if value == "" {
		return ""
	}
	return fmt.Sprintf(" %s=%q", name, value)
}

const groupTop = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
<xs:element name="root"><xs:complexType>%s</xs:complexType></xs:element>
`

// newGroup adds the element root to declarations.
func newGroup(inside func(blocked bool) string) groupCase {
	once := fmt.Sprintf(groupTop, `<xs:sequence><xs:element ref="h"/></xs:sequence>`)
	twice := fmt.Sprintf(groupTop, `<xs:choice><xs:element ref="h"/><xs:element ref="m2"/></xs:choice>`)
	return groupCase{once + inside(true) + "</xs:schema>", twice + inside(true) + "</xs:schema>", once + inside(false) + "</xs:schema>"}
}

func complexGroup(headBlock, block0, block1, way1, way2 string, abstractHead, abstractMember bool) groupCase {
	return newGroup(func(blocked bool) string {
		b := func(value string) string {
			if !blocked {
				return ""
			}
			return attribute("block", value)
		}
		var s strings.Builder
		fmt.Fprintf(&s, `<xs:complexType name="T0"%s><xs:sequence><xs:element name="a" type="xs:string" minOccurs="0"/></xs:sequence></xs:complexType>`+"\n", b(block0))
		last := "T0"
		for i, way := range []string{way1, way2} {
			if way == "same" {
				continue
			}
			block := ""
			if i == 0 {
				block = b(block1)
			}
			content := `<xs:sequence/><xs:attribute name="x` + fmt.Sprint(i) + `"/>`
			if way == "restriction" {
				content = `<xs:sequence><xs:element name="a" type="xs:string" minOccurs="0"/></xs:sequence>`
			}
			if way == "restriction" && i == 1 && way1 == "extension" {
				content = `<xs:sequence><xs:sequence><xs:element name="a" type="xs:string" minOccurs="0"/></xs:sequence></xs:sequence>`
			}
			name := fmt.Sprintf("T%d", i+1)
			fmt.Fprintf(&s, `<xs:complexType name=%q%s><xs:complexContent><xs:%s base=%q>%s</xs:%[3]s></xs:complexContent></xs:complexType>`+"\n", name, block, way, last, content)
			last = name
		}
		type1 := "T0"
		if way1 != "same" {
			type1 = "T1"
		}
		fmt.Fprintf(&s, `<xs:element name="h" type="T0"%s abstract="%t"/>`+"\n", b(headBlock), abstractHead)
		fmt.Fprintf(&s, `<xs:element name="m1" type=%q substitutionGroup="h" abstract="%t"/>`+"\n", type1, abstractMember)
		fmt.Fprintf(&s, `<xs:element name="m2" type=%q substitutionGroup="m1"/>`+"\n", last)
		return s.String()
	})
}

// simpleGroup is a group over simple types; ok is false where the member's type
// does not come from the head's.
func simpleGroup(headBlock, head, member string) (g groupCase, ok bool) {
	fits := map[string][]string{
		"xs:anySimpleType": {"xs:integer", "L", "xs:decimal", "I", "U"},
		"xs:decimal":       {"xs:integer", "xs:decimal", "I"},
		"U":                {"U", "I"},
		"xs:anyType":       {"xs:integer", "L", "T0", "U"},
	}
	if !slices.Contains(fits[head], member) {
		return g, false
	}
	return newGroup(func(blocked bool) string {
		block := ""
		if blocked {
			block = attribute("block", headBlock)
		}
		return `<xs:simpleType name="I"><xs:restriction base="xs:integer"><xs:maxInclusive value="100"/></xs:restriction></xs:simpleType>
<xs:simpleType name="L"><xs:list itemType="xs:integer"/></xs:simpleType>
<xs:simpleType name="U"><xs:union memberTypes="xs:date I"/></xs:simpleType>
<xs:complexType name="T0"><xs:simpleContent><xs:extension base="xs:integer"/></xs:simpleContent></xs:complexType>
<xs:element name="h" type="` + head + `"` + block + `/>
<xs:element name="m1" type="` + head + `" substitutionGroup="h"/>
<xs:element name="m2" type="` + member + `" substitutionGroup="m1"/>
`
	}), true
}

// document is a document in which name stands for the head.
func (g groupCase) document(name string) string {
	text := ""
	if strings.Contains(g.text, `name="I"`) {
		text = "1"
	}
	return "<root><" + name + ">" + text + "</" + name + "></root>"
}

func compiled(t *testing.T, text string) (*xsd.Schema, error) {
	t.Helper()
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "s.xsd"), []byte(text), 0o666); err != nil {
		t.Fatal(err)
	}
	set, err := source.Open(dir, source.Options{})
	if err != nil {
		t.Fatal(err)
	}
	schema, diags := compile.Compile(set, compile.Options{})
	return schema, diags.Err()
}

// TestAllAgreeOnSubstitutionGroups asks everything that knows substitution
// groups who may stand for a head, and Xerces who is right: the model itself,
// the validator, the check for ambiguity, the plan of Go types, the documents
// that are made at random, and the diff with the schema that blocks nothing.
func TestAllAgreeOnSubstitutionGroups(t *testing.T) {
	n := 40
	if os.Getenv("WBXGEN_LONG") != "" && !testing.Short() {
		n = 10_000
	}
	xerces := judge.Xerces(t)
	for i, g := range groupCases(n) {
		dir := t.TempDir()
		for name, text := range map[string]string{"s.xsd": g.text, "u.xsd": g.upper} {
			if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o666); err != nil {
				t.Fatal(err)
			}
		}
		theirs, err := xerces.Compile(dir, "s.xsd")
		if err != nil {
			t.Fatalf("case %d: Xerces refuses %v\n%s", i, err, g.text)
		}
		schema, err := compiled(t, g.text)
		if err != nil {
			t.Fatalf("case %d: %v\n%s", i, err, g.text)
		}
		want := []string{}
		for _, name := range []string{"h", "m1", "m2"} {
			if theirs.Validate([]byte(g.document(name))) == nil {
				want = append(want, name)
			}
		}
		_, ambiguous := xerces.Compile(dir, "u.xsd")
		for who, got := range map[string][]string{
			"model": substitutes(schema), "validate": validated(schema, g), "binding": planned(t, schema), "instance": made(schema),
		} {
			if !slices.Equal(got, want) {
				t.Errorf("case %d: %s lets %v stand for h, Xerces %v\n%s", i, who, got, want, g.text)
			}
		}
		// Xerces knows of a member type of a union when it validates, and forgets
		// it when it looks for ambiguity.
		byUnion := strings.Contains(g.text, `name="h" type="U"`) && strings.Contains(g.text, `name="m2" type="I"`)
		if _, err := compiled(t, g.upper); !byUnion && (err == nil) != (ambiguous == nil) {
			t.Errorf("case %d: ambiguity: got %v, Xerces %v\n%s", i, err, ambiguous, g.upper)
		}
		open, err := compiled(t, g.open)
		if err != nil {
			t.Fatal(err)
		}
		gone := []string{}
		for _, name := range substitutes(open) {
			if !slices.Contains(want, name) {
				gone = append(gone, name)
			}
		}
		if got := removed(open, schema); !slices.Equal(got, gone) {
			t.Errorf("case %d: the diff says that %v went, Xerces %v\n%s", i, got, gone, g.text)
		}
		if t.Failed() && i > 20 {
			return
		}
	}
}

func substitutes(s *xsd.Schema) []string {
	names := []string{}
	for _, e := range s.Substitutes(s.Element(xsd.QName{Local: "h"})) {
		names = append(names, e.Name.Local)
	}
	return names
}

func validated(s *xsd.Schema, g groupCase) []string {
	names := []string{}
	v := validate.New(s, validate.Options{})
	for _, name := range []string{"h", "m1", "m2"} {
		if v.Validate(strings.NewReader(g.document(name)), "d.xml").Outcome() == validate.Valid {
			names = append(names, name)
		}
	}
	return names
}

// planned are the elements that the Go type of root has a place for.
func planned(t *testing.T, s *xsd.Schema) []string {
	t.Helper()
	bound, diags := binding.New(s, binding.Options{Lock: binding.NewLock(), ImportPath: "example.com/api", RootName: "api"})
	if err := diags.Err(); err != nil {
		t.Fatal(err)
	}
	names := []string{}
	for _, p := range bound.Packages {
		for _, d := range p.Types {
			st, ok := d.(*plan.Struct)
			if !ok || st.Name != "Root" {
				continue
			}
			for _, e := range places(st) {
				if e.Local == "h" && s.Element(e).Abstract {
					continue // a place for what cannot come
				}
				names = append(names, e.Local)
			}
		}
	}
	slices.Sort(names)
	return names
}

// places are the elements that a struct has a field for, or a field of an interface that they have.
func places(s *plan.Struct) []xsd.QName {
	var names []xsd.QName
	for _, e := range s.Table.Elements {
		if e.Name.Local != "" { // else the entry of all that an interface has
			names = append(names, e.Name)
		}
	}
	for _, f := range s.Fields {
		if f.Kind != plan.ItemsField {
			continue
		}
		for _, m := range f.Choice.Members {
			names = append(names, m.Name)
		}
	}
	return names
}

var childOfRoot = regexp.MustCompile(`<root[^>]*>\s*<(\w+)`)

// made are the elements below root in documents made at random.
func made(s *xsd.Schema) []string {
	found := map[string]bool{}
	w := sample.New(s)
	for seed := range uint64(60) {
		text, ok := w.Document(s.Element(xsd.QName{Local: "root"}), seed)
		if !ok {
			continue
		}
		if m := childOfRoot.FindSubmatch(text); m != nil {
			found[string(m[1])] = true
		}
	}
	names := []string{}
	for _, name := range []string{"h", "m1", "m2"} {
		if found[name] {
			names = append(names, name)
		}
	}
	return names
}

// removed are the members that the diff says may stand for h no longer.
func removed(old, new *xsd.Schema) []string {
	names := []string{}
	for _, c := range project.Compare(diff.NewSide("old", old, nil), diff.NewSide("new", new, nil), diff.Options{}).Changes {
		if c.ID == "substitution-member-removed" && c.Old.Text == "h" {
			names = append(names, c.Component.Name.Local)
		}
	}
	slices.Sort(names)
	return names
}
