package bench

import (
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"
)

const rounds = 5

// rate returns how many megabytes of the document a second of run handles.
func rate(s *subject, run func()) float64 {
	const enough = 150 * time.Millisecond
	n := 0
	start := time.Now()
	for time.Since(start) < enough {
		run()
		n++
	}
	return float64(n*len(s.doc)) / 1e6 / time.Since(start).Seconds()
}

func median(v []float64) float64 {
	slices.Sort(v)
	return v[len(v)/2]
}

// rates returns the medians of interleaved rounds.
func rates(s *subject, runs ...func()) []float64 {
	all := make([][]float64, len(runs))
	for range rounds {
		for i, run := range runs {
			all[i] = append(all[i], rate(s, run))
		}
	}
	medians := make([]float64, len(runs))
	for i := range all {
		medians[i] = median(all[i])
	}
	return medians
}

func find(name string) work {
	i := slices.IndexFunc(works, func(w work) bool { return w.name == name })
	return works[i]
}

// TestRatios compares this package with encoding/xml and libxml2. It fails where the least that is asked for is missed.
func TestRatios(t *testing.T) {
	if os.Getenv("WIRE_RATIOS") == "" {
		t.Skip("WIRE_RATIOS is not set")
	}
	pairs := []struct {
		ours, theirs string
		least        float64
	}{
		{"decode/wire", "decode/xml", 12},
		{"decodeReader/wire", "decodeReader/xml", 10},
		{"encode/wire", "encode/xml", 24},
	}
	for i := range subjects {
		s := &subjects[i]
		for _, p := range pairs {
			r := rates(s, find(p.ours).run(s), find(p.theirs).run(s))
			t.Logf("%-22s %-18s %7.1f MB/s, encoding/xml %5.1f MB/s: %.1f times", s.name, p.ours, r[0], r[1], r[0]/r[1])
			if r[0] < p.least*r[1] && !s.variant {
				t.Errorf("%s, %s: less than %v times", s.name, p.ours, p.least)
			}
		}
		r := rates(s, find("decodeReused/wire").run(s), find("scan/wire").run(s))
		t.Logf("%-22s decoder reused %7.1f MB/s, scanner alone %7.1f MB/s", s.name, r[0], r[1])
	}
	sax := buildSAX(t)
	for i := range subjects {
		s := &subjects[i]
		r := rates(s, find("decode/wire").run(s))[0]
		theirs := runSAX(t, sax, s)
		t.Logf("%-22s decode/wire %7.1f MB/s, libxml2 SAX %7.1f MB/s: %.2f times", s.name, r, theirs, r/theirs)
	}
}

// buildSAX compiles the C program, or ends the test where that is not possible.
func buildSAX(t *testing.T) string {
	flags, err := exec.Command("xml2-config", "--cflags", "--libs").Output()
	if err != nil {
		t.Skip("libxml2 is not installed")
	}
	bin := filepath.Join(t.TempDir(), "sax")
	args := append([]string{"-O2", "-o", bin, filepath.Join("testdata", "sax.c")}, strings.Fields(string(flags))...)
	if out, err := exec.Command("cc", args...).CombinedOutput(); err != nil {
		t.Skipf("no C compiler: %v\n%s", err, out)
	}
	return bin
}

// runSAX returns the megabytes a second that the C program reports, the median of its rounds.
func runSAX(t *testing.T, bin string, s *subject) float64 {
	file := filepath.Join(t.TempDir(), "doc.xml")
	if err := os.WriteFile(file, s.doc, 0o600); err != nil {
		t.Fatal(err)
	}
	out, err := exec.Command(bin, file, strconv.Itoa(rounds)).Output()
	if err != nil {
		t.Fatal(err)
	}
	v, err := strconv.ParseFloat(strings.TrimSpace(string(out)), 64)
	if err != nil {
		t.Fatal(err)
	}
	return v
}
