package doctest

import (
	"fmt"
	"io/fs"
	"maps"
	"os/exec"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
)

// selector is what may be a package and a name of it.
var selector = regexp.MustCompile(`\b([a-z][a-z0-9]*)\.[A-Z]`)

// packages is what statements may name without importing it.
func (p *Page) packages() map[string]string {
	known := map[string]string{"http": "net/http"}
	for _, name := range []string{"context", "errors", "fmt", "io", "log", "os", "strings", "testing", "time", "embed"} {
		known[name] = name
	}
	for _, ours := range []string{"wire", "wire/charset", "wire/codec", "wire/datatype", "wire/xmltext", "xsd", "webex", "webex/webextest"} {
		known[path.Base(ours)] = self + "/" + ours
	}
	for _, generated := range []string{"all", "meeting", "session", "user", "ep"} {
		known[generated] = self + "/generated/v40.6.0/" + generated
	}
	filepath.WalkDir(p.dir, func(name string, _ fs.DirEntry, err error) error {
		if dir := filepath.Dir(name); filepath.Ext(name) == ".go" && dir != p.dir {
			rel, _ := filepath.Rel(p.dir, dir)
			known[filepath.Base(dir)] = "example.com/demo/" + filepath.ToSlash(rel)
		}
		return err
	})
	return known
}

// fragment writes Go code without a name as a package of its own.
func (p *Page) fragment(b Block) {
	p.compiles = true
	p.fragments++
	text := b.Text
	if !strings.HasPrefix(text, "package ") {
		known, used := p.packages(), map[string]bool{}
		for _, m := range selector.FindAllStringSubmatch(b.Given+"\n"+text, -1) {
			if of := known[m[1]]; of != "" {
				used[of] = true
			}
		}
		if !strings.HasPrefix(text, "func ") && !strings.HasPrefix(text, "type ") {
			text = fmt.Sprintf("func _(%s) error {\n%s\nreturn nil\n}\n", b.Given, text)
		}
		head := "package fragment\n\n"
		for _, of := range slices.Sorted(maps.Keys(used)) {
			head += fmt.Sprintf("import %q\n", of)
		}
		text = fmt.Sprintf("%s//line block:%d\n%s", head, b.Line-1, text)
	}
	p.write(fmt.Sprintf("block%d/block%d.go", p.fragments, b.Line), text)
}

// soft are the errors of a compiler that statements out of their function have.
var soft = regexp.MustCompile(`declared and not used|imported and not used|^#|^\s*$`)

// compile compiles all Go code of the page.
func (p *Page) compile() {
	if !p.compiles {
		return
	}
	cmd := exec.Command("go", "build", "-gcflags=-e", "./...")
	cmd.Dir, cmd.Env = p.dir, p.env
	out, err := cmd.CombinedOutput()
	if err == nil {
		return
	}
	var hard []string
	for line := range strings.Lines(string(out)) {
		if !soft.MatchString(line) {
			hard = append(hard, line)
		}
	}
	if len(hard) > 0 {
		p.Errorf("the Go code does not compile:\n%s", strings.Join(hard, ""))
	}
}
