package cli_test

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/wbxgen/wbxgen/internal/cli"
)

// ledgers are two versions of a schema that refers to a document on the web.
func ledgers(t *testing.T, settings string) {
	t.Helper()
	t.Chdir(t.TempDir())
	const ledger = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:c="urn:common" targetNamespace="urn:ledger" elementFormDefault="qualified">
<xs:import namespace="urn:common" schemaLocation="http://example.com/common.xsd"/>
<xs:element name="holder" type="c:Name"/><xs:element name="GetRequest" type="c:Name"/><xs:element name="GetResponse" type="c:Name"/></xs:schema>`
	for name, text := range map[string]string{
		"go.mod": "module example.com/x\n\ngo 1.26\n", "wbxgen.yaml": settings,
		"schemas/1/ledger.xsd": ledger, "schemas/2/ledger.xsd": strings.Replace(ledger, "holder", "owner", 1), "vendor/new/ledger.xsd": ledger,
		"vendor/common.xsd": `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:common">
<xs:complexType name="Name"><xs:simpleContent><xs:extension base="xs:token"/></xs:simpleContent></xs:complexType></xs:schema>`,
		"holder.xml": `<holder xmlns="urn:ledger">Ada</holder>`, "wrong.xml": `<holder xmlns="urn:ledger"><x/></holder>`,
	} {
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
}

// TestCommandsGoByTheCatalog: every command that opens schemas finds the
// document that stands for a URL, and says so where none does.
func TestCommandsGoByTheCatalog(t *testing.T) {
	for _, c := range []struct {
		args  string
		input string
		code  int    // with a catalog
		want  string // of the output, which does not have it without one
	}{
		{"check 1", "", 0, "no problems"},
		{"generate", "", 0, "v2"},
		{"generate --check", "", 1, "not up to date"},
		{"generate --report -", "", 0, "faithful"},
		{"diff 1 2", "", 0, "root-element-removed"},
		{"changelog 1 2", "", 0, "holder"},
		{"validate --schema 1 holder.xml", "", 0, "valid"},
		{"validate --jsonl", `{"id":"1","schemas":["schemas/1/ledger.xsd"],"instance":"wrong.xml"}` + "\n", 0, `"instance":"invalid"`},
		{"import vendor/new --version 3", "", 0, "1 document"},
		{"list types --schema 1", "", 0, "Name"},
		{"show holder --schema 1", "", 0, "holder"},
	} {
		for _, settings := range []string{"catalog: {'http://example.com/common.xsd': vendor/common.xsd}\n", "catalog: {'urn:common': vendor/common.xsd}\n", ""} {
			ledgers(t, settings)
			var out bytes.Buffer
			code := cli.Main(strings.Fields(c.args), strings.NewReader(c.input), &out, &out)
			got := out.String()
			switch {
			case settings != "" && (code != c.code || !strings.Contains(got, c.want)):
				t.Errorf("%s: %d\n%s", c.args, code, got)
			case settings == "" && strings.Contains(c.args, "--jsonl"): // a schema may leave open there what it refers to
				if strings.Contains(got, c.want) {
					t.Errorf("%s without a catalog: %d\n%s", c.args, code, got)
				}
			case settings == "" && !strings.Contains(got, "http://example.com/common.xsd"):
				t.Errorf("%s without a catalog: %d\n%s", c.args, code, got)
			}
			if files, _ := os.ReadDir("schemas/3"); strings.HasPrefix(c.args, "import") && settings != "" && len(files) != 1 {
				t.Errorf("%s: %v are imported", c.args, files)
			}
		}
	}
}
