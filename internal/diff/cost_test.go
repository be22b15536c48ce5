package diff_test

import (
	"fmt"
	"math"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/wbxgen/wbxgen/internal/diff"
	"github.com/wbxgen/wbxgen/internal/diff/pairs"
	"github.com/wbxgen/wbxgen/internal/project"
)

// largePair is a pair of schemas of any size, of which much or little has
// changed.
type largePair struct {
	size int // of the benchmark
	pair func(n int) (old, now string)
	// grows says how large a pair is, nil for the number that it is made for.
	grows func(n int) float64
}

func (p largePair) sizeOf(n int) float64 {
	if p.grows == nil {
		return float64(n)
	}
	return p.grows(n)
}

var large = map[string]largePair{
	"enumeration values replaced": {size: 1_000, pair: func(n int) (string, string) {
		return enumerating(namesOf("a", n)), enumerating(namesOf("b", n))
	}},
	"one enumeration value more": {size: 100_000, pair: func(n int) (string, string) {
		return enumerating(namesOf("a", n)), enumerating(namesOf("a", n+1))
	}},
	"one element more in a sequence": {size: 5_000, pair: func(n int) (string, string) {
		names := namesOf("e", n)
		return modelOf("sequence", names), modelOf("sequence", slices.Insert(slices.Clone(names), n/2, "more"))
	}},
	"a sequence shuffled": {size: 5_000, pair: func(n int) (string, string) {
		names := namesOf("e", n)
		other := slices.Clone(names)
		rand.New(rand.NewPCG(1, 1)).Shuffle(n, func(i, j int) { other[i], other[j] = other[j], other[i] })
		return modelOf("sequence", names), modelOf("sequence", other)
	}},
	"branches of a choice renamed": {size: 5_000, pair: func(n int) (string, string) {
		return modelOf("choice", namesOf("aa", n)), modelOf("choice", namesOf("ab", n))
	}},
	"global elements retyped": {size: 10_000, pair: func(n int) (string, string) { return globalsOf(n, "string"), globalsOf(n, "int") }},
	"types renamed":           {size: 10_000, pair: func(n int) (string, string) { return treeOfTypes(n, "type"), treeOfTypes(n, "kind") }},
	"a chain of derivation": {size: 400, pair: func(n int) (string, string) {
		return chainOfTypes(n, ""), chainOfTypes(n, `<xs:element name="more" type="xs:string" minOccurs="0"/>`)
	}, grows: func(n int) float64 { return float64(n) * float64(n) / 2 }}, // each type has all that its bases have
	// Beyond the eight: other shapes of the same kinds.
	"all global elements retyped": {size: 4_000, pair: func(n int) (string, string) { return allOf(n, "string"), allOf(n, "int") }},
	"elements retyped": {size: 4_000, pair: func(n int) (string, string) {
		names := namesOf("e", n)
		old := modelOf("sequence", names)
		return old, strings.ReplaceAll(old, "xs:string", "xs:int")
	}},
	"elements replaced by others": {size: 4_000, pair: func(n int) (string, string) {
		return modelOf("sequence", namesOf("before", n)), modelOf("sequence", namesOf("quick", n))
	}},
	"branches replaced by others": {size: 4_000, pair: func(n int) (string, string) {
		return modelOf("choice", namesOf("before", n)), modelOf("choice", namesOf("quick", n))
	}},
	"groups with an element more": {size: 1_600, pair: func(n int) (string, string) { return groupsOf(n, ""), groupsOf(n, "more") }},
	"attributes renamed": {size: 3_200, pair: func(n int) (string, string) {
		return attributesOf(namesOf("aa", n)), attributesOf(namesOf("ab", n))
	}},
	"members of a substitution group replaced": {size: 3_200, pair: func(n int) (string, string) {
		return substitutesOf(namesOf("before", n)), substitutesOf(namesOf("quick", n))
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

func allOf(n int, of string) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, `<xs:element name="g%d" type="xs:%s"/>`, i, of)
	}
	return b.String()
}

func groupsOf(n int, more string) string {
	var b strings.Builder
	b.WriteString(`<xs:element name="r"><xs:complexType><xs:sequence>`)
	for i := range n {
		fmt.Fprintf(&b, `<xs:choice minOccurs="0"><xs:element name="a%d" type="xs:string"/><xs:element name="b%d" type="xs:string"/>`, i, i)
		if more != "" {
			fmt.Fprintf(&b, `<xs:element name="%s%d" type="xs:string"/>`, more, i)
		}
		b.WriteString(`</xs:choice>`)
	}
	return b.String() + `</xs:sequence></xs:complexType></xs:element>`
}

func attributesOf(names []string) string {
	var b strings.Builder
	b.WriteString(`<xs:element name="r"><xs:complexType>`)
	for _, name := range names {
		b.WriteString(`<xs:attribute name="` + name + `" type="xs:string"/>`)
	}
	return b.String() + `</xs:complexType></xs:element>`
}

func substitutesOf(names []string) string {
	var b strings.Builder
	b.WriteString(`<xs:element name="r"><xs:complexType><xs:sequence><xs:element ref="head"/></xs:sequence></xs:complexType></xs:element><xs:element name="head" type="xs:string"/>`)
	for _, name := range names {
		b.WriteString(`<xs:element name="` + name + `" type="xs:string" substitutionGroup="head"/>`)
	}
	return b.String()
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

// worked says how often each statement of the program has been run.
type worked struct{ binary string }

// buildCounting builds the command so that it counts what it does: the count is
// the same on any machine, however busy, and nothing in the code is there for
// it.
func buildCounting(t *testing.T) worked {
	t.Helper()
	binary := filepath.Join(t.TempDir(), "wbxgen")
	const our = "github.com/wbxgen/wbxgen/"
	build := exec.Command("go", "build", "-cover", "-covermode=count",
		"-coverpkg="+our+"cmd/...,"+our+"internal/...,"+our+"wire,slices,maps", "-o", binary, our+"cmd/wbxgen")
	if out, err := build.CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	return worked{binary}
}

// compare compares two schemas with the command and returns how many statements
// that took, from reading the files to writing the report.
func (w worked) compare(t *testing.T, old, now string) float64 {
	t.Helper()
	dir := t.TempDir()
	counters := filepath.Join(dir, "counters")
	if err := os.Mkdir(counters, 0o755); err != nil {
		t.Fatal(err)
	}
	args := []string{"diff", "--no-go", "--format", "json"}
	for _, v := range []struct{ name, body string }{{"old", old}, {"new", now}} {
		file := filepath.Join(dir, v.name+".xsd")
		if err := os.WriteFile(file, []byte(pairs.Document(v.body)), 0o644); err != nil {
			t.Fatal(err)
		}
		args = append(args, file)
	}
	run := exec.Command(w.binary, args...)
	run.Env = append(os.Environ(), "GOCOVERDIR="+counters)
	if out, err := run.CombinedOutput(); err != nil {
		t.Fatalf("%v: %.500s", err, out)
	}
	text := filepath.Join(dir, "text")
	if out, err := exec.Command("go", "tool", "covdata", "textfmt", "-i", counters, "-o", text).CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	return statements(t, text)
}

// statements adds up a profile of coverage: each line ends with the number of
// statements of a block and how often it was run.
func statements(t *testing.T, profile string) (sum float64) {
	t.Helper()
	text, err := os.ReadFile(profile)
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(text)) {
		fields := strings.Fields(line)
		if len(fields) != 3 {
			continue
		}
		of, err1 := strconv.ParseFloat(fields[1], 64)
		times, err2 := strconv.ParseFloat(fields[2], 64)
		if err1 != nil || err2 != nil {
			t.Fatalf("no line of a profile: %s", line)
		}
		sum += of * times
	}
	return sum
}

// TestWorkIsNearLinear counts the statements that the command runs for each large
// pair at two sizes: they may grow with the power 1.3 of the size.
func TestWorkIsNearLinear(t *testing.T) {
	if testing.Short() || underRace {
		t.Skip("builds the command and compares large schemas")
	}
	counting := buildCounting(t)
	for name, c := range large {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			var work, size [2]float64
			for i, n := range []int{c.size / 16, c.size / 4} {
				old, now := c.pair(n)
				work[i], size[i] = counting.compare(t, old, now), c.sizeOf(n)
			}
			slope := math.Log(work[1]/work[0]) / math.Log(size[1]/size[0])
			if slope > 1.3 {
				t.Errorf("%.0f statements at size %.0f and %.0f at %.0f are a power of %.2f, 1.3 at most is allowed", work[0], size[0], work[1], size[1], slope)
			}
			t.Logf("slope %.2f", slope)
		})
	}
}

// TestAllocationsAreNearLinear counts what a comparison takes from the heap, at
// two sizes of each large pair. What walks a large model without making
// anything, [TestWorkIsNearLinear] sees.
func TestAllocationsAreNearLinear(t *testing.T) {
	if testing.Short() || underRace {
		t.Skip("compares large schemas, and pools keep nothing under the race detector")
	}
	for name, c := range large {
		t.Run(name, func(t *testing.T) {
			few, many := c.size/16, c.size/4
			slope := math.Log(allocationsOf(t, c.pair, many)/allocationsOf(t, c.pair, few)) / math.Log(c.sizeOf(many)/c.sizeOf(few))
			if slope > 1.3 {
				t.Errorf("allocations grow by a power of %.2f of the size, 1.3 at most is allowed", slope)
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
