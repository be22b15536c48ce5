package cli

import (
	"fmt"
	"slices"
	"strings"

	"github.com/wbxgen/wbxgen/internal/plan"
	"github.com/wbxgen/wbxgen/internal/profile"
	"github.com/wbxgen/wbxgen/internal/project"
	"github.com/wbxgen/wbxgen/internal/sample"
	"github.com/wbxgen/wbxgen/internal/snippet"
	"github.com/wbxgen/wbxgen/internal/xmltree"
	"github.com/wbxgen/wbxgen/internal/xsd"
)

// sampleElement prints the smallest document that starts with an element, and
// the Go code that makes it.
func (s *shower) sampleElement(e *xsd.ElementDecl) {
	if e.Abstract {
		return
	}
	d := s.builder().Exactly(e)
	code := s.code()
	if d == nil {
		return
	}
	s.printDocument("document", d.Document(s.schema))
	pkg, root := rootOf(code, e)
	if root == nil || root.Struct == nil {
		return
	}
	literal, ok := s.literal(code, root.Struct, d)
	if !ok {
		return
	}
	s.printGo(append(literal.Imports, code.Runtime, pkg.ImportPath),
		"document := "+literal.Text+"\n"+"data, err := wire.Marshal(document"+rootOption(pkg, root)+")")
}

// sampleOperation prints the smallest request of an operation, and the Go code
// that sends it.
func (s *shower) sampleOperation(op profile.Operation) {
	d := s.request(op)
	if d == nil {
		return
	}
	text := d.Document(s.schema)
	if s.profile.Envelope().Unqualified {
		text = d.Sent(s.schema, map[xsd.QName]string{op.Request.Type.TypeName(): op.WireType})
	}
	s.printDocument("request", text)
	code := s.code()
	pkg, method := methodOf(code, op)
	if method == nil {
		return
	}
	literal, ok := s.literal(code, method.Request, d)
	if !ok {
		return
	}
	s.printGo(append(literal.Imports, pkg.ImportPath),
		"client := "+pkg.Name+".NewClient(caller)\n"+"response, err := client."+method.Name+"(ctx, "+literal.Text+")")
}

// request returns the smallest request of an operation: its element, or the
// element of the envelope that takes its type.
func (s *shower) request(op profile.Operation) *sample.Draft {
	if op.Request.Element != nil {
		return s.builder().Exactly(op.Request.Element)
	}
	slot := "request"
	if path := s.profile.Envelope().Path; len(path) > 0 {
		slot = path[len(path)-1]
	}
	d := &sample.Draft{Name: xsd.QName{Local: slot}, As: op.Request.Type.TypeName()}
	if !s.builder().Fill(d, op.Request.Type, nil) {
		return nil
	}
	return d
}

// levels is how deep optional elements are put into a full document.
const levels = 3

func (s *shower) builder() *sample.Builder {
	b := sample.NewBuilder(s.schema, func(xsd.Type) bool { return true })
	b.Begin()
	if s.full {
		b.Full = levels
	}
	return b
}

// code plans the bindings of the schema; nil where there can be none.
func (s *shower) code() *plan.Plan {
	code, err := project.PlanOf(s.config, s.of, s.named)
	if err != nil {
		return nil
	}
	return code
}

// literal writes a draft as Go.
func (s *shower) literal(code *plan.Plan, of *plan.Struct, d *sample.Draft) (snippet.Code, bool) {
	doc, err := xmltree.Parse("sample", []byte(d.Document(s.schema)), xmltree.Options{})
	if err != nil {
		return snippet.Code{}, false
	}
	c, err := snippet.Of(code, of, doc.Root)
	return c, err == nil
}

func rootOf(code *plan.Plan, e *xsd.ElementDecl) (*plan.Package, *plan.Root) {
	if code == nil {
		return nil, nil
	}
	for _, pkg := range code.Packages {
		for _, r := range pkg.Roots {
			if r.Element == e {
				return pkg, r
			}
		}
	}
	return nil, nil
}

func methodOf(code *plan.Plan, op profile.Operation) (*plan.Package, *plan.Method) {
	if code == nil {
		return nil, nil
	}
	for _, pkg := range code.Packages {
		for _, m := range pkg.Operations {
			if m.Operation.Name == op.Name && m.Operation.Request == op.Request.Type.TypeName() {
				return pkg, m
			}
		}
	}
	return nil, nil
}

// printDocument prints a document, an element a line.
func (s *shower) printDocument(what, text string) {
	if !s.full {
		what = "smallest " + what
	}
	fmt.Fprintf(s.w, "\na %s\n", what)
	depth := 1
	for _, part := range strings.SplitAfter(strings.ReplaceAll(text, "><", ">\n<"), "\n") {
		if strings.HasPrefix(part, "</") {
			depth--
		}
		fmt.Fprint(s.w, strings.Repeat("  ", depth)+part)
		if strings.HasPrefix(part, "<") && !strings.HasPrefix(part, "</") && !strings.Contains(part, "</") && !strings.HasSuffix(strings.TrimSpace(part), "/>") {
			depth++
		}
	}
	fmt.Fprintln(s.w)
}

// printGo prints code with the packages that it needs.
func (s *shower) printGo(imports []string, text string) {
	fmt.Fprintf(s.w, "\nin Go\n")
	for _, path := range slices.Compact(slices.Sorted(slices.Values(imports))) {
		fmt.Fprintf(s.w, "  // import %q\n", path)
	}
	for _, line := range strings.Split(text, "\n") {
		fmt.Fprintln(s.w, "  "+line)
	}
}

// rootOption is the option that says which root element a document has, "" where
// its type has one alone.
func rootOption(pkg *plan.Package, root *plan.Root) string {
	if len(root.Struct.Roots) == 1 {
		return ""
	}
	return ", wire.Root(" + pkg.Name + "." + root.Var + ")"
}
