package diff

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/wbxgen/wbxgen/internal/judge"
	"github.com/wbxgen/wbxgen/internal/operation"
	"github.com/wbxgen/wbxgen/internal/source"
	"github.com/wbxgen/wbxgen/internal/xsd/compile"
)

// mutator makes one change to a document of a release.
type mutator struct {
	id string // the rule that must show
	// besides are rules that may show as consequences.
	besides []string
	// change edits the document; false where it finds nothing to edit.
	change func(r mutation, doc *xmlElement) bool
}

// mutation is the randomness of one change.
type mutation struct{ *rand.Rand }

// pick returns an element that fits, with its parent; nil where none does.
func (r mutation) pick(doc *xmlElement, fits func(e, parent *xmlElement) bool) (e, parent *xmlElement) {
	found, parents := doc.all(fits)
	if len(found) == 0 {
		return nil, nil
	}
	i := r.IntN(len(found))
	return found[i], parents[i]
}

// inSequence fits local elements that stand in a sequence.
func inSequence(e, parent *xmlElement) bool {
	return e.local() == "element" && parent.local() == "sequence" && e.get("name") != "" && e.get("ref") == ""
}

func optional(e *xmlElement) bool { return e.get("minOccurs") == "0" }

func single(e *xmlElement) bool { return e.get("maxOccurs") == "" || e.get("maxOccurs") == "1" }

// editing is a mutator for elements that fit.
func editing(id string, fits func(e, parent *xmlElement) bool, change func(r mutation, e, parent *xmlElement)) mutator {
	return mutator{id: id, change: func(r mutation, doc *xmlElement) bool {
		e, parent := r.pick(doc, fits)
		if e == nil {
			return false
		}
		change(r, e, parent)
		return true
	}}
}

// insert puts a new element into a sequence.
func insert(id, occurs string) mutator {
	fits := func(e, parent *xmlElement) bool {
		return e.local() == "sequence" && slices.Contains([]string{"extension", "complexType"}, parent.local())
	}
	return editing(id, fits, func(r mutation, e, _ *xmlElement) {
		added := &xmlElement{name: "xsd:element", attrs: [][2]string{{"name", "zyxAddedZyx"}, {"type", "xsd:string"}, {"minOccurs", occurs}}}
		e.kids = slices.Insert(e.kids, r.IntN(len(e.kids)+1), added)
	})
}

// attribute puts a new attribute into a type.
func newAttribute(id, use string) mutator {
	fits := func(e, _ *xmlElement) bool {
		return e.local() == "complexType" && e.get("name") != "" && e.child("sequence") != nil
	}
	return editing(id, fits, func(_ mutation, e, _ *xmlElement) {
		e.kids = append(e.kids, &xmlElement{name: "xsd:attribute", attrs: [][2]string{{"name", "zyx"}, {"type", "xsd:string"}, {"use", use}}})
	})
}

func setting(name, value string) func(mutation, *xmlElement, *xmlElement) {
	return func(_ mutation, e, _ *xmlElement) { e.set(name, value) }
}

func enumerated(e, parent *xmlElement) bool {
	return e.local() == "enumeration" && len(parent.kids) > 2
}

func facet(name, value string) *xmlElement {
	return &xmlElement{name: "xsd:" + name, attrs: [][2]string{{"value", value}}}
}

// typedLocal fits elements of a built-in type without facets or a default.
func typedLocal(name string) func(e, parent *xmlElement) bool {
	return func(e, parent *xmlElement) bool {
		return inSequence(e, parent) && e.get("type") == name && e.get("default") == "" && e.get("fixed") == ""
	}
}

// globalType fits named complex types that are no requests or responses.
func innerType(e, parent *xmlElement) bool {
	return e.local() == "complexType" && parent.local() == "schema" && e.child("sequence") != nil && e.get("abstract") == ""
}

func request(e, parent *xmlElement) bool {
	c := e.child("complexContent")
	if e.local() != "complexType" || parent.local() != "schema" || c == nil || strings.HasSuffix(e.get("name"), "Response") {
		return false
	}
	x := c.child("extension")
	return x != nil && x.get("base") == "serv:bodyContentType" && parent.named(e.get("name")+"Response") != nil
}

// named returns the global component with that name.
func (e *xmlElement) named(name string) *xmlElement {
	i := slices.IndexFunc(e.kids, func(k *xmlElement) bool { return k.get("name") == name })
	if i < 0 {
		return nil
	}
	return e.kids[i]
}

// restrictTo gives an element of a built-in type a type in place.
func restrictTo(facets ...*xmlElement) func(mutation, *xmlElement, *xmlElement) {
	return func(_ mutation, e, _ *xmlElement) {
		base := e.get("type")
		e.unset("type")
		e.kids = append(e.kids, &xmlElement{name: "xsd:simpleType", kids: []*xmlElement{{name: "xsd:restriction", attrs: [][2]string{{"base", base}}, kids: facets}}})
	}
}

var mutators = []mutator{
	insert("element-added-optional", "0"),
	insert("element-added-required", "1"),
	editing("element-removed-optional", func(e, p *xmlElement) bool { return inSequence(e, p) && optional(e) && len(p.kids) > 2 }, func(_ mutation, e, p *xmlElement) { p.remove(e) }),
	editing("element-removed-required", func(e, p *xmlElement) bool {
		return inSequence(e, p) && e.get("minOccurs") == "" && !optional(p) && len(p.kids) > 2
	}, func(_ mutation, e, p *xmlElement) { p.remove(e) }),
	editing("element-renamed", inSequence, func(_ mutation, e, _ *xmlElement) { e.set("name", e.get("name")+"Zyx") }),
	editing("element-case-changed", inSequence, func(_ mutation, e, _ *xmlElement) { e.set("name", flipCase(e.get("name"))) }),
	editing("element-moved", func(e, p *xmlElement) bool {
		return inSequence(e, p) && len(p.kids) > 3 && p.index(e) == 0 && single(p)
	}, func(_ mutation, e, p *xmlElement) {
		p.remove(e)
		p.kids = append(p.kids, e)
	}),
	editing("element-became-optional", func(e, p *xmlElement) bool { return inSequence(e, p) && e.get("minOccurs") == "" && !optional(p) }, setting("minOccurs", "0")),
	editing("element-became-required", func(e, p *xmlElement) bool { return inSequence(e, p) && optional(e) && !optional(p) }, setting("minOccurs", "1")),
	editing("element-became-repeated", func(e, p *xmlElement) bool { return inSequence(e, p) && single(e) && single(p) }, setting("maxOccurs", "unbounded")),
	editing("element-became-single", func(e, p *xmlElement) bool { return inSequence(e, p) && !single(e) && single(p) }, setting("maxOccurs", "1")),
	editing("max-occurs-decreased", func(e, p *xmlElement) bool {
		return inSequence(e, p) && e.get("maxOccurs") == "unbounded" && single(p)
	}, setting("maxOccurs", "7")),
	editing("nillable-added", func(e, p *xmlElement) bool { return inSequence(e, p) && e.get("nillable") == "" }, setting("nillable", "true")),
	editing("element-form-changed", func(e, p *xmlElement) bool { return inSequence(e, p) && e.get("form") == "" }, setting("form", "unqualified")),
	newAttribute("attribute-added-optional", "optional"),
	newAttribute("attribute-added-required", "required"),
	editing("enum-value-removed", enumerated, func(_ mutation, e, p *xmlElement) { p.remove(e) }),
	editing("enum-value-added", func(e, _ *xmlElement) bool { return e.local() == "restriction" && e.child("enumeration") != nil }, func(_ mutation, e, _ *xmlElement) {
		e.kids = append(e.kids, facet("enumeration", "ZYX"))
	}),
	editing("enum-value-case-changed", func(e, p *xmlElement) bool {
		return e.local() == "enumeration" && flipCase(e.get("value")) != e.get("value") && !slices.ContainsFunc(p.kids, func(k *xmlElement) bool { return k.get("value") == flipCase(e.get("value")) })
	}, func(_ mutation, e, _ *xmlElement) { e.set("value", flipCase(e.get("value"))) }),
	editing("enum-dropped", func(e, _ *xmlElement) bool {
		return e.local() == "restriction" && e.child("enumeration") != nil
	}, func(_ mutation, e, _ *xmlElement) {
		e.kids = slices.DeleteFunc(e.kids, func(k *xmlElement) bool { return k.local() == "enumeration" })
	}),
	editing("enum-introduced", typedLocal("xsd:string"), restrictTo(facet("enumeration", "A"), facet("enumeration", "B"))),
	editing("facet-tightened", typedLocal("xsd:string"), restrictTo(facet("maxLength", "5"))),
	editing("type-widened", typedLocal("xsd:int"), setting("type", "xsd:long")),
	editing("type-narrowed", typedLocal("xsd:long"), setting("type", "xsd:int")),
	editing("type-incompatible", typedLocal("xsd:int"), setting("type", "xsd:date")),
	editing("default-added", typedLocal("xsd:string"), setting("default", "zyx")),
	editing("fixed-added", typedLocal("xsd:string"), setting("fixed", "zyx")),
	editing("white-space-changed", typedLocal("xsd:string"), setting("type", "xsd:token")),
	editing("mixed-added", innerType, setting("mixed", "true")),
	editing("variety-changed", typedLocal("xsd:int"), func(_ mutation, e, _ *xmlElement) {
		e.unset("type")
		e.kids = append(e.kids, &xmlElement{name: "xsd:simpleType", kids: []*xmlElement{{name: "xsd:list", attrs: [][2]string{{"itemType", "xsd:int"}}}}})
	}),
	editing("wildcard-added", innerType, func(_ mutation, e, _ *xmlElement) {
		e.kids = append(e.kids, &xmlElement{name: "xsd:anyAttribute", attrs: [][2]string{{"namespace", "##other"}, {"processContents", "lax"}}})
	}),
	editing("element-wrapped", func(e, p *xmlElement) bool {
		return inSequence(e, p) && single(e) && e.get("minOccurs") == "" && !optional(p)
	}, func(_ mutation, e, p *xmlElement) {
		wrapper := &xmlElement{name: "xsd:element", attrs: [][2]string{{"name", "zyxWrapper"}}, kids: []*xmlElement{{name: "xsd:complexType", kids: []*xmlElement{{name: "xsd:sequence", kids: []*xmlElement{e}}}}}}
		p.kids[p.index(e)] = wrapper
	}),
	editing("content-kind-changed", func(e, p *xmlElement) bool {
		return inSequence(e, p) && e.child("complexType") != nil && e.child("complexType").child("sequence") != nil
	}, func(_ mutation, e, _ *xmlElement) {
		e.remove(e.child("complexType"))
		e.set("type", "xsd:string")
	}),
	editing("final-changed", innerType, setting("final", "restriction")),
	editing("type-added", func(e, _ *xmlElement) bool { return e.local() == "schema" }, func(_ mutation, e, _ *xmlElement) {
		e.kids = append(e.kids, &xmlElement{name: "xsd:complexType", attrs: [][2]string{{"name", "zyxType"}}, kids: []*xmlElement{{name: "xsd:sequence"}}})
	}),
	editing("root-element-added", func(e, _ *xmlElement) bool { return e.local() == "schema" }, func(_ mutation, e, _ *xmlElement) {
		e.kids = append(e.kids, &xmlElement{name: "xsd:element", attrs: [][2]string{{"name", "zyx"}, {"type", "xsd:string"}}})
	}),
	editing("operation-removed", request, func(_ mutation, e, p *xmlElement) {
		p.remove(p.named(e.get("name") + "Response"))
		p.remove(e)
	}),
	editing("operation-added", request, func(r mutation, e, p *xmlElement) {
		for _, suffix := range []string{"", "Response"} {
			added := &xmlElement{name: "xsd:complexType", attrs: [][2]string{{"name", "zyxOperation" + suffix}}, kids: []*xmlElement{
				{name: "xsd:complexContent", kids: []*xmlElement{{name: "xsd:extension", attrs: [][2]string{{"base", "serv:bodyContentType"}}, kids: []*xmlElement{
					{name: "xsd:sequence", kids: []*xmlElement{{name: "xsd:element", attrs: [][2]string{{"name", "zyx"}, {"type", "xsd:int"}}}}},
				}}}},
			}}
			p.kids = append(p.kids, added)
		}
	}),
	editing("deprecation-added", inSequence, func(_ mutation, e, _ *xmlElement) {
		e.kids = slices.DeleteFunc(e.kids, func(k *xmlElement) bool { return k.local() == "annotation" })
		note := &xmlElement{name: "xsd:annotation", kids: []*xmlElement{{name: "xsd:documentation", text: "Deprecated: use another."}}}
		e.kids = append([]*xmlElement{note}, e.kids...)
	}),
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

// TestMutations makes one change at a time to the documents of the releases
// and expects the one finding that tells of it, complete, with its mirror on
// the way back and a proof of each break.
func TestMutations(t *testing.T) {
	shown := map[string]int{}
	from := &originals{t, map[string]string{}, map[string]*Side{}, map[string]map[string]string{}}
	rounds := long(100, 1_000)
	for seed := 0; shown["all"] < rounds && seed < 3*rounds; seed++ {
		m := mutators[seed%len(mutators)]
		t.Run(fmt.Sprintf("%d %s", seed, m.id), func(t *testing.T) {
			if mutate(t, uint64(seed), m, from) {
				shown[m.id]++
				shown["all"]++
			}
		})
	}
	if shown["all"] < rounds {
		t.Errorf("%d mutations, want %d", shown["all"], rounds)
	}
	for _, m := range mutators {
		if shown[m.id] == 0 {
			t.Errorf("no document could be changed for %s", m.id)
		}
	}
}

func mutate(t *testing.T, seed uint64, m mutator, from *originals) bool {
	r := mutation{Rand: rand.New(rand.NewPCG(seed, 3))}
	version, service := releases[r.IntN(len(releases))], services[r.IntN(len(services))]
	docs := releaseDocuments(t, version, service)
	oldDir, old := from.get(version, service)
	if !m.change(r, docs[service]) {
		return false
	}
	newDir := docs.write(t, func(d *xmlElement) string {
		if d != docs[service] {
			return from.texts[version+"/"+service][d.get("targetNamespace")]
		}
		return d.String()
	})
	now := sideOrNil(t, "new", newDir)
	if now == nil {
		return false // the change contradicts the rest of the schema
	}
	there, back := Compare(old, now, Options{}), Compare(now, old, Options{})
	checkMutation(t, m, there)
	checkWitnesses(t, there, old, now)
	checkComplete(t, there, old, now)
	checkComplete(t, back, now, old)
	checkMirrorIDs(t, there, back)
	if seed%25 == 0 {
		xercesOn(t, there, oldDir, newDir)
	}
	return true
}

// originals are documents of releases as they are, each compiled once.
type originals struct {
	t     *testing.T // whose folders last for all mutations
	dirs  map[string]string
	sides map[string]*Side
	texts map[string]map[string]string // by namespace: no two of the documents share one
}

// get returns a document with all that it imports, as a folder and compiled.
func (o *originals) get(version, service string) (string, *Side) {
	key := version + "/" + service
	if o.sides[key] == nil {
		o.texts[key] = map[string]string{}
		o.dirs[key] = releaseDocuments(o.t, version, service).write(o.t, func(d *xmlElement) string {
			o.texts[key][d.get("targetNamespace")] = d.String()
			return d.String()
		})
		o.sides[key] = NewSide("old", compiled(o.t, o.dirs[key]), operation.Webex)
	}
	return o.dirs[key], o.sides[key]
}

// sideOrNil compiles a folder; nil where the schema is not valid.
func sideOrNil(t *testing.T, label, dir string) *Side {
	t.Helper()
	set, err := source.Open(dir, source.Options{})
	if err != nil {
		t.Fatal(err)
	}
	s, diags := compile.Compile(set, compile.Options{})
	if diags.HasErrors() {
		return nil
	}
	return NewSide(label, s, operation.Webex)
}

func checkMutation(t *testing.T, m mutator, r *Result) {
	t.Helper()
	got := map[string]bool{}
	for _, c := range r.Changes {
		got[c.ID] = true
	}
	if !got[m.id] {
		t.Errorf("got %v", ids(r))
	}
	delete(got, m.id)
	for _, b := range m.besides {
		delete(got, b)
	}
	if len(got) > 0 {
		t.Errorf("got %v besides %s", slices.Sorted(maps.Keys(got)), m.id)
	}
}

// xercesOn asks Xerces about the witnesses, where there is one.
func xercesOn(t *testing.T, r *Result, oldDir, newDir string) {
	t.Helper()
	t.Run("Xerces", func(t *testing.T) {
		jvm := judge.Xerces(t)
		judges := map[string]*judge.Schema{}
		for label, dir := range map[string]string{"old": oldDir, "new": newDir} {
			s, err := jvm.CompileSet(filepath.Clean(dir))
			if err != nil {
				t.Fatal(err)
			}
			judges[label] = s
		}
		askXerces(t, r, judges)
	})
}
