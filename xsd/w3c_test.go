package xsd_test

import (
	"errors"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"testing"

	"github.com/wbxgen/wbxgen/internal/corpora"
	"github.com/wbxgen/wbxgen/xsd"
)

// byHints are documents of a namespace that their schema lacks: they name one
// for it by xsi:schemaLocation, which has no part in a verdict here.
var byHints = map[string]bool{
	"ms/Particles_w3c/particlesB013/particlesB013.v#i":   true,
	"ms/AttributeGroup_w3c/attgD034/attgD034.v#i":        true,
	"ms/ComplexType_w3c/ctL021/ctL021.v#i":               true,
	"sun/ElemDecl/targetns00101m/targetNS00101m1_p#i":    true,
	"sun/SType/st_targetns00101m/ST_targetNS00101m2_p#i": true,
}

// TestW3CSuite judges the schemas and documents of the W3C suite by the public
// package. What comes out otherwise than the suite says is just what the tests
// of the compiler and the validator list, but for documents that name their
// schemas themselves, which are not this package's.
func TestW3CSuite(t *testing.T) {
	shared := corpora.Folder(t, "xsts")
	dir := t.TempDir()
	if out, err := exec.Command("tar", "xf", filepath.Join(shared, "data.tar.xz"), "-C", dir).CombinedOutput(); err != nil {
		t.Skipf("tar cannot unpack the data: %v: %s", err, out)
	}
	files := os.DirFS(dir)
	for _, kind := range []struct{ name, known string }{{"schema", "../internal/xsd/compile"}, {"instance", "../internal/validate"}} {
		t.Run(kind.name, func(t *testing.T) {
			tests := corpora.SuiteTests(t, shared, kind.name)
			t.Chdir(kind.known)
			known := corpora.KnownFailures(t)
			judged, right := 0, 0
			for id, problem := range judgeSuite(t, files, tests) {
				judged++
				switch {
				case problem == "":
					right++
				case !known[id] && !byHints[id]:
					t.Errorf("%s: %s", id, problem)
				}
			}
			t.Logf("%d of %d right, %d name their schemas themselves", right, judged, len(tests)-judged)
		})
	}
}

// judgeSuite runs the tests on all processors and returns what is wrong with
// each.
func judgeSuite(t *testing.T, files fs.FS, tests []corpora.SuiteTest) map[string]string {
	var mu sync.Mutex
	var wg sync.WaitGroup
	found := map[string]string{}
	queue := make(chan corpora.SuiteTest)
	for range runtime.GOMAXPROCS(0) {
		wg.Go(func() {
			compiled := map[string]*xsd.Schema{}
			for s := range queue {
				problem := suiteAnswer(t, files, compiled, s)
				mu.Lock()
				found[s.ID] = problem
				mu.Unlock()
			}
		})
	}
	for _, s := range tests {
		if len(s.Schemas) > 0 {
			queue <- s
		}
	}
	close(queue)
	wg.Wait()
	return found
}

func suiteAnswer(t *testing.T, files fs.FS, compiled map[string]*xsd.Schema, s corpora.SuiteTest) string {
	key := strings.Join(s.Schemas, " ")
	schema := compiled[key]
	if schema == nil {
		var err error
		schema, err = xsd.CompileLax(files, s.Schemas...)
		switch {
		case s.Instance == "" && err != nil && s.Want == "invalid", s.Instance == "" && err == nil && s.Want == "valid":
			return ""
		case s.Instance == "" && err == nil:
			return "no error was found"
		case err != nil && s.Want == "invalid":
			return "" // a document of a schema that is none
		case err != nil:
			return err.Error()
		}
		clear(compiled) // tests of one schema stand together
		compiled[key] = schema
	}
	document, err := files.Open(s.Instance)
	if err != nil {
		return err.Error()
	}
	defer document.Close()
	err = schema.Validate(t.Context(), document, xsd.Named(s.Instance))
	switch {
	case errors.Is(err, xsd.ErrUndecided):
		return err.Error()
	case err == nil && s.Want == "invalid":
		return "no error was found"
	case err != nil && s.Want == "valid":
		return err.Error()
	}
	return ""
}
