package downstream_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"github.com/wbxgen/wbxgen/internal/downstream"
)

// short are the scripts of a run that is not long.
var short = []string{"own-types", "shared-package"}

// TestModules plays the scripts in testdata, in a module cache that they share
// and with no network: go mod init, go get -tool, init, an edit of the
// configuration, go generate, go build, go run. WBXGEN_MODULES chooses some.
func TestModules(t *testing.T) {
	if testing.Short() {
		t.Skip("builds the program from a module of its own")
	}
	if runtime.GOOS == "windows" {
		t.Skip("the scripts are for a POSIX system")
	}
	var files []string
	for _, name := range short {
		files = append(files, filepath.Join("testdata", name+".txtar"))
	}
	if chosen := os.Getenv("WBXGEN_MODULES"); chosen != "" {
		files = nil
		for _, name := range strings.Split(chosen, ",") {
			files = append(files, filepath.Join("testdata", name+".txtar"))
		}
	} else if os.Getenv("WBXGEN_LONG") != "" {
		var err error
		if files, err = filepath.Glob("testdata/*.txtar"); err != nil || len(files) < 10 {
			t.Fatal(err, files)
		}
	}
	cache, err := exec.Command("go", "env", "GOCACHE").Output()
	if err != nil {
		t.Fatal(err)
	}
	vars := map[string]string{
		"GOPROXY": downstream.Proxy(t), "GOMODCACHE": filepath.Join(t.TempDir(), "modules"), "GOCACHE": strings.TrimSpace(string(cache)),
		"GOSUMDB": "off", "GONOPROXY": "none", "GOWORK": "off", "GOTOOLCHAIN": "local", "GOFLAGS": "-trimpath -modcacherw -buildvcs=false", "GOPRIVATE": "",
		"WBXGEN": downstream.Released.Path + "/cmd/wbxgen@" + downstream.Released.Version,
	}
	testscript.Run(t, testscript.Params{
		Files:               files,
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
		Cmds:                map[string]func(*testscript.TestScript, bool, []string){"begin": begin},
		Setup: func(env *testscript.Env) error {
			for name, value := range vars {
				env.Setenv(name, value)
			}
			return nil
		},
	})
}

// begin is "begin MODULE CONFIG": an empty folder becomes a module with wbxgen as
// its tool, a file that go generate reads, and a configuration: what init
// writes, and then another in its place.
func begin(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: begin MODULE CONFIG")
	}
	run := func(args ...string) { ts.Check(ts.Exec(args[0], args[1:]...)) }
	run("go", "mod", "init", args[0])
	run("go", "get", "-tool", ts.Getenv("WBXGEN"))
	run("go", "tool", "wbxgen", "init")
	ts.Check(os.WriteFile(ts.MkAbs("wbxgen.yaml"), []byte(ts.ReadFile(args[1])), 0o600))
	ts.Check(os.WriteFile(ts.MkAbs("gen.go"), []byte("package main\n\n//go:generate go tool wbxgen generate\n"), 0o600))
}
