package validate

import (
	"hash/maphash"

	"github.com/wbxgen/wbxgen/internal/xsd"
)

// symbol stands for an expanded name of the schema, so that names are looked
// up once for each tag and compared as numbers from then on. unknown is every
// name that the schema does not mention.
type symbol int32

const unknown symbol = 0

// spaceID stands for a namespace of the schema, 0 for any other.
type spaceID int32

// symbols numbers the names of a schema. It is immutable once built. The names
// are in a hash table of its own, as one look-up for each tag of a document is
// what a map is too slow for.
type symbols struct {
	spaces  map[string]spaceID
	entries []symbolEntry // by symbol; that of unknown is empty
	slots   []symbol      // of the hash table, twice as many as names at least
	seed    maphash.Seed
}

type symbolEntry struct {
	local     string
	space     spaceID
	name      xsd.QName
	element   *xsd.ElementDecl
	attribute *xsd.AttributeDecl
}

func newSymbols(s *xsd.Schema) *symbols {
	t := &symbols{spaces: map[string]spaceID{}, entries: make([]symbolEntry, 1), slots: make([]symbol, 64), seed: maphash.MakeSeed()}
	c := collector{table: t, types: map[*xsd.ComplexType]bool{}, groups: map[*xsd.ModelGroup]bool{}}
	c.schema(s)
	return t
}

// find returns the symbol of a name as a scanner delivers it.
func (t *symbols) find(space spaceID, local []byte) symbol {
	if space == 0 {
		return unknown
	}
	mask := len(t.slots) - 1
	for i := int(maphash.Bytes(t.seed, local)) & mask; ; i = (i + 1) & mask {
		s := t.slots[i]
		if e := &t.entries[s]; s == unknown || e.space == space && e.local == string(local) {
			return s
		}
	}
}

// of returns the symbol of a name.
func (t *symbols) of(n xsd.QName) symbol { return t.find(t.spaces[n.Space], []byte(n.Local)) }

// add returns the symbol of a name, a new one if it has none yet.
func (t *symbols) add(n xsd.QName) symbol {
	if s := t.of(n); s != unknown {
		return s
	}
	space := t.spaces[n.Space]
	if space == 0 {
		space = spaceID(len(t.spaces) + 1)
		t.spaces[n.Space] = space
	}
	t.entries = append(t.entries, symbolEntry{local: n.Local, space: space, name: n})
	if s := symbol(len(t.entries) - 1); 2*len(t.entries) <= len(t.slots) {
		t.place(s)
		return s
	}
	t.slots = make([]symbol, 2*len(t.slots))
	for s := range t.entries[1:] {
		t.place(symbol(s + 1))
	}
	return symbol(len(t.entries) - 1)
}

// place enters a symbol into the hash table.
func (t *symbols) place(s symbol) {
	mask := len(t.slots) - 1
	i := int(maphash.String(t.seed, t.entries[s].local)) & mask
	for t.slots[i] != unknown {
		i = (i + 1) & mask
	}
	t.slots[i] = s
}

// collector walks a schema and enters all names that an instance could use.
type collector struct {
	table  *symbols
	types  map[*xsd.ComplexType]bool
	groups map[*xsd.ModelGroup]bool
}

func (c *collector) schema(s *xsd.Schema) {
	for _, e := range s.Elements() {
		c.table.entries[c.table.add(e.Name)].element = e
		c.element(e)
	}
	for _, a := range s.Attributes() {
		c.table.entries[c.table.add(a.Name)].attribute = a
	}
	for _, t := range s.Types() {
		c.typ(t)
	}
	for _, g := range s.ModelGroups() {
		c.group(g.Group)
	}
	for _, ic := range s.IdentityConstraints() {
		c.constraint(ic)
	}
}

func (c *collector) element(e *xsd.ElementDecl) {
	c.table.add(e.Name)
	c.typ(e.Type)
	for _, ic := range e.IdentityConstraints {
		c.constraint(ic)
	}
}

func (c *collector) typ(t xsd.Type) {
	ct, ok := t.(*xsd.ComplexType)
	if !ok || c.types[ct] {
		return
	}
	c.types[ct] = true
	for _, u := range ct.AttributeUses {
		c.table.add(u.Decl.Name)
	}
	if p := ct.Content.Particle; p != nil {
		c.term(p.Term)
	}
}

func (c *collector) term(t xsd.Term) {
	switch t := t.(type) {
	case *xsd.ElementDecl:
		if !t.Global {
			c.element(t)
		}
	case *xsd.ModelGroup:
		c.group(t)
	}
}

func (c *collector) group(g *xsd.ModelGroup) {
	if g == nil || c.groups[g] {
		return
	}
	c.groups[g] = true
	for _, p := range g.Particles {
		c.term(p.Term)
	}
}

// constraint enters the names of the paths: a wildcard may let an element in
// that nothing else declares.
func (c *collector) constraint(ic *xsd.IdentityConstraint) {
	c.xpath(ic.Selector)
	for _, f := range ic.Fields {
		c.xpath(f)
	}
}

func (c *collector) xpath(x xsd.XPath) {
	for _, p := range x.Paths {
		for _, s := range p.Steps {
			if !s.AnyName && !s.AnyLocal {
				c.table.add(s.Name)
			}
		}
	}
}

// symbolOf returns the symbol of a name of the document. A scanner gives all
// names of a namespace the same string, so that the few of a document are
// found again without comparing long texts.
func (r *run) symbolOf(space string, local []byte) symbol {
	for i := range r.spaces {
		if c := &r.spaces[i]; c.name == space && c.known {
			return r.v.symbols.find(c.id, local)
		}
	}
	id := r.v.symbols.spaces[space]
	r.spaces[r.nextSpace] = knownSpace{space, id, true}
	r.nextSpace = (r.nextSpace + 1) % len(r.spaces)
	return r.v.symbols.find(id, local)
}

// knownSpace is a namespace that a document has used.
type knownSpace struct {
	name  string
	id    spaceID
	known bool
}
