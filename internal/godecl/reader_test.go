package godecl_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/wbxgen/wbxgen/internal/godecl"
)

func TestDeclarations(t *testing.T) {
	dir := t.TempDir()
	for name, text := range map[string]string{
		"go.mod":         "module example.com/x\n\ngo 1.24\n",
		"conv/a.go":      "package conv\n\nimport (\n\t\"time\"\n\tbig \"math/big\"\n)\n\nfunc ParseDay(s string) (time.Time, error) { return broken }\nfunc Rat(r *big.Rat) string { return \"\" }\ntype Day = time.Time\nfunc Alias() Day { panic(1) }\n",
		"conv/b.go":      "package conv\n\ntype Money struct{ n int64 }\n\nfunc (m *Money) UnmarshalText(b []byte) error { return nil }\nfunc (m Money) MarshalText() ([]byte, error) { return nil, nil }\nfunc hidden() {}\n",
		"conv/a_test.go": "package conv\n\nfunc OnlyInTests() {}\n",
	} {
		file := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	r := godecl.New(dir)
	for name, want := range map[string]string{
		"ParseDay": "func(s string) (time.Time, error)", "Rat": "func(r *math/big.Rat) string", "Alias": "func() example.com/x/conv.Day",
	} {
		sig, _, err := r.Func("example.com/x/conv", name)
		if err != nil || sig == nil || godecl.Text(sig) != want {
			t.Errorf("%s: %v, %v", name, sig, err)
		}
	}
	if sig, names, err := r.Func("example.com/x/conv", "OnlyInTests"); sig != nil || err != nil || !slices.Equal(names, []string{"Alias", "ParseDay", "Rat"}) {
		t.Errorf("%v %v %v", sig, names, err)
	}
	money, _, err := r.Type("example.com/x/conv", "Money")
	if err != nil || godecl.Text(money) != "example.com/x/conv.Money" || len(godecl.Methods(money)) != 2 {
		t.Errorf("%v %v", money, err)
	}
	if _, names, err := r.Type("example.com/x/conv", "Mony"); err != nil || !slices.Equal(names, []string{"Day", "Money"}) {
		t.Errorf("%v %v", names, err)
	}
	if tm, _, err := r.Type("time", "Time"); err != nil || godecl.Methods(tm)["MarshalText"] == nil {
		t.Errorf("%v %v", tm, err)
	}
	if _, _, err := r.Func("example.com/y", "F"); err == nil || !strings.Contains(err.Error(), "there is no package example.com/y in this module or those that it requires") {
		t.Error(err)
	}
	if _, _, err := r.Func("example.com/x/nowhere", "F"); err == nil || !strings.Contains(err.Error(), "there is no package example.com/x/nowhere") {
		t.Error(err)
	}
	t.Setenv("PATH", "")
	if _, _, err := godecl.New(dir).Func("example.com/x/conv", "F"); err != godecl.ErrNoGo {
		t.Error(err)
	}
}
