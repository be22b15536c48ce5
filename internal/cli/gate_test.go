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

// gateSteps returns the shell steps of the workflow in the docs, without the
// one that installs the program.
func gateSteps(t *testing.T) (names, scripts []string) {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(judge.Root(t), "docs", "schema-gate.yml"))
	if err != nil {
		t.Fatal(err)
	}
	var w workflow
	if err := yaml.Unmarshal(data, &w); err != nil {
		t.Fatal(err)
	}
	for _, step := range w.Jobs["diff"].Steps {
		if step.Run != "" && step.Name != "Install" {
			names, scripts = append(names, step.Name), append(scripts, step.Run)
		}
	}
	return names, scripts
}

// TestTheGateOfTheDocsWorks runs the shell steps of the workflow in a
// repository whose branch takes an element away.
func TestTheGateOfTheDocsWorks(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("the steps are for a POSIX shell")
	}
	if _, err := exec.LookPath("git"); err != nil {
		t.Skip("git is not installed")
	}
	names, scripts := gateSteps(t)
	bin := t.TempDir()
	if out, err := exec.Command("go", "build", "-o", bin+string(filepath.Separator), "../../cmd/wbxgen").CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	t.Setenv("PATH", bin+string(filepath.ListSeparator)+os.Getenv("PATH"))
	t.Chdir(t.TempDir())
	summary := filepath.Join(t.TempDir(), "summary.md")
	t.Setenv("GITHUB_STEP_SUMMARY", summary)
	t.Setenv("OLD", "main:schemas/current")
	t.Setenv("NEW", "schemas/current")
	shell := func(script string) (string, error) {
		out, err := exec.Command("sh", "-e", "-c", script).CombinedOutput()
		return string(out), err
	}
	const head, tail = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:element name="a"><xs:complexType><xs:sequence>`, `</xs:sequence></xs:complexType></xs:element></xs:schema>`
	write := func(elements string) {
		t.Helper()
		if err := os.MkdirAll("schemas/current", 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile("schemas/current/api.xsd", []byte(head+elements+tail), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	write(`<xs:element name="b" type="xs:int" minOccurs="0"/>`)
	if out, err := shell("git init -q -b main; git add .; git -c user.name=n -c user.email=e@example.com commit -q -m one; git checkout -q -b update"); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	write("")

	outputs := map[string]string{}
	for i, script := range scripts {
		out, err := shell(script)
		outputs[names[i]] = out
		if (err != nil) != (names[i] == "Gate") {
			t.Errorf("step %q: %v\n%s", names[i], err, out)
		}
	}
	if !strings.Contains(outputs["Annotations"], "::error ") {
		t.Errorf("no annotation:\n%s", outputs["Annotations"])
	}
	if page, err := os.ReadFile(summary); err != nil || !strings.Contains(string(page), "element-removed-optional") {
		t.Errorf("%v\n%s", err, page)
	}
	if log, err := os.ReadFile("wbxgen.sarif"); err != nil || !strings.Contains(string(log), `"2.1.0"`) {
		t.Errorf("%v\n%s", err, log)
	}
	// Accepted, it passes.
	if out, err := shell(`wbxgen accept "$(wbxgen diff --format json "$OLD" "$NEW" | sed -n 's/.*"fingerprint": "\([0-9a-f]*\)".*/\1/p')" "$OLD" "$NEW" --reason "nobody reads it"`); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	if out, err := shell(scripts[len(scripts)-1]); err != nil {
		t.Errorf("accepted, and still: %v\n%s", err, out)
	}
}
