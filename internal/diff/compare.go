package diff

import (
	"sync"

	"github.com/wbxgen/wbxgen/internal/diff/change"
	"github.com/wbxgen/wbxgen/internal/inclusion"
	"github.com/wbxgen/wbxgen/internal/xsd"
)

// Options choose what is compared.
type Options struct {
	// Docs reports changes of documentation too.
	Docs bool
	// Namespaces leads from namespaces of the old version to those of the new
	// one that have taken their place, beside what is found without it.
	Namespaces map[string]string
	// Steps bounds the work of a single proof; 0 stands for
	// [inclusion.DefaultSteps].
	Steps int
	// Watch, unless it is nil, is told how many of all changes have been looked at
	// for proofs, which is what a long comparison takes its time for.
	Watch func(done, all int)
}

// Comparison is what was found between two versions, before it is asked which
// operations show it and which documents prove it.
type Comparison struct {
	Old, New *Side
	// Names lead from the old version to the new one.
	Names *inclusion.Names
	// Changes are in the order in which they were found, at the levels that
	// they have wherever they show.
	Changes []change.Change
	// Operations are those of both versions, paired.
	Operations []OperationPair
	// Claims are types that come or go with what was found in a holder.
	Claims []Claim

	versions *versions
}

// Compare returns how the new version differs from the old one. It looks at
// compiled components alone; see [fact.Digest] for what does not count.
func Compare(old, new *Side, o Options) *Comparison {
	m := match(old, new, o.Namespaces)
	v := &versions{old: old, new: new, names: m.names, steps: o.Steps}
	c := newComparers(v, m)
	c.operations.compare(m.operations)
	c.globals.types(m.types)
	c.globals.elements(m.elements)
	c.globals.attributes(m.attributes)
	c.globals.typesComeAndGo(m.types)
	c.globals.spaces(m)
	notes := &noteComparer{names: m.names, found: c.found, places: c.places, docs: o.Docs}
	notes.compare()
	out := &Comparison{Old: old, New: new, Names: m.names, Operations: m.operations, Claims: c.claims.told, versions: v}
	for _, f := range c.found.all {
		one := f.change(f.where(c.places))
		tellValuesApart(&one, v)
		out.Changes = append(out.Changes, one)
	}
	return out
}

// Prover returns a prover of whether the new version accepts what the old one
// does or, with back set, the other way round. It knows what was shown while the
// versions were compared.
func (c *Comparison) Prover(back bool) *inclusion.Prover {
	return c.versions.prover(back)
}

// comparers are those who compare, and what they find.
type comparers struct {
	operations *operationComparer
	globals    *globalComparer
	found      *findings
	claims     *claims
	places     pair[func() *places]
}

func newComparers(v *versions, m *matching) *comparers {
	found, taken := &findings{byKey: map[findingKey]*finding{}}, &claims{taken: map[any]bool{}}
	places := placesOf(v.old.Schema, v.new.Schema)
	met := &typePairs{v: v, found: found, differ: map[typePair]bool{}}
	types := &typeComparer{
		v: v, met: met, claims: taken, replacing: map[typePair]bool{},
		values: &valueComparer{v: v, met: met, claims: taken, places: places},
	}
	types.contents = &contentComparer{v: v, use: types.use, responses: responsesOf(m.operations), lineages: map[typePair]lineage{}}
	types.attributes = &attributeComparer{v: v, use: types.use}
	return &comparers{
		operations: &operationComparer{v: v, found: found, claims: taken, pair: types.pair},
		globals: &globalComparer{
			v: v, found: found, claims: taken,
			pair: types.pair, use: types.use, declaration: types.contents.declaration,
			slots: pair[func() map[xsd.Type]bool]{
				sync.OnceValue(func() map[xsd.Type]bool { return slotTypes(v.old.Schema) }),
				sync.OnceValue(func() map[xsd.Type]bool { return slotTypes(v.new.Schema) }),
			},
		},
		found: found, claims: taken, places: places,
	}
}
