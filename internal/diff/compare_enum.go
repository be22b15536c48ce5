package diff

import (
	"slices"
	"strings"

	"github.com/wbxgen/wbxgen/internal/diff/change"
	"github.com/wbxgen/wbxgen/internal/diff/fact"
	"github.com/wbxgen/wbxgen/internal/xsd"
)

// enumerations compares the values that two types list.
func enumerations(s slot, o, n *xsd.SimpleType) {
	old, now := fact.Enumeration(o), fact.Enumeration(n)
	switch {
	case len(old) == 0 && len(now) == 0:
	case len(old) == 0:
		s.in.report(change.EnumIntroduced, s.old, enumAnchor(now[0]), plain("open"), enumText(now))
	case len(now) == 0:
		s.in.report(change.EnumDropped, enumAnchor(old[0]), s.new, enumText(old), plain("open"))
	default:
		enumValues(s, old, now)
	}
}

func enumAnchor(i fact.EnumItem) change.Anchor { return change.Anchor{At: i.Facet, Pos: i.Facet.Pos} }

// enumText lists values; the key has them in a fixed order.
func enumText(items []fact.EnumItem) *text {
	var show, keys []string
	for _, i := range items {
		show, keys = append(show, i.Text), append(keys, i.Key)
	}
	slices.Sort(keys)
	return &text{show: strings.Join(show, ", "), key: strings.Join(keys, "\n")}
}

func enumValues(s slot, old, now []fact.EnumItem) {
	removed, added := fact.Beyond(old, now), fact.Beyond(now, old)
	for _, r := range removed {
		i := slices.IndexFunc(added, func(a fact.EnumItem) bool { return strings.EqualFold(a.Text, r.Text) })
		if i < 0 {
			s.in.report(change.EnumValueRemoved, enumAnchor(r), change.Anchor{}, plain(r.Text), nil)
			continue
		}
		s.in.report(change.EnumValueCaseChanged, enumAnchor(r), enumAnchor(added[i]), plain(r.Text), plain(added[i].Text))
		added = slices.Delete(added, i, i+1)
	}
	comeTogether(s, added)
}

// comeTogether reports the values that a type has more as one change: who added
// them did one thing, and a reader that lists values meets all of them alike.
func comeTogether(s slot, added []fact.EnumItem) {
	if len(added) == 0 {
		return
	}
	t := plain(added[0].Text)
	if len(added) > 1 {
		t = enumText(added)
		for _, a := range added {
			t.list = append(t.list, a.Text)
		}
	}
	f := s.in.report(change.EnumValueAdded, change.Anchor{}, enumAnchor(added[0]), nil, t)
	for _, a := range added[1:] {
		if !slices.Contains(f.also, any(a.Facet)) {
			f.also = append(f.also, a.Facet)
		}
	}
}
