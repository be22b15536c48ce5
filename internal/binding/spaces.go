package binding

import (
	"slices"

	"github.com/wbxgen/wbxgen/internal/goname"
	"github.com/wbxgen/wbxgen/internal/plan"
	"github.com/wbxgen/wbxgen/internal/xsd"
)

// xmlSpace is the namespace of xml:lang, which needs no schema.
const xmlSpace = "http://www.w3.org/XML/1998/namespace"

// spaces names what each package has of namespaces: constants for its own, and
// variables for those that its tables use.
func spaces(p *plan.Plan, schema *xsd.Schema, l *layout, ds *declarations) {
	qualify(p, schema, ds)
	for _, pkg := range p.Packages {
		if pkg.Elsewhere {
			continue
		}
		spaceConsts(l.scopeOf[pkg], pkg)
		for _, uri := range usedSpaces(pkg) {
			name := l.scopeOf[pkg].helper("ns" + exported(goname.Package(uri)))
			pkg.Spaces = append(pkg.Spaces, plan.SpaceVar{Name: name, Space: spaceOf(p, uri)})
		}
		pkg.SpacesVar = l.scopeOf[pkg].helper("spaces")
	}
}

// spaceConsts names the constants. They come after all that follows from the
// schema, as a type can be called Namespace.
func spaceConsts(names *scope, pkg *plan.Package) {
	var own []string
	for _, ns := range pkg.Namespaces {
		if ns.URI != "" {
			own = append(own, ns.URI)
		}
	}
	for _, uri := range own {
		wanted := []string{"Namespace", "NamespaceName"}
		if len(own) > 1 {
			wanted = []string{"Namespace" + exported(goname.Package(uri))}
		}
		pkg.Consts = append(pkg.Consts, plan.SpaceConst{Name: names.claim("namespace "+uri, wanted...), URI: uri})
	}
}

func spaceOf(p *plan.Plan, uri string) *plan.Namespace {
	for _, ns := range p.Namespaces {
		if ns.URI == uri {
			return ns
		}
	}
	if uri == xmlSpace {
		return &plan.Namespace{URI: uri, Prefix: "xml"}
	}
	// No document has it as its target namespace: only attribute wildcards
	// and the like could name it.
	return &plan.Namespace{URI: uri}
}

// usedSpaces are the namespaces of all names in the tables of a package, in
// their order.
func usedSpaces(pkg *plan.Package) []string {
	used, last := map[string]bool{}, ""
	name := func(n xsd.QName) {
		if n.Space != last {
			used[n.Space], last = true, n.Space
		}
	}
	for _, d := range pkg.Types {
		if s, ok := d.(*plan.Struct); ok {
			eachName(s, name)
		}
	}
	for _, t := range pkg.ItemTables {
		for _, m := range t.Of.Members {
			name(m.Name)
		}
	}
	for _, s := range pkg.Slots {
		name(s.Base.XMLName)
		for _, m := range s.Known {
			name(m.XMLName)
		}
	}
	var list []string
	for uri := range used {
		if uri != "" {
			list = append(list, uri)
		}
	}
	slices.Sort(list)
	return list
}

// eachName calls do with the names that the code of a struct has.
func eachName(s *plan.Struct, do func(xsd.QName)) {
	do(s.XMLName)
	if s.Embeds != nil {
		do(s.Embeds.XMLName)
	}
	for _, r := range s.Roots {
		do(r.Name)
	}
	if s.Item != nil {
		do(s.Item.Name)
	}
	if s.Model != nil {
		for _, n := range s.Model.Names {
			do(n)
		}
	}
	if t := s.Table; t != nil {
		for _, n := range t.Attrs {
			do(n)
		}
		for _, e := range t.Elements {
			if e.Items == nil {
				do(e.Name)
			}
		}
	}
}

// qualify decides which namespaces are the default one of documents that start in
// them: as their authors write them, where elementFormDefault says that local
// elements are in the namespace. Where some are in none all the same, each of them
// would have to say so, and prefixes read better.
func qualify(p *plan.Plan, schema *xsd.Schema, ds *declarations) {
	bare := map[string]bool{}
	for _, src := range ds.order {
		for _, e := range src.s.Table.Elements {
			if e.HasName(func(n xsd.QName) bool { return n.Space == "" }) {
				bare[src.root.Space] = true
			}
		}
	}
	for _, ns := range p.Namespaces {
		for _, d := range schema.Documents() {
			if d.Namespace == ns.URI && d.Qualified && ns.URI != "" {
				ns.Qualified = !bare[ns.URI]
			}
		}
	}
}
