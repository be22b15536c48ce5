package content

import (
	"fmt"
	"math/rand/v2"
	"os"
	"strings"
	"testing"

	"github.com/wbxgen/wbxgen/internal/xsd"
)

// models makes random particles over the letters a to d, ambiguous ones too.
type models struct {
	*rand.Rand
	decls map[rune]*xsd.ElementDecl
	wild  *xsd.Wildcard
}

func newModels(seed uint64) *models {
	m := &models{rand.New(rand.NewPCG(seed, 2)), map[rune]*xsd.ElementDecl{}, &xsd.Wildcard{Namespaces: xsd.NamespaceConstraint{Any: true}, Process: xsd.Lax}}
	for _, r := range "abcd" {
		m.decls[r] = &xsd.ElementDecl{Name: xsd.QName{Local: string(r)}, Global: true}
	}
	return m
}

func (m *models) particle(depth int) *xsd.Particle {
	p := &xsd.Particle{Min: 1, Max: 1}
	if m.IntN(2) == 0 {
		p.Min, p.Max = m.IntN(4), m.IntN(5)
		if p.Max == 4 {
			p.Max = xsd.Unbounded
		} else {
			p.Min = min(p.Min, p.Max)
		}
	}
	switch {
	case depth > 0 && m.IntN(2) == 0:
		g := &xsd.ModelGroup{Compositor: []xsd.Compositor{xsd.Sequence, xsd.Choice}[m.IntN(2)]}
		for range m.IntN(4) {
			g.Particles = append(g.Particles, m.particle(depth-1))
		}
		p.Term = g
	case m.IntN(12) == 0:
		p.Term = m.wild
	default:
		p.Term = m.decls['a'+rune(m.IntN(4))]
	}
	return p
}

// all is an all group whose members may occur several times, as in XSD 1.1.
func (m *models) all() *xsd.Particle {
	g := &xsd.ModelGroup{Compositor: xsd.All}
	for _, i := range m.Perm(4)[:1+m.IntN(4)] {
		low := m.IntN(3)
		g.Particles = append(g.Particles, &xsd.Particle{Min: low, Max: low + m.IntN(3), Term: m.decls['a'+rune(i)]})
	}
	return &xsd.Particle{Min: m.IntN(2), Max: 1, Term: g}
}

// ends are the places, as bits, where a match of p can end in the word that
// begins at one of the places in from: the rules of Part 1 §3.8.4 and §3.9.4 as
// they stand, without any thought of speed.
func ends(p *xsd.Particle, word string, from uint64) uint64 {
	all, now := uint64(0), from
	if p.Min == 0 {
		all = from
	}
	for round := 1; round <= len(word)+p.Min+1 && (p.Max == xsd.Unbounded || round <= p.Max); round++ {
		now = endsOnce(p.Term, word, now)
		if round >= p.Min {
			all |= now
		}
	}
	return all
}

func endsOnce(t xsd.Term, word string, from uint64) uint64 {
	to := uint64(0)
	g, group := t.(*xsd.ModelGroup)
	for i := range len(word) {
		e, element := t.(*xsd.ElementDecl)
		if !group && from&(1<<i) != 0 && (!element || word[i:i+1] == e.Name.Local) {
			to |= 1 << (i + 1)
		}
	}
	switch {
	case !group:
	case g.Compositor == xsd.All:
		for i := range len(word) + 1 {
			for j := i; from&(1<<i) != 0 && j <= len(word); j++ {
				if inAll(g, word[i:j]) {
					to |= 1 << j
				}
			}
		}
	case g.Compositor == xsd.Sequence:
		to = from
		for _, p := range g.Particles {
			to = ends(p, word, to)
		}
	default:
		for _, p := range g.Particles {
			to |= ends(p, word, from)
		}
	}
	return to
}

func inAll(g *xsd.ModelGroup, word string) bool {
	total := 0
	for _, p := range g.Particles {
		n := strings.Count(word, p.Term.(*xsd.ElementDecl).Name.Local)
		if n < p.Min || n > p.Max {
			return false
		}
		total += n
	}
	return total == len(word)
}

func accepts(p *xsd.Particle, word string) bool { return ends(p, word, 1)&(1<<len(word)) != 0 }

// words are all words of the letters a to d up to a length.
func words(length int) []string {
	list, last := []string{""}, []string{""}
	for range length {
		var next []string
		for _, w := range last {
			for _, c := range "abcd" {
				next = append(next, w+string(c))
			}
		}
		list, last = append(list, next...), next
	}
	return list
}

func describe(p *xsd.Particle) string {
	text := ""
	switch t := p.Term.(type) {
	case *xsd.ElementDecl:
		text = t.Name.Local
	case *xsd.Wildcard:
		text = "*"
	case *xsd.ModelGroup:
		var parts []string
		for _, q := range t.Particles {
			parts = append(parts, describe(q))
		}
		text = "(" + strings.Join(parts, map[xsd.Compositor]string{xsd.Sequence: ",", xsd.Choice: "|", xsd.All: "&"}[t.Compositor]) + ")"
	}
	if p.Min == 1 && p.Max == 1 {
		return text
	}
	return fmt.Sprintf("%s{%s}", text, p.Occurs())
}

// asParticle is the way back from the normal form.
func asParticle(n *Node) *xsd.Particle {
	p := &xsd.Particle{Min: n.Min, Max: n.Max}
	switch {
	case n.Elem != nil:
		p.Term = n.Elem
	case n.Any != nil:
		p.Term = n.Any
	default:
		g := &xsd.ModelGroup{Compositor: n.Compositor}
		for _, k := range n.Kids {
			g.Particles = append(g.Particles, asParticle(k))
		}
		p.Term = g
	}
	return p
}

func tries(short, long int) int {
	if os.Getenv("WBXGEN_LONG") != "" {
		return long
	}
	return short
}

func automaton(t *testing.T, a *Alphabet, p *xsd.Particle) *Model {
	t.Helper()
	n, err := Normal(p)
	if err != nil {
		t.Fatal(err)
	}
	return New(n, &Grammar{Schema: xsd.New(xsd.Components{}), Symbol: a.Add, Valid: true})
}

// accepted follows a word in all ways at once, so that ambiguous models are no
// trouble.
func (m *Model) accepted(a *Alphabet, word string) bool {
	tally := &tally{}
	tally.start(m)
	for _, c := range word {
		if tally.next(m, a.Of(xsd.QName{Local: string(c)}), "") == nil {
			return false
		}
	}
	return tally.ways.complete(m)
}

func TestNormalFormAndAutomatonAcceptWhatTheRecommendationSays(t *testing.T) {
	m, list := newModels(1), words(5)
	for range tries(150, 3000) {
		p := m.particle(3)
		if m.IntN(8) == 0 {
			p = m.all()
		}
		a := NewAlphabet()
		for _, c := range "abcd" {
			a.Add(xsd.QName{Local: string(c)})
		}
		model := automaton(t, a, p)
		normal := asParticle(model.Node())
		if got, want := model.Node().Emptiable(), accepts(p, ""); got != want {
			t.Fatalf("%s: emptiable %v, want %v", describe(p), got, want)
		}
		for _, w := range list {
			want := accepts(p, w)
			if got := accepts(normal, w); got != want {
				t.Fatalf("%s has the normal form %s; %q: got %v, want %v", describe(p), describe(normal), w, got, want)
			}
			if got := model.accepted(a, w); got != want {
				t.Fatalf("%s; %q: got %v, want %v", describe(p), w, got, want)
			}
		}
	}
}

func TestCompareAgreesWithAllWords(t *testing.T) {
	m, list := newModels(3), words(5)
	verdicts := map[Verdict]int{}
	covered := 0
	for range tries(600, 20000) {
		l, r := m.particle(2), m.particle(2)
		switch m.IntN(6) {
		case 0, 1:
			r = m.widened(l)
		case 2:
			l, r = m.all(), m.all()
		}
		a := NewAlphabet()
		left, right := automaton(t, a, l), automaton(t, a, r)
		steps := 5000
		verdict, word := Compare(a, left, right, &steps)
		verdicts[verdict]++
		if steps == 5000 {
			covered++
		}
		shortest := -1
		for _, w := range list {
			if accepts(l, w) && !accepts(r, w) {
				shortest = len(w)
				break
			}
		}
		what := describe(l) + " within " + describe(r)
		switch {
		case verdict == Holds && shortest >= 0:
			t.Fatalf("%s: holds, but a word of %d letters is not", what, shortest)
		case verdict == Fails && !tells(l, r, word):
			t.Fatalf("%s: fails, but %v does not tell", what, word)
		}
	}
	t.Logf("verdicts %v, %d of them by structure", verdicts, covered)
	if verdicts[Holds] < 50 || verdicts[Fails] < 50 || verdicts[Unproven] > verdicts[Holds]/4 {
		t.Error("too few pairs of models were good for anything")
	}
}

// widened changes a copy of a particle so that it often accepts more.
func (m *models) widened(p *xsd.Particle) *xsd.Particle {
	q := *p
	switch m.IntN(6) {
	case 0:
		q.Min = max(q.Min-1, 0)
	case 1:
		if q.Max != xsd.Unbounded {
			q.Max++
		}
	case 2:
		return &xsd.Particle{Min: 1, Max: 1, Term: &xsd.ModelGroup{Compositor: xsd.Choice, Particles: []*xsd.Particle{m.particle(0), &q}}}
	}
	if g, ok := q.Term.(*xsd.ModelGroup); ok {
		h := *g
		h.Particles = nil
		for _, c := range g.Particles {
			h.Particles = append(h.Particles, m.widened(c))
		}
		if m.IntN(3) == 0 {
			h.Particles = append(h.Particles, &xsd.Particle{Min: 0, Max: 1, Term: m.decls['a'+rune(m.IntN(4))]})
		}
		q.Term = &h
	}
	return &q
}

// tells reports whether l accepts a word and r does not. Other names stand for
// one that only wildcards match.
func tells(l, r *xsd.Particle, letters []Letter) bool {
	word := ""
	for _, letter := range letters {
		if letter.Other {
			word += "z"
		} else {
			word += letter.Name.Local
		}
	}
	return len(word) < 60 && accepts(l, word) && !accepts(r, word)
}

func TestLargeCountsAreComparedWithoutCounting(t *testing.T) {
	m := newModels(4)
	a := func(low, high int) *xsd.Particle { return &xsd.Particle{Min: low, Max: high, Term: m.decls['a']} }
	list := func(parts ...*xsd.Particle) *xsd.Particle {
		return &xsd.Particle{Min: 1, Max: 1, Term: &xsd.ModelGroup{Particles: parts}}
	}
	b := &xsd.Particle{Min: 0, Max: 1, Term: m.decls['b']}
	for _, c := range []struct{ l, r *xsd.Particle }{
		{a(0, 1_000_000), a(0, 2_000_000)},
		{list(a(5, 1_000_000), b), list(a(2, 1_000_000), b, b)},
		{list(b, a(1_000, 1_000)), list(b, b, a(10, xsd.Unbounded))},
	} {
		alphabet := NewAlphabet()
		steps := 100
		if v, word := Compare(alphabet, automaton(t, alphabet, c.l), automaton(t, alphabet, c.r), &steps); v != Holds {
			t.Errorf("%s within %s: got %v, %v", describe(c.l), describe(c.r), v, word)
		}
	}
}

func TestModelsThatAreTooLarge(t *testing.T) {
	p := &xsd.Particle{Min: 1, Max: 1, Term: &xsd.ElementDecl{Name: xsd.QName{Local: "a"}}}
	for range 40 {
		p = &xsd.Particle{Min: 1, Max: 1, Term: &xsd.ModelGroup{Particles: []*xsd.Particle{p, p}}}
	}
	if _, err := Normal(p); err != ErrTooLarge {
		t.Errorf("got %v", err)
	}
	all := &xsd.Particle{Min: 1, Max: 1, Term: &xsd.ModelGroup{Compositor: xsd.All, Particles: []*xsd.Particle{
		{Min: 1, Max: 1, Term: &xsd.ElementDecl{Name: xsd.QName{Local: "b"}}}, {Min: 0, Max: 1, Term: &xsd.ElementDecl{}}}}}
	if _, err := Normal(&xsd.Particle{Min: 1, Max: 1, Term: &xsd.ModelGroup{Particles: []*xsd.Particle{all, all}}}); err != ErrNestedAll {
		t.Errorf("got %v", err)
	}
}

// TestWildcardsAndSubstitutionGroupsTell compares leaves of every kind: heads
// with members, abstract ones, and wildcards that are strict and lax.
func TestWildcardsAndSubstitutionGroupsTell(t *testing.T) {
	name := func(local string) xsd.QName { return xsd.QName{Space: "urn:t", Local: local} }
	head := &xsd.ElementDecl{Name: name("head"), Global: true, Abstract: true, Type: xsd.AnyType}
	member := &xsd.ElementDecl{Name: name("member"), Global: true, Head: head, Type: xsd.AnyType}
	other := &xsd.ElementDecl{Name: name("other"), Global: true, Type: xsd.AnyType}
	schema := xsd.New(xsd.Components{Elements: []*xsd.ElementDecl{head, member, other}})
	any := func(p xsd.ProcessContents, c xsd.NamespaceConstraint) *xsd.Wildcard {
		return &xsd.Wildcard{Process: p, Namespaces: c}
	}
	own, all, rest := xsd.NamespaceConstraint{Names: []string{"urn:t"}}, xsd.NamespaceConstraint{Any: true}, xsd.NamespaceConstraint{Not: true, Names: []string{"urn:t"}}
	for _, c := range []struct {
		l, r xsd.Term
		want string // a word that tells, "" where there is none
	}{
		{head, member, ""},
		{member, head, ""},
		{head, other, "[{urn:t}member]"},
		{head, any(xsd.Strict, own), ""},
		{any(xsd.Strict, own), head, "[{urn:t}other]"},
		{any(xsd.Lax, own), any(xsd.Strict, own), "[{urn:t}*]"},
		{any(xsd.Strict, all), any(xsd.Lax, own), ""},
		{any(xsd.Lax, all), any(xsd.Lax, own), "[{}*]"},
		{any(xsd.Lax, rest), any(xsd.Lax, all), ""},
		{other, any(xsd.Skip, rest), "[{urn:t}other]"},
	} {
		a := NewAlphabet()
		g := &Grammar{Schema: schema, Symbol: a.Add, Valid: true}
		model := func(term xsd.Term) *Model {
			n, err := Normal(&xsd.Particle{Min: 1, Max: 1, Term: term})
			if err != nil {
				t.Fatal(err)
			}
			return New(n, g)
		}
		steps := 100
		verdict, word := Compare(a, model(c.l), model(c.r), &steps)
		got := ""
		if word != nil {
			got = fmt.Sprint(word)
		}
		if got != c.want || (verdict == Holds) != (c.want == "") {
			t.Errorf("%v within %v: got %v %s, want %s", c.l, c.r, verdict, got, c.want)
		}
	}
}
