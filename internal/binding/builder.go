package binding

import (
	"cmp"
	"path"
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
	for absent := map[lockKey]bool{}; ; {
		b := newBuilder(schema, o, absent)
		b.build()
		if !b.markAbsent() {
			o.Lock.names = b.options.Lock.names
			return b.plan, &b.diags
		}
	}
}

func newBuilder(schema *xsd.Schema, o Options, absent map[lockKey]bool) *builder {
	o.Lock = o.Lock.clone()
	b := &builder{
		schema: schema, options: o, absent: absent, packageOf: map[string]*plan.Package{}, scopeOf: map[*plan.Package]*scope{},
		structs: map[*xsd.ComplexType]*plan.Struct{}, sources: map[*xsd.ComplexType]*structSource{}, simples: map[*xsd.SimpleType]*plan.Simple{},
		spelled: map[*xsd.SimpleType]bool{},
		choices: map[choiceKey]*plan.Choice{}, groups: map[*xsd.ModelGroup]*plan.Struct{},
		filled: map[*plan.Simple]bool{}, imported: map[[2]*plan.Package]bool{}, open: map[*plan.Field]*xsd.ComplexType{}, prefixOf: map[*plan.Choice]string{},
		plan: &plan.Plan{
			Source: o.Source, Version: o.Version, ImportPath: o.ImportPath, RootName: o.RootName, Runtime: o.Runtime,
		},
	}
	setClient(b.plan, schema, o)
	return b
}

// build makes the plan.
func (b *builder) build() {
	b.layPackages()
	b.nameTypes()
	b.operations()
	b.varying = varyingDefaults(b.schema)
	b.fillStructs()
	b.lists()
	b.roots()
	b.breakCircles()
	b.models()
	b.helpers()
	b.register()
	b.markChecked()
	b.finish()
}

// markAbsent adds to the absent things of the lock those that held a name in
// vain, and reports whether there were any.
func (b *builder) markAbsent() bool {
	found := false
	for _, s := range b.scopes {
		for _, k := range s.absentees() {
			b.absent[k], found = true, true
		}
	}
	return found
}

// builder is the state of one plan on its way.
type builder struct {
	schema    *xsd.Schema
	options   Options
	plan      *plan.Plan
	diags     diag.List
	packageOf map[string]*plan.Package
	needs     map[*plan.Package]map[*plan.Package]bool // the packages that a package imports, at any distance
	scopeOf   map[*plan.Package]*scope
	nsScope   *scope
	scopes    []*scope         // all of them
	absent    map[lockKey]bool // what the lock has names for and is not in the schema
	prefixes  map[string]bool

	structs     map[*xsd.ComplexType]*plan.Struct
	sources     map[*xsd.ComplexType]*structSource
	order       []*structSource // structs of complex types, in the order in which they are named
	simples     map[*xsd.SimpleType]*plan.Simple
	simpleOrder []*xsd.SimpleType // in the order in which they are named
	choices     map[choiceKey]*plan.Choice
	groups      map[*xsd.ModelGroup]*plan.Struct
	spelled     map[*xsd.SimpleType]bool // those that were asked about
	varying     map[*xsd.ComplexType]map[xsd.QName]bool
	all         []*plan.Struct            // also branches and groups
	imported    map[[2]*plan.Package]bool // whether the first package imports the second, once asked
	// filled are the simple types that are planned already.
	filled map[*plan.Simple]bool
	// open has the declared type of each field that any derived type may stand in.
	open map[*plan.Field]*xsd.ComplexType
	// prefixOf is what the names of a choice's branches start with.
	prefixOf map[*plan.Choice]string
	types    map[*plan.Package][]plan.Decl
}

// structSource is a struct with the complex type it is made from and where
// that stands: the named type it is within and the elements on the way down.
type structSource struct {
	s    *plan.Struct
	t    *xsd.ComplexType
	root xsd.QName
	path []string
	// filled is set once its fields are planned.
	filled bool
}

// addDecl enters a type into its package.
func (b *builder) addDecl(p *plan.Package, d plan.Decl) {
	if b.types == nil {
		b.types = map[*plan.Package][]plan.Decl{}
	}
	b.types[p] = append(b.types[p], d)
}

// packageFor returns the package of a namespace.
func (b *builder) packageFor(space string) *plan.Package { return b.packageOf[space] }

// finish puts the declarations of each package in order: by file, and within
// a file as they were made, which follows names and content models.
func (b *builder) finish() {
	for _, p := range b.plan.Packages {
		p.Types = b.types[p]
		splitFiles(p.Types)
		slices.SortStableFunc(p.Types, func(x, y plan.Decl) int { return cmp.Compare(x.InFile(), y.InFile()) })
		p.Doc = b.packageDoc(p)
		slices.SortFunc(p.Operations, func(m, n *plan.Method) int { return cmp.Compare(m.Name, n.Name) })
	}
}

// setClient decides which package the methods call, where there are any.
func setClient(p *plan.Plan, schema *xsd.Schema, o Options) {
	c := o.Profile.Client()
	if c.Path == "" || len(o.Profile.Operations(schema)) == 0 {
		return
	}
	p.ClientPath = cmp.Or(o.Client, c.Path)
	p.ClientName = path.Base(c.Path)
}

// operations plans a method for each operation. It comes before the structs
// are filled, so that request and response go to the operation's file.
func (b *builder) operations() {
	failure := b.options.Profile.Client().Failure
	for _, op := range b.options.Profile.Operations(b.schema) {
		request, response := b.structs[op.Request.Type], b.structs[op.Response.Type]
		if b.plan.ClientPath == "" || request == nil || response == nil {
			continue // nobody to send it, or a type of XML Schema itself
		}
		p := b.packageFor(op.Request.Name().Space)
		name := request.Name
		if op.Request.Element != nil {
			name = exported(op.Name)
		}
		m := &plan.Method{
			Name: name, File: fileOf(name), Request: request, Response: response,
			Operation: plan.Operation{
				Name: op.Name, Service: op.Service, WireType: op.WireType, ReadOnly: op.ReadOnly,
				Request: op.Request.Name(), Response: op.Response.Name(), Elements: op.Request.Element != nil,
			},
		}
		m.Doc = methodDoc(m, failure)
		request.File, response.File = m.File, m.File
		p.Operations = append(p.Operations, m)
	}
	b.moveAnonymous()
}

// moveAnonymous puts anonymous types into the file of the type they stand in.
func (b *builder) moveAnonymous() {
	for _, src := range b.order {
		if owner := b.ownerOf(src.t.Enclosing); owner != nil {
			src.s.File = owner.File
		}
	}
	for t, s := range b.simples {
		if owner := b.ownerOf(t.Enclosing); owner != nil && s.Kind != plan.EnumType {
			s.File = owner.File
		}
	}
}

// roots plans a variable for each global element.
func (b *builder) roots() {
	for _, e := range b.schema.Elements() {
		p := b.packageFor(e.Name.Space)
		if p == nil {
			continue
		}
		r := &plan.Root{Name: e.Name, Element: e}
		if t, ok := e.Type.(*xsd.ComplexType); ok && t != xsd.AnyType {
			r.Struct = b.structs[t]
		}
		r.Var = b.scopeOf[p].claim("element "+e.Name.String(), "Element"+exported(e.Name.Local), "Element"+exported(e.Name.Local)+"Name")
		r.Doc = b.rootDoc(p, r)
		p.Roots = append(p.Roots, r)
	}
}

// register marks the types that can stand in an open slot: those derived from
// the slot's declared type, itself included.
func (b *builder) register() {
	for _, s := range b.all {
		for _, f := range s.Fields {
			if f.Kind == plan.TypedField {
				b.plan.Registered = true
				b.registerDerived(b.open[f])
			}
		}
	}
}

func (b *builder) registerDerived(t xsd.Type) {
	if ct, ok := t.(*xsd.ComplexType); ok && !ct.Abstract && !ct.Name.IsZero() && b.structs[ct] != nil {
		b.structs[ct].Registered = true
	}
	for _, d := range b.schema.Derived(t) {
		b.registerDerived(d)
	}
}

// breakCircles turns required struct fields into pointers where the structs
// would contain each other without end.
func (b *builder) breakCircles() {
	for _, s := range b.all {
		for _, f := range s.Fields {
			if f.Kind == plan.StructField && f.Shape == plan.Required && !f.Nillable && b.embeds(f.Struct, s, map[*plan.Struct]bool{}) {
				f.Pointer = true
			}
		}
	}
}

// embeds reports whether a value of type from has one of type to inside it.
func (b *builder) embeds(from, to *plan.Struct, seen map[*plan.Struct]bool) bool {
	if from == to {
		return true
	}
	if from == nil || seen[from] {
		return false
	}
	seen[from] = true
	for _, f := range from.Fields {
		if f.Kind == plan.StructField && f.Shape == plan.Required && !f.Pointer && !f.Nillable && b.embeds(f.Struct, to, seen) {
			return true
		}
	}
	return false
}

// models plans the content models, when it is settled what fields there are.
func (b *builder) models() {
	seen := map[*plan.Struct]bool{}
	for _, src := range b.order {
		if src.s.Model = b.model(src); src.s.Model != nil {
			dropBounds(src.s, seen)
		}
	}
}

// markChecked finds the structs that have something to check, themselves or
// below, by going over them until nothing changes.
func (b *builder) markChecked() {
	for changed := true; changed; {
		changed = false
		for _, s := range b.all {
			if !s.Checked && hasChecks(s) {
				s.Checked, changed = true, true
			}
		}
	}
}

func hasChecks(s *plan.Struct) bool {
	if s.Model != nil || slices.ContainsFunc(s.Attrs, (*plan.Field).MustBeSet) {
		return true
	}
	for _, f := range slices.Concat(s.Attrs, s.Fields, valueField(s)) {
		if len(f.Checks)+len(f.ListItem) > 0 || isJudged(f.Simple) || isJudged(f.ListOf) || f.Kind == plan.TypedField {
			return true
		}
		if f.Struct != nil && f.Struct.Checked || f.Group != nil && f.Group.Checked {
			return true
		}
		if f.Choice != nil && f.Choice.Checked() {
			return true
		}
	}
	return false
}

// isJudged reports whether there is such a type and it has something to check.
func isJudged(s *plan.Simple) bool { return s != nil && s.Judged() }

func valueField(s *plan.Struct) []*plan.Field {
	if s.Value == nil {
		return nil
	}
	return []*plan.Field{s.Value}
}
