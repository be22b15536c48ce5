package wire

import (
	"slices"

	"github.com/wbxgen/wbxgen/wire/internal/door"
)

// Registry knows the types that xsi:type may name. It is a value that generated code builds; there is no global one.
// A registry that is not changed any more may be used by many goroutines. The zero Registry is empty and ready for use. A nil one
// can be asked as an empty one can, and not be added to, as with maps.
type Registry struct {
	in    registry
	texts map[string]expanded
}

// registry is the inside of a [Registry], for package codec.
type registry struct {
	types map[expanded]registered
	local map[string][]expanded // types by local name, for prefixes that are not declared
	items map[expanded]any      // elements, as package codec knows them
	roots map[expanded]func() Object
}

type expanded struct{ space, local string }

type registered struct {
	prefix string // that is preferred for the namespace
	make   func() Typed
}

// NewRegistry returns an empty registry.
func NewRegistry() *Registry { return new(Registry) }

// Codec returns what package codec adds to.
func (r *Registry) Codec() *registry { return &r.in }

// put adds to a map, of which the zero registry has none yet. It reports false, and keeps the first value, where the key is taken.
func put[K comparable, V any](m *map[K]V, key K, value V) bool {
	if _, taken := (*m)[key]; taken {
		return false
	}
	if *m == nil {
		*m = make(map[K]V)
	}
	(*m)[key] = value
	return true
}

// Add registers the type and its constructor. It reports false, and keeps the first one, where the name is taken.
func (r *Registry) Add(name Name, make func() Typed) bool {
	return r.in.add(expandedOf(name), "", make)
}

func expandedOf(name Name) expanded {
	space, local := door.Split(string(name))
	return expanded{space, local}
}

// AddType is [Registry.Add] for a name whose namespace has a preferred prefix.
func (r *registry) AddType(name *door.Name, make func() Typed) bool {
	prefix := ""
	if name.Space != nil {
		prefix = name.Space.Prefix
	}
	return r.add(expanded{name.URI(), name.Local}, prefix, make)
}

func (r *registry) add(key expanded, prefix string, make func() Typed) bool {
	if make == nil || !put(&r.types, key, registered{prefix, make}) {
		return false
	}
	put(&r.local, key.local, nil)
	r.local[key.local] = append(r.local[key.local], key)
	return true
}

// AddElement registers an element that can stand for the head of a substitution group in a package that does not know it.
// item is what package codec knows of the element. It reports false, and keeps the first one, where the name is taken.
func (r *registry) AddElement(name *door.Name, item any) bool {
	return item != nil && put(&r.items, expanded{name.URI(), name.Local}, item)
}

// Alias registers another text of xsi:type for a type, such as java:com.example.Thing. White space around it does not
// count. It reports false, and keeps the first one, where the text is taken. The type may be added later.
func (r *Registry) Alias(text string, name Name) bool {
	return put(&r.texts, text, expandedOf(name))
}

// New returns a new value of the type.
func (r *Registry) New(name Name) (Typed, bool) { return r.create(expandedOf(name)) }

// NewByText returns a new value of the type that the text is an alias of.
func (r *Registry) NewByText(text string) (Typed, bool) {
	if r == nil {
		return nil, false
	}
	key, ok := r.texts[text]
	if !ok {
		return nil, false
	}
	return r.create(key)
}

// Names returns the registered types, ordered by namespace and local name.
func (r *Registry) Names() []Name {
	if r == nil {
		return nil
	}
	var names []Name
	for key := range r.in.types {
		names = append(names, NameOf(key.space, key.local))
	}
	slices.SortFunc(names, Name.compare)
	return names
}

func (r *Registry) create(key expanded) (Typed, bool) {
	if r == nil {
		return nil, false
	}
	t, ok := r.in.types[key]
	if !ok {
		return nil, false
	}
	return t.make(), true
}

// typeSource is a registry as a decoder sees it.
type typeSource struct{ r *Registry }

func (s typeSource) ByName(space, local string) any {
	if v, ok := s.r.create(expanded{space, local}); ok {
		return v
	}
	return nil
}

func (s typeSource) Element(space, local string) any {
	if s.r == nil {
		return nil
	}
	return s.r.in.items[expanded{space, local}]
}

func (s typeSource) ByText(text string) any {
	if v, ok := s.r.NewByText(text); ok {
		return v
	}
	return nil
}

// Guess returns a new value of the type that an undeclared prefix most likely means: the one whose namespace prefers
// that prefix, or else the only one of that local name.
func (s typeSource) Guess(prefix, local string) any {
	keys := s.r.in.local[local]
	for _, k := range keys {
		if t := s.r.in.types[k]; t.prefix != "" && t.prefix == prefix {
			return t.make()
		}
	}
	if len(keys) != 1 {
		return nil
	}
	return s.r.in.types[keys[0]].make()
}
