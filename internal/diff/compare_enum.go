package diff

import (
	"slices"
	"strings"

	"github.com/wbxgen/wbxgen/internal/xsd"
)

// enumerations compares the values that two types list.
func (c *comparer) enumerations(s slot, o, n *xsd.SimpleType) {
	old, now := enumeration(o), enumeration(n)
	switch {
	case len(old) == 0 && len(now) == 0:
	case len(old) == 0:
		c.reportAt(c.stepped(s.step), "enum-introduced", s.old, enumAnchor(now[0]), plain("open"), enumText(now))
	case len(now) == 0:
		c.reportAt(c.stepped(s.step), "enum-dropped", enumAnchor(old[0]), s.new, enumText(old), plain("open"))
	default:
		c.enumValues(s, old, now)
	}
}

func enumAnchor(i enumItem) anchor { return anchor{i.facet, i.facet.Pos} }

// enumText lists values; the key has them in a fixed order.
func enumText(items []enumItem) *text {
	var show, keys []string
	for _, i := range items {
		show, keys = append(show, i.text), append(keys, i.key)
	}
	slices.Sort(keys)
	return &text{show: strings.Join(show, ", "), key: strings.Join(keys, "\n")}
}

func (c *comparer) enumValues(s slot, old, now []enumItem) {
	removed, added := beyond(old, now), beyond(now, old)
	for _, r := range removed {
		i := slices.IndexFunc(added, func(a enumItem) bool { return strings.EqualFold(a.text, r.text) })
		if i < 0 {
			c.reportAt(c.stepped(s.step), "enum-value-removed", enumAnchor(r), anchor{}, plain(r.text), nil)
			continue
		}
		c.reportAt(c.stepped(s.step), "enum-value-case-changed", enumAnchor(r), enumAnchor(added[i]), plain(r.text), plain(added[i].text))
		added = slices.Delete(added, i, i+1)
	}
	for _, a := range added {
		c.reportAt(c.stepped(s.step), "enum-value-added", anchor{}, enumAnchor(a), nil, plain(a.text))
	}
}

// beyond returns the items of a that b lacks, each value once.
func beyond(a, b []enumItem) []enumItem {
	known := make(map[string]bool, len(b))
	for _, i := range b {
		known[i.key] = true
	}
	var out []enumItem
	for _, i := range a {
		if !known[i.key] {
			known[i.key] = true
			out = append(out, i)
		}
	}
	return out
}
