package inclusion

import (
	"slices"
	"strings"

	"github.com/wbxgen/wbxgen/internal/xsd"
)

// IdentityKey is the same for identity constraints that ask the same. Parts
// end with NUL, which no XML text has.
func IdentityKey(ic *xsd.IdentityConstraint, names *Names) string {
	parts := []string{"\x01" + ic.Category.String()}
	name := func(q xsd.QName) {
		q = names.Name(q)
		parts = append(parts, q.Space, q.Local)
	}
	name(ic.Name)
	if ic.Refer != nil {
		name(ic.Refer.Name)
	}
	parts = append(parts, xpathKey(ic.Selector, names))
	for _, f := range ic.Fields {
		parts = append(parts, xpathKey(f, names))
	}
	return strings.Join(append(parts, "\x02"), "\x00") + "\x00"
}

// xpathKey writes an expression with expanded names and without the spaces
// that its text may have.
func xpathKey(x xsd.XPath, names *Names) string {
	paths := make([]string, len(x.Paths))
	for i, p := range x.Paths {
		if p.Descendant {
			paths[i] = ".//"
		}
		for j, s := range p.Steps {
			if j > 0 {
				paths[i] += "/"
			}
			paths[i] += stepKey(s, names)
		}
	}
	slices.Sort(paths)
	return strings.Join(paths, "|")
}

func stepKey(s xsd.Step, names *Names) string {
	text := ""
	if s.Attribute {
		text = "@"
	}
	switch {
	case s.AnyName:
		return text + "*"
	case s.AnyLocal:
		return text + "{" + names.Space(s.Name.Space) + "}*"
	default:
		return text + names.Name(s.Name).String()
	}
}
