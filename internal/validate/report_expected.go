package validate

import (
	"strconv"

	"github.com/wbxgen/wbxgen/internal/diag"
	"github.com/wbxgen/wbxgen/internal/xsd/content"
)

// expected says what may come next in the innermost element.
func (r *reporter) expected(p *content.Position) string { return r.next(p).String() }

// mostAllowed bounds the leaves that are looked at to say what may come next:
// there can be thousands, and as many errors.
const mostAllowed = 200

// choices are words of which one may come; some says that there are more.
type choices struct {
	words []string
	some  bool
}

func (c choices) String() string {
	if c.some {
		return oneOfMore(c.words)
	}
	return oneOf(c.words)
}

// next lists what may come next in the innermost element, each once.
func (r *reporter) next(p *content.Position) choices {
	v := &r.vocabulary
	v.begin()
	allowed := p.Allowed(mostAllowed + 1)
	some := len(allowed) > mostAllowed
	for _, leaf := range allowed[:min(len(allowed), mostAllowed)] {
		v.add(r.wordsOf(p.Model(), leaf))
	}
	if p.Complete() {
		v.list = append(v.list, "the end of "+r.ownName())
	}
	return choices{v.list, some}
}

// wordsOf returns the words of a leaf, which are made once: a document can be
// wrong at many places of one large model.
func (r *reporter) wordsOf(m *content.Model, leaf *content.Place) []int {
	of := r.vocabulary.of[m]
	if of == nil {
		of = make([][]int, len(m.Leaves()))
		r.vocabulary.keep(m, of)
	}
	words := &of[leaf.State-1]
	if *words == nil {
		*words = r.vocabulary.numbers(r.leafWords(leaf))
	}
	return *words
}

// vocabulary has what leaves of content models match, in words with a number
// each.
type vocabulary struct {
	number map[string]int
	words  []string
	of     map[*content.Model][][]int // by the state of a leaf
	names  map[*content.Model]*leafNames
	// attributes has the attributes of types by their local names.
	attributes map[*typeInfo]*attributeNames
	// list is being made; used says of each word in which list it was last.
	list []string
	used []int
	made int
}

func (v *vocabulary) begin() {
	v.list = nil
	v.made++
}

func (v *vocabulary) add(numbers []int) {
	for _, n := range numbers {
		if v.used[n] != v.made {
			v.used[n] = v.made
			v.list = append(v.list, v.words[n])
		}
	}
}

func (v *vocabulary) keep(m *content.Model, words [][]int) {
	if v.of == nil {
		v.of, v.number = map[*content.Model][][]int{}, map[string]int{}
	}
	v.of[m] = words
}

func (v *vocabulary) numbers(words []string) []int {
	list := make([]int, 0, len(words))
	for _, word := range words {
		n, known := v.number[word]
		if !known {
			n = len(v.words)
			v.number[word] = n
			v.words, v.used = append(v.words, word), append(v.used, 0)
		}
		list = append(list, n)
	}
	return list
}

// leafWords says what a leaf matches. An abstract element itself never is in a
// document.
func (r *reporter) leafWords(leaf *content.Place) []string {
	if leaf.Kind == content.Wildcard {
		return []string{"an element of " + r.namespaces(leaf.Node.Any)}
	}
	var words []string
	for _, e := range r.schema.Substitutes(leaf.Node.Elem) {
		words = append(words, r.label(e.Name))
	}
	return words
}

// whyMisplaced says more about a child that cannot come where it is, if its
// name is one that the model has.
func (r *reporter) whyMisplaced(p *content.Position, sym content.Symbol, space string) string {
	switch why, most, last := p.Why(sym, space); why {
	case content.Twice:
		return " a second time"
	case content.Single:
		return ": there can be just one"
	case content.Full:
		return ": no more than " + strconv.FormatUint(most, 10) + " of it may follow each other"
	case content.Behind:
		return ": it belongs before " + r.label(last.Name)
	}
	return ""
}

// slip finds the leaf that an element was meant to match whose name the model
// does not have: one of the same local name, one that looks alike, or the only
// one, if that is a wildcard. The hint says so where it is not clear from what
// is expected.
func (r *reporter) slip(p *content.Position, sym content.Symbol, space string, local []byte) (meant *content.Place, hint string) {
	m := p.Model()
	if m.Has(sym) {
		return nil, ""
	}
	allowed := p.Allowed(2)
	if len(allowed) == 1 && allowed[0].Kind == content.Wildcard && !p.Complete() {
		return allowed[0], ""
	}
	like := r.vocabulary.namesOf(m).nearest(string(local))
	if like == nil {
		return nil, ""
	}
	meant = p.Allows(like.Symbol)
	if name := like.Node.Elem.Name; name.Local == string(local) && name.Space != space {
		return meant, r.otherNamespace(space, name.Space)
	}
	if meant != nil && len(allowed) == 1 {
		return meant, ""
	}
	return meant, "; did you mean " + r.label(like.Node.Elem.Name) + "?"
}

// leafNames finds the element leaves of a content model by their local names.
type leafNames struct {
	leaves []*content.Place
	first  map[string]int
	last   map[string]int
	index  *diag.Names
}

// namesOf returns the names in a model, which are sorted once.
func (v *vocabulary) namesOf(m *content.Model) *leafNames {
	if v.names == nil {
		v.names = map[*content.Model]*leafNames{}
	}
	n := v.names[m]
	if n != nil {
		return n
	}
	n = &leafNames{leaves: m.Leaves(), first: map[string]int{}, last: map[string]int{}}
	var locals []string
	for i, p := range n.leaves {
		if p.Kind != content.Element {
			continue
		}
		local := p.Node.Elem.Name.Local
		if _, again := n.first[local]; !again {
			n.first[local] = i
			locals = append(locals, local)
		}
		n.last[local] = i
	}
	n.index = diag.NewNames(locals)
	v.names[m] = n
	return n
}

// nearest returns the leaf whose local name is most like the one given.
func (n *leafNames) nearest(local string) *content.Place {
	if i, same := n.first[local]; same {
		return n.leaves[i]
	}
	const short = 3
	if len(local) < short {
		return nil
	}
	if i, ok := n.last[n.index.Nearest(local)]; ok {
		return n.leaves[i]
	}
	return nil
}

// attributeNames finds the attributes of a type by their local names.
type attributeNames struct {
	first map[string]*attributeUse
	index *diag.Names
}

// attributesOf returns the attributes of a type, which are sorted once.
func (v *vocabulary) attributesOf(t *typeInfo) *attributeNames {
	if v.attributes == nil {
		v.attributes = map[*typeInfo]*attributeNames{}
	}
	n := v.attributes[t]
	if n != nil {
		return n
	}
	n = &attributeNames{first: map[string]*attributeUse{}}
	var names []string
	for i := range t.uses {
		local := t.uses[i].use.Decl.Name.Local
		if n.first[local] == nil {
			n.first[local] = &t.uses[i]
			names = append(names, local)
		}
	}
	n.index = diag.NewNames(names)
	v.attributes[t] = n
	return n
}
