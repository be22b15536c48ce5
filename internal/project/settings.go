package project

import (
	"fmt"
	"strconv"

	"github.com/wbxgen/wbxgen/internal/binding"
	"github.com/wbxgen/wbxgen/internal/catalog"
	"github.com/wbxgen/wbxgen/internal/component"
	"github.com/wbxgen/wbxgen/internal/config"
	"github.com/wbxgen/wbxgen/internal/diag"
	"github.com/wbxgen/wbxgen/internal/godecl"
	"github.com/wbxgen/wbxgen/internal/plan"
	"github.com/wbxgen/wbxgen/internal/xsd"
)

// Settings are what a configuration says of components, held to the schemas
// that it is about. An entry must mean something in one of them.
type Settings struct {
	cfg *config.Config
	// missed has the entries that have meant nothing so far, met those that
	// have meant something.
	missed map[entry]miss
	met    map[entry]bool
	order  []entry
	// meant has the first entry that means something, and where it stands.
	meant map[string]mention
	wrong diag.List
	// provided are the outputs of this run, by folder: others may import their
	// packages.
	provided map[string]provided
	own      map[string]plan.Own // by the entry of types
	decls    *godecl.Reader
}

// entry is one of a setting: of a list by its number, of a mapping by its key.
type entry struct{ setting, key string }

// miss is an entry that means nothing in a schema, and why.
type miss struct {
	pos diag.Pos
	why string
}

// mention is an entry and its place.
type mention struct {
	entry
	text string
	pos  diag.Pos
}

// NewSettings starts with a configuration and no schemas.
func NewSettings(cfg *config.Config) *Settings {
	return &Settings{cfg: cfg, missed: map[entry]miss{}, met: map[entry]bool{}, meant: map[string]mention{}, provided: map[string]provided{}, own: map[string]plan.Own{}, decls: godecl.New(cfg.Dir)}
}

// binding says how the Go code of a schema is made: all that does not depend on
// where it goes.
func (st *Settings) binding(of *Schema) binding.Options {
	s := of.Whole()
	embedded := st.embedded(s)
	o := binding.Options{
		RootName: rootName(st.cfg, of.Profile), Profile: of.Profile, Single: st.cfg.Layout == "single", Runtime: RuntimePath,
		EncodingXML: st.cfg.EncodingXML,
		Initialisms: initialisms(st.cfg, of.Profile), Rename: st.renames(s, embedded), Types: st.ownTypes(s), Polymorphic: map[xsd.Component]bool{}, Secrets: map[xsd.Component]bool{},
		Embed: embedded,
	}
	for _, c := range st.components(s, "secrets", st.cfg.Secrets, component.Element, component.Attribute, component.Type) {
		o.Secrets[c.component] = true
	}
	for _, c := range st.components(s, "polymorphic", st.cfg.Polymorphic, component.Type, component.Element) {
		if why := notPolymorphic(c.component); why != "" {
			st.wrong.Error(c.pos, config.Code, "%s %s", c.name, why)
		}
		o.Polymorphic[c.component] = true
	}
	return o
}

// notPolymorphic says why no other type can stand in the place of a component's.
func notPolymorphic(c xsd.Component) string {
	if e, ok := c.(*xsd.ElementDecl); ok {
		c = e.Type
	}
	switch t, complex := c.(*xsd.ComplexType); {
	case !complex:
		return "has a simple type, which has text alone: no other type can stand in its place"
	case t == xsd.AnyType:
		return "can have any content already"
	}
	return ""
}

// found is a component that an entry names.
type found struct {
	component xsd.Component
	name      component.Name
	pos       diag.Pos
	key       string
}

// components finds what the entries of a list name in a schema.
func (st *Settings) components(s *xsd.Schema, setting string, texts []string, kinds ...component.Kind) (list []found) {
	for i, text := range texts {
		key := strconv.Itoa(i)
		list = append(list, st.find(s, entry{setting, key}, text, st.cfg.ValueAt(setting, key), false, kinds...)...)
	}
	return list
}

// find finds what an entry names in a schema.
func (st *Settings) find(s *xsd.Schema, at entry, text string, pos diag.Pos, defaults bool, kinds ...component.Kind) (list []found) {
	name, err := component.Parse(text, defaults, kinds...)
	if err != nil {
		return nil // the configuration does not load with such a name
	}
	components, why := name.Find(s)
	st.note(at, pos, why)
	if st.repeats(mention{at, text, pos}, name, components) {
		return nil // what it says besides is no second mistake
	}
	for _, c := range components {
		list = append(list, found{c, name, pos, at.key})
	}
	return list
}

// repeats reports, to the user too, whether an entry says the same as another of
// its setting and only writes it in another way: {urn:orders}audit beside ord:audit.
func (st *Settings) repeats(m mention, name component.Name, means []xsd.Component) bool {
	if len(means) == 0 {
		return false
	}
	key := fmt.Sprint(m.setting, " ", name.Kind, " ", name.Local, name.Path, name.Value, " ", means[0].Position())
	first, known := st.meant[key]
	if !known {
		st.meant[key] = m
	}
	if !known || first.entry == m.entry {
		return false
	}
	st.wrong.Error(m.pos, config.Code, "%q means the same as %q; leave one of them out", m.text, first.text).See(first.pos, "the other is here")
	return true
}

// note notes whether an entry means something in a schema: why not, or "".
func (st *Settings) note(at entry, pos diag.Pos, why string) {
	if _, known := st.missed[at]; !known && !st.met[at] {
		st.order = append(st.order, at)
	}
	if why == "" {
		st.met[at] = true
	} else if _, known := st.missed[at]; !known {
		st.missed[at] = miss{pos, why}
	}
}

// Err reports the entries that mean nothing in any schema, and what is wrong
// with others.
func (st *Settings) Err() error {
	var all diag.List
	all.Append(&st.wrong)
	for _, at := range st.order {
		if m, missed := st.missed[at]; missed && !st.met[at] {
			all.Error(m.pos, config.Code, "%s", m.why)
		}
	}
	return all.Err()
}

// CheckCatalog reports locations of the configuration that no schema has.
func (st *Settings) CheckCatalog(c *catalog.Catalog) {
	for _, key := range c.Unused() {
		st.wrong.Error(st.cfg.KeyAt("catalog", key), config.Code, "no schema refers to the location or namespace %q", key)
	}
}
