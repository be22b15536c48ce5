package audit

import (
	"maps"
	"slices"
	"strings"

	"github.com/wbxgen/wbxgen/internal/diff/change"
	"github.com/wbxgen/wbxgen/internal/diff/fact"
	"github.com/wbxgen/wbxgen/internal/inclusion"
	"github.com/wbxgen/wbxgen/internal/xsd"
)

// shape accounts for another arrangement of parts: by a change that is about
// the arrangement, or by all that bring, take and move parts.
func (a *accountant) shape(key fact.Key, was, is fact.Fact) {
	var movers []int
	gone, come := map[string]bool{}, map[string]bool{}
	for _, part := range []any{first(was.Parts()), first(is.Parts())} {
		for _, i := range slices.Concat(a.byPart[part], a.byHolder[part]) {
			c := &a.changes[i]
			switch o, n := a.tokens(c, 0), a.tokens(c, 1); {
			case slices.Contains(movers, i):
			case arranging[c.ID] || arrangingArea[c.ID.Area()]:
				a.give([]int{i}, key)
				return
			case placing[c.ID]:
				movers = append(movers, i)
				maps.Copy(gone, o)
				maps.Copy(come, n)
			}
		}
	}
	if len(movers) > 0 && without(was.Value, gone) == without(is.Value, come) {
		a.give(movers, key)
		return
	}
	a.whole(key, was, is)
}

// whole looks for a change about a component that has the content model as a
// part.
func (a *accountant) whole(key fact.Key, was, is fact.Fact) {
	for _, part := range slices.Concat(was.Parts(), is.Parts()) {
		for _, i := range a.byPart[part] {
			if _, listed := aspectsOf[a.changes[i].ID]; !listed {
				a.give([]int{i}, key)
				return
			}
		}
	}
}

func first(parts []any) any {
	if len(parts) == 0 {
		return nil
	}
	return parts[0]
}

// arranging are the rules about a content model as a whole; placing those about
// the place of single parts in it.
var (
	arranging = map[change.ID]bool{
		change.SequenceToChoice: true, change.ChoiceToSequence: true, change.SequenceToAll: true, change.AllToSequence: true,
		change.OperationResponseAdded: true, change.OperationResponseRemoved: true, change.TypeEquivalent: true,
	}
	arrangingArea = map[string]bool{"compositor": true, "content": true}
	placing       = map[change.ID]bool{
		change.ElementAddedOptional: true, change.ElementAddedRequired: true, change.ElementRemovedOptional: true, change.ElementRemovedRequired: true,
		change.ElementRenamed: true, change.ElementCaseChanged: true, change.ElementMoved: true, change.ElementWrapped: true, change.ElementUnwrapped: true,
		change.ElementFormChanged: true, change.ChoiceBranchAdded: true, change.ChoiceBranchRemoved: true, change.WildcardAdded: true, change.WildcardRemoved: true,
	}
)

// tokens returns the parts that a change places in one version's content
// model.
func (a *accountant) tokens(c *change.Change, side int) map[string]bool {
	at := [...]change.Anchor{c.Site.Old, c.Site.New}[side].At
	names := [...]*inclusion.Names{a.names, nil}[side]
	out := map[string]bool{}
	for _, part := range append([]any{at}, c.Site.Also...) {
		if p, ok := part.(*xsd.Particle); ok {
			for _, q := range inclusion.Leaves(p) {
				out[leafToken(q, names)] = true
			}
		}
	}
	if c.ID == change.ElementWrapped && side == 0 || c.ID == change.ElementUnwrapped && side == 1 {
		v := [...]*change.Value{c.Old, c.New}[side]
		for name := range strings.SplitSeq(v.Key, ", ") {
			if side == 0 {
				name = a.names.Name(parseName(name)).String()
			}
			out[fact.ShapeToken(name)] = true
		}
	}
	return out
}

func parseName(s string) xsd.QName {
	if space, local, ok := strings.Cut(strings.TrimPrefix(s, "{"), "}"); ok {
		return xsd.QName{Space: space, Local: local}
	}
	return xsd.QName{Local: s}
}

func leafToken(p *xsd.Particle, names *inclusion.Names) string {
	if e, ok := p.Term.(*xsd.ElementDecl); ok {
		return fact.ShapeToken(names.Name(e.Name).String())
	}
	return fact.ShapeToken("*")
}

// without returns a shape less some of its parts, with the groups gone that
// then only bracket.
func without(shape string, tokens map[string]bool) string {
	words := strings.SplitAfter(shape, "\x00")
	p := shapeParser{words: words, skip: tokens}
	return strings.Join(p.members("sequence"), "")
}

// shapeParser reads a shape as a tree and writes it in normal form.
type shapeParser struct {
	words []string
	skip  map[string]bool
}

// members returns the members of a group in normal form, up to its end.
func (p *shapeParser) members(compositor string) []string {
	var out []string
	for len(p.words) > 0 {
		word := p.words[0]
		p.words = p.words[1:]
		switch {
		case word == fact.ShapeEnd:
			return ordered(compositor, out)
		case strings.HasPrefix(word, " ("):
			out = append(out, p.group(compositor, word)...)
		case word != "" && !p.skip[word]:
			out = append(out, word)
		}
	}
	return ordered(compositor, out)
}

// group returns a group as a member of one with that compositor.
func (p *shapeParser) group(within, head string) []string {
	compositor, rest, _ := strings.Cut(strings.TrimPrefix(head, " ("), " ")
	inner := p.members(compositor)
	once := strings.HasPrefix(rest, "1..1\x00")
	switch {
	case len(inner) == 0:
		return nil
	case once && (len(inner) == 1 || compositor == within):
		return inner
	case len(inner) == 1 && !strings.HasPrefix(inner[0], " ("):
		return inner // the bounds are those of the member
	}
	return []string{head + strings.Join(inner, "") + fact.ShapeEnd}
}

// ordered sorts the members of a group whose order means nothing.
func ordered(compositor string, members []string) []string {
	if compositor != "sequence" {
		slices.Sort(members)
	}
	return members
}
