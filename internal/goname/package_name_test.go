package goname_test

import (
	"go/doc"
	"go/token"
	"go/types"
	"testing"

	"github.com/wbxgen/wbxgen/internal/goname"
)

func TestPackageProblem(t *testing.T) {
	for _, name := range []string{"orders", "order2", "my_orders", "Orders", "fmt", "time"} {
		if why := goname.PackageProblem(name); why != "" {
			t.Errorf("%s %s", name, why)
		}
	}
	bad := []string{"", "2orders", "my-orders", "my orders", "größe", "_", "_x", "orders_test", "_test", "main", "internal", "vendor",
		"testdata", "init", "wire", "all", "xml", "x", "a.b", "a/b", "a\nb", "名"}
	for tok := token.BREAK; tok <= token.VAR; tok++ {
		bad = append(bad, tok.String())
	}
	bad = append(bad, types.Universe.Names()...)
	for _, name := range bad {
		if goname.PackageProblem(name) == "" {
			t.Errorf("%q is taken", name)
		}
		if like := goname.PackageLike(name); goname.PackageProblem(like) != "" || doc.IsPredeclared(like) {
			t.Errorf("PackageLike(%q) = %q, which %s", name, like, goname.PackageProblem(like))
		}
	}
	if got := goname.PackageLike("my-orders"); got != "myorders" {
		t.Errorf("got %q", got)
	}
}
