package binding

import (
	"path"
	"slices"

	"github.com/wbxgen/wbxgen/internal/goname"
)

// packageNames chooses names for packages, each for a circle of namespaces, which
// is known by the first of them. Where several want one name, each takes the
// next that its namespace gives: with more of its path, then with its version.
// One that has nothing more to give keeps what it has.
func (l *layout) packageNames(circles [][]string) map[string]string {
	wanted, at := map[string][]string{}, map[string]int{}
	for _, spaces := range circles {
		wanted[spaces[0]] = l.candidates(spaces)
	}
	for clash := true; clash; {
		clash = false
		for _, group := range sameName(circles, wanted, at) {
			for _, s := range group {
				if at[s]+1 < len(wanted[s]) {
					at[s]++
					clash = true
				}
			}
		}
	}
	names := map[string]string{}
	for s, list := range wanted {
		names[s] = list[at[s]]
	}
	return names
}

// sameName are the groups of circles that want one name now. Which of a group
// the name says nothing more about stays out of it.
func sameName(circles [][]string, wanted map[string][]string, at map[string]int) [][]string {
	byName := map[string][]string{}
	var order []string
	for _, spaces := range circles {
		name := wanted[spaces[0]][at[spaces[0]]]
		if byName[name] == nil {
			order = append(order, name)
		}
		byName[name] = append(byName[name], spaces[0])
	}
	var groups [][]string
	for _, name := range order {
		if group := byName[name]; len(group) > 1 {
			groups = append(groups, group)
		}
	}
	return groups
}

// candidates are the names for the package of a circle: those of the namespace
// that most components are of.
func (l *layout) candidates(spaces []string) []string {
	space := l.largest(spaces)
	names := goname.Packages(space)
	if names[0] != goname.NoName {
		return names
	}
	// No namespace, or one that says nothing: the first document tells whose name
	// says something.
	for _, d := range l.schema.Documents() {
		if name, ok := goname.PackageOfFile(path.Base(d.File)); ok && d.Namespace == space {
			return []string{name}
		}
	}
	return names
}

// largest is the namespace with most types and elements, the first of several.
func (l *layout) largest(spaces []string) string {
	if len(spaces) == 1 {
		return spaces[0]
	}
	count := map[string]int{}
	for _, t := range l.schema.Types() {
		count[t.TypeName().Space]++
	}
	for _, e := range l.schema.Elements() {
		count[e.Name.Space]++
	}
	return slices.MaxFunc(spaces, func(a, b string) int { return count[a] - count[b] })
}
