package source_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/wbxgen/wbxgen/internal/source"
)

func tree(t *testing.T, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, text := range files {
		p := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(p), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(p, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func TestADirectoryIsItsSchemaDocuments(t *testing.T) {
	dir := tree(t, map[string]string{"b.xsd": "b", "a/A.XSD": "a", "readme.txt": "r", ".git/x.xsd": "hidden"})
	set, err := source.Open(dir, source.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff([]string{"a/A.XSD", "b.xsd"}, set.Roots()); d != "" {
		t.Error(d)
	}
	if data, err := set.Read("readme.txt"); err != nil || string(data) != "r" {
		t.Errorf("%q %v", data, err)
	}
	if _, err := set.Read("a/a.xsd2"); err == nil || !strings.Contains(err.Error(), "there is no such file") {
		t.Errorf("got %v", err)
	}
}

func TestReferencesStayInside(t *testing.T) {
	set, err := source.Open(tree(t, map[string]string{"a/b/c.xsd": "", "d.xsd": ""}), source.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for reference, want := range map[string]string{
		"x.xsd": "a/b/x.xsd", "../x.xsd": "a/x.xsd", "../../d.xsd": "d.xsd", "./x.xsd": "a/b/x.xsd", `..\x.xsd`: "a/x.xsd", "x.xsd#part": "a/b/x.xsd",
		"../../../d.xsd": "", "/etc/passwd": "", "http://example.com/d.xsd": "", "": "", "..": "a",
	} {
		if got, ok := set.Resolve("a/b/c.xsd", reference); got != want || ok != (want != "") {
			t.Errorf("%q: got %q %v, want %q", reference, got, ok, want)
		}
	}
}

func TestALinkThatLeadsOutIsNotFollowed(t *testing.T) {
	secret := tree(t, map[string]string{"secret.xsd": "secret"})
	dir := tree(t, map[string]string{"a.xsd": ""})
	if err := os.Symlink(filepath.Join(secret, "secret.xsd"), filepath.Join(dir, "link.xsd")); err != nil {
		t.Skip("no symbolic links here:", err)
	}
	set, err := source.Open(dir, source.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if data, err := set.Read("link.xsd"); err == nil {
		t.Errorf("read %q from outside", data)
	}
}

func TestASingleDocumentReachesItsFolderOrTheOneThatIsGiven(t *testing.T) {
	dir := tree(t, map[string]string{"top.xsd": "top", "a/b.xsd": "b", "a/c.xsd": "c"})
	file := filepath.Join(dir, "a", "b.xsd")
	set, err := source.Open(file, source.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if _, ok := set.Resolve(set.Roots()[0], "../top.xsd"); ok || !set.Has("c.xsd") {
		t.Error("a document reaches its own folder, and no further")
	}
	set, err = source.Open(file, source.Options{Within: dir})
	if err != nil {
		t.Fatal(err)
	}
	if name, ok := set.Resolve(set.Roots()[0], "../top.xsd"); !ok || name != "top.xsd" || set.Roots()[0] != "a/b.xsd" {
		t.Errorf("got %q %v from %v", name, ok, set.Roots())
	}
	if _, err := source.Open(file, source.Options{Within: t.TempDir()}); err == nil || !strings.Contains(err.Error(), "[wbxgen-outside]") {
		t.Errorf("got %v", err)
	}
}

func TestLimitsOfADirectory(t *testing.T) {
	dir := tree(t, map[string]string{"a.xsd": "12345", "b.xsd": "12345", "c.txt": strings.Repeat("x", 100)})
	for limits, want := range map[source.Limits]string{
		{Bytes: 9}:   "more than 9 bytes of schema documents",
		{Entries: 2}: "more than 2 files",
		{Bytes: 10}:  "",
	} {
		_, err := source.Open(dir, source.Options{Limits: limits})
		if want == "" && err != nil || want != "" && (err == nil || !strings.Contains(err.Error(), want)) {
			t.Errorf("%+v: got %v", limits, err)
		}
	}
}

func TestVersionsAndTheirOrder(t *testing.T) {
	root := tree(t, map[string]string{"40.10.0/a.xsd": "<x/>", "40.6.0/a.xsd": "<x/>", "notes/readme": ""})
	all, err := source.Versions(root)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, v := range all {
		if names = append(names, v.Name); v.Embedded == (v.Name == "40.6.0" || v.Name == "40.10.0") {
			t.Errorf("%s: embedded %v", v.Name, v.Embedded)
		}
	}
	if d := cmp.Diff([]string{"40.1.0", "40.1.2", "40.2.0", "40.4.3", "40.4.8", "40.6.0", "40.10.0"}, names); d != "" {
		t.Error(d)
	}
}

func TestAnAliasOpensTheSetOfItsVersion(t *testing.T) {
	for arg, want := range map[string]string{"40.2.4": "40.4.3", "v40.2.9": "40.4.8", "40.4.0": "40.2.0", "40.6.0": "40.6.0"} {
		set, err := source.Open(arg, source.Options{})
		if err != nil || set.Name != want || set.Origin != "embedded "+want || len(set.Roots()) != 17 {
			t.Errorf("%s: %+v %v", arg, set, err)
		}
	}
}

func TestACommitIsReadAsItWas(t *testing.T) {
	if _, err := exec.LookPath("git"); err != nil {
		t.Skip("git is not installed")
	}
	t.Chdir(tree(t, map[string]string{"api/v1/a.xsd": "old", "api/v1/b/c.xsd": "c\n", "api/readme.md": "r"}))
	run := func(args ...string) {
		t.Helper()
		args = append([]string{"-c", "user.name=n", "-c", "user.email=e@example.com"}, args...)
		if out, err := exec.Command("git", args...).CombinedOutput(); err != nil {
			t.Fatalf("%v\n%s", err, out)
		}
	}
	run("init", "-q")
	run("add", ".")
	run("commit", "-q", "-m", "one")
	if err := os.WriteFile("api/v1/a.xsd", []byte("new"), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := os.Mkdir("api/sub", 0o755); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		dir, arg, file, path string
		roots                []string
	}{
		{"", "HEAD:api", "v1/a.xsd", "HEAD:api/v1/a.xsd", []string{"v1/a.xsd", "v1/b/c.xsd"}},
		{"", "HEAD:", "api/v1/a.xsd", "HEAD:api/v1/a.xsd", []string{"api/v1/a.xsd", "api/v1/b/c.xsd"}},
		{"", "HEAD:api/v1/a.xsd", "a.xsd", "HEAD:api/v1/a.xsd", []string{"a.xsd"}},
		{"api/sub", "HEAD:api/v1", "a.xsd", "HEAD:api/v1/a.xsd", []string{"a.xsd", "b/c.xsd"}},
		{"api", "HEAD:./v1", "a.xsd", "HEAD:./v1/a.xsd", []string{"a.xsd", "b/c.xsd"}},
	} {
		t.Run(c.arg, func(t *testing.T) {
			if c.dir != "" {
				t.Chdir(c.dir)
			}
			set, err := source.Open(c.arg, source.Options{})
			if err != nil {
				t.Fatal(err)
			}
			if d := cmp.Diff(c.roots, set.Roots()); d != "" {
				t.Error(d)
			}
			if data, err := set.Read(c.file); err != nil || string(data) != "old" || set.Path(c.file) != c.path {
				t.Errorf("%q %v %s", data, err, set.Path(c.file))
			}
		})
	}
	for arg, want := range map[string]string{
		"HEAD:none":            `HEAD:none: error: git has no such thing: path 'none' does not exist in 'HEAD'; write REF:PATH, such as HEAD~1:schemas [wbxgen-no-source]`,
		"HEAD:api/readme.md/x": "git has no such thing",
	} {
		if _, err := source.Open(arg, source.Options{}); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v", arg, err)
		}
	}
	if _, err := source.Open("HEAD:api", source.Options{Limits: source.Limits{Bytes: 4}}); err == nil || !strings.Contains(err.Error(), "wbxgen-limit") {
		t.Error(err)
	}
}
