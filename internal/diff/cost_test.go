//go:build unix

package diff_test

import (
	"fmt"
	"math"
	"math/rand/v2"
	"os"
	"runtime"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/wbxgen/wbxgen/internal/diff"
	"github.com/wbxgen/wbxgen/internal/project"
)

// large are pairs of schemas of any size, of which much or little has changed.
var large = map[string]struct {
	size int // of the benchmark
	pair func(n int) (old, now string)
}{
	"enumeration values replaced": {1_000, func(n int) (string, string) {
		return enumerating(namesOf("a", n)), enumerating(namesOf("b", n))
	}},
	"one enumeration value more": {100_000, func(n int) (string, string) {
		return enumerating(namesOf("a", n)), enumerating(namesOf("a", n+1))
	}},
	"one element more in a sequence": {5_000, func(n int) (string, string) {
		names := namesOf("e", n)
		return modelOf("sequence", names), modelOf("sequence", slices.Insert(slices.Clone(names), n/2, "more"))
	}},
	"a sequence shuffled": {5_000, func(n int) (string, string) {
		names := namesOf("e", n)
		other := slices.Clone(names)
		rand.New(rand.NewPCG(1, 1)).Shuffle(n, func(i, j int) { other[i], other[j] = other[j], other[i] })
		return modelOf("sequence", names), modelOf("sequence", other)
	}},
	"branches of a choice renamed": {5_000, func(n int) (string, string) {
		return modelOf("choice", namesOf("aa", n)), modelOf("choice", namesOf("ab", n))
	}},
	"global elements retyped": {10_000, func(n int) (string, string) { return globalsOf(n, "string"), globalsOf(n, "int") }},
	"types renamed":           {10_000, func(n int) (string, string) { return treeOfTypes(n, "type"), treeOfTypes(n, "kind") }},
	"a chain of derivation": {400, func(n int) (string, string) {
		return chainOfTypes(n, ""), chainOfTypes(n, `<xs:element name="more" type="xs:string" minOccurs="0"/>`)
	}},
}

func modelOf(compositor string, names []string) string {
	var b strings.Builder
	b.WriteString(`<xs:element name="r"><xs:complexType><xs:` + compositor + `>`)
	for _, name := range names {
		b.WriteString(`<xs:element name="` + name + `" type="xs:string" minOccurs="0"/>`)
	}
	return b.String() + `</xs:` + compositor + `></xs:complexType></xs:element>`
}

func globalsOf(n int, one string) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, `<xs:element name="g%d" type="xs:%s"/>`, i, map[bool]string{true: one, false: "string"}[i%100 == 7])
	}
	return b.String()
}

func treeOfTypes(n int, prefix string) string {
	var b strings.Builder
	fmt.Fprintf(&b, `<xs:element name="r" type="%s0"/>`, prefix)
	for i := range n {
		fmt.Fprintf(&b, `<xs:complexType name="%s%d"><xs:sequence><xs:element name="a%d" type="xs:string"/>`, prefix, i, i)
		for j := 10*i + 1; j <= 10*i+10 && j < n; j++ {
			fmt.Fprintf(&b, `<xs:element name="k%d" type="%s%d" minOccurs="0"/>`, j, prefix, j)
		}
		b.WriteString(`</xs:sequence></xs:complexType>`)
	}
	return b.String()
}

func chainOfTypes(n int, more string) string {
	var b strings.Builder
	fmt.Fprintf(&b, `<xs:element name="r" type="c%d"/><xs:complexType name="c0"><xs:sequence><xs:element name="a0" type="xs:string"/>%s</xs:sequence></xs:complexType>`, n-1, more)
	for i := 1; i < n; i++ {
		fmt.Fprintf(&b, `<xs:complexType name="c%d"><xs:complexContent><xs:extension base="c%d"><xs:sequence><xs:element name="a%d" type="xs:string"/></xs:sequence></xs:extension></xs:complexContent></xs:complexType>`, i, i-1, i)
	}
	return b.String()
}

func largeSides(t testing.TB, pair func(int) (string, string), n int) (old, now *diff.Side) {
	before, after := pair(n)
	return diff.NewSide("old", schemaOf(t, before), nil), diff.NewSide("new", schemaOf(t, after), nil)
}

func BenchmarkCompareLarge(b *testing.B) {
	for name, c := range large {
		b.Run(name, func(b *testing.B) {
			old, now := largeSides(b, c.pair, c.size)
			b.ResetTimer()
			for b.Loop() {
				project.Compare(old, now, diff.Options{})
			}
		})
	}
}

// stillSteep are the pairs whose time grows faster than their size, with why;
// of the last two that is a guess, which nobody has profiled.
var stillSteep = map[string]string{
	"a sequence shuffled":            "each element that has moved is proven by a document that is judged on the whole content model",
	"branches of a choice renamed":   "each refused branch is told with what is expected, which is all branches",
	"one element more in a sequence": "package content walks an optional sequence by all that can come next",
	"global elements retyped":        "each change asks each root whether it shows there",
	"types renamed":                  "the types that changed hands are looked for in rounds",
}

// TestCostIsNearLinear compares each large pair at two sizes: four times the
// size may take some six times as long, which is a slope of 1.3. A clock is no
// judge of a change on a busy machine, so only long runs ask it.
func TestCostIsNearLinear(t *testing.T) {
	if os.Getenv("WBXGEN_LONG") == "" {
		t.Skip("set WBXGEN_LONG to time large schemas")
	}
	for name, c := range large {
		if stillSteep[name] != "" {
			continue
		}
		t.Run(name, func(t *testing.T) {
			small, large := timeOf(t, c.pair, c.size/8), timeOf(t, c.pair, c.size/2)
			if large > 7*small && large > 300*time.Millisecond {
				t.Errorf("%d take %s, %d take %s", c.size/8, small, c.size/2, large)
			}
		})
	}
}

// TestAllocationsAreNearLinear counts what a comparison takes from the heap, at
// two sizes of each large pair. The count is the same on any machine; what walks
// a large model without making anything, [TestCostIsNearLinear] sees.
func TestAllocationsAreNearLinear(t *testing.T) {
	if testing.Short() || underRace {
		t.Skip("compares large schemas, and pools keep nothing under the race detector")
	}
	for name, c := range large {
		t.Run(name, func(t *testing.T) {
			steepest := 1.3
			if name == "a chain of derivation" {
				steepest = 1.6 // each type is all of its bases: what is compared grows with the square
			}
			few, many := c.size/16, c.size/4
			slope := math.Log(allocationsOf(t, c.pair, many)/allocationsOf(t, c.pair, few)) / math.Log(float64(many)/float64(few))
			if slope > steepest {
				t.Errorf("allocations grow by a power of %.2f of the size, %.1f at most are allowed", slope, steepest)
			}
			t.Logf("slope %.2f", slope)
		})
	}
}

// allocationsOf is how many pieces of memory a comparison takes.
func allocationsOf(t *testing.T, pair func(int) (string, string), n int) float64 {
	old, now := largeSides(t, pair, n)
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	project.Compare(old, now, diff.Options{})
	runtime.ReadMemStats(&after)
	return float64(after.Mallocs - before.Mallocs)
}

// timeOf is the time that a comparison takes of the processor: others use the
// machine too.
func timeOf(t *testing.T, pair func(int) (string, string), n int) time.Duration {
	old, now := largeSides(t, pair, n)
	best := time.Hour
	for range 3 {
		start := processorTime(t)
		project.Compare(old, now, diff.Options{})
		best = min(best, processorTime(t)-start)
	}
	return best
}

func processorTime(t *testing.T) time.Duration {
	t.Helper()
	var use syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &use); err != nil {
		t.Skip(err)
	}
	return time.Duration(use.Utime.Nano() + use.Stime.Nano())
}
