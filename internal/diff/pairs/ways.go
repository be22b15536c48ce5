package pairs

import (
	"slices"
	"strings"
	"testing"

	"github.com/wbxgen/wbxgen/internal/diff"
	"github.com/wbxgen/wbxgen/internal/diff/change"
	"github.com/wbxgen/wbxgen/internal/inclusion"
	"github.com/wbxgen/wbxgen/internal/validate"
	"github.com/wbxgen/wbxgen/internal/xsd"
	"github.com/wbxgen/wbxgen/internal/xsd/content"
)

// checkWays checks that the version of which a way is said has each of its steps.
func checkWays(t *testing.T, c *change.Change, old, now *diff.Side) {
	t.Helper()
	if c.Site.Whole {
		return
	}
	for _, r := range c.Operations {
		side := now
		if r.InOld {
			side = old
		}
		at := startsOf(side, r)
		for step := range strings.SplitSeq(c.Path(r), "/") {
			if step != "" && !(step == "*" || step == "@*") {
				at = into(side.Schema, at, step)
			}
		}
		if len(at) == 0 {
			t.Errorf("%s at %s: %s has no %s in the %s of %s", c.ID, c.Component, side.Label, c.Path(r), r.Direction, r.Operation)
		}
	}
}

// startsOf returns the types of what a request, response or document starts with.
func startsOf(s *diff.Side, r change.Reach) []xsd.Type {
	var list []xsd.Type
	for _, op := range s.Operations {
		if op.Name == r.Operation && op.Service == r.Service {
			m := op.Request
			if r.Direction == change.Response {
				m = op.Response
			}
			list = append(list, m.Type)
		}
	}
	for _, e := range s.Schema.Elements() {
		if s.RootName(e) == r.Operation {
			list = append(list, e.Type)
		}
	}
	if len(list) == 0 { // by another name in the other version
		for _, e := range s.Schema.Elements() {
			list = append(list, e.Type)
		}
	}
	return list
}

// into returns the types of what a step leads to from some types, those that can
// stand in their place included.
func into(s *xsd.Schema, from []xsd.Type, step string) []xsd.Type {
	seen, to := map[xsd.Type]bool{}, []xsd.Type{}
	var all func(t xsd.Type)
	all = func(t xsd.Type) {
		if t == nil || seen[t] {
			return
		}
		seen[t] = true
		for _, d := range s.Derived(t) {
			all(d)
		}
		ct, ok := t.(*xsd.ComplexType)
		if !ok {
			return
		}
		for _, u := range ct.AttributeUses {
			if step == "@"+u.Decl.Name.Local {
				to = append(to, u.Decl.Type)
			}
		}
		to = append(to, letIn(s, ct, step)...)
		content.Tree(ct.Content.Particle).Elements(func(k *content.Node) {
			for _, e := range s.Substitutes(k.Elem) {
				if e.Name.Local == step {
					to = append(to, e.Type)
				}
			}
			if k.Elem.Name.Local == step { // also one that is abstract
				to = append(to, k.Elem.Type)
			}
		})
	}
	for _, t := range from {
		all(t)
	}
	return to
}

// letIn returns the types of what wildcards of a type let in by a step.
func letIn(s *xsd.Schema, t *xsd.ComplexType, step string) []xsd.Type {
	var list []xsd.Type
	if name, ok := strings.CutPrefix(step, "@"); ok {
		for _, a := range s.Attributes() {
			if w := t.AttributeWildcard; a.Name.Local == name && w != nil && w.Process != xsd.Skip && w.Namespaces.Allows(a.Name.Space) {
				list = append(list, a.Type)
			}
		}
		return list
	}
	for _, w := range inclusion.Wildcards(content.Tree(t.Content.Particle)) {
		for _, e := range s.Elements() {
			if e.Name.Local == step && w.Process != xsd.Skip && w.Namespaces.Allows(e.Name.Space) {
				list = append(list, e.Type)
			}
		}
	}
	return list
}

// CheckAgreement checks that the first thing which is wrong with a witness is at
// the change that it proves: at its element or within, or in the content of the
// element around it.
func CheckAgreement(t *testing.T, r *change.Result, old, now *diff.Side) {
	t.Helper()
	judges := map[string]*validate.Validator{old.Label: validate.New(old.Schema, validate.Options{}), now.Label: validate.New(now.Schema, validate.Options{})}
	for i := range r.Changes {
		c := &r.Changes[i]
		for _, w := range c.Witnesses {
			problems := judges[w.InvalidUnder].ValidateBytes([]byte(w.XML), "").Problems
			if len(problems) == 0 {
				t.Errorf("%s at %s: the witness is valid", c.ID, c.Component)
				continue
			}
			if p := problems[0]; !agrees(c, w, p) {
				t.Errorf("%s at %s, %s: the first error is at %s: %s [%s]\n%s", c.ID, c.Component, w.Direction, p.Path, p.Message, p.Code, w.XML)
			}
		}
	}
}

// agrees reports whether a problem is about a change.
func agrees(c *change.Change, w change.Witness, p validate.Problem) bool {
	if c.Site.Whole || strings.HasPrefix(p.Code, "cvc-id") && strings.Contains(string(c.ID), "id") {
		return true
	}
	for _, r := range c.Operations {
		if r.Direction == w.Direction && (isAt(p, c.Path(r)) || r.Count > 1 && slices.ContainsFunc(c.Site.Holders, func(h change.Holder) bool { return isAt(p, h.Step) || isAt(p, h.OldStep) })) {
			return true
		}
	}
	return false
}

// isAt reports whether a problem is at the end of a way or within, or in the
// content of the element around it; of an attribute, whether it is named: an identifier
// has no name.
func isAt(p validate.Problem, way string) bool {
	place, attribute, _ := strings.Cut(way, "@")
	if attribute != "" && attribute != "*" && !strings.Contains(p.Message, attribute) && !strings.HasPrefix(p.Code, "cvc-id.") {
		return false
	}
	place, _, _ = strings.Cut(place, "*")
	if place = strings.TrimSuffix(place, "/"); place == "" || strings.Contains(p.Path+"/", "/"+place+"/") {
		return true
	}
	around := place[:max(strings.LastIndexByte(place, '/'), 0)]
	return attribute == "" && (around == "" || strings.HasSuffix(p.Path, "/"+around))
}
