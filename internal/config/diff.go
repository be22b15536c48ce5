package config

import (
	"slices"
	"strings"

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
	Pos diag.Pos
}

// levels are those that a policy can give.
var levels = []string{"none", "info", "risk", "break"}

// diff reads the settings of comparisons.
func (r *reader) diff(n *yaml.Node) {
	d := &r.config.Diff
	r.fields(n, []field{{"accepted", r.text(&d.Accepted)}, {"link", r.text(&d.Link)}, {"policy", r.policies}})
}

// field is a key within a setting, and what reads its value.
type field struct {
	name string
	read func(n *yaml.Node)
}

// fields reads a mapping of keys that are known.
func (r *reader) fields(n *yaml.Node, known []field) {
	if n.Kind != yaml.MappingNode {
		r.error(n, "expected settings of the form \"key: value\"")
		return
	}
	var names []string
	for _, f := range known {
		names = append(names, f.name)
	}
	seen := map[string]*yaml.Node{}
	for i := 0; i+1 < len(n.Content); i += 2 {
		key := n.Content[i]
		at := slices.Index(names, key.Value)
		switch first := seen[key.Value]; {
		case first != nil:
			r.error(key, "the setting %q is there twice", key.Value).See(r.pos(first), "first here")
		case at < 0:
			r.error(key, "there is no setting %q here (known are %s)%s", key.Value, strings.Join(names, ", "), diag.DidYouMean(key.Value, names))
		default:
			known[at].read(resolve(n.Content[i+1]))
		}
		seen[key.Value] = key
	}
}

// text returns what reads a text that is not empty.
func (r *reader) text(to *string) func(*yaml.Node) {
	return func(n *yaml.Node) {
		if formOf(n) != text || isNull(n) || strings.TrimSpace(n.Value) == "" {
			r.error(n, "expected a text")
			return
		}
		*to = n.Value
	}
}

// flag returns what reads true or false.
func (r *reader) flag(to *bool) func(*yaml.Node) {
	return func(n *yaml.Node) {
		if n.Kind != yaml.ScalarNode || n.Decode(to) != nil {
			r.error(n, "expected true or false")
		}
	}
}

func (r *reader) policies(n *yaml.Node) {
	if n.Kind != yaml.SequenceNode {
		r.error(n, "\"policy\" takes a list, and this is %s", formOf(n))
		return
	}
	for _, item := range n.Content {
		r.policy(resolve(item))
	}
}

// policy reads one entry and says what is missing in it.
func (r *reader) policy(n *yaml.Node) {
	p := Policy{Pos: r.pos(n)}
	before := r.diags.Len()
	r.fields(n, []field{
		{"rule", r.text(&p.Rule)}, {"path", r.text(&p.Path)}, {"namespace", r.text(&p.Namespace)}, {"root", r.text(&p.Root)},
		{"level", r.text(&p.Level)}, {"ignore", r.flag(&p.Ignore)}, {"reason", r.text(&p.Reason)},
	})
	switch {
	case r.diags.Len() > before:
		return // what is missing is there, and wrong
	case p.Rule+p.Path+p.Namespace+p.Root == "":
		r.error(n, "the entry fits everything; give it a rule, a path, a namespace or a root")
	case p.Ignore == (p.Level != ""):
		r.error(n, "the entry needs either a level or \"ignore: true\"")
	case p.Level != "" && !slices.Contains(levels, p.Level):
		r.error(n, "there is no level %q (known are %s)%s", p.Level, strings.Join(levels, ", "), diag.DidYouMean(p.Level, levels))
	case p.Reason == "":
		r.error(n, "the entry has no reason")
	}
	r.config.Diff.Policy = append(r.config.Diff.Policy, p)
}
