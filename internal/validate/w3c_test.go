package validate_test

import (
	"bytes"
	"encoding/json"
	"maps"
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

// TestW3CSuite judges the documents of the W3C suite. Those that are known to
// come out otherwise are listed in testdata/w3c-known-failures.txt, each with
// why; one more and one less both fail the test.
func TestW3CSuite(t *testing.T) {
	shared := corpora.Folder(t, "xsts")
	tests := corpora.SuiteTests(t, shared, "instance")
	wrong := judgeSuite(t, unpacked(t, shared), tests)
	known := corpora.KnownFailures(t)
	total, right := map[string]int{}, map[string]int{}
	for _, s := range tests {
		problem, failed := wrong[s.ID]
		total[s.From]++
		if !failed {
			right[s.From]++
		}
		switch {
		case failed && !known[s.ID]:
			t.Errorf("%s: %s", s.ID, problem)
		case !failed && known[s.ID]:
			t.Errorf("%s is right and need not be listed any more", s.ID)
		}
		delete(known, s.ID)
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

// judgeSuite runs the tests on all processors and returns what is wrong, by id.
func judgeSuite(t *testing.T, dir string, tests []corpora.SuiteTest) map[string]string {
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
func judgePart(t *testing.T, dir string, tests []corpora.SuiteTest) map[string]string {
	type line struct {
		ID       string   `json:"id"`
		Schemas  []string `json:"schemas,omitempty"`
		Instance string   `json:"instance"`
		Message  string   `json:"message,omitempty"`
	}
	var in, out bytes.Buffer
	questions, answers := json.NewEncoder(&in), json.NewDecoder(&out)
	for _, s := range tests {
		l := line{ID: s.ID, Instance: filepath.Join(dir, s.Instance)}
		for _, name := range s.Schemas {
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
		if err := answers.Decode(&a); err != nil || a.ID != s.ID {
			t.Errorf("%s: answer %+v, %v", s.ID, a, err)
			return wrong
		}
		if a.Instance != s.Want {
			wrong[s.ID] = s.Want + ", but got " + a.Instance + ": " + strings.ReplaceAll(a.Message, dir, "")
		}
	}
	return wrong
}
