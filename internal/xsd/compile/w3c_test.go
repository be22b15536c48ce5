package compile_test

import (
	"bufio"
	"compress/gzip"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/wbxgen/wbxgen/internal/corpora"
	"github.com/wbxgen/wbxgen/internal/source"
	"github.com/wbxgen/wbxgen/internal/xsd/compile"
)

// suiteTest is a schema test of the W3C suite: is the schema valid?
type suiteTest struct {
	id    string
	from  string // the contributor
	valid bool
	docs  []string
}

// suiteTimeout is how long one test may take.
const suiteTimeout = 10 * time.Second

// TestW3CSuite judges the schemas of the W3C suite. Those that are known to
// come out wrong are listed in testdata/w3c-known-failures.txt, each with why;
// one more and one less both fail the test.
func TestW3CSuite(t *testing.T) {
	shared := corpora.Folder(t, "xsts")
	tests := suiteTests(t, filepath.Join(shared, "tests.tsv.gz"))
	files := corpora.Files(t, shared)
	known := corpora.KnownFailures(t)
	wrong := judgeAll(files, tests)
	for _, s := range tests {
		problem, failed := wrong[s.id]
		_, listed := known[s.id]
		switch {
		case failed && !listed:
			t.Errorf("%s: %s", s.id, problem)
		case !failed && listed:
			t.Errorf("%s is right and need not be listed any more", s.id)
		}
		delete(known, s.id)
	}
	for _, id := range slices.Sorted(maps.Keys(known)) {
		t.Errorf("%s is listed, but no test of the suite", id)
	}
	logFigures(t, tests, wrong)
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
		column := strings.Split(lines.Text(), "\t")
		if len(column) >= 5 && column[1] == "schema" {
			tests = append(tests, suiteTest{from: column[0], id: column[2], valid: column[3] == "valid", docs: strings.Fields(column[4])})
		}
	}
	if err := lines.Err(); err != nil || len(tests) == 0 {
		t.Fatal(len(tests), err)
	}
	return tests
}

// judgeAll runs the tests on all processors and returns what is wrong, by id.
func judgeAll(files *source.Set, tests []suiteTest) map[string]string {
	var mu sync.Mutex
	var wg sync.WaitGroup
	wrong := map[string]string{}
	queue := make(chan suiteTest)
	for range runtime.GOMAXPROCS(0) {
		wg.Go(func() {
			for s := range queue {
				if problem := answer(files, s); problem != "" {
					mu.Lock()
					wrong[s.id] = problem
					mu.Unlock()
				}
			}
		})
	}
	for _, s := range tests {
		queue <- s
	}
	close(queue)
	wg.Wait()
	return wrong
}

// answer returns "" where a test comes out right.
func answer(files *source.Set, s suiteTest) string {
	verdict := make(chan string, 1)
	go func() { verdict <- verdictOf(files, s) }()
	select {
	case problem := <-verdict:
		return problem
	case <-time.After(suiteTimeout):
		return "no answer within " + suiteTimeout.String()
	}
}

func verdictOf(files *source.Set, s suiteTest) (problem string) {
	defer func() {
		if r := recover(); r != nil {
			problem = fmt.Sprintf("panic: %v", r)
		}
	}()
	_, diags := compile.Documents(files, s.docs, compile.Options{Lax: true})
	switch err := diags.Err(); {
	case err != nil && s.valid:
		return "valid, but got " + err.Error()
	case err == nil && !s.valid:
		return "invalid, but no error was found"
	}
	return ""
}

// logFigures says how many tests of each contributor are right.
func logFigures(t *testing.T, tests []suiteTest, wrong map[string]string) {
	total, right := map[string]int{}, map[string]int{}
	for _, s := range tests {
		total[s.from]++
		if _, failed := wrong[s.id]; !failed {
			right[s.from]++
		}
	}
	for _, from := range slices.Sorted(maps.Keys(total)) {
		t.Logf("%s: %d of %d right", from, right[from], total[from])
	}
}
