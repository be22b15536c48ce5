package validate_test

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"encoding/json"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/wbxgen/wbxgen/internal/batch"
	"github.com/wbxgen/wbxgen/internal/corpora"
)

// suiteTest is an instance test of the W3C suite.
type suiteTest struct {
	from, id, want string
	schemas        []string
	instance       string
}

// TestW3CSuite judges the documents of the W3C suite. Those that are known to
// come out otherwise are listed in testdata/w3c-known-failures.txt, each with
// why; one more and one less both fail the test.
func TestW3CSuite(t *testing.T) {
	shared := corpora.Folder(t, "xsts")
	tests := suiteTests(t, filepath.Join(shared, "tests.tsv.gz"))
	wrong := judgeSuite(t, unpacked(t, shared), tests)
	known := corpora.KnownFailures(t)
	total, right := map[string]int{}, map[string]int{}
	for _, s := range tests {
		problem, failed := wrong[s.id]
		total[s.from]++
		if !failed {
			right[s.from]++
		}
		switch {
		case failed && !known[s.id]:
			t.Errorf("%s: %s", s.id, problem)
		case !failed && known[s.id]:
			t.Errorf("%s is right and need not be listed any more", s.id)
		}
		delete(known, s.id)
	}
	for id := range known {
		t.Errorf("%s is listed, but no test of the suite", id)
	}
	for _, from := range slices.Sorted(maps.Keys(total)) {
		t.Logf("%s: %d of %d right", from, right[from], total[from])
	}
}

// unpacked unpacks data.tar.xz of a shared folder, or skips the test where no
// tar can do that.
func unpacked(t *testing.T, shared string) string {
	t.Helper()
	dir := t.TempDir()
	out, err := exec.Command("tar", "xf", filepath.Join(shared, "data.tar.xz"), "-C", dir).CombinedOutput()
	if err != nil {
		t.Skipf("tar cannot unpack the data: %v: %s", err, out)
	}
	return dir
}

// suiteTests reads the list of tests.
func suiteTests(t *testing.T, file string) []suiteTest {
	t.Helper()
	f, err := os.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		t.Fatal(err)
	}
	var tests []suiteTest
	lines := bufio.NewScanner(z)
	for lines.Scan() {
		if c := strings.Split(lines.Text(), "\t"); len(c) == 6 && c[1] == "instance" {
			tests = append(tests, suiteTest{c[0], c[2], c[3], strings.Fields(c[4]), c[5]})
		}
	}
	if err := lines.Err(); err != nil || len(tests) == 0 {
		t.Fatal(len(tests), err)
	}
	return tests
}

// judgeSuite runs the tests on all processors and returns what is wrong, by id.
func judgeSuite(t *testing.T, dir string, tests []suiteTest) map[string]string {
	var mu sync.Mutex
	var wg sync.WaitGroup
	wrong := map[string]string{}
	n := runtime.GOMAXPROCS(0)
	for part := range slices.Chunk(tests, (len(tests)+n-1)/n) {
		wg.Go(func() {
			found := judgePart(t, dir, part)
			mu.Lock()
			defer mu.Unlock()
			maps.Copy(wrong, found)
		})
	}
	wg.Wait()
	return wrong
}

// judgePart asks as a program would that uses this one for many documents.
func judgePart(t *testing.T, dir string, tests []suiteTest) map[string]string {
	type line struct {
		ID       string   `json:"id"`
		Schemas  []string `json:"schemas,omitempty"`
		Instance string   `json:"instance"`
		Message  string   `json:"message,omitempty"`
	}
	var in, out bytes.Buffer
	questions, answers := json.NewEncoder(&in), json.NewDecoder(&out)
	for _, s := range tests {
		l := line{ID: s.id, Instance: filepath.Join(dir, s.instance)}
		for _, name := range s.schemas {
			l.Schemas = append(l.Schemas, filepath.Join(dir, name))
		}
		if err := questions.Encode(l); err != nil {
			t.Error(err)
		}
	}
	if err := batch.Serve(t.Context(), &in, &out, batch.Options{}); err != nil {
		t.Error(err)
	}
	wrong := map[string]string{}
	for _, s := range tests {
		var a line
		if err := answers.Decode(&a); err != nil || a.ID != s.id {
			t.Errorf("%s: answer %+v, %v", s.id, a, err)
			return wrong
		}
		if a.Instance != s.want {
			wrong[s.id] = s.want + ", but got " + a.Instance + ": " + strings.ReplaceAll(a.Message, dir, "")
		}
	}
	return wrong
}
