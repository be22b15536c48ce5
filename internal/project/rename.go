package project

import (
	"maps"
	"slices"

	"github.com/wbxgen/wbxgen/internal/binding"
	"github.com/wbxgen/wbxgen/internal/component"
	"github.com/wbxgen/wbxgen/internal/config"
	"github.com/wbxgen/wbxgen/internal/goname"
	"github.com/wbxgen/wbxgen/internal/profile"
	"github.com/wbxgen/wbxgen/internal/xsd"
)

// renames are the names that the configuration gives components of a schema.
func (st *Settings) renames(s *xsd.Schema, embedded map[*xsd.AttributeGroupDef]bool) map[xsd.Component]binding.Chosen {
	names := map[xsd.Component]binding.Chosen{}
	for _, text := range slices.Sorted(maps.Keys(st.cfg.Rename)) {
		pos := st.cfg.KeyAt("rename", text)
		for _, f := range st.find(s, entry{"rename", text}, text, pos, false, component.Type, component.Element, component.Attribute, component.AttributeGroup, component.Enum) {
			named, why := renamed(f)
			if g, ok := f.component.(*xsd.AttributeGroupDef); ok && !embedded[g] {
				why = f.name.String() + " has no Go type of its own; embed makes one"
			}
			if why != "" {
				st.wrong.Error(pos, config.Code, "%s", why)
			}
			chosen := binding.Chosen{Name: st.cfg.Rename[text], Pos: st.cfg.ValueAt("rename", text)}
			for _, c := range named {
				if other, known := names[c]; known && other.Name != chosen.Name {
					st.wrong.Error(chosen.Pos, config.Code, "%q is what another entry calls %s, and it can have one name only", text, other.Name).See(other.Pos, "the other is here")
				}
				names[c] = chosen
			}
		}
	}
	return names
}

// renamed are the components that get the name, or why none can.
func renamed(f found) (list []xsd.Component, why string) {
	e, isElement := f.component.(*xsd.ElementDecl)
	switch {
	case f.name.Kind == component.Type && len(f.name.Path) > 0 && isElement:
		if !e.Type.TypeName().IsZero() {
			return nil, f.name.String() + " is an element whose type has a name; rename that type, or the element"
		}
		return []xsd.Component{e.Type}, ""
	case f.name.Kind == component.Type && len(f.name.Path) > 0:
		if a, ok := f.component.(*xsd.AttributeDecl); ok && a.Type.Name.IsZero() {
			return []xsd.Component{a.Type}, ""
		}
		return nil, f.name.String() + " is an attribute whose type has a name; rename that type, or the attribute"
	case isElement && e.Global && len(f.name.Path) == 0 && e.Type.TypeName().IsZero():
		return []xsd.Component{e, e.Type}, ""
	}
	if t, ok := f.component.(*xsd.SimpleType); ok && t.IsBuiltin() {
		return nil, f.name.String() + " is a built-in type, which has no Go type of its own; types in the configuration chooses another Go type for it"
	}
	return []xsd.Component{f.component}, ""
}

// initialisms are the words that the configuration has in capitals. Where it says
// nothing they are Go's, but for an API with a client of its own: people look its
// names up in its reference.
func initialisms(cfg *config.Config, p profile.Profile) []string {
	var words []string
	if cfg.Initialisms == nil && p.Client().Path == "" {
		return goname.GoInitialisms
	}
	for _, w := range cfg.Initialisms {
		if w == "go" {
			words = append(words, goname.GoInitialisms...)
			continue
		}
		words = append(words, w)
	}
	return words
}
