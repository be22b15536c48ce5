package config

import (
	"go.yaml.in/yaml/v3"

	"github.com/wbxgen/wbxgen/internal/diag"
)

// Diff is what comparisons go by.
type Diff struct {
	// Accepted is the file with the list of accepted changes. It need not be
	// there: then nothing is accepted yet.
	Accepted string
	// Link is a template for addresses of source lines.
	Link string
	// Policy says what changes mean here, whatever the rules say. Of several
	// entries that fit a change the last one counts.
	Policy []Policy
}

// Policy is one entry of a policy: which changes, and what becomes of them.
type Policy struct {
	// A change fits if it fits all of these that are given.
	Rule, Path, Namespace, Root string
	// Level takes the place of the change's level; Ignore leaves it out. One
	// of them is given.
	Level  string
	Ignore bool
	// Reason says why; it is never empty.
	Reason string
	// Pos is where the entry stands.
	Pos diag.Pos `yaml:"-"`
}

// levels are those that a policy can give.
var levels = []string{"none", "info", "risk", "break"}

// diffShape is the settings of comparisons.
func diffShape() shape {
	return shape{form: record, fields: []field{
		{name: "accepted", doc: "The list that wbxgen accept writes."},
		{name: "link", doc: "A template of addresses of source lines, with {ref}, {label}, {file}, {line} and {col}."},
		{name: "policy", shape: shape{form: list, each: new(policyShape())},
			doc: "Entries that give changes another level, or leave them out (ignore: true), with a reason each; " +
				"a change fits an entry that it fits in all of rule, path, namespace and root that are given, and the last such entry counts."},
	}}
}

// policyShape is an entry of a policy.
func policyShape() shape {
	var chosen []map[string]any
	for _, name := range []string{"rule", "path", "namespace", "root"} {
		chosen = append(chosen, map[string]any{"required": []string{name}})
	}
	ignored := map[string]any{"properties": map[string]any{"ignore": map[string]any{"const": true}}, "required": []string{"ignore"}}
	return shape{form: record,
		fields: []field{
			{name: "rule"}, {name: "path"}, {name: "namespace"}, {name: "root"},
			{name: "level", shape: shape{of: &texts{words: levels}}}, {name: "ignore", shape: shape{form: flag}}, {name: "reason"},
		},
		judge: judgePolicy,
		more:  map[string]any{"required": []string{"reason"}, "anyOf": chosen, "oneOf": []map[string]any{ignored, {"required": []string{"level"}}}},
	}
}

// judgePolicy says what is missing in an entry.
func judgePolicy(r *reader, n *yaml.Node) {
	var p Policy
	if n.Decode(&p) != nil {
		return
	}
	switch {
	case p.Rule+p.Path+p.Namespace+p.Root == "":
		r.error(n, "the entry fits everything; give it a rule, a path, a namespace or a root")
	case p.Ignore == (p.Level != ""):
		r.error(n, "the entry needs either a level or \"ignore: true\"")
	case p.Reason == "":
		r.error(n, "the entry has no reason")
	}
}
