package xmltree

import (
	"slices"
	"strings"

	"github.com/wbxgen/wbxgen/wire/xmltext"
)

// complete adds the attributes that the DTD gives defaults for, and normalises
// those that it says are no CDATA (XML 1.0 §3.3.3).
func complete(e *Element, d *DTD) {
	if !d.DefinesAttrs() {
		return
	}
	for def := range d.AttrDefs(e.tag()) {
		i := slices.IndexFunc(e.Attrs, func(a Attr) bool { return a.tag() == def.Name })
		switch {
		case i >= 0 && def.Type != "CDATA":
			e.Attrs[i].Value = strings.Join(strings.Fields(e.Attrs[i].Value), " ")
		case i < 0 && def.Defaults:
			addDefault(e, def)
		}
	}
}

func addDefault(e *Element, def xmltext.AttrDef) {
	prefix, local, found := strings.Cut(def.Name, ":")
	if !found {
		prefix, local = "", def.Name
	}
	switch {
	case def.Name == "xmlns":
		if _, declared := e.ownBinding(""); !declared {
			e.scope = &binding{uri: def.Default, up: e.scope}
			if e.Prefix == "" {
				e.Space = def.Default
			}
		}
		return
	case prefix == "xmlns":
		if _, declared := e.ownBinding(local); !declared {
			e.scope = &binding{prefix: local, uri: def.Default, up: e.scope}
		}
		return
	}
	a := Attr{Name: Name{Local: local, Prefix: prefix}, Value: def.Default, Pos: e.Pos}
	if prefix != "" {
		a.Space, _ = e.Lookup(prefix)
	}
	e.Attrs = append(e.Attrs, a)
}

// ownBinding returns the declaration of a prefix on the element itself.
func (e *Element) ownBinding(prefix string) (uri string, ok bool) {
	var outer *binding
	if e.Parent != nil {
		outer = e.Parent.scope
	}
	for b := e.scope; b != outer; b = b.up {
		if b.prefix == prefix {
			return b.uri, true
		}
	}
	return "", false
}
