package datatype

import (
	"cmp"
	"fmt"
	"regexp/syntax"
	"slices"
	"strings"
	"sync"
	"unicode"
)

// maxGoRegexp bounds the text of [Pattern.GoRegexp]. Beyond it, generated code
// would carry more table than program.
const maxGoRegexp = 16 << 10

// GoRegexp returns an expression for Go's regexp package that matches the
// whole of the texts that p matches and of no others. ok is false where Go
// cannot say it: counts above 1,000, or classes of too many ranges.
func (p *Pattern) GoRegexp() (expr string, ok bool) {
	var b strings.Builder
	b.WriteString(`\A(?:`)
	p.root.goRegexp(&b)
	b.WriteString(`)\z`)
	if b.Len() > maxGoRegexp {
		return "", false
	}
	if _, err := syntax.Parse(b.String(), syntax.Perl); err != nil {
		return "", false
	}
	return b.String(), true
}

func (n *node) goRegexp(b *strings.Builder) {
	if b.Len() > maxGoRegexp {
		return
	}
	switch n.op {
	case opSet:
		n.set.goRegexp(b)
	case opConcat:
		for _, part := range n.parts {
			part.goRegexp(b)
		}
	case opChoice:
		b.WriteString("(?:")
		for i, part := range n.parts {
			if i > 0 {
				b.WriteByte('|')
			}
			part.goRegexp(b)
		}
		b.WriteByte(')')
	case opRepeat:
		b.WriteString("(?:")
		n.parts[0].goRegexp(b)
		b.WriteString(")" + quantifier(n.min, n.max))
	}
}

func quantifier(least, most int) string {
	switch {
	case least == 0 && most == 1:
		return "?"
	case least == 0 && most == unlimited:
		return "*"
	case least == 1 && most == unlimited:
		return "+"
	case most == unlimited:
		return fmt.Sprintf("{%d,}", least)
	case least == most:
		return fmt.Sprintf("{%d}", least)
	}
	return fmt.Sprintf("{%d,%d}", least, most)
}

// goRegexp writes a single plain character as itself, anything else as a
// class.
func (s runeSet) goRegexp(b *strings.Builder) {
	switch {
	case len(s) == 0:
		b.WriteString(`[^\x00-\x{10FFFF}]`)
	case len(s) == 1 && s[0].lo == s[0].hi:
		writeRune(b, s[0].lo)
	default:
		b.WriteString(s.class())
	}
}

// class is the shortest class for the set that we know how to write.
func (s runeSet) class() string {
	shortest := "[" + s.ranges() + "]"
	for _, text := range []string{"[^" + s.complement().ranges() + "]", "[" + s.withCategories() + "]", "[^" + s.complement().withCategories() + "]"} {
		if len(text) < len(shortest) && text != "[^]" {
			shortest = text
		}
	}
	return shortest
}

func (s runeSet) ranges() string {
	var b strings.Builder
	for _, r := range s {
		if writeRune(&b, r.lo); r.hi > r.lo {
			b.WriteByte('-')
			writeRune(&b, r.hi)
		}
	}
	return b.String()
}

// manyRanges is the number of ranges from which on a class is looked at for
// whole categories of Unicode, which Go knows by name.
const manyRanges = 12

// withCategories writes the categories that a class holds whole, and then what
// it holds besides.
func (s runeSet) withCategories() string {
	if len(s) < manyRanges {
		return s.ranges()
	}
	var names strings.Builder
	for _, name := range categoryNames() {
		if c := category(name); len(c) > 1 && len(c.subtract(s)) == 0 {
			fmt.Fprintf(&names, `\p{%s}`, name)
			s = s.subtract(c)
		}
	}
	return names.String() + s.ranges()
}

// categoryNames are the categories that every Go has by name too and that mean
// the same there, the large ones first: C and Cn, what is assigned to nothing,
// are no such.
var categoryNames = sync.OnceValue(func() []string {
	var names []string
	for name := range categories() {
		if _, known := unicode.Categories[name]; known && name != "C" && name != "Cn" {
			names = append(names, name)
		}
	}
	slices.SortFunc(names, func(a, b string) int { return cmp.Or(len(a)-len(b), strings.Compare(a, b)) })
	return names
})

func writeRune(b *strings.Builder, r rune) {
	if r < 0x80 && (r == ' ' || '0' <= r && r <= '9' || 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z') {
		b.WriteRune(r)
		return
	}
	fmt.Fprintf(b, `\x{%X}`, r)
}
