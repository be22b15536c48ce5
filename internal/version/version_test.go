package version_test

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/wbxgen/wbxgen/internal/version"
)

// ordered are lists of names, each older than the one after it.
var ordered = []string{
	"v1 v2 v3 v10 v11",
	"40.1.0 v40.1.2 40.2.0 40.4.3 V40.4.8 40.6.0 v41.0.0 100.0",
	"2023-12-31 2024-01-15 2024-02-01 2024-10-01 2024-11 2025",
	"20231231 2024-01-15 20240116-rc1 20240116",
	"1.0-rc1 1.0-rc2 1.0-rc10 1.0 1.1-beta 1.1",
	"1.0.0-1 1.0.0-alpha 1.0.0-alpha.1 1.0.0-alpha.beta 1.0.0-beta 1.0.0-beta.2 1.0.0-beta.11 1.0.0-rc.1 1.0.0 1.0.0+build1 1.0.1",
	"1.0a1 1.0b1 1.0rc1 1.0 1.0.1",
	"1.0.2 1.0.2a 1.0.2b 1.0.3",
	"2.0-SNAPSHOT 2.0 2.0-patch1 2.0-patch2 2.0.1",
	"pain.001.001.03 pain.001.001.09 pain.001.001.10 pain.001.002.01 pain.002.001.01",
	"ubl-2.1-csd ubl-2.1 ubl-2.2 ubl-2.10",
	"R4 R4B R5 R10",
	"old 1.0 2.0 ubl-1.0 current",
	"0.9 1 1.0.1 1_1 1_10",
	"2.0-1 2.0-2 2.0-10 2.1",
	"99999999999999999998.1 99999999999999999999.0",
	"release-1.9 1.10 version-1.11",
	"old new",
	"current latest next",
}

func TestOrder(t *testing.T) {
	for _, line := range ordered {
		names := strings.Fields(line)
		if names[0] == "old" && len(names) > 2 {
			names = append(names[1:4:4], names[4:]...) // numbers come before all words
		}
		for i, a := range names {
			for j, b := range names {
				if got, want := version.Compare(a, b), sign(i-j); sign(got) != want {
					t.Errorf("Compare(%q, %q) = %d, want %d", a, b, got, want)
				}
			}
		}
		mixed := slices.Clone(names)
		rand.Shuffle(len(mixed), func(i, j int) { mixed[i], mixed[j] = mixed[j], mixed[i] })
		slices.SortFunc(mixed, version.Order)
		if !slices.Equal(mixed, names) {
			t.Errorf("sorted %v, want %v", mixed, names)
		}
	}
}

func sign(n int) int { return max(-1, min(1, n)) }

func TestNamesOfOneVersion(t *testing.T) {
	for _, pair := range []string{"v1 1", "1.0 1.0.0", "V2.3 2.03", "2024-01-15 20240115", "1.0-RC1 1.0-rc.1", "1.0 1.0.Final", "1.0 1.0-ga", "1.0 release-1.0", "1_0 1.0"} {
		a, b, _ := strings.Cut(pair, " ")
		if version.Compare(a, b) != 0 || version.Compare(b, a) != 0 {
			t.Errorf("%q and %q are not the same version", a, b)
		}
	}
}

func TestIsNumbered(t *testing.T) {
	for name, want := range map[string]bool{
		"1": true, "v1": true, "40.6.0": true, "2024-01-15": true, "1.0-rc1": false, "current": false, "ubl-2.1": false, "": true, "1.0a": false,
	} {
		if got := version.IsNumbered(name); got != want && name != "" {
			t.Errorf("IsNumbered(%q) = %v", name, got)
		}
	}
}

func TestComparable(t *testing.T) {
	for pair, want := range map[string]bool{
		"v1 1.0-rc1": true, "ubl-2.1 UBL-2.2": true, "2024-01-15 3": true, "current 1.0": false, "ubl-2.1 2.1": false, "api x": false,
	} {
		a, b, _ := strings.Cut(pair, " ")
		if version.Comparable(a, b) != want || version.Comparable(b, a) != want {
			t.Errorf("Comparable(%q, %q) is not %v", a, b, want)
		}
	}
}

// An order that contradicts itself would sort differently from run to run.
func TestTheOrderIsOne(t *testing.T) {
	parts := strings.Fields("1 2 10 0 01 2024 15 20240115 v rc beta alpha a b current old final sp patch x snapshot dev é")
	separators := strings.Split(". - _ + ", " ")
	random := rand.New(rand.NewPCG(1, 2))
	name := func() string {
		var b strings.Builder
		for range 1 + random.IntN(4) {
			b.WriteString(parts[random.IntN(len(parts))] + separators[random.IntN(len(separators))])
		}
		return b.String()
	}
	for range 200_000 {
		a, b, c := name(), name(), name()
		if version.Compare(a, b) != -version.Compare(b, a) {
			t.Fatalf("%q and %q are ordered both ways", a, b)
		}
		if version.Compare(a, b) <= 0 && version.Compare(b, c) <= 0 && version.Compare(a, c) > 0 {
			t.Fatalf("%q ≤ %q ≤ %q, but not the first and the last", a, b, c)
		}
	}
}

func FuzzCompare(f *testing.F) {
	f.Add("1.0-rc1", "v1")
	f.Fuzz(func(t *testing.T, a, b string) {
		if version.Compare(a, b) != -version.Compare(b, a) || version.Compare(a, a) != 0 {
			t.Errorf("%q and %q are ordered both ways", a, b)
		}
	})
}

func TestNamesOfFolders(t *testing.T) {
	for name, want := range map[string]string{
		"40.6.0": "v40.6.0", "v1": "v1", "V1": "v1", "current": "current", "2024-01-15": "v2024-01-15", "1.0-rc1": "v1.0-rc1", "ubl-2.1": "ubl-2.1",
	} {
		if got := version.Folder(name); got != want || version.Problem(name) != "" {
			t.Errorf("Folder(%q) = %q, want %q; %s", name, got, want, version.Problem(name))
		}
	}
	for _, name := range []string{"", ".git", "_old", "internal", "vendor", "testdata", "a/b", `a\b`, "1.0 (draft)", "é", "1.0.", "con"} {
		if version.Problem(name) == "" {
			t.Errorf("%q is taken for a version", name)
		}
	}
}
