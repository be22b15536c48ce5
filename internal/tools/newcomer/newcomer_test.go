package newcomer

import (
	"archive/zip"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"github.com/wbxgen/wbxgen/internal/downstream"
)

// newcomer is somebody in an empty folder, which is the working folder.
type newcomer struct{ *testing.T }

// sees plays a line of a shell that has to go well, or badly, and to print
// something.
func (n newcomer) sees(well bool, line, want string) {
	n.Helper()
	out, err := exec.Command("sh", "-c", line).CombinedOutput()
	n.Logf("$ %s\n%s", line, out)
	if (err == nil) != well || !strings.Contains(string(out), want) {
		n.Fatalf("%v; it should say %q", err, want)
	}
}

func (n newcomer) writes(name, text string) {
	n.Helper()
	if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
		n.Fatal(err)
	}
}

// gets makes an archive as vendors send them, whose only schema has these
// elements after the customer.
func (n newcomer) gets(name string, elements ...string) {
	n.Helper()
	f, err := os.Create(name)
	if err != nil {
		n.Fatal(err)
	}
	archive := zip.NewWriter(f)
	document, err := archive.Create("delivery/xsd/order.xsd")
	if err != nil {
		n.Fatal(err)
	}
	text := `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:example:order" elementFormDefault="qualified">
<xs:element name="order"><xs:complexType><xs:sequence>
<xs:element name="customer" type="xs:string"/>
` + strings.Join(elements, "\n") + "\n</xs:sequence></xs:complexType></xs:element></xs:schema>\n"
	if _, err := document.Write([]byte(text)); err != nil {
		n.Fatal(err)
	}
	if err := archive.Close(); err != nil {
		n.Fatal(err)
	}
	if err := f.Close(); err != nil {
		n.Fatal(err)
	}
}

const (
	item = `<xs:element name="item" type="xs:token" maxOccurs="unbounded"/>`
	note = `<xs:element name="note" type="xs:string" minOccurs="0"/>`
	gift = `<xs:element name="gift" type="xs:boolean" minOccurs="0"/>`
)

// program reads an order, adds to it and writes it.
const program = `package main

import (
	"fmt"

	"example.com/shop/generated/current/order"
	"github.com/wbxgen/wbxgen/wire"
)

func main() {
	var o order.Order
	err := wire.Unmarshal([]byte("<order xmlns='urn:example:order'><customer>Ada</customer><item>tea</item></order>"), &o)
	o.Item = append(o.Item, "cup")
	text, err2 := wire.Marshal(&o)
	fmt.Println(string(text), o.Validate(), err, err2)
}
`

const written = `<customer>Ada</customer><item>tea</item><item>cup</item></order> <nil> <nil> <nil>`

// settle makes the folder a module in a repository, offline.
func settle(t *testing.T) newcomer {
	t.Helper()
	if testing.Short() {
		t.Skip("builds the program in an empty module cache")
	}
	if runtime.GOOS == "windows" {
		t.Skip("the lines are for a POSIX shell")
	}
	for _, name := range []string{"git", "sh"} {
		if _, err := exec.LookPath(name); err != nil {
			t.Skip(name + " is not installed")
		}
	}
	for name, value := range map[string]string{
		"GOPROXY": downstream.Proxy(t), "GOMODCACHE": filepath.Join(t.TempDir(), "modules"), "GOSUMDB": "off", "GONOPROXY": "none", "GOWORK": "off",
		"GOTOOLCHAIN": "local", "GOFLAGS": "-trimpath -modcacherw -buildvcs=false", "GOPRIVATE": "",
		"GIT_AUTHOR_NAME": "n", "GIT_AUTHOR_EMAIL": "e@example.com", "GIT_COMMITTER_NAME": "n", "GIT_COMMITTER_EMAIL": "e@example.com",
		"GIT_CONFIG_GLOBAL": os.DevNull, "GIT_CONFIG_NOSYSTEM": "1",
	} {
		t.Setenv(name, value)
	}
	t.Chdir(t.TempDir())
	return newcomer{t}
}

// TestFromNothingToTheSecondChange goes the way that docs/getting-started.md and
// docs/gate.md describe.
func TestFromNothingToTheSecondChange(t *testing.T) {
	n := settle(t)
	n.sees(true, "git init -q -b main && go mod init example.com/shop", "")
	n.sees(true, "go get -tool "+downstream.Released.Path+"/cmd/wbxgen@"+downstream.Released.Version, "added "+downstream.Released.Path+" "+downstream.Released.Version)
	n.sees(true, "go tool wbxgen version", "wbxgen version "+downstream.Released.Version)

	n.gets("first.zip", item, note)
	n.sees(true, "go tool wbxgen init", "wbxgen.yaml: written")
	n.sees(true, "go tool wbxgen import --version current first.zip", "")
	n.sees(true, "go tool wbxgen generate", "current: 1 package")
	n.writes("main.go", program)
	n.sees(true, "go mod tidy && go run .", written)
	n.leavesJudgesOut()
	n.sees(true, "git add . && git commit -q -m first && git checkout -q -b update", "")

	const gate = "go tool wbxgen diff --fail-on break --accepted wbxgen-accepted.json main:schemas/current schemas/current"
	n.gets("second.zip", item)
	n.sees(true, "go tool wbxgen import --force --version current second.zip", "")
	n.sees(false, "go tool wbxgen generate --check", "Note")
	n.sees(true, "go tool wbxgen generate && go run .", written)
	n.sees(false, strings.Replace(gate, "--accepted wbxgen-accepted.json ", "", 1), "failed by --fail-on break: 1 change not accepted: element-removed-optional of ")
	n.sees(true, `go tool wbxgen accept --all --level break --reason "agreed in #12" main:schemas/current schemas/current`, "1 accepted change")
	n.sees(true, gate, "agreed in #12")
	n.sees(true, "git add . && git commit -q -m second && git checkout -q main && git merge -q update && git checkout -q -b next", "")

	n.gets("third.zip", item, gift)
	n.sees(true, "go tool wbxgen import --force --version current third.zip", "")
	n.sees(true, gate, "element-added-optional")
	n.sees(true, "go tool wbxgen accept --prune main:schemas/current schemas/current", "0 accepted changes")
	n.sees(true, gate, "element-added-optional")
	n.sees(true, "go tool wbxgen generate && go run .", written)

	n.gets("fourth.zip", gift)
	n.sees(true, "go tool wbxgen import --force --version current fourth.zip", "")
	n.sees(false, gate, "1 change not accepted: element-removed")
}

// leavesJudgesOut holds the module graph to what the program needs: what only
// tests of wbxgen need is in another module.
func (n newcomer) leavesJudgesOut() {
	n.Helper()
	out, err := exec.Command("go", "list", "-m", "all").Output()
	if err != nil {
		n.Fatal(err)
	}
	if modules := strings.Count(string(out), "\n"); modules > 22 {
		n.Errorf("%d modules:\n%s", modules, out)
	}
	for _, name := range []string{"honnef.co", "chromedp", "gojsonschema", "go-sarif", "golang.org/x/exp"} {
		if strings.Contains(string(out), name) {
			n.Errorf("%s is in the module graph of who installs wbxgen", name)
		}
	}
	sums, err := os.ReadFile("go.sum")
	if err != nil {
		n.Fatal(err)
	}
	if lines := strings.Count(string(sums), "\n"); lines > 32 {
		n.Errorf("go.sum has %d lines", lines)
	}
}
