package content

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/wbxgen/wbxgen/internal/xsd"
)

// positions makes random particles in which each letter stands once, so that a
// name alone tells the leaf: what a schema may have.
type positions struct {
	*models
	letters string
}

func (m *positions) particle(depth int) *xsd.Particle {
	p := &xsd.Particle{Min: 1, Max: 1}
	if m.IntN(2) == 0 {
		p.Min, p.Max = m.IntN(3), 1+m.IntN(3)
		if p.Max == 3 {
			p.Max = xsd.Unbounded
		} else {
			p.Min = min(p.Min, p.Max)
		}
	}
	if len(m.letters) > 0 && (depth == 0 || m.IntN(3) == 0) {
		p.Term, m.letters = m.decls[rune(m.letters[0])], m.letters[1:]
		return p
	}
	g := &xsd.ModelGroup{Compositor: []xsd.Compositor{xsd.Sequence, xsd.Choice}[m.IntN(2)]}
	for range 1 + m.IntN(3) {
		if len(m.letters) > 0 {
			g.Particles = append(g.Particles, m.particle(max(depth-1, 0)))
		}
	}
	p.Term = g
	return p
}

func letter(s Symbol, a *Alphabet) string { return a.Name(s).Local }

// at is the position behind a word, nil where the word leads nowhere.
func at(m *Model, a *Alphabet, word string) *Position {
	p := new(Position)
	p.Start(m, make([]uint64, m.Slots()))
	for _, c := range word {
		if p.Next(a.Of(xsd.QName{Local: string(c)}), "") == nil {
			return nil
		}
	}
	return p
}

// TestDocumentsWalkAsTheRecommendationSays walks all short words through random
// models: the end is where it may be, what is said to be allowed next is what
// can be moved on by, and an accepted word is never stopped on its way.
func TestDocumentsWalkAsTheRecommendationSays(t *testing.T) { walkAll(t) }

// TestLongModelsAreWalkedAlike does the same with all models taken for long
// ones, whose members are found by an index.
func TestLongModelsAreWalkedAlike(t *testing.T) {
	defer func(usual int) { long = usual }(long)
	long = 1
	walkAll(t)
	alike(t)
}

// alike compares what is said of wrong elements in the same models, taken for
// long ones and not.
func alike(t *testing.T) {
	m := &positions{models: newModels(7)}
	for range tries(200, 3000) {
		m.letters = "abcd"
		p, a := m.particle(3), NewAlphabet()
		var models [2]*Model
		for i, of := range []int{1, 1000} {
			long = of
			models[i] = automaton(t, a, p)
		}
		for _, w := range words(3) {
			said := [2]string{}
			for i, of := range []int{1, 1000} {
				long = of
				pos := at(models[i], a, w)
				if pos == nil {
					continue
				}
				for _, c := range "abcd" {
					s := a.Add(xsd.QName{Local: string(c)})
					why, most, last := pos.Why(s, "")
					said[i] += fmt.Sprintln(why, most, last != nil && last.Name.Local != "", models[i].Has(s))
					for _, leaf := range []*Place{pos.Further(s), pos.Allows(s)} {
						if leaf != nil {
							said[i] += fmt.Sprintln(leaf.State)
						}
					}
				}
			}
			if said[0] != said[1] {
				t.Fatalf("%s; behind %q: got %s, want %s", describe(p), w, said[0], said[1])
			}
		}
	}
}

func walkAll(t *testing.T) {
	t.Helper()
	base, list := newModels(7), words(5)
	m := &positions{models: base}
	followed := 0
	for n := range tries(200, 3000) {
		m.letters = "abcd"
		p := m.particle(3)
		if n%8 == 0 {
			p = m.all()
		}
		a := NewAlphabet()
		for _, c := range "abcd" {
			a.Add(xsd.QName{Local: string(c)})
		}
		model := automaton(t, a, p)
		for _, w := range list {
			pos, want := at(model, a, w), accepts(p, w)
			if pos != nil && pos.Lost() {
				continue
			}
			if got := pos != nil && pos.Complete(); got != want {
				t.Fatalf("%s; %q: got %v, want %v", describe(p), w, got, want)
			}
			if pos == nil || len(w) > 3 {
				continue
			}
			followed++
			var allowed, taken []string
			for _, leaf := range pos.Allowed(1000) {
				allowed = append(allowed, letter(leaf.Symbol, a))
			}
			for _, c := range "abcd" {
				if next := at(model, a, w+string(c)); next != nil {
					taken = append(taken, string(c))
				}
			}
			if slices.Sort(allowed); !slices.Equal(allowed, taken) {
				t.Fatalf("%s; behind %q %v may come, and %v can", describe(p), w, allowed, taken)
			}
		}
	}
	if followed < 500 {
		t.Errorf("%d positions were looked at", followed)
	}
}

// spelled is a model of what is written as a, b? or c{2,3}, in a sequence
// unless the first of them is | or &.
func spelled(t *testing.T, text string) (*Model, *Alphabet) {
	t.Helper()
	m, a := newModels(1), NewAlphabet()
	g := &xsd.ModelGroup{}
	for _, word := range strings.Fields(text) {
		switch word {
		case "|":
			g.Compositor = xsd.Choice
			continue
		case "&":
			g.Compositor = xsd.All
			continue
		}
		p := &xsd.Particle{Min: 1, Max: 1}
		if m.decls[rune(word[0])] == nil {
			m.decls[rune(word[0])] = &xsd.ElementDecl{Name: xsd.QName{Local: word[:1]}, Global: true}
		}
		p.Term = m.decls[rune(word[0])]
		switch rest := word[1:]; rest {
		case "":
		case "?":
			p.Min = 0
		case "*":
			p.Min, p.Max = 0, xsd.Unbounded
		default:
			if _, err := fmt.Sscanf(rest, "{%d,%d}", &p.Min, &p.Max); err != nil {
				t.Fatal(text, err)
			}
		}
		g.Particles = append(g.Particles, p)
	}
	return automaton(t, a, &xsd.Particle{Min: 1, Max: 1, Term: g}), a
}

// TestWhyAnElementCannotCome has each reason, and what is no reason.
func TestWhyAnElementCannotCome(t *testing.T) {
	for _, c := range []struct {
		model, word, next string
		want              Reason
		most              uint64
		last              string
	}{
		{"a b", "a", "a", Single, 1, ""},
		{"a{1,2} b", "aa", "a", Full, 2, ""},
		{"a b c", "ab", "a", Behind, 0, "b"},
		{"a? b? c", "b", "a", Behind, 0, "b"},
		{"a b c", "a", "c", NoReason, 0, ""},
		{"a b c", "", "b", NoReason, 0, ""},
		{"a b", "a", "z", NoReason, 0, ""},
		{"& a b", "a", "a", Twice, 0, ""},
		{"& a b", "a", "z", NoReason, 0, ""},
		{"| a b", "a", "b", NoReason, 0, ""},
	} {
		m, a := spelled(t, c.model)
		p := at(m, a, c.word)
		symbol := a.Of(xsd.QName{Local: c.next})
		why, most, last := p.Why(symbol, "")
		name := ""
		if last != nil {
			name = last.Name.Local
		}
		if why != c.want || most != c.most || name != c.last {
			t.Errorf("%s: %s behind %q: got %d, %d, %q", c.model, c.next, c.word, why, most, name)
		}
	}
}

// TestGoingOnBehindAMistake: as if all that leads to a leaf had been there.
func TestGoingOnBehindAMistake(t *testing.T) {
	m, a := spelled(t, "a b{2,3} c d?")
	of := func(s string) Symbol { return a.Of(xsd.QName{Local: s}) }
	p := at(m, a, "a")
	further := p.Further(of("c"))
	if further == nil || further.Node.Elem.Name.Local != "c" || p.Further(of("a")) != nil || p.Further(Unknown) != nil {
		t.Fatalf("got %v", further)
	}
	p.Assume(further)
	if !p.Complete() || p.Next(of("d"), "") == nil || !p.Complete() || p.Next(of("d"), "") != nil {
		t.Error("the content does not go on behind c")
	}
	p = at(m, a, "abbb")
	p.Assume(p.Model().Leaves()[1])
	if p.Next(of("b"), "") == nil || p.Next(of("b"), "") != nil {
		t.Error("what was counted before counts still, or no more counts")
	}
	all, b := spelled(t, "& a b")
	p = at(all, b, "")
	p.Assume(all.Leaves()[0])
	if p.Complete() || p.Next(b.Of(xsd.QName{Local: "a"}), "") != nil || p.Next(b.Of(xsd.QName{Local: "b"}), "") == nil || !p.Complete() {
		t.Error("of an all group, a member is not taken as seen")
	}
	if p.Further(b.Of(xsd.QName{Local: "a"})) != nil {
		t.Error("an all group has an order")
	}
}

// TestManyBranchesAreFoundByName: a choice of more than a few is looked up,
// with the same outcome; a wildcard takes what no branch does.
func TestManyBranchesAreFoundByName(t *testing.T) {
	m := newModels(1)
	name := func(i int) xsd.QName { return xsd.QName{Local: fmt.Sprintf("n%d", i)} }
	head := &xsd.ElementDecl{Name: xsd.QName{Local: "head"}, Global: true, Abstract: true}
	member := &xsd.ElementDecl{Name: xsd.QName{Local: "member"}, Global: true, Head: head}
	schema := xsd.New(xsd.Components{Elements: []*xsd.ElementDecl{head, member}})
	g := &xsd.ModelGroup{Compositor: xsd.Choice}
	for i := range 12 {
		first, second := &xsd.ElementDecl{Name: name(i)}, &xsd.ElementDecl{Name: name(100 + i)}
		g.Particles = append(g.Particles, &xsd.Particle{Min: 1, Max: 1, Term: &xsd.ModelGroup{Particles: []*xsd.Particle{{Min: i % 2, Max: 1, Term: first}, {Min: 1, Max: 1, Term: second}}}})
	}
	g.Particles = append(g.Particles, &xsd.Particle{Min: 1, Max: 1, Term: head}, &xsd.Particle{Min: 1, Max: 1, Term: m.wild})
	n, err := Normal(&xsd.Particle{Min: 1, Max: 1, Term: g})
	if err != nil {
		t.Fatal(err)
	}
	a := NewAlphabet()
	model := New(n, &Grammar{Schema: schema, Symbol: a.Add, Valid: true})
	next := func(q xsd.QName) string {
		p := new(Position)
		p.Start(model, make([]uint64, model.Slots()))
		leaf := p.Next(a.Of(q), q.Space)
		switch {
		case leaf == nil:
			return "nothing"
		case leaf.Kind == Wildcard:
			return "*"
		}
		return leaf.Node.Elem.Name.Local
	}
	for q, want := range map[xsd.QName]string{
		name(3): "n3", name(100): "n100", name(101): "*", name(0): "n0", {Local: "member"}: "head", {Local: "head"}: "*", {Space: "urn:x", Local: "z"}: "*",
	} {
		if got := next(q); got != want {
			t.Errorf("%v matches %s, want %s", q, got, want)
		}
	}
}
