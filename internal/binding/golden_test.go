package binding_test

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"

	"github.com/wbxgen/wbxgen/internal/binding"
	"github.com/wbxgen/wbxgen/internal/plan"
	"github.com/wbxgen/wbxgen/internal/source"
	"github.com/wbxgen/wbxgen/internal/xsd/compile"
)

// TestPlans holds the plan of each schema in testdata against the one that is
// written there: a case for each row of the table of how XSD becomes Go.
// WBXGEN_GOLDEN=1 writes them.
func TestPlans(t *testing.T) {
	cases, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(cases) == 0 {
		t.Fatal(err, len(cases))
	}
	for _, file := range cases {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			a, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			if len(bytes.TrimSpace(a.Comment)) == 0 {
				t.Error("nothing says why the case is there")
			}
			got := planOf(t, a)
			i := slices.IndexFunc(a.Files, func(f txtar.File) bool { return f.Name == "plan" })
			if os.Getenv("WBXGEN_GOLDEN") != "" {
				if i < 0 {
					i = len(a.Files)
					a.Files = append(a.Files, txtar.File{Name: "plan"})
				}
				a.Files[i].Data = []byte(got)
				if err := os.WriteFile(file, txtar.Format(a), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			if i < 0 {
				t.Fatal("there is no plan")
			}
			if d := cmp.Diff(string(a.Files[i].Data), got); d != "" {
				t.Errorf("-want +got:\n%s", d)
			}
		})
	}
}

// planOf writes the plan of the schema in an archive, and what is said of it.
func planOf(t *testing.T, a *txtar.Archive) string {
	t.Helper()
	dir := t.TempDir()
	for _, f := range a.Files {
		if filepath.Ext(f.Name) == ".xsd" {
			if err := os.WriteFile(filepath.Join(dir, f.Name), f.Data, 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
	set, err := source.Open(dir, source.Options{})
	if err != nil {
		t.Fatal(err)
	}
	schema, diags := compile.Compile(set, compile.Options{})
	if err := diags.Err(); err != nil {
		t.Fatal(err)
	}
	p, notes := binding.New(schema, binding.Options{ImportPath: "example.com/api", RootName: "api"})
	d := &dump{}
	for _, pkg := range p.Packages {
		d.pkg(pkg)
	}
	for _, n := range notes.Sorted() {
		d.line(0, "%s [%s]", n.Message, n.Code)
	}
	return d.String()
}

// dump writes plans in a form that people can read.
type dump struct{ strings.Builder }

func (d *dump) line(depth int, format string, args ...any) {
	text := fmt.Sprintf(format, args...)
	d.WriteString(strings.TrimRight(strings.Repeat("\t", depth)+text, " ") + "\n")
}

func (d *dump) doc(depth int, doc []string) {
	for _, p := range doc {
		d.line(depth, "// %s", p)
	}
}

func (d *dump) pkg(p *plan.Package) {
	d.doc(0, p.Doc)
	d.line(0, "package %s", p.Name)
	for _, decl := range p.Types {
		d.line(0, "")
		switch decl := decl.(type) {
		case *plan.Struct:
			d.strct(decl)
		case *plan.Simple:
			d.simple(decl)
		case *plan.Base:
			d.doc(0, decl.Doc)
			d.line(0, "base %s marked by %s in %s, unknown %s, members %s", decl.Name, decl.Method, decl.File, decl.Unknown, structNames(decl.Members))
		case *plan.Choice:
			d.doc(0, decl.Doc)
			kind := "choice"
			if decl.OfItems {
				kind = "items"
			}
			d.line(0, "%s %s sealed by %s in %s%s", kind, decl.Name, decl.Method, decl.File, flags("required", decl.Required, "text", decl.Text, "raw", decl.Raw))
			for _, m := range decl.Members {
				d.member(m)
			}
		case *plan.ItemPart:
			d.doc(0, decl.Doc)
			d.line(0, "part %s in %s%s", decl.Name, decl.File, flags("raw", decl.Raw))
			for _, c := range decl.In {
				d.line(1, "of %s", c.Name)
			}
		}
	}
	for _, r := range p.Roots {
		d.doc(0, r.Doc)
		d.line(0, "root %s", r.Var)
	}
	d.line(0, "")
}

// flags joins the words whose condition holds.
func flags(list ...any) string {
	text := ""
	for i := 0; i < len(list); i += 2 {
		if list[i+1].(bool) {
			text += " " + list[i].(string)
		}
	}
	return text
}

func structNames(list []*plan.Struct) string {
	var names []string
	for _, s := range list {
		names = append(names, s.Pkg.Name+"."+s.Name)
	}
	return strings.Join(names, ", ")
}

func typeName(t plan.Type) string {
	name := t.Name
	switch {
	case t.Package != nil:
		name = t.Package.Name + "." + name
	case t.Runtime:
		name = plan.RuntimePackage(name) + "." + name
	}
	if t.Slice {
		return "[]" + name
	}
	return name
}

func (d *dump) strct(s *plan.Struct) {
	d.doc(0, s.Doc)
	if s.Embeds != nil {
		d.line(0, "struct %s around %s in %s", s.Name, s.Embeds.Name, s.File)
		return
	}
	d.line(0, "struct %s with %s in %s%s", s.Name, s.TableVar, s.File, flags("part", s.Of != nil, "checked", s.Checked, "registered", s.Registered, "item", s.Item != nil))
	for _, f := range s.Attrs {
		d.field(f)
	}
	if s.Value != nil {
		d.field(s.Value)
	}
	for _, f := range s.Fields {
		d.field(f)
	}
	for _, e := range s.Table.Elements {
		name := e.Name.String()
		if e.Items != nil {
			name = "of " + e.Items.Name
		}
		d.line(1, "table %s%s", name, flags("many", e.Many, "again", e.Again))
	}
	for _, f := range s.Table.Forks {
		d.line(1, "fork %d after %v", f.Index, f.After)
	}
	for _, w := range s.Table.Wildcards {
		d.line(1, "wildcard %s at %d", w.Namespaces, w.At)
	}
	if s.Model != nil {
		d.line(1, "model %s by %s%s", s.Model.Text, s.Model.Expr, flags(fmt.Sprintf("each %q", s.Model.Each), s.Model.Each != nil, fmt.Sprint("names ", s.Model.Names), s.Model.Names != nil))
	}
}

func (d *dump) member(m plan.Member) {
	if m.Struct == nil {
		d.line(1, "%s as it is", m.Name)
		return
	}
	d.line(1, "%s %s.%s", m.Name, m.Struct.Pkg.Name, m.Struct.Name)
}

func (d *dump) field(f *plan.Field) {
	d.doc(1, f.Doc)
	text := fmt.Sprintf("%s %s `%s` %d", f.Name, f.GoType().Text(typeName), f.Tag, f.Element)
	if f.Default != nil {
		text += fmt.Sprintf(" default %q", *f.Default)
	}
	for _, n := range f.DefaultNames {
		text += fmt.Sprintf(" with %s = %s", n.Prefix, n.URI)
	}
	d.line(1, "%s%s", text, flags("varies", f.DefaultVaries))
	d.checks(2, f.FacetsVar, f.Checks)
	d.checks(2, "items: "+f.ItemFacetsVar, f.ListItem)
	for _, br := range f.Branches {
		d.line(2, "branch %s %d-%d%s", br.Struct.Name, br.First, br.Last, flags("any", br.Any))
	}
	if f.Slot != nil {
		d.line(2, "slot %s knows %s", f.Slot.Var, structNames(f.Slot.Known))
	}
}

func (d *dump) checks(depth int, name string, list []plan.Check) {
	for _, c := range list {
		d.line(depth, "check %s %s %d %s %q", name, checkNames[c.Kind], c.Number, c.Text, c.Pattern)
	}
}

var checkNames = map[plan.CheckKind]string{
	plan.CheckLength: "length", plan.CheckMinLength: "minLength", plan.CheckMaxLength: "maxLength", plan.CheckPattern: "pattern",
	plan.CheckMinInclusive: "minInclusive", plan.CheckMinExclusive: "minExclusive", plan.CheckMaxInclusive: "maxInclusive",
	plan.CheckMaxExclusive: "maxExclusive", plan.CheckTotalDigits: "totalDigits", plan.CheckFractionDigits: "fractionDigits",
	plan.CheckLexical: "lexical", plan.CheckSpace: "space", plan.CheckEnum: "enum", plan.CheckMembers: "members", plan.CheckItem: "item",
	plan.CheckFixed: "fixed", plan.CheckMinItems: "minItems", plan.CheckMaxItems: "maxItems", plan.CheckChoice: "choice",
}

func (d *dump) simple(s *plan.Simple) {
	d.doc(0, s.Doc)
	d.line(0, "%s %s of %s in %s", [...]string{"type", "enumeration", "list", "union", "struct"}[s.Kind], s.Name, typeName(s.Of), s.File)
	for _, v := range s.Values {
		d.doc(1, v.Doc)
		d.line(1, "const %s = %q", v.Name, v.Value)
	}
	if s.ValuesFunc != "" {
		d.line(1, "func %s", s.ValuesFunc)
	}
	for _, m := range s.Members {
		d.line(1, "method %s %s", m.Method, typeName(m.Type))
	}
	d.checks(1, s.FacetsVar, s.Checks)
	d.checks(1, "items: "+s.ItemFacetsVar, s.ItemChecks)
}
