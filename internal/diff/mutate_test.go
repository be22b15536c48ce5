package diff_test

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	webexprofile "github.com/wbxgen/wbxgen/internal/profile/webex"

	"github.com/wbxgen/wbxgen/internal/diff"
	"github.com/wbxgen/wbxgen/internal/diff/change"
	"github.com/wbxgen/wbxgen/internal/diff/pairs"
	"github.com/wbxgen/wbxgen/internal/judge"
	"github.com/wbxgen/wbxgen/internal/project"
	"github.com/wbxgen/wbxgen/internal/source"
	"github.com/wbxgen/wbxgen/internal/xsd/compile"
)

// mutator makes one change to a document of a release. Its mirror is tested
// with it, on the way back.
type mutator struct {
	id change.ID // the rule that must show, once
	// besides are rules that show as consequences.
	besides []change.ID
	// docs asks for documentation to be compared.
	docs bool
	// rare is set where the documents of the usual run may lack the construct.
	rare bool
	// change edits the document; false where it finds nothing to edit.
	change func(r *mutation, doc *xmlElement) bool
}

// mutation is the making of one change to the documents of a release.
type mutation struct {
	*rand.Rand
	from documents // as they were released
	// old and new are the documents that each version has in place of those.
	old, new documents
}

// edit returns a document that may be edited.
func (r *mutation) edit(name string) *xmlElement {
	if r.new[name] == nil {
		r.new[name] = r.from[name].clone()
	}
	return r.new[name]
}

// agree makes what has been edited so far a part of the old version too: the
// releases lack it, and it is to be changed.
func (r *mutation) agree() {
	for name, d := range r.new {
		r.old[name] = d.clone()
	}
}

// pick returns an element that fits, with its parent; nil where none does.
func (r *mutation) pick(doc *xmlElement, fits func(e, parent *xmlElement) bool) (e, parent *xmlElement) {
	found, parents := doc.all(fits)
	if len(found) == 0 {
		return nil, nil
	}
	i := r.IntN(len(found))
	return found[i], parents[i]
}

// editing is a mutator for elements that fit.
func editing(id change.ID, fits func(e, parent *xmlElement) bool, change func(r *mutation, e, parent *xmlElement)) mutator {
	return mutator{id: id, change: func(r *mutation, doc *xmlElement) bool {
		e, parent := r.pick(doc, fits)
		if e == nil {
			return false
		}
		change(r, e, parent)
		return true
	}}
}

// whole is a mutator for a whole document.
func whole(id change.ID, change func(r *mutation, doc *xmlElement)) mutator {
	return mutator{id: id, change: func(r *mutation, doc *xmlElement) bool {
		change(r, doc)
		return true
	}}
}

// with adds the rules that show besides.
func (m mutator) with(besides ...change.ID) mutator {
	m.besides = besides
	return m
}

var mutators = slices.Concat(operationMutators, elementMutators, contentMutators, attributeMutators, valueMutators, typeMutators, documentationMutators, foundMutators)

// withMutator are the rules of the mutators that every run tries.
func withMutator() []change.ID {
	var ids []change.ID
	for _, m := range mutators {
		if !m.rare && !slices.Contains(ids, m.id) {
			ids = append(ids, m.id)
		}
	}
	return ids
}

func TestEveryRuleHasAMutator(t *testing.T) {
	have := map[string]bool{}
	for _, m := range mutators {
		r, ok := change.RuleByID(m.id)
		if !ok {
			t.Errorf("%s is no rule", m.id)
		}
		have[string(m.id)], have[string(r.Mirror)] = true, true
	}
	for _, id := range change.RuleIDs() {
		if !have[id] {
			t.Errorf("%s needs a mutator, of itself or of its mirror", id)
		}
	}
}

// TestMutations makes one change at a time to the documents of the releases
// and expects the one finding that tells of it, complete, with its mirror on
// the way back and a proof of each break.
func TestMutations(t *testing.T) {
	shown := map[string]int{}
	from := &originals{t, map[string]string{}, map[string]*diff.Side{}, map[string]map[string]string{}}
	rounds, all := long(100, 1_000), 0
	for seed := 0; (all < rounds || len(shown) < len(withMutator())) && seed < 4*rounds; seed++ {
		m := mutators[seed%len(mutators)]
		if all >= rounds && shown[string(m.id)] > 0 || m.rare && os.Getenv("WBXGEN_LONG") == "" {
			continue
		}
		t.Run(fmt.Sprintf("%d %s", seed, m.id), func(t *testing.T) {
			if mutate(t, uint64(seed), m, from) {
				shown[string(m.id)]++
				all++
			}
		})
	}
	if all < rounds {
		t.Errorf("%d mutations, want %d", all, rounds)
	}
	for _, id := range withMutator() {
		if shown[string(id)] == 0 {
			t.Errorf("no document could be changed for %s", id)
		}
	}
	t.Logf("%d mutations in both directions of time", all)
}

// moreServices are the other documents that the patient run picks from.
var moreServices = []string{
	"service/session/session.xsd", "service/meetingtype/meetingtype.xsd", "service/training/trainingsession.xsd",
	"service/training/training_ims_qtiasiv1p2.xsd", "service/training/training_ims_qtiresv1p2.xsd",
	"service/supportsession/supportsession.xsd", "service/meeting/teleconferenceonly.xsd",
}

// mutated picks the document for a seed: the usual run keeps to few, because
// each has to be compiled with all that it imports.
func mutated(r *rand.Rand) (version, service string) {
	if os.Getenv("WBXGEN_LONG") != "" {
		all := append(services, moreServices...)
		return releases[r.IntN(len(releases))], all[r.IntN(len(all))]
	}
	return releases[len(releases)-1], services[r.IntN(5)]
}

func mutate(t *testing.T, seed uint64, m mutator, from *originals) bool {
	random := rand.New(rand.NewPCG(seed, 3))
	version, service := mutated(random)
	oldDir, old := from.get(version, service)
	r := &mutation{random, from.documents(version, service), documents{}, documents{}}
	if !m.change(r, r.edit(service)) {
		return false
	}
	if len(r.old) > 0 {
		if oldDir, old = from.edited(t, "old", version, service, r.old); old == nil {
			return false
		}
	}
	newDir, now := from.edited(t, "new", version, service, r.new)
	if now == nil {
		return false // the change contradicts the rest of the schema
	}
	o := diff.Options{Docs: m.docs}
	there, back := project.Compare(old, now, o), project.Compare(now, old, o)
	checkMutation(t, m, there)
	checkMirrorIDs(t, there, back)
	pairs.CheckNames(t, there, old, now)
	pairs.CheckNames(t, back, now, old)
	checkWitnesses(t, there, old, now)
	checkWitnesses(t, back, now, old)
	pairs.CheckAgreement(t, there, old, now)
	pairs.CheckAgreement(t, back, now, old)
	checkComplete(t, there, old, now)
	checkComplete(t, back, now, old)
	if seed%uint64(long(20, 5)) == 0 {
		xercesOn(t, there, back, [2]*diff.Side{old, now}, [2]string{oldDir, newDir})
	}
	return true
}

// originals are documents of releases as they are, each compiled once.
type originals struct {
	t     *testing.T // whose folders last for all mutations
	dirs  map[string]string
	sides map[string]*diff.Side
	texts map[string]map[string]string // by file name
}

func (o *originals) documents(version, service string) documents {
	return releaseSet(o.t, version, service)
}

// get returns a document with all that it imports, as a folder and compiled.
func (o *originals) get(version, service string) (string, *diff.Side) {
	key := version + "/" + service
	if o.sides[key] == nil {
		o.texts[key] = map[string]string{}
		for name, d := range o.documents(version, service) {
			o.texts[key][name] = d.String()
		}
		o.dirs[key] = writeTexts(o.t, o.texts[key])
		o.sides[key] = diff.NewSide("old", compiled(o.t, o.dirs[key]), webexprofile.Profile)
	}
	return o.dirs[key], o.sides[key]
}

// edited returns documents of which some have been edited, as a folder and
// compiled; no side where the schema is not valid.
func (o *originals) edited(t *testing.T, label, version, service string, docs documents) (string, *diff.Side) {
	t.Helper()
	texts := maps.Clone(o.texts[version+"/"+service])
	for name, d := range docs {
		texts[name] = d.String()
	}
	dir := writeTexts(t, texts)
	set, err := source.Open(dir, source.Options{})
	if err != nil {
		t.Fatal(err)
	}
	s, diags := compile.Compile(set, compile.Options{})
	if diags.HasErrors() {
		if os.Getenv("WBXGEN_LONG") == "" && testing.Verbose() {
			t.Log(diags)
		}
		return dir, nil
	}
	return dir, diff.NewSide(label, s, webexprofile.Profile)
}

// checkMutation checks that a result tells of the change once, and of nothing
// but its consequences.
func checkMutation(t *testing.T, m mutator, r *change.Result) {
	t.Helper()
	got := map[string]int{}
	for _, c := range r.Changes {
		got[string(c.ID)]++
	}
	if got[string(m.id)] != 1 {
		t.Errorf("got %v", ids(r))
	}
	delete(got, string(m.id))
	for _, b := range m.besides {
		delete(got, string(b))
	}
	if len(got) > 0 {
		t.Errorf("got %v besides %s:\n%s", slices.Sorted(maps.Keys(got)), m.id, pairs.Describe(r))
	}
}

// xercesOn asks Xerces about the breaks on the way there and back, where there is
// one: about their witnesses, and about random documents that go where the change
// is.
func xercesOn(t *testing.T, there, back *change.Result, sides [2]*diff.Side, dirs [2]string) {
	t.Helper()
	t.Run("Xerces", func(t *testing.T) {
		jvm := judge.Xerces(t)
		var judges [2]pairs.Judges
		for i, dir := range dirs {
			s, err := jvm.CompileSet(filepath.Clean(dir))
			if err != nil {
				t.Fatal(err)
			}
			judges[i] = pairs.Judges{Own: s, Across: s}
		}
		checkByChance(t, there, pairs.NewChance(sides[0], sides[1], judges, long(3, 50)))
		checkByChance(t, back, pairs.NewChance(sides[1], sides[0], [2]pairs.Judges{judges[1], judges[0]}, long(3, 50)))
	})
}

func checkByChance(t *testing.T, r *change.Result, chance *pairs.Chance) {
	t.Helper()
	var all pairs.Tally
	for i := range r.Changes {
		all.Add(chance.Check(t, &r.Changes[i]))
	}
	t.Log(all)
	for _, note := range all.Notes {
		t.Log("all valid: ", note)
	}
}

// own returns a name with the prefix that a document has for its namespace.
func (e *xmlElement) own(name string) string {
	for _, a := range e.attrs {
		if p, ok := strings.CutPrefix(a[0], "xmlns:"); ok && a[1] == e.get("targetNamespace") {
			return p + ":" + name
		}
	}
	return name
}

// named returns the global component with that name.
func (e *xmlElement) named(name string) *xmlElement {
	i := slices.IndexFunc(e.kids, func(k *xmlElement) bool { return k.get("name") == name })
	if i < 0 {
		return nil
	}
	return e.kids[i]
}

// add puts children at the end.
func (e *xmlElement) add(kids ...*xmlElement) { e.kids = append(e.kids, kids...) }

// tag returns an element of the schema language, with attributes given as
// name and value in turn.
func tag(local string, attrs ...string) *xmlElement {
	e := &xmlElement{name: "xsd:" + local}
	for i := 0; i+1 < len(attrs); i += 2 {
		e.set(attrs[i], attrs[i+1])
	}
	return e
}

// of returns the element with children.
func (e *xmlElement) of(kids ...*xmlElement) *xmlElement {
	e.add(kids...)
	return e
}

// flipCase writes the first letter in the other case.
func flipCase(s string) string {
	for i, c := range s {
		switch {
		case c >= 'a' && c <= 'z':
			return s[:i] + string(c-32) + s[i+1:]
		case c >= 'A' && c <= 'Z':
			return s[:i] + string(c+32) + s[i+1:]
		}
	}
	return s
}
