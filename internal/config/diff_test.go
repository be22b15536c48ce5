package config

import (
	"strings"
	"testing"
)

func TestPolicy(t *testing.T) {
	c, err := parse("wbxgen.yaml", []byte("diff:\n  accepted: known.json\n  policy:\n    - rule: element-moved\n      level: info\n      reason: nobody cares\n    - root: Debug\n      ignore: true\n      reason: internal\n"))
	if err != nil {
		t.Fatal(err)
	}
	if p := c.Diff.Policy; len(p) != 2 || p[0].Level != "info" || !p[1].Ignore || p[1].Pos.String() != "wbxgen.yaml:7:7" {
		t.Errorf("got %+v", c.Diff)
	}
	for _, bad := range []struct{ text, want string }{
		{"diff:\n  policy:\n    - level: info\n      reason: r\n", "wbxgen.yaml:3:7: error: the entry fits everything"},
		{"diff:\n  policy:\n    - rule: x\n      reason: r\n", "wbxgen.yaml:3:7: error: the entry needs either"},
		{"diff:\n  policy:\n    - rule: x\n      level: info\n      ignore: true\n      reason: r\n", "either"},
		{"diff:\n  policy:\n    - rule: x\n      level: info\n", "wbxgen.yaml:3:7: error: the entry has no reason"},
		{"diff:\n  policy:\n    - rule: x\n      level: fatal\n      reason: r\n", `there is no level "fatal"`},
		{"diff:\n  policy:\n    - rule: x\n      levle: info\n      reason: r\n", `wbxgen.yaml:4:7: error: there is no setting "levle" here`},
		{"diff:\n  polcy: []\n", `wbxgen.yaml:2:3: error: there is no setting "polcy" here`},
		{"diff: yes\n", "key: value"},
	} {
		if _, err := parse("wbxgen.yaml", []byte(bad.text)); err == nil || !strings.Contains(err.Error(), bad.want) {
			t.Errorf("%q: got %v, want %q", bad.text, err, bad.want)
		}
	}
}
