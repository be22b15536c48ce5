package binding

import (
	"cmp"
	"path"
	"slices"
	"strconv"
	"strings"

	"github.com/wbxgen/wbxgen/internal/diag"
	"github.com/wbxgen/wbxgen/internal/goname"
	"github.com/wbxgen/wbxgen/internal/plan"
	"github.com/wbxgen/wbxgen/internal/xsd"
)

// layout says which package each namespace is in, and which names are given
// there.
type layout struct {
	schema    *xsd.Schema
	plan      *plan.Plan
	options   Options
	diags     *diag.List
	scopes    *scopes
	packageOf map[string]*plan.Package
	needs     map[*plan.Package]map[*plan.Package]bool // the packages that a package imports, at any distance
	scopeOf   map[*plan.Package]*scope
	prefixes  map[string]bool
}

func newLayout(schema *xsd.Schema, p *plan.Plan, o Options, given *scopes, diags *diag.List) *layout {
	return &layout{
		schema: schema, plan: p, options: o, diags: diags, scopes: given,
		packageOf: map[string]*plan.Package{}, scopeOf: map[*plan.Package]*scope{},
		prefixes: map[string]bool{"xml": true, "xmlns": true, "xsi": true, "": true},
	}
}

// layPackages gives every namespace a package. Namespaces whose components
// refer to each other in a circle share one: Go packages cannot.
func (l *layout) layPackages() {
	spaces := l.schema.Namespaces()
	refs := references(l.schema)
	if l.options.Single {
		l.laySingle(spaces)
	} else {
		root := l.scopes.scope("packages", append(runtimeNames(l.plan), "all")...)
		list := l.existingFirst(circles(spaces, refs))
		names := l.packageNames(list)
		for _, circle := range list {
			l.layPackage(root, circle, names[circle[0]])
		}
	}
	l.needs = map[*plan.Package]map[*plan.Package]bool{}
	for _, s := range spaces {
		needed := map[string]bool{}
		mark(s, refs, needed)
		for t := range needed {
			l.need(l.packageOf[s], l.packageOf[t])
		}
	}
	slices.SortFunc(l.plan.Packages, func(p, q *plan.Package) int { return cmp.Compare(p.Name, q.Name) })
	slices.SortFunc(l.plan.Namespaces, func(n, m *plan.Namespace) int { return cmp.Compare(n.URI, m.URI) })
}

// runtimeNames are the names of the packages that generated code imports.
func runtimeNames(p *plan.Plan) []string {
	if p.ClientName == "" {
		return plan.RuntimePackages
	}
	return append(slices.Clip(plan.RuntimePackages), p.ClientName)
}

func (l *layout) need(p, q *plan.Package) {
	if l.needs[p] == nil {
		l.needs[p] = map[*plan.Package]bool{}
	}
	l.needs[p][q] = true
}

// layPackage makes the package of one namespace or circle of namespaces.
func (l *layout) layPackage(root *scope, spaces []string, wanted string) {
	if l.layExisting(root, spaces) {
		return
	}
	chosen, dir := l.chosenPackage(spaces)
	wanted = cmp.Or(chosen, wanted)
	name := root.claim(spaces[0], wanted, wanted+"2")
	dir = cmp.Or(dir, name)
	p := &plan.Package{Name: name, Dir: dir, ImportPath: path.Join(l.options.ImportPath, dir)}
	l.enter(p, spaces)
	if len(spaces) > 1 {
		l.diags.Add(diag.Diagnostic{Severity: diag.Note, Code: "wbxgen-shared-package",
			Message: "the namespaces " + strings.Join(spaces, ", ") + " refer to each other and share package " + name})
	}
	l.scopeOf[p] = l.scopes.scope("package "+name, l.reserved()...)
}

// chosenPackage is the name that the user has chosen for the package of namespaces,
// and the folder where that is another.
func (l *layout) chosenPackage(spaces []string) (name, dir string) {
	for _, s := range spaces {
		chosen := l.options.Packages[s]
		name, dir = cmp.Or(chosen.Name, name), cmp.Or(chosen.Dir, dir)
	}
	if name == "" && dir != "" {
		name = goname.PackageLike(path.Base(dir))
	}
	return name, dir
}

// reserved are names that generated code or its reader relies on.
func (l *layout) reserved() []string {
	return slices.Concat(runtimeNames(l.plan), plan.PackageNames)
}

// enter enters a package with its namespaces into the plan.
func (l *layout) enter(p *plan.Package, spaces []string) {
	for _, s := range spaces {
		p.Namespaces = append(p.Namespaces, l.namespace(s))
		l.packageOf[s] = p
	}
	l.plan.Packages = append(l.plan.Packages, p)
}

// namespace returns the namespace of the plan with that URI.
func (l *layout) namespace(uri string) *plan.Namespace {
	for _, n := range l.plan.Namespaces {
		if n.URI == uri {
			return n
		}
	}
	ns := &plan.Namespace{URI: uri, Prefix: l.prefix(uri)}
	l.plan.Namespaces = append(l.plan.Namespaces, ns)
	return ns
}

// prefix chooses a prefix for a namespace: that of its documents, else the one
// of documents that import it (UBL's cbc and cac), else the package name;
// numbered where two want the same.
func (l *layout) prefix(uri string) string {
	wanted := l.schema.ReadingPrefix(uri)
	if wanted == "" || uri == xsd.Namespace {
		wanted = goname.Package(uri)
	}
	p := wanted
	for n := 2; l.prefixes[p]; n++ {
		p = wanted + strconv.Itoa(n)
	}
	l.prefixes[p] = true
	return p
}

// sees reports whether a package can name what is in another one.
func (l *layout) sees(p, other *plan.Package) bool { return p == other || l.needs[p][other] }

// mayImport reports whether code in a package can name the type of an element:
// its package is the same one, or one that it needs anyway.
func (l *layout) mayImport(home *plan.Package, e *xsd.ElementDecl) bool {
	for _, space := range []string{e.Name.Space, e.Type.TypeName().Space} {
		if p := l.packageFor(space); p != nil && p != home && !l.needs[home][p] {
			return false
		}
	}
	return true
}

// label names a component as prefix:local, with the prefix that encoders use.
func (l *layout) label(n xsd.QName) string {
	if l.packageFor(n.Space) != nil && n.Space != "" {
		return l.namespace(n.Space).Prefix + ":" + n.Local
	}
	return l.schema.Label(n)
}

// prefixed is the name of a field with its namespace before it, for two
// elements of one local name. A package is named for its namespace only where it
// has one.
func (l *layout) prefixed(n xsd.QName) string {
	if n.Space == "" {
		return exported(n.Local) // there is nothing to say of it
	}
	if p := l.packageFor(n.Space); p != nil && len(p.Namespaces) < 2 {
		return exported(p.Name) + exported(n.Local)
	}
	return exported(goname.Package(n.Space)) + exported(n.Local)
}

// packageFor returns the package of a namespace.
func (l *layout) packageFor(space string) *plan.Package { return l.packageOf[space] }

// link lets a package import another one, and reports whether it can: not where
// that imports it.
func (l *layout) link(p, other *plan.Package) bool {
	if l.sees(p, other) {
		return true
	}
	if l.needs[other][p] || p.Elsewhere {
		return false
	}
	for _, r := range l.plan.Packages {
		if r != p && !l.needs[r][p] {
			continue
		}
		l.need(r, other)
		for q := range l.needs[other] {
			l.need(r, q)
		}
	}
	return true
}
