package datatype

import (
	"fmt"
	"math/rand/v2"
	"os"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"
)

// TestRandomPatternsAgreeWithRegexp: on the part of the syntax that both
// have, package regexp is an independent judge.
func TestRandomPatternsAgreeWithRegexp(t *testing.T) {
	rnd := rand.New(rand.NewPCG(1, 2))
	matched := 0
	for range 3000 {
		source := randomPattern(rnd, 4)
		p, err := ParsePattern(source)
		if err != nil {
			t.Fatalf("%s: %v", source, err)
		}
		judge, err := regexp.Compile(`^(?:` + source + `)$`)
		if err != nil {
			continue // its limit on repetition is lower
		}
		for range 20 {
			text := randomText(rnd)
			want := judge.MatchString(text)
			if got := p.MatchString(text); got != want {
				t.Fatalf("%s and %q: %v, regexp says %v", source, text, got, want)
			}
			if want {
				matched++
			}
		}
	}
	if matched < 5000 {
		t.Errorf("only %d texts matched: the test is too weak", matched)
	}
}

func randomPattern(rnd *rand.Rand, depth int) string {
	atoms := []string{"a", "b", "c", "[ab]", "[^a]", "[a-c]", `\.`}
	if depth == 0 {
		return atoms[rnd.IntN(len(atoms))]
	}
	switch rnd.IntN(7) {
	case 0, 1:
		return randomPattern(rnd, depth-1) + randomPattern(rnd, depth-1)
	case 2:
		return "(" + randomPattern(rnd, depth-1) + "|" + randomPattern(rnd, depth-1) + ")"
	case 3:
		return "(" + randomPattern(rnd, depth-1) + "|)"
	case 4, 5:
		quantifiers := []string{"?", "*", "+", "{2}", "{0,2}", "{1,3}", "{2,}", "{0,}", "{3,4}", "{0}"}
		return "(" + randomPattern(rnd, depth-1) + ")" + quantifiers[rnd.IntN(len(quantifiers))]
	}
	return atoms[rnd.IntN(len(atoms))]
}

func randomText(rnd *rand.Rand) string {
	var b strings.Builder
	for range rnd.IntN(10) {
		b.WriteByte("aaabbc."[rnd.IntN(7)])
	}
	return b.String()
}

// TestRandomRepeatsAgreeWithRegexp has groups that may occur often, in each other,
// whose copies are compared while matching.
func TestRandomRepeatsAgreeWithRegexp(t *testing.T) {
	seed, patterns := uint64(5), 2000
	if os.Getenv("WBXGEN_LONG") != "" {
		seed, patterns = uint64(time.Now().UnixNano()), 20_000
	}
	rnd := rand.New(rand.NewPCG(seed, 6))
	matched := 0
	for range patterns {
		source := randomRepeats(rnd, 3)
		p, err := ParsePattern(source)
		judge, judgeErr := regexp.Compile(`^(?:` + source + `)$`)
		if err != nil || judgeErr != nil {
			continue // limits on size
		}
		for range 20 {
			text := randomWord(rnd, 40)
			want := judge.MatchString(text)
			if got := p.MatchString(text); got != want {
				t.Fatalf("seed %d: %s and %q: %v, regexp says %v", seed, source, text, got, want)
			}
			if want {
				matched++
			}
		}
	}
	if matched < patterns {
		t.Errorf("only %d texts matched: the test is too weak", matched)
	}
}

// randomRepeats is a pattern for the letters a and b that repeats groups.
func randomRepeats(rnd *rand.Rand, depth int) string {
	atoms := []string{"a", "b", "[ab]", "aa?", "(a|bb)", "a{2,3}", "[ab]{1,9}", "(ab|b)"}
	var b strings.Builder
	for range 1 + rnd.IntN(3) {
		part := atoms[rnd.IntN(len(atoms))]
		if depth > 0 && rnd.IntN(3) > 0 {
			part = randomRepeats(rnd, depth-1)
		}
		if rnd.IntN(4) == 0 {
			part += "|" + atoms[rnd.IntN(len(atoms))]
		}
		least := rnd.IntN(3) * rnd.IntN(3)
		fmt.Fprintf(&b, "(%s){%d,%d}", part, least, least+rnd.IntN(12))
		if rnd.IntN(2) == 0 {
			b.WriteString(atoms[rnd.IntN(len(atoms))] + "?")
		}
	}
	return b.String()
}

func randomWord(rnd *rand.Rand, most int) string {
	b := make([]byte, rnd.IntN(most))
	for i := range b {
		b[i] = "ab"[rnd.IntN(2)]
	}
	return string(b)
}

// TestCopiesAreNotAllWalked: where a text can be in any of the copies of a group, few
// of them are looked at for each character.
func TestCopiesAreNotAllWalked(t *testing.T) {
	for _, source := range []string{
		`((a|b){1,1000}c?){1,1000}`, `((a|b){0,100}c?d?e?f?){0,1600}`, `(a?b?c?){0,4000}`, `((a|bc|b){1,50}d?){1,40}`, `((aa|b){1,400}d?|aaa){1,5}`,
		`((aa|b){1,5}d?|aaa){1,300}`, `((a{2,9}|b)c?){3,900}`,
	} {
		p := mustPattern(source)
		w := newWalker(p.automaton().walker.program)
		places, _ := w.begin()
		most := len(places)
		for range 4000 {
			places, _ = w.step(slices.Clone(places), 'a')
			most = max(most, len(places))
		}
		if most > 150 {
			t.Errorf("%s is at %d places at once, of %d", source, most, len(w.program.insts))
		}
	}
}

func TestLargePatternsAreRefusedNotTried(t *testing.T) {
	for _, source := range []string{
		`((a|bc){0,1000}){0,1000}`,
		`(((a|bc){1,1000}d){1,1000}e){1,1000}`,
		`a{65540}`,
		`(ab){2147483647}`,
		`a{99999999999999999999}`,
		strings.Repeat("(", 2000) + strings.Repeat(")", 2000),
		strings.Repeat("[a-", 2000) + strings.Repeat("]", 2000),
	} {
		start := time.Now()
		_, err := ParsePattern(source)
		if code(err) != codeLargePattern {
			t.Errorf("%.40s: %v", source, err)
		}
		if spent := time.Since(start); spent > time.Second {
			t.Errorf("%.40s took %v", source, spent)
		}
	}
}

// TestHardPatternsAreLinear has patterns on which backtracking or a full
// deterministic automaton would not end.
func TestHardPatternsAreLinear(t *testing.T) {
	long := strings.Repeat("a", 20_000)
	for _, c := range []struct {
		source, text string
		want         bool
	}{
		{`(a*)*b`, long, false},
		{`(a|a)*b`, long, false},
		{`(a|aa)+`, long, true},
		{`(a?){1000}a{1000}`, long[:1500], true},
		{`(.*a){20}`, long, true},
		{`.*a.{30}`, long, true},
		{`(a|b)*a(a|b){60}`, strings.Repeat("ba", 5000), true},
		{`((a|b)*c|(a|d)*e){0,50}f`, long, false},
		{`(a{0,1000}){0,1000}`, long, true},
		{`(a{0,1000}b?){0,30}`, long, true},
		{`.{0,2000000000}`, long, true},
		{`(.{1,60000})*`, long, true},
		{`((a?b?c?){0,60}d?){0,60}`, long[:200], true},
	} {
		p, err := ParsePattern(c.source)
		if err != nil {
			t.Errorf("%s: %v", c.source, err)
			continue
		}
		start := time.Now()
		if got := p.MatchString(c.text); got != c.want {
			t.Errorf("%s: %v", c.source, got)
		}
		if spent := time.Since(start); spent > 10*time.Second {
			t.Errorf("%s took %v", c.source, spent)
		}
	}
}

// TestMatchingForgetsStates: the states of this automaton are as many as the
// texts of 30 letters, and each position of the text needs another one.
func TestMatchingForgetsStates(t *testing.T) {
	p := mustPattern(`[ab]*a[ab]{30}`)
	rnd := rand.New(rand.NewPCG(3, 4))
	b := make([]byte, 50_000)
	for i := range b {
		b[i] = "ab"[rnd.IntN(2)]
	}
	for range 3 {
		if got, want := p.Match(b), b[len(b)-31] == 'a'; got != want {
			t.Errorf("matched %v, want %v", got, want)
		}
		if p.auto.memory > maxMemory {
			t.Errorf("the states take %d bytes", p.auto.memory)
		}
		b = b[:len(b)-1]
	}
}

func TestManyClasses(t *testing.T) {
	var source, text strings.Builder
	for r := rune(0x4E00); r < 0x4E00+1000; r++ {
		source.WriteRune(r)
		text.WriteRune(r)
	}
	p := mustPattern(source.String())
	if !p.MatchString(text.String()) || p.MatchString(text.String()[3:]) {
		t.Error("a pattern of a thousand different characters does not work")
	}
}

func TestPatternsAreSafeForConcurrentUse(t *testing.T) {
	p := mustPattern(`[ab]*a[ab]{12}`)
	var group sync.WaitGroup
	for seed := range uint64(4) {
		group.Go(func() {
			rnd := rand.New(rand.NewPCG(seed, 5))
			for range 200 {
				b := make([]byte, 100)
				for i := range b {
					b[i] = "ab"[rnd.IntN(2)]
				}
				if got, want := p.Match(b), b[len(b)-13] == 'a'; got != want {
					t.Errorf("matched %v, want %v", got, want)
				}
			}
		})
	}
	group.Wait()
}
