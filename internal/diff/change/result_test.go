package change_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/wbxgen/wbxgen/internal/diff/change"
	"github.com/wbxgen/wbxgen/internal/xsd"
)

// made makes a change of an element at a path, reached as the entries say: an
// operation and > for its request, < for its response, ~ before it for a way
// by xsi:type alone.
func made(id change.ID, path string, s change.Severity, reached ...string) change.Change {
	c := change.Change{
		ID: id, Severity: s, Component: change.Component{Kind: xsd.KindElement, Name: xsd.QName{Space: "urn:a", Local: "t"}, Path: path, Label: "a:t"},
		Old: &change.Value{Text: "old", Key: "old"}, New: &change.Value{Text: "new", Key: "new"},
	}
	for _, r := range reached {
		name, via := strings.CutPrefix(r, "~")
		d := change.Request
		if strings.HasSuffix(name, "<") {
			d = change.Response
		}
		c.Operations = append(c.Operations, change.Reach{Operation: name[:len(name)-1], Service: "s", Direction: d, Way: path, Count: 1, ViaType: via})
	}
	return c
}

func levels(request, response, strict change.Level) change.Severity {
	return change.Severity{Request: request, Response: response, Strict: strict, Go: change.GoMinor}
}

const (
	none, info, risk, breaks = change.None, change.Info, change.Risk, change.Break
)

func version(label string) change.Version {
	return change.Version{Label: label, Digest: func() string { return label }}
}

// paths lists the changes of a result, in its order.
func paths(r *change.Result) string {
	var list []string
	for _, c := range r.Changes {
		list = append(list, c.Component.Path)
	}
	return strings.Join(list, " ")
}

func verdicts(list []change.Verdict) string {
	var out []string
	for _, v := range list {
		out = append(out, fmt.Sprintf("%s %s/%s/%s x%d", v.Operation, v.Request, v.Response, v.Strict, v.Changes))
	}
	return strings.Join(out, ", ")
}

// sample has a change of each level, on three operations.
func sample() *change.Result {
	return change.NewResult(version("1"), version("2"), []change.Verdict{{Operation: "Set", Service: "s"}, {Operation: "Get", Service: "s"}, {Operation: "Del", Service: "s"}}, []change.Change{
		made(change.ElementAddedOptional, "info", levels(info, info, breaks), "Get>", "Get<"),
		made(change.ElementRemovedRequired, "break", levels(breaks, info, risk), "Get>", "Set<"),
		made(change.DocumentationChanged, "none", levels(none, none, none), "Set>"),
		made(change.ElementMoved, "risk", levels(risk, none, none), "Set>", "~Del>"),
	})
}

func TestChangesComeTheWorstFirst(t *testing.T) {
	r := sample()
	if got := paths(r); got != "break risk info none" {
		t.Errorf("got %s", got)
	}
	if got := verdicts(r.Operations); got != "Del none/none/none x0, Get break/info/break x3, Set risk/info/risk x2" {
		t.Errorf("operations: %s", got)
	}
	if r.Worst(false) != breaks || r.Worst(true) != breaks || r.Identical() {
		t.Errorf("worst are %s and %s", r.Worst(false), r.Worst(true))
	}
	r.Changes[0].Accepted = &change.Acceptance{By: "x"}
	if r.Worst(false) != risk || r.Worst(true) != breaks {
		t.Errorf("with the first one accepted, worst are %s and %s", r.Worst(false), r.Worst(true))
	}
}

func TestSummaryCounts(t *testing.T) {
	r := sample()
	if got, want := r.Summary(false), (change.Summary{Changes: 4, Breaks: 1, Risks: 1, Infos: 1, Nones: 1, Touched: 2, Untouched: 1, Go: change.GoMinor}); got != want {
		t.Errorf("got %+v, want %+v", got, want)
	}
	if got := r.Summary(true); got.Breaks != 2 || got.Infos != 0 {
		t.Errorf("strict readers: %+v", got)
	}
	r.Go = &change.GoVerdict{Step: change.GoPatch}
	if got := r.Summary(false).Go; got != change.GoPatch {
		t.Errorf("planned code counts before the rules: %s", got)
	}
}

// TestFingerprintsTellChangesApart: by rule, component and values, and where
// those are the same, by place.
func TestFingerprintsTellChangesApart(t *testing.T) {
	base := made(change.ElementMoved, "p", levels(info, info, info), "Get>")
	other := func(f func(*change.Change)) change.Change {
		c := made(change.ElementMoved, "p", levels(info, info, info), "Get>")
		f(&c)
		return c
	}
	one := func(c change.Change) string {
		return change.NewResult(version("1"), version("2"), nil, []change.Change{c}).Changes[0].Fingerprint
	}
	want := one(base)
	if len(want) != 12 {
		t.Errorf("got %q", want)
	}
	for name, c := range map[string]change.Change{
		"rule":  other(func(c *change.Change) { c.ID = change.ElementRenamed }),
		"path":  other(func(c *change.Change) { c.Component.Path = "q" }),
		"name":  other(func(c *change.Change) { c.Component.Name.Local = "u" }),
		"old":   other(func(c *change.Change) { c.Old.Key = "x" }),
		"new":   other(func(c *change.Change) { c.New = nil }),
		"moved": other(func(c *change.Change) { c.Old.Key, c.New.Key = "ol", "dnew" }),
	} {
		if one(c) == want {
			t.Errorf("%s does not count", name)
		}
	}
	for name, c := range map[string]change.Change{
		"wording":  other(func(c *change.Change) { c.Old.Text = "another" }),
		"severity": other(func(c *change.Change) { c.Severity = levels(breaks, breaks, breaks) }),
		"prefix":   other(func(c *change.Change) { c.Component.Label = "b:t" }),
		"place":    other(func(c *change.Change) { c.Operations = nil }),
	} {
		if one(c) != want {
			t.Errorf("%s counts", name)
		}
	}
	twins := change.NewResult(version("1"), version("2"), nil, []change.Change{base, other(func(c *change.Change) { c.Operations = nil }), base}).Changes
	seen := map[string]bool{want: true}
	for _, c := range twins {
		if seen[c.Fingerprint] {
			t.Errorf("%s is taken", c.Fingerprint)
		}
		seen[c.Fingerprint] = true
	}
}

// TestLevelsAreThoseOfWhatIsReached: what no operation shows is no more than
// worth knowing, and xsi:type raises nothing.
func TestLevelsAreThoseOfWhatIsReached(t *testing.T) {
	for _, c := range []struct {
		name    string
		reached []string
		want    change.Severity
	}{
		{"nowhere", nil, levels(info, info, info)},
		{"requests", []string{"Get>"}, levels(breaks, none, none)},
		{"responses", []string{"Get<"}, levels(none, breaks, breaks)},
		{"both", []string{"Get>", "Get<"}, levels(breaks, breaks, breaks)},
		{"by xsi:type", []string{"~Get>", "Get<"}, levels(none, breaks, breaks)},
	} {
		one := made(change.ElementMoved, "p", levels(breaks, breaks, breaks), c.reached...)
		if one.Limit(); one.Severity != c.want {
			t.Errorf("%s: got %v, want %v", c.name, one.Severity, c.want)
		}
	}
	whole := made(change.OperationRemoved, "", levels(breaks, none, none))
	whole.Site.Whole = true
	if whole.Limit(); whole.Severity.Request != breaks {
		t.Error("what is about an operation itself is lowered")
	}
}

func TestReasonsAreThoseOfRisks(t *testing.T) {
	at := func(s change.Severity) change.Reason {
		c := made(change.ElementMoved, "p", s, "Get>", "Get<", "~Del<")
		c.Reason = change.DataLoss
		out := change.NewResult(version("1"), version("2"), nil, []change.Change{c}).Changes[0]
		if o := out.Operations; out.LevelIn(o[0]) != s.Request || out.LevelIn(o[1]) != s.Response || out.LevelIn(o[2]) != none {
			t.Errorf("levels of operations are %s, %s and %s", out.LevelIn(o[0]), out.LevelIn(o[1]), out.LevelIn(o[2]))
		}
		return out.Reason
	}
	for want, list := range map[change.Reason][]change.Severity{
		change.DataLoss: {levels(risk, none, none), levels(breaks, risk, risk), levels(none, info, risk)},
		"":              {levels(breaks, none, none), levels(info, info, info)},
	} {
		for _, s := range list {
			if got := at(s); got != want {
				t.Errorf("%v: got %q, want %q", s, got, want)
			}
		}
	}
}

func TestReasonOfAChangeOrOfItsRule(t *testing.T) {
	c := made(change.ElementMoved, "p", levels(info, info, info))
	if rule, _ := change.RuleByID(change.ElementMoved); c.Why() != rule.Why || c.Why() == "" {
		t.Errorf("got %q", c.Why())
	}
	if c.Because = "so"; c.Why() != "so" {
		t.Errorf("got %q", c.Why())
	}
	if c.Component.String() != "{urn:a}t/p" || c.Component.Display() != "a:t/p" {
		t.Errorf("got %s, %s", c.Component, c.Component.Display())
	}
}

// TestFilterKeepsWhatItSays has a filter of each kind, and what it leaves.
func TestFilterKeepsWhatItSays(t *testing.T) {
	for _, c := range []struct {
		name   string
		filter change.Filter
		want   string // paths
		hidden int
		get    string // the verdict on Get
	}{
		{"all", change.Filter{}, "break risk info none", 0, "break/info/break x3"},
		{"by level", change.Filter{Level: risk}, "break risk", 2, "break/none/none x1"},
		{"by level of strict readers", change.Filter{Level: breaks, Strict: true}, "break info", 2, "break/info/break x3"},
		{"requests", change.Filter{Directions: []change.Direction{change.Request}}, "break risk info none", 0, "break/none/none x2"},
		{"responses", change.Filter{Directions: []change.Direction{change.Response}}, "info break", 2, "none/info/break x1"},
		{"an operation", change.Filter{Operation: "Get"}, "break info", 2, "break/info/break x3"},
		{"an operation of a service", change.Filter{Operation: "s.G*"}, "break info", 2, "break/info/break x3"},
		{"an operation of no such service", change.Filter{Operation: "t.G*"}, "", 4, "none/none/none x0"},
		{"a namespace", change.Filter{Namespace: "urn:a"}, "break risk info none", 0, "break/info/break x3"},
		{"another namespace", change.Filter{Namespace: "urn:b"}, "", 4, "none/none/none x0"},
		{"another level", change.Filter{Severity: map[change.ID]change.Level{change.ElementRemovedRequired: none}}, "risk info break none", 0, "info/info/break x2"},
		{"and a least one", change.Filter{Level: risk, Severity: map[change.ID]change.Level{change.ElementRemovedRequired: none}}, "risk", 3, "none/none/none x0"},
	} {
		before := sample()
		r, err := c.filter.Apply(before)
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		if got := paths(r); got != c.want || r.Hidden != c.hidden {
			t.Errorf("%s: got %q and %d hidden, want %q and %d", c.name, got, r.Hidden, c.want, c.hidden)
		}
		if got := verdicts(r.Operations[1:2]); got != "Get "+c.get {
			t.Errorf("%s: got %s, want Get %s", c.name, got, c.get)
		}
		if paths(before) != "break risk info none" || len(before.Changes[0].Operations) != 2 || before.Changes[0].Severity.Request != breaks {
			t.Errorf("%s: what it was applied to has changed", c.name)
		}
	}
}

func TestFilterDropsWitnessesOfOtherDirections(t *testing.T) {
	r := sample()
	r.Changes[0].Witnesses = []change.Witness{{Direction: change.Request}, {Direction: change.Response}}
	got, err := change.Filter{Directions: []change.Direction{change.Response}, Operation: "Set"}.Apply(r)
	if err != nil || len(got.Changes) != 1 {
		t.Fatal(got, err)
	}
	if w := got.Changes[0].Witnesses; len(w) != 1 || w[0].Direction != change.Response || len(r.Changes[0].Witnesses) != 2 {
		t.Errorf("got %v", w)
	}
}

func TestFilterThatNamesNothing(t *testing.T) {
	operations, spaces := []change.Reach{{Operation: "GetSite", Service: "site"}}, []string{"urn:site"}
	for _, c := range []struct {
		filter change.Filter
		want   string
	}{
		{change.Filter{}, ""},
		{change.Filter{Operation: "Get*", Namespace: "urn:site"}, ""},
		{change.Filter{Operation: "site.*"}, ""},
		{change.Filter{Operation: "GetSit"}, `no operation matches "GetSit"; did you mean "GetSite"?`},
		{change.Filter{Namespace: "urn:sit"}, `no document has the namespace "urn:sit"; did you mean "urn:site"?`},
	} {
		got := ""
		if err := c.filter.CheckNames(operations, spaces); err != nil {
			got = err.Error()
		}
		if got != c.want {
			t.Errorf("%+v: got %q, want %q", c.filter, got, c.want)
		}
	}
	for _, f := range []change.Filter{{Operation: "["}, {Severity: map[change.ID]change.Level{"element-mooved": info}}} {
		if _, err := f.Apply(sample()); err == nil {
			t.Errorf("%+v has no error", f)
		}
	}
}

// TestChainDatesWhatItFinds: a direct change is dated by the step that did the
// same, else by the last one at the same component.
func TestChainDatesWhatItFinds(t *testing.T) {
	step := func(from, to string, list ...change.Change) *change.Result {
		return change.NewResult(version(from), version(to), nil, list)
	}
	at := func(id change.ID, path string) change.Change {
		return made(id, path, levels(info, info, info), "Get>")
	}
	c := change.NewChain([]*change.Result{
		step("1", "2", at(change.ElementAddedOptional, "same"), at(change.ElementAddedOptional, "flap"), at(change.MinOccursIncreased, "near")),
		step("2", "3", at(change.ElementRemovedOptional, "flap"), at(change.MaxOccursIncreased, "near"), at(change.NillableAdded, "same")),
	}, step("1", "3", at(change.ElementAddedOptional, "same"), at(change.ElementBecameRepeated, "near"), at(change.ElementMoved, "never")))
	dated := map[string]string{}
	for _, d := range c.Direct.Changes {
		dated[d.Component.Path] = d.IntroducedIn
	}
	if dated["same"] != "2" || dated["near"] != "3" || dated["never"] != "" {
		t.Errorf("dates are %v", dated)
	}
	var labels, composed []string
	for _, v := range c.Versions {
		labels = append(labels, v.Label)
	}
	for _, p := range c.Compose() {
		composed = append(composed, fmt.Sprintf("%s %d %d %v", p.Component.Path, len(p.Steps), len(p.Direct), p.Flap()))
	}
	if !slices.Equal(labels, []string{"1", "2", "3"}) || !slices.Equal(composed, []string{"flap 2 0 true", "near 2 1 false", "never 0 1 false", "same 2 1 false"}) {
		t.Errorf("got %v, %v", labels, composed)
	}
}

// TestMatrixHasARowForEachThing: what came, changed and went in which version.
func TestMatrixHasARowForEachThing(t *testing.T) {
	value := func(id change.ID, v string) change.Change {
		c := made(id, "e", levels(risk, info, info), "Get>", "~Del>")
		c.Old, c.New = &change.Value{Text: v, Key: v}, &change.Value{Text: v, Key: v}
		return c
	}
	one := func(id change.ID, path string, s change.Severity) change.Change { return made(id, path, s, "Get>") }
	some := levels(info, info, info)
	c := change.NewChain([]*change.Result{
		change.NewResult(version("1"), version("2"), nil, []change.Change{one(change.ElementAddedOptional, "a", some), value(change.EnumValueAdded, "X"), one(change.DocumentationChanged, "d", levels(none, none, none))}),
		change.NewResult(version("2"), version("3"), nil, []change.Change{one(change.ElementBecameRequired, "a", some), one(change.ElementRemovedRequired, "b", some), one(change.ElementMoved, "b", some), value(change.EnumValueRemoved, "X")}),
		change.NewResult(version("3"), version("4"), nil, []change.Change{one(change.ElementRemovedRequired, "a", some), one(change.MinOccursIncreased, "c", some), one(change.MaxOccursDecreased, "c", some)}),
	}, change.NewResult(version("1"), version("4"), nil, nil))
	var rows []string
	for _, r := range c.Matrix() {
		row := r.Operation + "/" + r.Path + " " + r.Value
		for _, e := range r.Events {
			row += fmt.Sprintf(" %s:%s:%d", e.Version, e.Event, len(e.Rules))
		}
		rows = append(rows, row)
	}
	want := []string{
		"Get/a  2:introduced:1 3:changed:1 4:removed:1", "Get/b  3:changed:2", "Get/c  4:changed:2", "Get/e X 2:introduced:1 3:removed:1",
	}
	if !slices.Equal(rows, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(rows, "\n"), strings.Join(want, "\n"))
	}
}

func TestWordsOfLevels(t *testing.T) {
	for l := none; l <= breaks; l++ {
		text, _ := l.MarshalText()
		if got, err := change.ParseLevel(string(text)); err != nil || got != l {
			t.Errorf("%s is read as %s, %v", text, got, err)
		}
	}
	if _, err := change.ParseLevel("Break"); err == nil {
		t.Error("a level in capitals is read")
	}
	a, b := levels(breaks, info, risk), levels(info, risk, risk)
	b.Go = change.GoMajor
	if got, want := a.Merge(b), (change.Severity{Request: breaks, Response: risk, Strict: risk, Go: change.GoMajor}); got != want || b.Merge(a) != want {
		t.Errorf("merged to %v", got)
	}
	if b.Wire(false) != risk || levels(none, info, breaks).Wire(false) != info || levels(none, info, breaks).Wire(true) != breaks {
		t.Error("strict readers count where nobody asked, or do not where somebody did")
	}
}

// TestReachesAreInOrder: what all operations share first, then by name.
func TestReachesAreInOrder(t *testing.T) {
	in := func(o, s string, d change.Direction) change.Reach {
		return change.Reach{Operation: o, Service: s, Direction: d}
	}
	want := []change.Reach{
		in(change.AllOperations, "", change.Response), in("!", "", change.Request), in("A", "a", change.Response),
		in("A", "b", change.Request), in("A", "b", change.Response), in("B", "a", change.Request),
	}
	got := slices.Clone(want)
	slices.Reverse(got)
	if slices.SortFunc(got, change.Reach.Compare); !slices.Equal(got, want) {
		t.Errorf("got %v", got)
	}
	for _, c := range [][3]string{{"", "", ""}, {"a", "", "a"}, {"", "b", "b"}, {"a", "b", "a/b"}} {
		if got := change.JoinSteps(c[0], c[1]); got != c[2] {
			t.Errorf("%q and %q: got %q", c[0], c[1], got)
		}
	}
}

// TestRulesExplainThemselves: each has an example in which something differs,
// with no common margin, and its name has an area and an action.
func TestRulesExplainThemselves(t *testing.T) {
	for _, r := range change.Rules() {
		if r.Area() == "" || r.Action() == "" || !strings.HasPrefix(string(r.ID), r.Area()+"-") || !strings.HasSuffix(string(r.ID), "-"+r.Action()) {
			t.Errorf("%s: area %q, action %q", r.ID, r.Area(), r.Action())
		}
		e, ok := r.Example()
		lines := strings.Split(strings.TrimSuffix(e.Before+e.After, "\n"), "\n")
		indented := !slices.ContainsFunc(lines, func(l string) bool { return l != "" && l[0] != ' ' })
		if !ok || e.Title == "" || e.Before == e.After && e.Old != e.New || indented {
			t.Errorf("%s: %q before\n%safter\n%s", r.ID, e.Title, e.Before, e.After)
		}
		if s := r.Severity; (s.Request >= risk || s.Response >= risk) && r.Advice() == "" {
			t.Errorf("%s: no advice", r.ID)
		}
		if change.RuleOf(r.ID).ID != r.ID {
			t.Errorf("%s is not found", r.ID)
		}
	}
}

// TestExampleShowsWhatDiffers, and a line before and after it.
func TestExampleShowsWhatDiffers(t *testing.T) {
	r, _ := change.RuleByID(change.ElementRemovedRequired)
	e, _ := r.Example()
	if strings.Count(e.Before, "\n") != strings.Count(e.After, "\n")+1 || !strings.Contains(e.Before, `name="b"`) || strings.Contains(e.After, `name="b"`) {
		t.Errorf("before\n%safter\n%s", e.Before, e.After)
	}
}

// TestALevelIsSetWhereAChangeShows: in the directions of its operations, not of
// those that only xsi:type leads to; in both where it shows nowhere.
func TestALevelIsSetWhereAChangeShows(t *testing.T) {
	for name, c := range map[string]struct {
		reached []string
		want    change.Severity
	}{
		"request":             {[]string{"Get>"}, levels(breaks, info, info)},
		"response":            {[]string{"Get<"}, levels(info, breaks, breaks)},
		"both":                {[]string{"Get>", "Get<"}, levels(breaks, breaks, breaks)},
		"several":             {[]string{"Get>", "Set>"}, levels(breaks, info, info)},
		"nowhere":             {nil, levels(breaks, breaks, breaks)},
		"by xsi:type":         {[]string{"~Get>"}, levels(info, info, info)},
		"by xsi:type and not": {[]string{"~Get>", "Get<"}, levels(info, breaks, breaks)},
	} {
		one := made(change.ElementMoved, "p", levels(info, info, info), c.reached...)
		if one.Relevel(breaks); one.Severity != c.want {
			t.Errorf("%s: the levels are %v, want %v", name, one.Severity, c.want)
		}
	}
}
