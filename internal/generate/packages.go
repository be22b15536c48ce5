package generate

import (
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/wbxgen/wbxgen/internal/config"
	"github.com/wbxgen/wbxgen/internal/diag"
	"github.com/wbxgen/wbxgen/internal/plan"
)

// checkPackages holds the entries under packages to what came out: each names a
// namespace that a schema has, and the package has the name.
func checkPackages(cfg *config.Config, outputs []*Output) error {
	var wrong diag.List
	for _, out := range outputs {
		checkFoldersOf(cfg, out.Code, &wrong)
	}
	for _, namespace := range slices.Sorted(maps.Keys(cfg.Packages)) {
		found := false
		for _, out := range outputs {
			p := packageOf(out.Code, namespace)
			if p == nil {
				continue
			}
			found = true
			if name := cfg.Packages[namespace].Name; name != "" && p.Name != name && !out.Code.Single() {
				otherName(cfg, namespace, p, &wrong)
				break
			}
		}
		if !found {
			unknownNamespace(cfg, namespace, outputs, &wrong)
		}
	}
	return wrong.Err()
}

// checkFoldersOf reports packages that a path puts where another is.
func checkFoldersOf(cfg *config.Config, code *plan.Plan, wrong *diag.List) {
	taken := map[string]string{"all": "the registry of types", "wire": "the runtime"}
	for _, p := range code.Packages {
		if p.Elsewhere || p.Dir == "" {
			continue
		}
		what := strconv.Quote(p.Namespaces[0].URI)
		if other := taken[p.Dir]; other != "" {
			at := cfg.ValueAt("packages", p.Namespaces[0].URI)
			if !at.IsValid() {
				at = cfg.KeyAt("packages")
			}
			wrong.Error(at, config.Code, "the packages of %s and %s would both be in the folder %s", other, what, p.Dir)
		}
		taken[p.Dir] = what
	}
}

func packageOf(code *plan.Plan, namespace string) *plan.Package {
	for _, p := range code.Packages {
		if slices.ContainsFunc(p.Namespaces, func(n *plan.Namespace) bool { return n.URI == namespace }) {
			return p
		}
	}
	return nil
}

// otherName reports a package that has not the name that it should have, and
// why: another entry, or another package.
func otherName(cfg *config.Config, namespace string, p *plan.Package, wrong *diag.List) {
	at := cfg.ValueAt("packages", namespace)
	for _, n := range p.Namespaces {
		if name := cfg.Packages[n.URI].Name; n.URI != namespace && name == p.Name {
			wrong.Error(at, config.Code, "%q and %q refer to each other, so they share a package, which can have one name only", namespace, n.URI).
				See(cfg.ValueAt("packages", n.URI), "named %s here", name)
			return
		}
	}
	wrong.Error(at, config.Code, "the package of %q cannot be called %s, as another package is; it would be %s", namespace, cfg.Packages[namespace].Name, p.Name)
}

// unknownNamespace reports an entry that no schema has.
func unknownNamespace(cfg *config.Config, namespace string, outputs []*Output, wrong *diag.List) {
	seen := map[string]bool{}
	for _, out := range outputs {
		for _, n := range out.Code.Namespaces {
			seen[n.URI] = true
		}
	}
	known := slices.Sorted(maps.Keys(seen))
	wrong.Error(cfg.KeyAt("packages", namespace), config.Code, "no schema has the namespace %q (there are %s)%s", namespace, someOf(known, 6), diag.DidYouMean(namespace, known))
}

// someOf lists the first names, and counts the others.
func someOf(names []string, most int) string {
	var quoted []string
	for _, n := range names[:min(most, len(names))] {
		quoted = append(quoted, strconv.Quote(n))
	}
	text := strings.Join(quoted, ", ")
	if more := len(names) - most; more > 0 {
		text += " and " + strconv.Itoa(more) + " more"
	}
	return text
}
