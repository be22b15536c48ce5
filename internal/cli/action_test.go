package cli

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"go.yaml.in/yaml/v3"

	"github.com/wbxgen/wbxgen/internal/judge"
)

// actionStep is a step of action.yml.
type actionStep struct {
	Name, ID, If, Uses, Shell, Run string
	Dir                            string `yaml:"working-directory"`
	Env, With                      map[string]string
}

// action is action.yml, to be played in the repository of a gate.
type action struct {
	*gate
	Inputs map[string]struct {
		Description string
		Default     *string
	}
	Outputs map[string]struct{ Description, Value string }
	Runs    struct {
		Using string
		Steps []actionStep
	}
}

func newAction(t *testing.T) *action {
	if _, err := exec.LookPath("bash"); err != nil {
		t.Skip("bash is not installed")
	}
	text, err := os.ReadFile(filepath.Join(judge.Root(t), "action.yml"))
	if err != nil {
		t.Fatal(err)
	}
	a := &action{gate: newRepository(t)}
	if err := yaml.Unmarshal(text, a); err != nil {
		t.Fatal(err)
	}
	a.sh("git update-ref refs/remotes/origin/main main")
	return a
}

var expression = regexp.MustCompile(`\$\{\{ (inputs|steps)\.([a-z-]+)(?:\.outputs\.([a-z]+))? \}\}`)

// played is what a run of the action leaves.
type played struct {
	logs            map[string]string // what each step prints
	outputs         map[string]string // STEP.NAME
	failed, summary string            // the first step that failed
}

// play runs the shell steps with inputs other than their defaults. A step
// after one that has failed runs only if its condition says so, as on a runner.
func (a *action) play(inputs map[string]string) played {
	a.Helper()
	p := played{logs: map[string]string{}, outputs: map[string]string{}}
	value := func(m []string) string {
		switch given, ok := inputs[m[2]]; {
		case m[1] == "steps":
			return p.outputs[m[2]+"."+m[3]]
		case ok:
			return given
		default:
			return *a.Inputs[m[2]].Default
		}
	}
	fill := func(text string) string {
		return expression.ReplaceAllStringFunc(text, func(e string) string { return value(expression.FindStringSubmatch(e)) })
	}
	folder := a.TempDir()
	summary, outputs := filepath.Join(folder, "summary"), filepath.Join(folder, "outputs")
	for _, step := range a.Runs.Steps {
		if step.Run == "" || step.Name == "Install" || p.failed != "" && !strings.HasPrefix(step.If, "${{ !cancelled() && steps.findings.outcome == 'success'") || p.failed != "" && p.outputs["findings.sarif"] == "" {
			continue
		}
		if err := os.WriteFile(outputs, nil, 0o600); err != nil {
			a.Fatal(err)
		}
		cmd := exec.Command("bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step.Run)
		cmd.Dir = fill(step.Dir)
		cmd.Env = append(os.Environ(), "GITHUB_OUTPUT="+outputs, "GITHUB_STEP_SUMMARY="+summary)
		for name, text := range step.Env {
			cmd.Env = append(cmd.Env, name+"="+fill(text))
		}
		log, err := cmd.CombinedOutput()
		p.logs[step.Name] = string(log)
		if err != nil && p.failed == "" {
			p.failed = step.Name
		}
		text, err := os.ReadFile(outputs)
		if err != nil {
			a.Fatal(err)
		}
		for line := range strings.Lines(string(text)) {
			name, text, _ := strings.Cut(strings.TrimSuffix(line, "\n"), "=")
			p.outputs[step.ID+"."+name] = text
		}
	}
	if text, err := os.ReadFile(summary); err == nil {
		p.summary = string(text)
	}
	return p
}

// expect reports a run that fails at another step than wanted; "" is none.
func (a *action) expect(p played, failed string) {
	a.Helper()
	if p.failed != failed {
		a.Errorf("failed at %q, want %q: %q", p.failed, failed, p.logs)
	}
}

// TestTheActionGates takes the action through the days of a change.
func TestTheActionGates(t *testing.T) {
	a := newAction(t)
	t.Setenv("GITHUB_BASE_REF", "main")
	a.expect(a.play(nil), "")

	a.schema("b", "c")
	p := a.play(nil)
	a.expect(p, "Gate")
	if !strings.Contains(p.logs["Annotations"], "::error file=schemas/current/api.xsd,line=1,") || !strings.Contains(p.summary, "element-removed-optional") {
		t.Errorf("nothing is said of the change: %q\n%s", p.logs, p.summary)
	}
	log, err := os.ReadFile(p.outputs["findings.sarif"])
	if err != nil || !strings.Contains(string(log), `"uri": "schemas/current/api.xsd"`) {
		t.Errorf("%v\n%s", err, log)
	}
	a.expect(a.play(map[string]string{"fail-on": "never"}), "")
	a.expect(a.play(map[string]string{"old": "schemas/current"}), "")

	a.sh(`wbxgen accept --all origin/main:schemas/current schemas/current --level break --reason "nobody reads it"`)
	p = a.play(nil)
	a.expect(p, "")
	if !strings.Contains(p.summary, "nobody reads it") {
		t.Errorf("the summary does not say why it is accepted:\n%s", p.summary)
	}
	a.expect(a.play(map[string]string{"accepted": "other.json"}), "Gate")

	a.sh("git add schemas wbxgen-accepted.json; git commit -q -m two; git update-ref refs/remotes/origin/main HEAD")
	a.schema("b", "c", "e")
	a.expect(a.play(nil), "")
	a.schema("b")
	a.expect(a.play(nil), "Gate")
}

// TestTheActionWithNothingToCompare: an event that has no base branch, a schema
// that the base branch does not have, and commits that are not there.
func TestTheActionWithNothingToCompare(t *testing.T) {
	a := newAction(t)
	t.Setenv("GITHUB_BASE_REF", "")
	a.schema("b")
	p := a.play(nil)
	a.expect(p, "")
	if !strings.Contains(p.logs["What is compared"], "nothing to compare with") || p.outputs["findings.sarif"] != "" {
		t.Errorf("%q", p)
	}
	t.Setenv("GITHUB_BASE_REF", "main")
	a.sh("mkdir other; cp schemas/current/api.xsd other/")
	a.expect(a.play(map[string]string{"schema": "other"}), "")
	t.Setenv("GITHUB_BASE_REF", "absent")
	p = a.play(nil)
	a.expect(p, "What is compared")
	if !strings.Contains(p.logs["What is compared"], "fetch-depth: 0") {
		t.Errorf("%q", p.logs)
	}
}

// TestTheActionInAFolder has paths begin in a folder of the repository, and
// checks generated code there.
func TestTheActionInAFolder(t *testing.T) {
	a := newAction(t)
	t.Setenv("GITHUB_BASE_REF", "main")
	a.sh("mkdir sub; git mv schemas sub/; git commit -q -m moved; git update-ref refs/remotes/origin/main HEAD")
	in := map[string]string{"working-directory": "sub"}
	if p := a.play(in); p.failed != "" || p.outputs["compared.old"] != "origin/main:sub/schemas/current" {
		t.Errorf("%+v", p)
	}
	a.sh("cd sub; printf 'version: 1\\nschemas: schemas\\nout: gen\\npackage: example.com/gen\\n' > wbxgen.yaml")
	a.expect(a.play(in), "Generated code")
	a.expect(a.play(map[string]string{"working-directory": "sub", "generated": "false"}), "")
	a.sh("cd sub; wbxgen generate")
	a.expect(a.play(in), "")
	in["schema"] = "./schemas/current"
	a.expect(a.play(in), "")
	a.sh("echo '<x/>' > sub/schemas/current/api.xsd")
	a.expect(a.play(in), "The schema is in order")
}

// TestTheActionIsInOrder: inputs are described, used and known; no script has
// an expression in it, which could run what a title of a pull request says.
func TestTheActionIsInOrder(t *testing.T) {
	a := newAction(t)
	used := map[string]bool{}
	for _, step := range a.Runs.Steps {
		if strings.Contains(step.Run, "${{") || (step.Run == "") == (step.Uses == "") || step.Run != "" && (step.Shell != "bash" || step.Name == "") {
			t.Errorf("step %q: %+v", step.Name, step)
		}
		texts := []string{step.Dir, step.If}
		for _, values := range []map[string]string{step.Env, step.With} {
			for _, text := range values {
				texts = append(texts, text)
				if rest := expression.ReplaceAllString(text, ""); strings.Contains(rest, "${{") {
					t.Errorf("step %q has %s, which the test cannot play", step.Name, text)
				}
			}
		}
		for _, m := range regexp.MustCompile(`inputs\.([a-z-]+)`).FindAllStringSubmatch(strings.Join(texts, " "), -1) {
			used[m[1]] = true
		}
	}
	for name, input := range a.Inputs {
		if input.Description == "" || input.Default == nil || !used[name] {
			t.Errorf("input %s is not described, has no default or is not used", name)
		}
		delete(used, name)
	}
	for name := range used {
		t.Errorf("there is no input %s", name)
	}
	if a.Runs.Using != "composite" || len(a.Inputs) < 9 || a.Outputs["sarif"].Value != "${{ steps.findings.outputs.sarif }}" {
		t.Errorf("%+v", a.Outputs)
	}
}

// TestTheHooksOfPreCommit plays each hook where all is well and where it is not.
func TestTheHooksOfPreCommit(t *testing.T) {
	text, err := os.ReadFile(filepath.Join(judge.Root(t), ".pre-commit-hooks.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	var hooks []struct {
		ID, Name, Entry, Language, Files string
		Args                             []string
		Pass                             *bool `yaml:"pass_filenames"`
	}
	if err := yaml.Unmarshal(text, &hooks); err != nil {
		t.Fatal(err)
	}
	g := newRepository(t)
	g.sh("printf 'version: 1\\nschemas: schemas\\nout: gen\\npackage: example.com/gen\\n' > wbxgen.yaml; wbxgen generate")
	if len(hooks) != 2 {
		t.Fatalf("%d hooks", len(hooks))
	}
	for _, h := range hooks {
		if h.Name == "" || h.Language != "golang" || h.Pass == nil || *h.Pass || !regexp.MustCompile(h.Files).MatchString("schemas/current/api.xsd") {
			t.Errorf("%+v", h)
		}
		command := h.Entry + " " + strings.Join(h.Args, " ")
		if out := g.sh(command); out != "" && out != "generated code is up to date\n" {
			t.Errorf("%s prints %q", command, out)
		}
		g.sh("cp schemas/current/api.xsd keep; sed 's/xs:int/xs:absent/' keep > schemas/current/api.xsd")
		if out, err := exec.Command("sh", "-c", command).CombinedOutput(); err == nil || len(out) == 0 {
			t.Errorf("%s passes what is wrong: %s", command, out)
		}
		g.sh("mv keep schemas/current/api.xsd")
	}
}
