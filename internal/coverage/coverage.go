package coverage

import (
	"cmp"
	"slices"
	"strings"

	"github.com/wbxgen/wbxgen/internal/diag"
	"github.com/wbxgen/wbxgen/internal/plan"
	"github.com/wbxgen/wbxgen/internal/xsd"
)

// Verdict says how faithful generated code is to a component.
type Verdict string

// The verdicts.
const (
	Faithful     Verdict = "faithful"
	Approximated Verdict = "approximated"
	Unsupported  Verdict = "unsupported"
	LeftOut      Verdict = "left out" // by the setting keep
)

// Code is that of what a strict run refuses.
const Code = "wbxgen-strict"

// Component is one of a schema, with its verdict.
type Component struct {
	Kind    string   `json:"kind"`
	Name    string   `json:"name,omitempty"`
	In      string   `json:"in,omitempty"` // the global component that a local one is first met in
	File    string   `json:"file,omitempty"`
	Line    int      `json:"line,omitempty"`
	Col     int      `json:"col,omitempty"`
	Verdict Verdict  `json:"verdict"`
	How     []string `json:"how,omitempty"` // and what else is worth saying
}

// Report is about one output.
type Report struct {
	Output     string          `json:"output"`
	Counts     map[Verdict]int `json:"counts"`
	Components []*Component    `json:"components"`
}

// New judges the components of a schema by the plan of its code, and the notes
// that making the plan left. whole is the schema with what is not kept.
func New(output string, whole, kept *xsd.Schema, code *plan.Plan, notes *diag.List) *Report {
	c := &collector{schema: whole, kept: kept, byPos: map[diag.Pos]*Component{}, seen: map[xsd.Component]*Component{}}
	c.collect()
	for _, a := range code.Approximations {
		c.approximate(c.of(a.Component), a.How)
	}
	for _, d := range notes.Sorted() {
		if strings.HasPrefix(d.Code, "wbxgen-unsupported-") || d.Code == "wbxgen-spelling" {
			c.approximate(c.byPos[d.Pos], d.Message)
		}
		if d.Code == plan.LaidFlat && c.byPos[d.Pos] != nil {
			one := c.byPos[d.Pos]
			one.How = append(one.How, d.Message)
		}
	}
	r := &Report{Output: output, Counts: map[Verdict]int{}, Components: c.list}
	for _, one := range r.Components {
		r.Counts[one.Verdict]++
	}
	return r
}

// Refused returns what a strict run refuses: all that is approximated or
// unsupported.
func (r *Report) Refused() *diag.List {
	var list diag.List
	for _, c := range r.Components {
		if c.Verdict == Approximated || c.Verdict == Unsupported {
			list.Error(diag.Pos{File: c.File, Line: c.Line, Col: c.Col}, Code, "%s is %s: %s", c.label(), c.Verdict, strings.Join(c.How, "; "))
		}
	}
	return &list
}

func (c *Component) label() string {
	text := c.Kind
	if c.Name != "" {
		text += " " + c.Name
	}
	if c.In != "" {
		text += " in " + c.In
	}
	return text
}

// collector lists components in the order of the schema.
type collector struct {
	schema, kept *xsd.Schema
	list         []*Component
	byPos        map[diag.Pos]*Component
	seen         map[xsd.Component]*Component
}

func (c *collector) collect() {
	for _, t := range c.schema.Types() {
		c.global(t, t.TypeName(), c.kept.Type(t.TypeName()) != nil)
	}
	for _, e := range c.schema.Elements() {
		c.global(e, e.Name, c.kept.Element(e.Name) != nil)
	}
	for _, a := range c.schema.Attributes() {
		c.global(a, a.Name, c.kept.Attribute(a.Name) != nil)
	}
	for _, g := range c.schema.AttributeGroups() {
		c.global(g, g.Name, c.kept.AttributeGroup(g.Name) != nil)
	}
	for _, g := range c.schema.ModelGroups() {
		c.global(g, g.Name, c.kept.ModelGroup(g.Name) != nil)
	}
	for _, n := range c.schema.Notations() {
		c.add(n, n.Name, "", Faithful)
	}
	slices.SortStableFunc(c.list, func(a, b *Component) int {
		return cmp.Or(strings.Compare(a.File, b.File), a.Line-b.Line, a.Col-b.Col)
	})
}

// global adds a global component, and the local ones that are first met in it.
func (c *collector) global(top xsd.Component, name xsd.QName, kept bool) {
	verdict := Faithful
	if !kept {
		verdict = LeftOut
	}
	in := c.add(top, name, "", verdict)
	xsd.Walk(top, func(x xsd.Component) bool {
		if x == top {
			return true
		}
		switch x := x.(type) {
		case *xsd.ElementDecl:
			if x.Global {
				return false
			}
			c.add(x, x.Name, in.label(), verdict)
		case *xsd.AttributeUse:
			if x.Decl.Global {
				return false
			}
			one := c.add(x.Decl, x.Decl.Name, in.label(), verdict)
			if x.Value != nil {
				c.byPos[x.Value.Pos] = one
			}
		case *xsd.IdentityConstraint:
			one := c.add(x, x.Name, "", verdict)
			if verdict == Faithful {
				one.Verdict, one.How = Unsupported, []string{"generated code does not check it; wbxgen validate and package xsd do"}
			}
		case xsd.Type:
			if !x.TypeName().IsZero() {
				return false
			}
			c.add(x, xsd.QName{}, in.label(), verdict)
		}
		return true
	})
}

func (c *collector) add(x xsd.Component, name xsd.QName, in string, verdict Verdict) *Component {
	if one := c.seen[x]; one != nil {
		return one
	}
	pos := x.Position()
	one := &Component{Kind: word(x), In: in, File: pos.File, Line: pos.Line, Col: pos.Col, Verdict: verdict}
	if !name.IsZero() {
		one.Name = c.schema.Label(name)
	}
	c.seen[x] = one
	c.list = append(c.list, one)
	c.byPos[pos] = one
	for _, v := range constraints(x) {
		c.byPos[v.Pos] = one
	}
	return one
}

// constraints are the default and fixed values of a component.
func constraints(x xsd.Component) (list []*xsd.ValueConstraint) {
	switch x := x.(type) {
	case *xsd.ElementDecl:
		if x.Value != nil {
			list = append(list, x.Value)
		}
	case *xsd.AttributeDecl:
		if x.Value != nil {
			list = append(list, x.Value)
		}
	}
	return list
}

// word is what people call a kind of component.
func word(x xsd.Component) string {
	switch x.(type) {
	case *xsd.SimpleType:
		return "simple type"
	case *xsd.ComplexType:
		return "complex type"
	case *xsd.ElementDecl:
		return "element"
	case *xsd.AttributeDecl:
		return "attribute"
	case *xsd.AttributeGroupDef:
		return "attribute group"
	case *xsd.ModelGroupDef:
		return "group"
	case *xsd.Notation:
		return "notation"
	}
	return "identity constraint"
}

// of is the entry of a component; a built-in type, which has none, gets one.
func (c *collector) of(x xsd.Component) *Component {
	if one := c.seen[x]; one != nil {
		return one
	}
	if t, ok := x.(*xsd.SimpleType); ok && t.IsBuiltin() {
		return c.add(t, t.Name, "", Faithful)
	}
	return nil
}

func (c *collector) approximate(one *Component, how string) {
	if one == nil || one.Verdict == LeftOut || slices.Contains(one.How, how) {
		return
	}
	if one.Verdict == Faithful {
		one.Verdict = Approximated
	}
	one.How = append(one.How, how)
}
