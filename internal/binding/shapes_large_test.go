package binding_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/wbxgen/wbxgen/internal/binding"
	"github.com/wbxgen/wbxgen/internal/plan"
)

// TestGroupsInGroupsStayBounded binds groups that each refer to the one before
// twice: written out, the last one has more elements than memory holds.
func TestGroupsInGroupsStayBounded(t *testing.T) {
	var b strings.Builder
	b.WriteString(`<xs:group name="g0"><xs:choice><xs:element name="a"/><xs:element name="b"/></xs:choice></xs:group>`)
	const levels = 40
	for i := 1; i <= levels; i++ {
		fmt.Fprintf(&b, `<xs:group name="g%d"><xs:sequence><xs:group ref="t:g%d"/><xs:element name="s%[1]d"/><xs:group ref="t:g%[2]d"/></xs:sequence></xs:group>`, i, i-1)
	}
	fmt.Fprintf(&b, `<xs:complexType name="c"><xs:group ref="t:g%d"/></xs:complexType>`, levels)
	p, _ := bind(t, binding.NewLock(), binding.Options{}, b.String())
	for _, d := range p.Packages[0].Types {
		if s, ok := d.(*plan.Struct); ok && s.Name == "C" {
			if len(s.Fields) != 1 || s.Fields[0].Shape != plan.Repeated || len(s.Fields[0].Choice.Members) != levels+2 {
				t.Errorf("got %d fields, %d branches", len(s.Fields), len(s.Fields[0].Choice.Members))
			}
		}
	}
}
