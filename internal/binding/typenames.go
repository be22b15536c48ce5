package binding

import (
	"slices"

	"github.com/wbxgen/wbxgen/internal/goname"
	"github.com/wbxgen/wbxgen/internal/plan"
	"github.com/wbxgen/wbxgen/internal/xsd"
	"github.com/wbxgen/wbxgen/internal/xsd/datatype"
)

func exported(name string) string { return goname.Exported(name) }

func fileOf(method string) string { return "op_" + goname.File(method) }

const (
	typesFile = "types"
	enumsFile = "enums"
)

// nameTypes gives every type definition its Go name: first the named ones
// whose name has no "Type" to drop, then the other named ones, then those that
// stand within something, by its name.
func (b *builder) nameTypes() {
	var trimmed []xsd.Type
	for _, t := range b.schema.Types() {
		if local := t.TypeName().Local; goname.TrimType(local) != local {
			trimmed = append(trimmed, t)
			continue
		}
		b.nameType(t)
	}
	for _, t := range trimmed {
		b.nameType(t)
	}
	b.nameAnonymous()
}

func typeKey(n xsd.QName) string { return "type " + n.String() }

// nameType names a global type and makes its struct or simple type.
func (b *builder) nameType(t xsd.Type) {
	n := t.TypeName()
	p := b.packageFor(n.Space)
	if p == nil {
		return
	}
	full := exported(n.Local)
	name := b.scopeOf[p].claim(typeKey(n), exported(goname.TrimType(n.Local)), full, full+"Type")
	switch t := t.(type) {
	case *xsd.ComplexType:
		s := &plan.Struct{Name: name, File: typesFile, XMLName: n, Pkg: p, Component: t}
		b.enter(&structSource{s: s, t: t, root: n})
	case *xsd.SimpleType:
		b.enterSimple(t, name, p)
	}
}

func (b *builder) enter(src *structSource) {
	b.structs[src.t], b.sources[src.t] = src.s, src
	b.order = append(b.order, src)
	b.all = append(b.all, src.s)
	b.addDecl(src.s.Pkg, src.s)
}

func (b *builder) enterSimple(t *xsd.SimpleType, name string, p *plan.Package) *plan.Simple {
	s := &plan.Simple{Name: name, File: enumsFile, XMLName: t.Name, Pkg: p}
	b.simples[t] = s
	b.simpleOrder = append(b.simpleOrder, t)
	b.addDecl(p, s)
	return s
}

// isEnum reports whether the type itself lists its values and text is enough
// to hold them.
func isEnum(t *xsd.SimpleType) bool {
	if t.Variety != datatype.AtomicVariety && t.Variety != datatype.UnionVariety {
		return false
	}
	if isQName(t) || isScoped(t) {
		return false
	}
	return slices.ContainsFunc(t.Facets, func(f xsd.Facet) bool { return f.Name == datatype.EnumerationFacet })
}
