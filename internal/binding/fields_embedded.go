package binding

import (
	"slices"

	"github.com/wbxgen/wbxgen/internal/plan"
	"github.com/wbxgen/wbxgen/internal/xsd"
)

// fillGroups plans the fields of attribute groups.
func (st *structs) fillGroups() {
	for _, g := range st.decls.groups.order {
		s := st.decls.groups.structs[g]
		f := st.filler(&structSource{s: s, root: g.Name})
		f.uses(f.embed(g, st.decls.groups.among(g.Groups), g.Uses))
		tellTags(s.Attrs)
		s.Defaulted = slices.ContainsFunc(s.Members(), func(f *plan.Field) bool { return f.Default != nil || f.WritesFixed() })
		s.Doc = st.comments.groupDoc(s, g)
	}
}

// embed embeds those of some groups that stand whole among the attributes of the
// struct's type or group, and returns the attributes that are left.
func (f *filler) embed(in xsd.Component, groups []*xsd.AttributeGroupDef, uses []*xsd.AttributeUse) []*xsd.AttributeUse {
	taken, seen := map[*xsd.AttributeUse]bool{}, map[*xsd.AttributeGroupDef]bool{}
	for len(groups) > 0 {
		g := groups[0]
		groups = groups[1:]
		if seen[g] {
			continue
		}
		seen[g] = true
		if why := f.notEmbedded(g, uses); why != "" {
			f.of.diags.Note(in.Position(), plan.LaidFlat, "the attributes of the group %s are fields of %s itself: %s", f.of.layout.label(g.Name), f.s.Name, why)
			groups = append(f.of.decls.groups.among(g.Groups), groups...)
			continue
		}
		s := f.of.decls.groups.structs[g]
		f.s.Groups = append(f.s.Groups, s)
		for _, name := range promoted(s) {
			f.names.reserve(name)
		}
		for _, u := range g.Uses {
			taken[u] = true
		}
	}
	return slices.DeleteFunc(slices.Clone(uses), func(u *xsd.AttributeUse) bool { return taken[u] })
}

// notEmbedded says why a struct cannot embed a group, "" where it can.
func (f *filler) notEmbedded(g *xsd.AttributeGroupDef, uses []*xsd.AttributeUse) string {
	s := f.of.decls.groups.structs[g]
	for _, u := range g.Uses {
		if !slices.Contains(uses, u) {
			return "the attribute " + u.Decl.Name.Local + " is another one there, or prohibited"
		}
	}
	for _, name := range promoted(s) {
		if f.names.has(name) {
			return "the name " + name + " is that of something else there already"
		}
	}
	if !f.of.layout.link(f.s.Pkg, s.Pkg) {
		return "its package " + f.s.Pkg.Name + " cannot import that of the group, " + s.Pkg.Name
	}
	return ""
}

// promoted are the names that a struct gives one that embeds it.
func promoted(s *plan.Struct) []string {
	names := []string{s.Name}
	for _, g := range s.Groups {
		names = append(names, promoted(g)...)
	}
	for _, f := range s.Attrs {
		names = append(names, f.Name)
	}
	return names
}

// vary notes the defaults of groups that do not hold for all types derived from
// one that embeds them.
func vary(groups []*plan.Struct, varying map[xsd.QName]bool) {
	for _, g := range groups {
		for _, f := range g.Members() {
			f.DefaultVaries = f.DefaultVaries || f.Default != nil && varying[f.Declared]
		}
	}
}
