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
	return strings.Join(append(parts, IdentityCompared(ic, names), "\x02"), "\x00") + "\x00"
}

// IdentityContent is the same for identity constraints that ask the same of
// documents, whatever their names and that of the key they refer to.
func IdentityContent(ic *xsd.IdentityConstraint, names *Names) string {
	content := ic.Category.String() + "\x00" + IdentityCompared(ic, names)
	if ic.Refer != nil {
		content += "\x01" + IdentityContent(ic.Refer, names)
	}
	return content
}

// IdentityCompared is the same for identity constraints that select the same
// elements and compare the same of them.
func IdentityCompared(ic *xsd.IdentityConstraint, names *Names) string {
	parts := []string{xpathKey(ic.Selector, names)}
	for _, f := range ic.Fields {
		parts = append(parts, xpathKey(f, names))
	}
	return strings.Join(parts, "\x00")
}

// IdentityHolds reports whether documents in which an identity constraint of one
// version holds satisfy one of the other as well: it asks the same, or it is a key
// and the other asks only that its values are unique.
func IdentityHolds(left, right *xsd.IdentityConstraint, leftNames, rightNames *Names) bool {
	if left.Category == xsd.Key && right.Category == xsd.Unique {
		return IdentityCompared(left, leftNames) == IdentityCompared(right, rightNames)
	}
	return IdentityContent(left, leftNames) == IdentityContent(right, rightNames)
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
