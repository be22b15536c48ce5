package datatype

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/wbxgen/wbxgen/wire/value"
)

// regexParser reads the grammar of Part 2 Appendix F. Once there is an error,
// rest is empty and every production ends at once.
type regexParser struct {
	source string
	rest   string
	depth  int
	err    *Error
}

// maxDepth bounds how deep parentheses and class subtractions nest.
const maxDepth = 1000

func parseRegex(source string) (*node, *Error) {
	p := &regexParser{source: source, rest: source}
	root := p.regExp()
	if p.rest != "" {
		p.fail("there is a ) without its (; write \\) for the character")
	}
	return root, p.err
}

// fail keeps the first thing that is wrong.
func (p *regexParser) fail(format string, args ...any) {
	p.stop(fail(codePattern, "%s is not a pattern: %s", quote(p.source), fmt.Sprintf(format, args...)))
}

func (p *regexParser) stop(err *Error) {
	if p.err == nil {
		p.err = err
	}
	p.rest = ""
}

// enter goes one level down.
func (p *regexParser) enter() bool {
	p.depth++
	if p.depth > maxDepth {
		p.stop(fail(codeLargePattern, "the pattern %s nests deeper than %d levels, which this program does not try",
			quote(p.source), maxDepth))
	}
	return p.err == nil
}

func (p *regexParser) leave() { p.depth-- }

// next takes a character off the front; -1 at the end.
func (p *regexParser) next() rune {
	if p.rest == "" {
		return -1
	}
	r, size := utf8.DecodeRuneInString(p.rest)
	p.rest = p.rest[size:]
	return r
}

// skip takes s off the front if it is there.
func (p *regexParser) skip(s string) bool {
	rest, ok := strings.CutPrefix(p.rest, s)
	if ok {
		p.rest = rest
	}
	return ok
}

// regExp is productions 1 and 2: branches, which may be empty.
func (p *regexParser) regExp() *node {
	branches := []*node{p.branch()}
	for p.skip("|") {
		branches = append(branches, p.branch())
	}
	if len(branches) == 1 {
		return branches[0]
	}
	return newChoice(branches)
}

// branch is production 3.
func (p *regexParser) branch() *node {
	var pieces []*node
	for p.rest != "" && p.rest[0] != '|' && p.rest[0] != ')' {
		pieces = append(pieces, p.piece())
	}
	return newConcat(pieces)
}

// piece is production 4: an atom that may be quantified once.
func (p *regexParser) piece() *node {
	atom := p.atom()
	least, most := 1, 1
	switch {
	case p.skip("?"):
		least = 0
	case p.skip("*"):
		least, most = 0, unlimited
	case p.skip("+"):
		most = unlimited
	case p.skip("{"):
		least, most = p.quantity()
	}
	if p.err != nil {
		return emptyNode
	}
	return newRepeat(atom, least, most)
}

// quantity is productions 5 to 8, behind the brace.
func (p *regexParser) quantity() (least, most int) {
	least = p.count()
	most = least
	if p.skip(",") {
		most = unlimited
		if !strings.HasPrefix(p.rest, "}") {
			most = p.count()
		}
	}
	if !p.skip("}") {
		p.fail("a quantifier is not closed by }; write {2}, {2,} or {2,5}")
	}
	if least > most {
		p.fail("a quantifier counts from %d down to %d", least, most)
	}
	return least, most
}

// count reads a number; one beyond the longest text stands for unlimited.
func (p *regexParser) count() int {
	n := value.LeadingDigits(p.rest)
	if n == 0 {
		p.fail("a quantifier has no number where one must be; write {2}, {2,} or {2,5}")
		return 0
	}
	value := int64(0)
	for _, digit := range []byte(p.rest[:n]) {
		value = min(value*10+int64(digit-'0'), unlimited)
	}
	p.rest = p.rest[n:]
	return int(value)
}

// atom is productions 9 and 10. Of the characters with a role, those that can
// begin nothing are errors; ^ and $ have no role here.
func (p *regexParser) atom() *node {
	switch r := p.next(); r {
	case '(':
		return p.group()
	case '[':
		return newSet(p.classExpr())
	case '\\':
		set, _, _ := p.escape()
		return newSet(set)
	case '.':
		return newSet(dotRunes)
	case '?', '*', '+', '{':
		p.fail("there is nothing that %c could repeat; write \\%c for the character", r, r)
	case '}', ']':
		p.fail("there is a %c without its other half; write \\%c for the character", r, r)
	default:
		return newSet(runeSet{{r, r}})
	}
	return emptyNode
}

func (p *regexParser) group() *node {
	if !p.enter() {
		return emptyNode
	}
	defer p.leave()
	n := p.regExp()
	if !p.skip(")") {
		p.fail("a ( is not closed by )")
	}
	return n
}
