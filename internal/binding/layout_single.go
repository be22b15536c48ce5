package binding

import (
	"slices"
	"strings"

	"github.com/wbxgen/wbxgen/internal/config"
	"github.com/wbxgen/wbxgen/internal/diag"
	"github.com/wbxgen/wbxgen/internal/goname"
	"github.com/wbxgen/wbxgen/internal/plan"
)

// laySingle puts all namespaces into the root package, whose names then come out
// of one scope with the variables that the root package has.
func (l *layout) laySingle(spaces []string) {
	p := &plan.Package{Name: l.options.RootName, ImportPath: l.options.ImportPath}
	l.enter(p, spaces)
	reserved := append(l.reserved(), plan.VersionConst, plan.RegistryFunc, plan.TypeTextFunc)
	l.scopeOf[p] = l.scopes.scope("package "+p.Name, reserved...)
}

// besides are the names for a thing of a namespace: where others of the one
// package have the first, that of the namespace stands before it.
func (l *layout) besides(space string, wanted ...string) []string {
	if !l.options.Single || space == "" {
		return wanted
	}
	return slices.Insert(wanted, 1, exported(goname.Package(space))+wanted[0])
}

// existingFirst puts the packages that there are already before the others, as
// their names cannot be changed.
func (l *layout) existingFirst(list [][]string) [][]string {
	slices.SortStableFunc(list, func(a, b []string) int {
		return boolOrder(l.isExisting(b)) - boolOrder(l.isExisting(a))
	})
	return list
}

func boolOrder(b bool) int {
	if b {
		return 1
	}
	return 0
}

func (l *layout) isExisting(spaces []string) bool {
	return slices.ContainsFunc(spaces, func(s string) bool { return l.options.Packages[s].Existing != nil })
}

// layExisting enters a package that there is already, and reports whether it
// is one.
func (l *layout) layExisting(root *scope, spaces []string) bool {
	if !l.isExisting(spaces) {
		return false
	}
	first := l.options.Packages[spaces[0]]
	for _, s := range spaces {
		one := l.options.Packages[s]
		if first.Existing == nil || one.Existing == nil || one.Existing.ImportPath != first.Existing.ImportPath {
			at := first
			if at.Existing == nil {
				at = one
			}
			l.diags.Error(at.Pos, config.Code, "the namespaces %s refer to each other, so that one package has them all; say of each that it is in the same package that there is already",
				strings.Join(spaces, ", "))
			break
		}
	}
	at := first.Existing
	if at == nil {
		return false
	}
	root.taken[at.Name] = "existing"
	p := &plan.Package{Name: at.Name, ImportPath: at.ImportPath, Elsewhere: true}
	l.scopes.others[p] = at.Lock.clone()
	l.enter(p, spaces)
	l.scopeOf[p] = l.scopes.scopeIn(p, "package "+p.Name, l.reserved()...)
	return true
}

// checkExisting reports types that the plan needs of a package that there is
// already, and that package lacks.
func checkExisting(p *plan.Plan, given *scopes, o Options, diags *diag.List) {
	lacks := map[*plan.Package]map[string]string{}
	for _, pkg := range p.Packages {
		for _, s := range given.all {
			if pkg.Elsewhere && s.key == "package "+pkg.Name && s.lock == given.others[pkg] {
				lacks[pkg] = s.fresh
			}
		}
	}
	said := map[string]bool{}
	need := func(t plan.Type) {
		if thing := lacks[t.Package][t.Name]; thing != "" && !said[thing] {
			said[thing] = true
			diags.Error(o.Packages[t.Package.Namespaces[0].URI].Pos, config.Code,
				"the package %s, which is generated elsewhere, has no Go type for %s; generate it again from a schema that has it", t.Package.ImportPath, thing)
		}
	}
	for _, pkg := range p.Packages {
		if pkg.Elsewhere {
			continue
		}
		for _, d := range pkg.Types {
			if s, ok := d.(*plan.Struct); ok {
				for _, f := range slices.Concat(s.Attrs, s.Fields, valueField(s)) {
					need(f.Type)
				}
				for _, g := range s.Groups {
					need(plan.Type{Package: g.Pkg, Name: g.Name})
				}
			}
		}
	}
}
