package diff_test

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"path"
	"slices"
	"strings"
	"testing"

	webexprofile "github.com/wbxgen/wbxgen/internal/profile/webex"

	"github.com/wbxgen/wbxgen/internal/diff"
	"github.com/wbxgen/wbxgen/internal/diff/change"
	"github.com/wbxgen/wbxgen/internal/project"
)

// services are the documents that random tests pick from.
var services = []string{
	"service/user/user.xsd", "service/meeting/meeting.xsd", "service/history/history.xsd", "service/ep/ep.xsd",
	"service/site/site.xsd", "service/event/event.xsd", "service/attendee/attendee.xsd", "service/sales/sales.xsd",
}

// relayout rewrites documents at random so that they say the same.
type relayout struct{ *rand.Rand }

var relayouts = []func(relayout, documents){
	relayout.prefixes, relayout.shuffle, relayout.split, relayout.defaults, relayout.annotations, relayout.attributeOrder,
}

// prefixes gives the namespaces of a document other prefixes.
func (r relayout) prefixes(docs documents) {
	for i, name := range slices.Sorted(maps.Keys(docs)) {
		d := docs[name]
		to := map[string]string{}
		for j := range d.attrs {
			if p, ok := strings.CutPrefix(d.attrs[j][0], "xmlns:"); ok {
				to[p] = fmt.Sprintf("p%d_%d", i, r.IntN(1000)*100+j)
				d.attrs[j][0] = "xmlns:" + to[p]
			}
		}
		d.all(func(e, _ *xmlElement) bool {
			e.name = reprefix(e.name, to)
			for j, a := range e.attrs {
				switch a[0] {
				case "type", "ref", "base", "itemType", "substitutionGroup", "refer":
					e.attrs[j][1] = reprefix(a[1], to)
				case "memberTypes":
					words := strings.Fields(a[1])
					for k := range words {
						words[k] = reprefix(words[k], to)
					}
					e.attrs[j][1] = strings.Join(words, "  ")
				}
			}
			return false
		})
	}
}

func reprefix(name string, to map[string]string) string {
	if p, local, ok := strings.Cut(name, ":"); ok && to[p] != "" {
		return to[p] + ":" + local
	}
	return name
}

// shuffle changes the order of the global declarations.
func (r relayout) shuffle(docs documents) {
	for _, name := range slices.Sorted(maps.Keys(docs)) {
		head, rest := headAndGlobals(docs[name])
		r.Shuffle(len(rest), func(i, j int) { rest[i], rest[j] = rest[j], rest[i] })
		docs[name].kids = append(head, rest...)
	}
}

func headAndGlobals(d *xmlElement) (head, rest []*xmlElement) {
	for _, k := range d.kids {
		switch k.local() {
		case "include", "import", "redefine", "annotation":
			head = append(head, k)
		default:
			rest = append(rest, k)
		}
	}
	return head, rest
}

// split moves some declarations of a document into another one, which it
// includes.
func (r relayout) split(docs documents) {
	names := slices.Sorted(maps.Keys(docs))
	name := names[r.IntN(len(names))]
	d := docs[name]
	head, rest := headAndGlobals(d)
	other := &xmlElement{name: d.name, attrs: slices.Clone(d.attrs)}
	for _, k := range head {
		if k.local() == "import" {
			other.kids = append(other.kids, k.clone())
		}
	}
	prefix, _, _ := strings.Cut(d.name, ":")
	file := fmt.Sprintf("part%d.xsd", r.IntN(1000))
	d.kids = append([]*xmlElement{{name: prefix + ":include", attrs: [][2]string{{"schemaLocation", file}}}}, head...)
	for _, k := range rest {
		if r.IntN(2) == 0 {
			other.kids = append(other.kids, k)
		} else {
			d.kids = append(d.kids, k)
		}
	}
	docs[path.Join(path.Dir(name), file)] = other
}

// defaults states what goes without saying.
func (r relayout) defaults(docs documents) {
	for _, name := range slices.Sorted(maps.Keys(docs)) {
		docs[name].all(func(e, parent *xmlElement) bool {
			local := e.local()
			inGroup := slices.Contains([]string{"sequence", "choice", "all"}, parent.local())
			switch {
			case r.IntN(2) == 0:
			case inGroup && (local == "element" || local == "sequence" || local == "choice"):
				for _, a := range []string{"minOccurs", "maxOccurs"} {
					if e.get(a) == "" {
						e.set(a, "1")
					}
				}
			case local == "complexType" && e.get("name") != "" && e.get("abstract") == "":
				e.set("abstract", "false")
			case local == "attribute" && e.get("use") == "" && parent.local() != "schema":
				e.set("use", "optional")
			}
			return false
		})
	}
}

// annotations takes remarks away.
func (r relayout) annotations(docs documents) {
	for _, name := range slices.Sorted(maps.Keys(docs)) {
		docs[name].all(func(e, _ *xmlElement) bool {
			e.kids = slices.DeleteFunc(e.kids, func(k *xmlElement) bool { return k.local() == "annotation" && r.IntN(2) == 0 })
			return false
		})
	}
}

func (r relayout) attributeOrder(docs documents) {
	for _, name := range slices.Sorted(maps.Keys(docs)) {
		docs[name].all(func(e, _ *xmlElement) bool {
			r.Shuffle(len(e.attrs), func(i, j int) { e.attrs[i], e.attrs[j] = e.attrs[j], e.attrs[i] })
			return false
		})
	}
}

// style writes a document with random white space and comments.
func (r relayout) style(d *xmlElement) string {
	text := d.String()
	space := []string{"", "\n", "\r\n\t", "  ", "<!-- remark -->", "\n\n"}[r.IntN(6)]
	return "<?xml version='1.0'?>\n" + strings.ReplaceAll(text, "><", ">"+space+"<")
}

// long returns a number of rounds: more if time does not count.
func long(usual, patient int) int {
	if os.Getenv("WBXGEN_LONG") != "" {
		return patient
	}
	return usual
}

func TestRandomLayoutChangesNothing(t *testing.T) {
	for seed := range long(30, 300) {
		r := relayout{rand.New(rand.NewPCG(uint64(seed), 1))}
		version, service := releases[r.IntN(len(releases))], services[r.IntN(len(services))]
		docs := releaseDocuments(t, version, service)
		before := diff.NewSide("before", compiled(t, docs.write(t, (*xmlElement).String)), webexprofile.Profile)
		for _, rewrite := range relayouts {
			if r.IntN(3) > 0 {
				rewrite(r, docs)
			}
		}
		after := diff.NewSide("after", compiled(t, docs.write(t, r.style)), webexprofile.Profile)
		if c := project.Compare(before, after, diff.Options{}); len(c.Changes) != 0 || !c.Identical() {
			t.Errorf("seed %d, %s of %s: %v, identical %v", seed, service, version, ids(c), c.Identical())
		}
	}
}

// TestExtractedTypesShowNowhereOnTheWire gives anonymous types names, and takes
// them away again.
func TestExtractedTypesShowNowhereOnTheWire(t *testing.T) {
	for seed := range long(10, 100) {
		r := relayout{rand.New(rand.NewPCG(uint64(seed), 2))}
		version, service := releases[r.IntN(len(releases))], services[r.IntN(len(services))]
		docs := releaseDocuments(t, version, service)
		before := diff.NewSide("before", compiled(t, docs.write(t, (*xmlElement).String)), webexprofile.Profile)
		n := r.extract(docs[service])
		after := diff.NewSide("after", compiled(t, docs.write(t, r.style)), webexprofile.Profile)
		checkNothingOnTheWire(t, project.Compare(before, after, diff.Options{}), n, "type-extracted", before, after)
		checkNothingOnTheWire(t, project.Compare(after, before, diff.Options{}), n, "type-inlined", after, before)
	}
}

func checkNothingOnTheWire(t *testing.T, r *change.Result, n int, id change.ID, old, now *diff.Side) {
	t.Helper()
	for _, c := range r.Changes {
		if c.ID != id || c.Level(true) != change.None {
			t.Errorf("%s at %s is %s", c.ID, c.Component, c.Level(true))
		}
	}
	if len(r.Changes) != n {
		t.Errorf("%d changes for %d types", len(r.Changes), n)
	}
	checkComplete(t, r, old, now)
}

// extract gives up to three anonymous types of a document a name, and returns
// how many.
func (r relayout) extract(d *xmlElement) int {
	owner := ""
	for _, a := range d.attrs {
		if p, ok := strings.CutPrefix(a[0], "xmlns:"); ok && a[1] == d.get("targetNamespace") {
			owner = p
		}
	}
	n := 0
	for range 3 {
		types, parents := d.all(func(e, parent *xmlElement) bool {
			return (e.local() == "complexType" || e.local() == "simpleType") && e.get("name") == "" && parent.local() == "element"
		})
		if len(types) == 0 {
			break
		}
		i := r.IntN(len(types))
		name := fmt.Sprintf("extracted%dType", n)
		parents[i].remove(types[i])
		parents[i].set("type", owner+":"+name)
		types[i].set("name", name)
		d.kids = append(d.kids, types[i])
		n++
	}
	return n
}
