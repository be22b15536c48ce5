package codec

import (
	"fmt"
	"strings"
	"testing"
	"time"
)

// TestManyNamespacesOfOnePrefix writes unknown elements that each have the prefix for a namespace of their own. To try all numbers
// behind the prefix for each would take minutes.
func TestManyNamespacesOfOnePrefix(t *testing.T) {
	const n = 5000
	var b strings.Builder
	b.WriteString(`<svc:session xmlns:svc="http://example.com/service"><svc:key>1</svc:key>`)
	for i := range n {
		fmt.Fprintf(&b, `<o:x xmlns:o="urn:o%d">t</o:x>`, i)
	}
	b.WriteString("</svc:session>")
	v := new(session)
	if err := Unmarshal([]byte(b.String()), sessionName, v); err != nil {
		t.Fatal(err)
	}
	start := time.Now()
	out, err := Marshal(sessionName, v)
	if d := time.Since(start); d > 10*time.Second {
		t.Errorf("took %v", d)
	}
	if err != nil || !strings.Contains(string(out), fmt.Sprintf(`xmlns:o%d="urn:o%d"`, n-1, n-1)) {
		t.Errorf("got %.300s, %v", out, err)
	}
	if declared := strings.Count(string(out), `="urn:o`); declared != n {
		t.Errorf("%d namespaces are declared", declared)
	}
}
