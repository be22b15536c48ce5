package binding

import (
	"github.com/wbxgen/wbxgen/internal/plan"
	"github.com/wbxgen/wbxgen/internal/xsd"
)

// roots plans a variable for each global element.
func roots(schema *xsd.Schema, l *layout, ds *declarations, cm *comments, fs *facets) {
	for _, e := range schema.Elements() {
		p := l.packageFor(e.Name.Space)
		if p == nil {
			continue
		}
		r := &plan.Root{Name: e.Name, Element: e}
		if t, ok := e.Type.(*xsd.ComplexType); ok && t != xsd.AnyType {
			r.Struct = ds.structOf(t)
			r.Default = rootDefault(fs, r.Struct, e)
		}
		if r.Struct != nil && !e.Abstract {
			r.Struct.Roots = append(r.Struct.Roots, r)
		}
		local := exported(e.Name.Local)
		r.Var = l.scopeOf[p].claimAs(e, "Element", "element "+e.Name.String(), l.besides(e.Name.Space, "Element"+local, "Element"+local+"Name")...)
		r.Doc = cm.rootDoc(p, r)
		p.Roots = append(p.Roots, r)
	}
}

// rootDefault returns what an empty root element with simple content stands for.
func rootDefault(fs *facets, s *plan.Struct, e *xsd.ElementDecl) *plan.Default {
	if e.Value == nil || s == nil || s.Value == nil {
		return nil
	}
	def := &plan.Default{Text: *elementDefault(s.Value, e), Names: defaultNames(e.Value)}
	if e.Value.Fixed && s.Value.Scalar != plan.OwnScalar && !s.Value.IsSecret() {
		def.Fixed = fs.fixedChecks(s.Value, textType(e.Type), e.Value)
	}
	return def
}

// register marks the types that can stand where a document tells the type, and
// tells whether anything needs a registry.
func register(p *plan.Plan, ds *declarations) {
	for _, t := range ds.baseOrder {
		b := ds.bases[t]
		if !b.Open {
			continue
		}
		p.Registered = true
		for _, s := range b.Members {
			s.Registered = true
		}
	}
	for _, pkg := range p.Packages {
		for _, d := range ds.types[pkg] {
			if s, ok := d.(*plan.Struct); ok && s.Item != nil && s.Item.Registered {
				p.Registered = true
			}
		}
	}
}
