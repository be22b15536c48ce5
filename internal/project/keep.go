package project

import (
	"fmt"
	"slices"
	"strings"

	"github.com/wbxgen/wbxgen/internal/component"
	"github.com/wbxgen/wbxgen/internal/diag"
	"github.com/wbxgen/wbxgen/internal/profile"
	"github.com/wbxgen/wbxgen/internal/xsd"
)

// Keep returns the part of a schema that the configuration wants code for: what
// the elements, types and operations that it names lead to, or all.
func (st *Settings) Keep(s *Schema) *Schema {
	k := st.cfg.Keep
	if len(k.Elements)+len(k.Types)+len(k.Operations) == 0 {
		return s
	}
	r := &keeper{schema: s.Components, options: st, seen: map[xsd.Component]bool{}}
	for _, one := range []struct {
		key   string
		names []string
		kind  component.Kind
	}{{"elements", k.Elements, component.Element}, {"types", k.Types, component.Type}} {
		for i, text := range one.names {
			for _, f := range st.findIn(s.Components, []string{"keep", one.key}, i, text, one.kind) {
				r.from(f.component)
			}
		}
	}
	st.keepOperations(s, r)
	part := *s
	part.whole = s.Components
	part.Components = s.Components.Only(r.kept())
	return &part
}

// findIn finds what an entry of a list names that is a key of a setting.
func (st *Settings) findIn(s *xsd.Schema, setting []string, i int, text string, kind component.Kind) []found {
	at := entry{placeText(setting), fmt.Sprint(i)}
	pos := st.cfg.ValueAt(setting[0], append(slices.Clone(setting[1:]), at.key)...)
	return st.find(s, at, text, pos, true, kind)
}

func placeText(setting []string) string { return setting[0] + "." + setting[1] }

// keepOperations marks what the messages of operations lead to.
func (st *Settings) keepOperations(s *Schema, r *keeper) {
	if len(st.cfg.Keep.Operations) == 0 {
		return
	}
	all := s.Profile.Operations(s.Components)
	var names []string
	for _, op := range all {
		names = append(names, op.Name)
	}
	for i, name := range st.cfg.Keep.Operations {
		n := slices.Index(names, name)
		why := ""
		if n < 0 {
			why = fmt.Sprintf("no schema has the operation %q%s", name, diag.DidYouMean(name, names))
		} else {
			r.message(all[n].Request)
			r.message(all[n].Response)
		}
		key := fmt.Sprint(i)
		st.note(entry{"keep.operations", key}, st.cfg.ValueAt("keep", "operations", key), why)
	}
}

// is what some components lead to.
type keeper struct {
	schema  *xsd.Schema
	options *Settings
	seen    map[xsd.Component]bool
	open    map[xsd.Component]bool // in whose place derived types can stand
}

func (r *keeper) message(m profile.Message) {
	if m.Element != nil {
		r.from(m.Element)
	}
	if m.Type != nil {
		r.from(m.Type)
	}
}

// from marks a component and what it leads to: what it is made of, the members of
// a substitution group where its head stands, and the types that can stand in
// the place of an abstract or polymorphic one.
func (r *keeper) from(c xsd.Component) {
	xsd.Walk(c, func(c xsd.Component) bool {
		if r.seen[c] {
			return false
		}
		r.seen[c] = true
		switch c := c.(type) {
		case *xsd.ElementDecl:
			for _, m := range r.schema.Group(c) {
				r.from(m)
			}
			if t, ok := c.Type.(*xsd.ComplexType); ok && (t.Abstract || r.isOpen(c) || r.isOpen(t)) {
				r.derived(t)
			}
		case *xsd.ModelGroup:
			if c.Def != nil {
				r.seen[c.Def] = true
			}
		}
		return true
	})
}

// isOpen reports whether the configuration has a component polymorphic.
func (r *keeper) isOpen(c xsd.Component) bool {
	if r.open == nil {
		r.open = map[xsd.Component]bool{}
		for _, f := range r.options.components(r.schema, "polymorphic", r.options.cfg.Polymorphic, component.Type, component.Element) {
			r.open[f.component] = true
		}
	}
	return r.open[c]
}

func (r *keeper) derived(t xsd.Type) {
	for _, d := range r.schema.Derived(t) {
		r.from(d)
		r.derived(d)
	}
}

// kept reports of global components whether they are marked. An attribute group
// is where one of its attributes is.
func (r *keeper) kept() func(xsd.Component) bool {
	return func(c xsd.Component) bool {
		if g, ok := c.(*xsd.AttributeGroupDef); ok {
			return slices.ContainsFunc(g.Uses, func(u *xsd.AttributeUse) bool { return r.seen[u] })
		}
		return r.seen[c]
	}
}

// LeftOut says how much of a schema is not kept, "" for nothing.
func (s *Schema) LeftOut() string {
	if s.whole == nil {
		return ""
	}
	var parts []string
	if n := len(s.whole.Types()) - len(s.Components.Types()); n > 0 {
		parts = append(parts, diag.Count(n, "type"))
	}
	if n := len(s.whole.Elements()) - len(s.Components.Elements()); n > 0 {
		parts = append(parts, diag.Count(n, "element"))
	}
	return strings.Join(parts, " and ")
}

// Whole is the whole schema, also where only a part is kept.
func (s *Schema) Whole() *xsd.Schema {
	if s.whole != nil {
		return s.whole
	}
	return s.Components
}
