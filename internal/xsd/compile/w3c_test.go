package compile_test

import (
	"fmt"
	"maps"
	"runtime"
	"slices"
	"sync"
	"testing"
	"time"

	"github.com/wbxgen/wbxgen/internal/corpora"
	"github.com/wbxgen/wbxgen/internal/source"
	"github.com/wbxgen/wbxgen/internal/xsd/compile"
)

// suiteTimeout is how long one test may take.
const suiteTimeout = 10 * time.Second

// TestW3CSuite judges the schemas of the W3C suite. Those that are known to
// come out wrong are listed in testdata/w3c-known-failures.txt, each with why;
// one more and one less both fail the test.
func TestW3CSuite(t *testing.T) {
	shared := corpora.Folder(t, "xsts")
	tests := corpora.SuiteTests(t, shared, "schema")
	files := corpora.Files(t, shared)
	known := corpora.KnownFailures(t)
	wrong := judgeAll(files, tests)
	for _, s := range tests {
		problem, failed := wrong[s.ID]
		_, listed := known[s.ID]
		switch {
		case failed && !listed:
			t.Errorf("%s: %s", s.ID, problem)
		case !failed && listed:
			t.Errorf("%s is right and need not be listed any more", s.ID)
		}
		delete(known, s.ID)
	}
	for _, id := range slices.Sorted(maps.Keys(known)) {
		t.Errorf("%s is listed, but no test of the suite", id)
	}
	logFigures(t, tests, wrong)
}

// judgeAll runs the tests on all processors and returns what is wrong, by id.
func judgeAll(files *source.Set, tests []corpora.SuiteTest) map[string]string {
	var mu sync.Mutex
	var wg sync.WaitGroup
	wrong := map[string]string{}
	queue := make(chan corpora.SuiteTest)
	for range runtime.GOMAXPROCS(0) {
		wg.Go(func() {
			for s := range queue {
				if problem := answer(files, s); problem != "" {
					mu.Lock()
					wrong[s.ID] = problem
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
func answer(files *source.Set, s corpora.SuiteTest) string {
	verdict := make(chan string, 1)
	go func() { verdict <- verdictOf(files, s) }()
	select {
	case problem := <-verdict:
		return problem
	case <-time.After(suiteTimeout):
		return "no answer within " + suiteTimeout.String()
	}
}

func verdictOf(files *source.Set, s corpora.SuiteTest) (problem string) {
	defer func() {
		if r := recover(); r != nil {
			problem = fmt.Sprintf("panic: %v", r)
		}
	}()
	_, diags := compile.Documents(files, s.Schemas, compile.Options{Lax: true})
	switch err := diags.Err(); {
	case err != nil && s.Want == "valid":
		return "valid, but got " + err.Error()
	case err == nil && s.Want != "valid":
		return "invalid, but no error was found"
	}
	return ""
}

// logFigures says how many tests of each contributor are right.
func logFigures(t *testing.T, tests []corpora.SuiteTest, wrong map[string]string) {
	total, right := map[string]int{}, map[string]int{}
	for _, s := range tests {
		total[s.From]++
		if _, failed := wrong[s.ID]; !failed {
			right[s.From]++
		}
	}
	for _, from := range slices.Sorted(maps.Keys(total)) {
		t.Logf("%s: %d of %d right", from, right[from], total[from])
	}
}
