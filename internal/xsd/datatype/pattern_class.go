package datatype

import (
	"strings"
	"unicode"
)

// classExpr is productions 11 to 16, behind the opening bracket: a positive or
// negative group, and what is subtracted from it.
func (p *regexParser) classExpr() runeSet {
	if !p.enter() {
		return nil
	}
	defer p.leave()
	negative := p.skip("^")
	set := makeRuneSet(p.classItems()...)
	if negative {
		set = set.complement()
	}
	if p.skip("-[") {
		set = set.subtract(p.classExpr())
	}
	if !p.skip("]") {
		p.fail("a character class is not closed by ]")
	}
	return set
}

// classItems reads up to the end of the group or to a subtraction.
func (p *regexParser) classItems() []runeRange {
	var items []runeRange
	for first := true; ; first = false {
		switch {
		case p.rest == "":
			return items
		case !first && p.endsGroup():
			return items
		}
		items = append(items, p.classItem(first)...)
	}
}

// endsGroup tells the end of the class and the start of a subtraction.
func (p *regexParser) endsGroup() bool {
	return strings.HasPrefix(p.rest, "]") || strings.HasPrefix(p.rest, "-[")
}

// classItem is productions 17 to 22: a character, a range, or an escape. A
// hyphen stands for itself only at the ends of the group.
func (p *regexParser) classItem(first bool) []runeRange {
	r := p.next()
	switch {
	case r == '[':
		p.fail("there is a [ within a character class; write \\[ for the character")
	case r == ']':
		p.fail("a character class is empty; write \\] for the character")
	case r == '-' && first && strings.HasPrefix(p.rest, "["):
		p.fail("there is nothing in a character class to subtract from")
	case r == '-' && !first && !p.endsGroup():
		p.fail("there is a - in the middle of a character class; write \\- for the character")
	case r == '-':
		return []runeRange{{r, r}}
	case r == '\\':
		set, char, single := p.escape()
		if !single {
			return p.unranged(set)
		}
		return p.classRange(char)
	default:
		return p.classRange(r)
	}
	return nil
}

// unranged refuses an escape for many characters as the start of a range.
func (p *regexParser) unranged(set runeSet) []runeRange {
	if p.isRange() {
		p.fail("a range begins with an escape that stands for many characters")
	}
	return set
}

// isRange tells a hyphen that joins two characters.
func (p *regexParser) isRange() bool {
	return len(p.rest) > 1 && p.rest[0] == '-' && p.rest[1] != ']' && p.rest[1] != '['
}

// classRange reads what may follow the character lo.
func (p *regexParser) classRange(lo rune) []runeRange {
	if !p.isRange() {
		return []runeRange{{lo, lo}}
	}
	p.skip("-")
	hi := p.next()
	switch hi {
	case '\\':
		_, char, single := p.escape()
		if !single {
			p.fail("a range ends with an escape that stands for many characters")
		}
		hi = char
	case '-':
		p.fail("a range ends with -; write \\- for the character")
	}
	if p.err == nil && lo > hi {
		p.fail("the range %c-%c is the wrong way round", lo, hi)
	}
	return []runeRange{{lo, max(lo, hi)}}
}

// escape is productions 23 to 37, behind the backslash. single tells an
// escape for one character, which is char.
func (p *regexParser) escape() (set runeSet, char rune, single bool) {
	r := p.next()
	switch r {
	case -1:
		p.fail("nothing follows the last \\; write \\\\ for the character")
		return nil, 0, false
	case 'n':
		r = '\n'
	case 'r':
		r = '\r'
	case 't':
		r = '\t'
	case 'p', 'P':
		return p.property(r == 'P'), 0, false
	default:
		if set := multiEscape(r); set != nil {
			return set, 0, false
		}
		if !strings.ContainsRune(`\|.?*+(){}-[]^`, r) {
			p.fail("there is no escape \\%c%s", r, unescaped(r))
		}
	}
	return runeSet{{r, r}}, r, true
}

// unescaped says how a character is written that needs no backslash and has one, as many dialects allow.
func unescaped(r rune) string {
	if unicode.IsLetter(r) || unicode.IsDigit(r) {
		return ""
	}
	return "; write " + string(r) + " as it is"
}

// multiEscape is production 37; nil for other characters.
func multiEscape(r rune) runeSet {
	var set runeSet
	switch unicode.ToLower(r) {
	case 's':
		set = spaceRunes
	case 'i':
		set = nameStartRunes
	case 'c':
		set = nameRunes()
	case 'd':
		set = category("Nd")
	case 'w':
		set = wordRunes()
	default:
		return nil
	}
	if unicode.IsUpper(r) {
		return set.complement()
	}
	return set
}

// property is productions 25 to 36: {Lu} for a category, {IsGreek} for a block.
func (p *regexParser) property(negative bool) runeSet {
	name, rest, ok := strings.Cut(p.rest, "}")
	if !ok || !strings.HasPrefix(name, "{") {
		p.fail("\\p is not followed by a property such as {Lu} or {IsGreek}")
		return nil
	}
	name = name[1:]
	p.rest = rest
	set := category(name)
	if name, isBlock := strings.CutPrefix(name, "Is"); isBlock {
		set = block(name)
	}
	if set == nil {
		p.fail("there is no property %s: neither a category such as Lu nor a block of Unicode 3.1 such as IsGreek", quote(name))
		return nil
	}
	if negative {
		return set.complement()
	}
	return set
}
