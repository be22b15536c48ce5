package wbxgen_test

import (
	"cmp"
	"go/ast"
	"go/token"
	"go/types"
	"maps"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	load "golang.org/x/tools/go/packages"
)

// The alarms: files of a package that refer to one another in a circle, and
// methods of one type. They are no aim; what goes over has a reason below.
const (
	circleAlarm = 12
	methodAlarm = 40
)

// overAlarm are the packages over an alarm, with how far at most and why.
var overAlarm = map[string]struct {
	circle, methods int
	why             string
}{
	"wire/codec": {67, 152, "what generated code calls are methods and functions over two objects, Decoder and Encoder, so that a struct's codec " +
		"reads as one list of calls: each family of values is a file that refers to them, and they to it by the tables of fields, which name every kind that a field can be of. Which namespace goes without a prefix is asked wherever a name is written (defaultspace.go); elements of mixed content are read and written where they stand (mixedtype.go, quickitem.go)"},
}

// TestNoPackageIsOneCircle measures each package. With a growing circle nobody
// can read a file without reading all.
func TestNoPackageIsOneCircle(t *testing.T) {
	if testing.Short() {
		t.Skip("type checks all hand-written packages")
	}
	list, err := load.Load(&load.Config{
		Mode: load.NeedName | load.NeedSyntax | load.NeedTypes | load.NeedTypesInfo | load.NeedImports,
	}, "./internal/...", "./wire/...", "./webex", "./xsd", "./cmd/...")
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range list {
		if len(p.Errors) > 0 {
			t.Fatal(p.Errors)
		}
		name := strings.TrimPrefix(p.PkgPath, module)
		limit := overAlarm[name]
		circle := largestCircle(references(p))
		widest, methods := widestType(p)
		if most := max(circleAlarm, limit.circle); len(circle) > most {
			t.Errorf("%s: %d files refer to one another in a circle, %d are allowed: %v", name, len(circle), most, circle)
		}
		if most := max(methodAlarm, limit.methods); methods > most {
			t.Errorf("%s: type %s has %d methods, %d are allowed", name, widest, methods, most)
		}
		if limit.why != "" && len(circle) <= circleAlarm && methods <= methodAlarm {
			t.Errorf("%s is below the alarms and needs no reason any more", name)
		}
	}
}

// references says which files of a package refer to what others define: to a
// function, type, variable, constant or method.
func references(p *load.Package) map[string]map[string]bool {
	all := map[string]map[string]bool{}
	for _, f := range p.Syntax {
		from := fileOf(p, f)
		all[from] = map[string]bool{}
		ast.Inspect(f, func(n ast.Node) bool {
			id, ok := n.(*ast.Ident)
			if !ok {
				return true
			}
			o := p.TypesInfo.Uses[id]
			if o == nil || o.Pkg() != p.Types {
				return true
			}
			fn, isFunc := o.(*types.Func)
			if o.Parent() == p.Types.Scope() || isFunc && fn.Signature().Recv() != nil {
				all[from][fileOf(p, o)] = true
			}
			return true
		})
	}
	return all
}

func fileOf(p *load.Package, at interface{ Pos() token.Pos }) string {
	return filepath.Base(p.Fset.Position(at.Pos()).Filename)
}

// largestCircle returns the most files each of which leads to all others.
func largestCircle(to map[string]map[string]bool) []string {
	reached := map[string]map[string]bool{}
	for _, f := range slices.Sorted(maps.Keys(to)) {
		reached[f] = reach(to, f)
	}
	var largest []string
	for f, others := range reached {
		circle := []string{f}
		for o := range others {
			if o != f && reached[o][f] {
				circle = append(circle, o)
			}
		}
		slices.Sort(circle)
		if cmp.Or(cmp.Compare(len(circle), len(largest)), slices.Compare(largest, circle)) > 0 {
			largest = circle
		}
	}
	return largest
}

// reach returns the files that a file leads to.
func reach(to map[string]map[string]bool, from string) map[string]bool {
	seen := map[string]bool{}
	for next := []string{from}; len(next) > 0; next = next[1:] {
		for f := range to[next[0]] {
			if !seen[f] {
				seen[f], next = true, append(next, f)
			}
		}
	}
	return seen
}

// widestType returns the type with the most methods.
func widestType(p *load.Package) (name string, methods int) {
	for _, n := range p.Types.Scope().Names() {
		tn, ok := p.Types.Scope().Lookup(n).(*types.TypeName)
		if !ok {
			continue
		}
		if named, ok := tn.Type().(*types.Named); ok && named.NumMethods() > methods {
			name, methods = n, named.NumMethods()
		}
	}
	return name, methods
}
