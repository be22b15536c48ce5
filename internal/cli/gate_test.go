package cli

import (
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"go.yaml.in/yaml/v3"

	"github.com/wbxgen/wbxgen/internal/judge"
)

// workflow is what the gate test reads of docs/schema-gate.yml.
type workflow struct {
	Jobs map[string]struct {
		Steps []struct{ Name, Uses, Run string }
	}
}

// gate is a repository with a schema, and the workflow of the docs to be run in
// it.
type gate struct {
	*testing.T
	names, scripts []string
	// env and summary are the files that a runner gives to the steps.
	env, summary string
}

// newGate is a repository and the steps of the workflow.
func newGate(t *testing.T) *gate {
	steps := &gate{T: t}
	steps.readSteps()
	g := newRepository(t)
	g.names, g.scripts = steps.names, steps.scripts
	return g
}

// newRepository makes the repository the working folder. Its branch main has
// the schema with the elements b, c and d; a branch update is checked out.
func newRepository(t *testing.T) *gate {
	if runtime.GOOS == "windows" {
		t.Skip("the steps are for a POSIX shell")
	}
	if _, err := exec.LookPath("git"); err != nil {
		t.Skip("git is not installed")
	}
	g := &gate{T: t}
	// The test program is wbxgen when it is called so: see TestMain.
	bin := t.TempDir()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(self, filepath.Join(bin, "wbxgen")); err != nil {
		t.Fatal(err)
	}
	files := t.TempDir()
	g.env, g.summary = filepath.Join(files, "env"), filepath.Join(files, "summary.md")
	for name, value := range map[string]string{
		"PATH":       bin + string(filepath.ListSeparator) + os.Getenv("PATH"),
		"GITHUB_ENV": g.env, "GITHUB_STEP_SUMMARY": g.summary, "OLD": "main:schemas/current", "NEW": "schemas/current",
		"GIT_AUTHOR_NAME": "n", "GIT_AUTHOR_EMAIL": "e@example.com", "GIT_COMMITTER_NAME": "n", "GIT_COMMITTER_EMAIL": "e@example.com",
		"GIT_CONFIG_GLOBAL": os.DevNull, "GIT_CONFIG_NOSYSTEM": "1",
	} {
		t.Setenv(name, value)
	}
	t.Chdir(t.TempDir())
	g.schema("b", "c", "d")
	g.sh("git init -q -b main; git add .; git commit -q -m one; git checkout -q -b update")
	return g
}

// readSteps reads the shell steps of the workflow, without the one that installs
// the program.
func (g *gate) readSteps() {
	data, err := os.ReadFile(filepath.Join(judge.Root(g.T), "docs", "schema-gate.yml"))
	if err != nil {
		g.Fatal(err)
	}
	var w workflow
	if err := yaml.Unmarshal(data, &w); err != nil {
		g.Fatal(err)
	}
	for _, step := range w.Jobs["diff"].Steps {
		if step.Run != "" && step.Name != "Install" {
			g.names, g.scripts = append(g.names, step.Name), append(g.scripts, step.Run)
		}
	}
}

// schema writes a schema whose only type has these elements.
func (g *gate) schema(elements ...string) {
	g.Helper()
	text := `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:element name="a"><xs:complexType><xs:sequence>`
	for _, name := range elements {
		text += "\n" + `<xs:element name="` + name + `" type="xs:int" minOccurs="0"/>`
	}
	text += "\n</xs:sequence></xs:complexType></xs:element></xs:schema>\n"
	if err := os.MkdirAll("schemas/current", 0o755); err != nil {
		g.Fatal(err)
	}
	if err := os.WriteFile("schemas/current/api.xsd", []byte(text), 0o644); err != nil {
		g.Fatal(err)
	}
}

// sh runs a script that has to succeed.
func (g *gate) sh(script string) string {
	g.Helper()
	out, err := exec.Command("sh", "-e", "-c", script).CombinedOutput()
	if err != nil {
		g.Fatalf("%s: %v\n%s", script, err, out)
	}
	return string(out)
}

// run plays the workflow and returns what its steps print. All but the step
// Gate have to pass, and that one as asked for.
func (g *gate) run(passes bool) map[string]string {
	g.Helper()
	for _, file := range []string{g.env, g.summary} {
		if err := os.WriteFile(file, nil, 0o600); err != nil {
			g.Fatal(err)
		}
	}
	outputs := map[string]string{}
	for i, script := range g.scripts {
		// A runner gives what a step has written to GITHUB_ENV to those after it.
		set := `while IFS= read -r line; do export "$line"; done < "$GITHUB_ENV"` + "\n"
		out, err := exec.Command("sh", "-e", "-c", set+script).CombinedOutput()
		outputs[g.names[i]] = string(out)
		if want := g.names[i] != "Gate" || passes; (err == nil) != want {
			g.Errorf("step %q: %v\n%s", g.names[i], err, out)
		}
	}
	page, err := os.ReadFile(g.summary)
	if err != nil {
		g.Fatal(err)
	}
	log, err := os.ReadFile("wbxgen.sarif")
	if err != nil {
		g.Fatal(err)
	}
	outputs["summary"], outputs["sarif"] = string(page), string(log)
	return outputs
}

// TestTheGateOfTheDocsWorks takes the workflow through the days of a change: it
// breaks, is accepted, is merged, and the next change comes.
func TestTheGateOfTheDocsWorks(t *testing.T) {
	g := newGate(t)
	g.schema("b", "c")

	out := g.run(false)
	if want := "failed by --fail-on break: 1 change not accepted: element-removed-optional of a/d ("; !strings.Contains(out["Gate"], want) {
		t.Errorf("the gate does not say %q:\n%s", want, out["Gate"])
	}
	// What is gone is shown at what has lost it: a place of the pull request.
	if !strings.Contains(out["Annotations"], "::error file=schemas/current/api.xsd,line=1,") {
		t.Errorf("no annotation:\n%s", out["Annotations"])
	}
	if !strings.Contains(out["summary"], "element-removed-optional") || !strings.Contains(out["sarif"], `"uri": "schemas/current/api.xsd"`) || strings.Contains(out["sarif"], `"uri": "main:`) {
		t.Errorf("%s\n%s", out["summary"], out["sarif"])
	}

	g.sh(`wbxgen accept --all "$OLD" "$NEW" --level break --reason "nobody reads it"`)
	out = g.run(true)
	if strings.Contains(out["Annotations"], "::error") || !strings.Contains(out["summary"], "nobody reads it") || !strings.Contains(out["sarif"], `"suppressions"`) {
		t.Errorf("a step does not see the accepted list: %v", out)
	}

	g.sh(`git add schemas wbxgen-accepted.json; git commit -q -m two; git checkout -q main; git merge -q update; git checkout -q -b next`)
	g.schema("b", "c", "e")
	out = g.run(true)
	if !strings.Contains(out["Gate"], "note: the entry ") {
		t.Errorf("nothing is said of the entry that is done:\n%s", out["Gate"])
	}
	g.sh(`wbxgen accept --prune "$OLD" "$NEW"`)
	if out = g.run(true); strings.Contains(out["Gate"], "note:") {
		t.Errorf("the entry is still there:\n%s", out["Gate"])
	}
	g.schema("b")
	g.run(false)
}
