package cli_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/wbxgen/wbxgen/internal/cli"
	"github.com/wbxgen/wbxgen/internal/judge"
)

// roundTrip is a test within the empty module: a document goes through the
// generated types and comes back the same.
const roundTrip = `package api_test

import (
	"testing"

	"example.com/empty/api/all"
	"example.com/empty/api/shop"
	"example.com/empty/api/wire"
)

const document = ` + "`" + `<order xmlns="urn:example:shop:1.0" xmlns:p="urn:example:party" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" number="1" urgent="true"><buyer xsi:type="p:personType" id="p"><p:name>Ada</p:name></buyer><line><article>hat</article><quantity>1</quantity><price currency="EUR">9.5</price></line><voucher>ABCD</voucher></order>` + "`" + `

func TestRoundTrip(t *testing.T) {
	for _, opts := range [][]wire.Option{nil, {wire.Unqualified()}} {
		var o shop.Order
		if err := wire.Unmarshal([]byte(document), &o, wire.Types(all.Registry())); err != nil {
			t.Fatal(err)
		}
		data, err := wire.Marshal(&o, opts...)
		if err != nil {
			t.Fatal(err)
		}
		var again shop.Order
		if err := wire.Unmarshal(data, &again, append(opts, wire.Types(all.Registry()))...); err != nil {
			t.Fatal(err)
		}
		if data, err = wire.Marshal(&again); err != nil || string(data) != document {
			t.Errorf("%v\n got %s\nwant %s", err, data, document)
		}
	}
}
`

func TestACopiedRuntimeNeedsNothingElse(t *testing.T) {
	schema := filepath.Join(judge.Root(t), "examples", "shop", "schema")
	t.Chdir(t.TempDir())
	if err := os.WriteFile("go.mod", []byte("module example.com/empty\n\ngo 1.24\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	for _, args := range [][]string{
		{"generate", "--schema", schema, "--out", "api", "--runtime", "copy"},
		{"generate", "--schema", "40.6.0", "--out", "webexapi", "--runtime", "copy"},
	} {
		var out strings.Builder
		if code := cli.Main(args, nil, &out, &out); code != 0 {
			t.Fatalf("exit %d: %s", code, out.String())
		}
	}
	if err := os.WriteFile("api/api_test.go", []byte(roundTrip), 0o644); err != nil {
		t.Fatal(err)
	}
	for _, args := range [][]string{{"vet", "./api/..."}, {"test", "./api"}, {"build", "./webexapi/meeting"}} {
		cmd := exec.Command("go", args...)
		cmd.Env = append(os.Environ(), "GOPROXY=off", "GOFLAGS=-mod=mod")
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Fatalf("go %s: %v\n%s", strings.Join(args, " "), err, out)
		}
	}
	checkHandshake(t, "api/wire/codec/codegen.go", "./api/shop")
	checkHandshake(t, "webexapi/webex/codegen.go", "./webexapi/meeting")
	mod, err := os.ReadFile("go.mod")
	if err != nil || strings.Contains(string(mod), "require") {
		t.Errorf("the module has requirements: %v\n%s", err, mod)
	}
}

// checkHandshake changes what a runtime package says of the code that it knows, and looks at what the compiler says of
// code that does not fit.
func checkHandshake(t *testing.T, file, pkg string) {
	t.Helper()
	fine, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	for _, change := range [][2]string{
		{"ModuleTooOldUpgradeIt = 1", "ModuleTooOldUpgradeIt = 0"},
		{"CodeTooOldGenerateAgain = 1", "CodeTooOldGenerateAgain = 2"},
		{"ModuleTooOldUpgradeIt = 1", "Earlier = 1"},
	} {
		other := strings.Replace(string(fine), change[0], change[1], 1)
		if other == string(fine) {
			t.Fatalf("%s does not have %s", file, change[0])
		}
		if err := os.WriteFile(file, []byte(other), 0o644); err != nil {
			t.Fatal(err)
		}
		name, _, _ := strings.Cut(change[0], " ")
		cmd := exec.Command("go", "build", pkg)
		cmd.Env = append(os.Environ(), "GOPROXY=off", "GOFLAGS=-mod=mod")
		if out, err := cmd.CombinedOutput(); err == nil || !strings.Contains(string(out), name) {
			t.Errorf("with %s: %v\n%s", change[1], err, out)
		} else {
			t.Logf("with %s: %s", change[1], out)
		}
	}
	if err := os.WriteFile(file, fine, 0o644); err != nil {
		t.Fatal(err)
	}
}
