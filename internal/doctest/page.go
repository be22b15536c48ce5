package doctest

import (
	"encoding/json"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"go.yaml.in/yaml/v3"
)

// Page is a page being run.
type Page struct {
	testing.TB
	dir       string
	env       []string
	fragments int
	compiles  bool // there is Go code to be compiled
	golden    bool // output is to be written into the page
	better    []command
}

// Run runs the blocks of a page. The module is the folder of this module, bin
// that of the program.
func Run(t testing.TB, file, module, bin string) {
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	blocks, err := Parse(string(text))
	if err != nil {
		t.Fatal(err)
	}
	p := &Page{TB: t, dir: t.TempDir(), golden: os.Getenv("WBXGEN_GOLDEN") != ""}
	p.env = append(os.Environ(), "PATH="+bin+string(filepath.ListSeparator)+os.Getenv("PATH"), "NO_COLOR=1", "TERM=dumb",
		"GOPROXY=off", "GOWORK=off", "GOFLAGS="+os.Getenv("GOFLAGS")+" -mod=mod", "GIT_CONFIG_GLOBAL="+os.DevNull, "GIT_CONFIG_NOSYSTEM=1",
		"GIT_AUTHOR_NAME=n", "GIT_AUTHOR_EMAIL=n@example.com", "GIT_COMMITTER_NAME=n", "GIT_COMMITTER_EMAIL=n@example.com")
	p.module(module)
	for i, b := range blocks {
		p.block(b)
		if hidden := i+1 < len(blocks) && blocks[i+1].Lang == "run"; b.Lang == "text" && b.Name == "" && hasCommand(b) && !hidden {
			t.Errorf("line %d: the commands are not run: make it a console, or run them in a comment behind it", b.Line)
		}
	}
	p.compile()
	if len(p.better) > 0 {
		p.rewrite(file, string(text))
	}
}

func hasCommand(b Block) bool { return strings.Contains("\n"+b.Text, "\n$ ") }

// rewrite writes the output that commands have into the page.
func (p *Page) rewrite(file, text string) {
	lines := strings.Split(text, "\n")
	for _, c := range slices.Backward(p.better) {
		end := c.line
		for !strings.HasPrefix(lines[end], fence) && !strings.HasPrefix(lines[end], "$ ") {
			end++
		}
		lines = slices.Replace(lines, c.line, end, c.output...)
	}
	if err := os.WriteFile(file, []byte(strings.Join(lines, "\n")), 0o644); err != nil {
		p.Fatal(err)
	}
}

// module makes the page's folder a module that sees this one. It requires all
// that this one does, so that nothing more is to be looked up.
func (p *Page) module(root string) {
	for _, name := range []string{"go.mod", "go.sum"} {
		text, err := os.ReadFile(filepath.Join(root, name))
		if err != nil {
			p.Fatal(err)
		}
		if name == "go.mod" {
			text = moduleLine.ReplaceAll(text, []byte("module example.com/demo"))
			text = fmt.Appendf(text, "\nrequire %s v0.0.0\n\nreplace %s => %s\n", self, self, root)
		}
		p.write(name, string(text))
	}
}

// moduleLine is what a module calls itself.
var moduleLine = regexp.MustCompile(`(?m)^module .*$`)

const self = "github.com/wbxgen/wbxgen"

func (p *Page) write(name, text string) {
	p.Helper()
	file := filepath.Join(p.dir, filepath.FromSlash(name))
	if err := errors.Join(os.MkdirAll(filepath.Dir(file), 0o755), os.WriteFile(file, []byte(text), 0o644)); err != nil {
		p.Fatal(err)
	}
}

func (p *Page) block(b Block) {
	p.Helper()
	var err error
	switch {
	case b.Lang == "console":
		p.console(b)
	case b.Lang == "run":
		for line := range strings.Lines(b.Text) {
			if out, err := p.shell(line); err != nil {
				p.Fatalf("line %d: %s%v\n%s", b.Line, line, err, out)
			}
		}
	case b.Name != "":
		p.compiles = p.compiles || b.Lang == "go"
		p.write(b.Name, b.Text)
	case b.Lang == "go":
		p.fragment(b)
	case b.Lang == "xml":
		err = readXML(b.Text)
	case b.Lang == "json":
		var v any
		err = json.Unmarshal([]byte(b.Text), &v)
	case b.Lang == "yaml":
		var v any
		err = yaml.Unmarshal([]byte(b.Text), &v)
	case b.Lang != "text" && b.Lang != "groovy":
		err = fmt.Errorf("nothing tests a block of the kind %q", b.Lang)
	}
	if err != nil {
		p.Errorf("line %d: %v", b.Line, err)
	}
	if b.Name == "" && (b.Lang == "yaml" || b.Lang == "groovy") {
		p.steps(b)
	}
}

func readXML(text string) error {
	d := xml.NewDecoder(strings.NewReader(text))
	for {
		if _, err := d.Token(); err == io.EOF {
			return nil
		} else if err != nil {
			return err
		}
	}
}

// shell runs a command line and returns what it prints. A file takes the
// output, which a program in the background would keep open.
func (p *Page) shell(line string) (string, error) {
	out, err := os.CreateTemp(p.TempDir(), "out")
	if err != nil {
		p.Fatal(err)
	}
	defer out.Close()
	cmd := exec.Command("sh", "-c", line)
	cmd.Dir, cmd.Env, cmd.Stdout, cmd.Stderr = p.dir, p.env, out, out
	err = cmd.Run()
	text, readErr := os.ReadFile(out.Name())
	return string(text), errors.Join(err, readErr)
}

// fetched is a command that needs the published module: what it names must be
// in this one.
var fetched = regexp.MustCompile(`^go (?:install|get -tool) ` + regexp.QuoteMeta(self) + `(/\S+)@latest$`)

func (p *Page) console(b Block) {
	p.Helper()
	list, err := commands(b)
	if err != nil {
		p.Fatal(err)
	}
	code := 0
	for i, c := range list {
		if c.text == "echo $?" {
			if got := fmt.Sprint(code); strings.Join(c.output, "\n") != got {
				p.Errorf("line %d: the exit code is %s, not %s", c.line, got, strings.Join(c.output, "\n"))
			}
			continue
		}
		code = p.command(c)
		if asked := i+1 < len(list) && list[i+1].text == "echo $?"; code != 0 && !asked {
			p.Errorf("line %d: %s: exit code %d", c.line, c.text, code)
		}
	}
}

// command runs a command, holds its output to what is shown, and returns its
// exit code.
func (p *Page) command(c command) int {
	p.Helper()
	text := c.text
	if m := fetched.FindStringSubmatch(text); m != nil {
		text = "go list -f '{{if ne .Name \"main\"}}{{.Name}}{{end}}' " + self + m[1]
	}
	out, err := p.shell(text)
	code := 0
	if exit, ok := errors.AsType[*exec.ExitError](err); ok {
		code = exit.ExitCode()
	} else if err != nil {
		p.Fatal(err)
	}
	switch {
	case shown(c.output, printed(out)):
	case p.golden && !slices.Contains(c.output, "…"):
		p.better = append(p.better, command{line: c.line, output: printed(out)})
	default:
		p.Errorf("line %d: $ %s\n%s\n-- shown is --\n%s", c.line, c.text, out, strings.Join(c.output, "\n"))
	}
	return code
}

func printed(out string) []string {
	if out = strings.TrimRight(out, "\n"); out == "" {
		return nil
	}
	return strings.Split(out, "\n")
}

// steps runs what a CI file runs.
func (p *Page) steps(b Block) {
	for _, line := range steps(b) {
		if out, err := p.shell(line); err != nil {
			p.Errorf("line %d: %s: %v\n%s", b.Line, line, err, out)
		}
	}
}
