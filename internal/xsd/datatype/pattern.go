package datatype

import "sync"

// Pattern is a regular expression of Part 2 Appendix F. It is immutable and
// safe for concurrent use.
type Pattern struct {
	source string
	root   *node

	once sync.Once
	auto *automaton // made when first needed
}

// ParsePattern reads a regular expression. The error is an [*Error]: its code
// is src-pattern-value for a text that is no regular expression, and
// wbxgen-unsupported-pattern for one that is right but beyond our limits on
// nesting and size.
func ParsePattern(source string) (*Pattern, error) {
	p, err := parsePattern(source)
	if err != nil {
		return nil, err
	}
	return p, nil
}

const (
	codePattern      = "src-pattern-value"
	codeLargePattern = "wbxgen-unsupported-pattern"
)

func parsePattern(source string) (*Pattern, *Error) {
	root, err := parseRegex(source)
	if err != nil {
		return nil, err
	}
	if root.size > maxProgram {
		return nil, fail(codeLargePattern, "the pattern %s needs more than %d states, which this program does not try",
			quote(source), maxProgram)
	}
	return &Pattern{source: source, root: root}, nil
}

func mustPattern(source string) *Pattern {
	p, err := parsePattern(source)
	if err != nil {
		panic("datatype: our own pattern " + source + ": " + err.Msg)
	}
	return p
}

// String returns the source of the pattern.
func (p *Pattern) String() string { return p.source }

// MatchString reports whether the pattern matches all of s: there are no
// anchors, a match is always of the whole. Its time is linear in s, and its
// memory is bounded.
func (p *Pattern) MatchString(s string) bool {
	return p.automaton().match(s)
}

// Match is like [Pattern.MatchString] and keeps no part of b.
func (p *Pattern) Match(b []byte) bool { return p.MatchString(view(b)) }

func (p *Pattern) automaton() *automaton {
	p.once.Do(func() { p.auto = newAutomaton(compile(p.root)) })
	return p.auto
}
