package binding

import (
	"cmp"
	"slices"

	"github.com/wbxgen/wbxgen/internal/diag"
	"github.com/wbxgen/wbxgen/internal/plan"
	"github.com/wbxgen/wbxgen/internal/profile"
	"github.com/wbxgen/wbxgen/internal/xsd"
)

// New returns the plan of the Go code for a schema, with what is worth saying
// about it: notes on what is mapped in an unexpected way, errors on what
// cannot be mapped.
func New(schema *xsd.Schema, o Options) (*plan.Plan, *diag.List) {
	o.Profile = profile.Or(o.Profile)
	if o.Lock == nil {
		o.Lock = NewLock()
	}
	// Names are held for what had them before. What turns out not to be in this
	// schema must not keep its name from others, so they are given out once more.
	absent, ch := map[lockKey]bool{}, newChosen(o)
	for {
		given := &scopes{lock: o.Lock.clone(), others: map[*plan.Package]*Lock{}, chosen: ch, absent: absent}
		given.lock.renamePackages(o.names())
		ch.enter(given.lock)
		p, diags := build(schema, o, given)
		if again := ch.again(); !given.markAbsent() && !again {
			ch.check(given, diags)
			checkExisting(p, given, o, diags)
			o.Lock.names = given.lock.names
			return p, diags
		}
	}
}

// build makes the plan, stage by stage: packages, names, shapes, what follows
// from them, and at last what must not take a name from anything else.
func build(schema *xsd.Schema, o Options, given *scopes) (*plan.Plan, *diag.List) {
	p := &plan.Plan{Source: o.Source, Version: o.Version, ImportPath: o.ImportPath, RootName: o.RootName, Runtime: o.Runtime, EncodingXML: o.EncodingXML}
	diags := &diag.List{}
	setClient(p, schema, o)
	l := newLayout(schema, p, o, given, diags)
	l.layPackages()
	ds := newDeclarations()
	list := o.Profile.Operations(schema)
	newNamer(schema, l, ds, list).nameTypes()
	operations(p, list, o.Profile.Client().Failure, l, ds)
	cm := &comments{schema: schema, version: p.Version, profile: o.Profile, layout: l, links: &links{ds, map[[2]*plan.Package]bool{}}}
	st := newStructs(schema, o.Profile, newSecrets(schema, o, ds), given, ds, cm, diags)
	st.fillStructs()
	if o.Profile.Client().Lists {
		lists(p, o.Profile.Paging(), given)
	}
	bases(p, schema, l, ds, cm)
	roots(schema, l, ds, cm, st.facets)
	breakCircles(ds.all)
	models(p, schema, ds.order)
	helpers(p, l, ds)
	register(p, ds)
	spaces(p, schema, l, ds)
	needs(ds)
	printable(ds.order)
	markChecked(ds.all)
	cm.shorten(ds)
	finish(p, ds, cm)
	for c, own := range o.Types {
		p.Approximate(c, "its values are "+own.Type.Name+" in Go: what that does not hold of a text is lost when it is written again")
	}
	return p, diags
}

// finish puts the declarations of each package in order: by file, and within
// a file as they were made, which follows names and content models.
func finish(p *plan.Plan, ds *declarations, cm *comments) {
	for _, pkg := range p.Packages {
		pkg.Types = ds.types[pkg]
		splitFiles(pkg.Types)
		slices.SortStableFunc(pkg.Types, func(x, y plan.Decl) int { return cmp.Compare(x.InFile(), y.InFile()) })
		pkg.Doc = cm.packageDoc(pkg)
		slices.SortFunc(pkg.Operations, func(m, n *plan.Method) int { return cmp.Compare(m.Name, n.Name) })
	}
}
