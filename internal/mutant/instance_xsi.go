package mutant

import (
	"math/rand/v2"
	"slices"
	"strings"
)

// instance declares the prefix of xsi:type and xsi:nil on an element, by a name
// of its own.
func instance(n *Node) string {
	n.Attrs = append(n.Attrs, Attr{"xmlns:xsi-m", "http://www.w3.org/2001/XMLSchema-instance"})
	return "xsi-m:"
}

// withoutXSI takes an attribute of the instance namespace away, so that it is
// not there twice.
func withoutXSI(n *Node, name string) {
	n.Attrs = slices.DeleteFunc(n.Attrs, func(a Attr) bool {
		return strings.HasPrefix(a.Name, "xsi") && local(a.Name) == name || a.Name == "xmlns:xsi-m"
	})
}

func nilled(r *rand.Rand, doc *Node, _ *Pool, _ []string) string {
	n, _ := pick(r, doc.Elements())
	withoutXSI(n, "nil")
	value := []string{"true", "false", "1", "0", "yes", " true "}[r.IntN(6)]
	n.Attrs = append(n.Attrs, Attr{instance(n) + "nil", value})
	what := n.Name + ": nil " + value
	if r.IntN(2) == 0 {
		n.Children = nil
		what += ", emptied"
	}
	return what
}

func typed(r *rand.Rand, doc *Node, _ *Pool, types []string) string {
	n, _ := pick(r, doc.Elements())
	withoutXSI(n, "type")
	pre := instance(n)
	var value string
	if one, ok := pick(r, types); ok && r.IntN(3) > 0 {
		space, name, _ := strings.Cut(one, " ")
		if value = "t-m:" + name; space == "" {
			value = name
			n.Attrs = append(n.Attrs, Attr{"xmlns", ""})
			if _, has := n.Attr("xmlns"); has && prefix(n.Name) == "" {
				return ""
			}
		} else {
			n.Attrs = append(n.Attrs, Attr{"xmlns:t-m", space})
		}
	} else {
		n.Attrs = append(n.Attrs, Attr{"xmlns:t-m", "http://www.w3.org/2001/XMLSchema"})
		value = "t-m:" + builtins[r.IntN(len(builtins))]
	}
	n.Attrs = append(n.Attrs, Attr{pre + "type", value})
	return n.Name + ": type " + value
}
