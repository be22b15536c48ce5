package wire

import (
	"cmp"
	"slices"
)

// Registry knows the types that xsi:type may name. It is a value that generated code builds; there is no global one.
// A registry that is not changed any more may be used by many goroutines.
type Registry struct {
	types map[expanded]registered
	texts map[string]expanded
	local map[string][]expanded // types by local name, for prefixes that are not declared
	items map[expanded]any      // elements, as package codec knows them
}

type expanded struct{ space, local string }

type registered struct {
	name Name
	make func() Typed
}

// NewRegistry returns an empty registry.
func NewRegistry() *Registry {
	return &Registry{
		types: make(map[expanded]registered),
		texts: make(map[string]expanded),
		local: make(map[string][]expanded),
		items: make(map[expanded]any),
	}
}

// Add registers the type and its constructor. It reports false, and keeps the first one, where the name is taken.
func (r *Registry) Add(name Name, make func() Typed) bool {
	key := expanded{name.URI(), name.Local}
	if _, taken := r.types[key]; taken || make == nil {
		return false
	}
	r.types[key] = registered{name, make}
	r.local[name.Local] = append(r.local[name.Local], key)
	return true
}

// Alias registers another text of xsi:type for a type, such as java:com.example.Thing. White space around it does not
// count. It reports false, and keeps the first one, where the text is taken. The type may be added later.
func (r *Registry) Alias(text string, name Name) bool {
	if _, taken := r.texts[text]; taken {
		return false
	}
	r.texts[text] = expanded{name.URI(), name.Local}
	return true
}

// AddElement registers an element that can stand for the head of a substitution group in a package that does not know it.
// Generated code calls it; item is what package codec knows of the element. It reports false, and keeps the first one,
// where the name is taken.
func (r *Registry) AddElement(name Name, item any) bool {
	key := expanded{name.URI(), name.Local}
	if _, taken := r.items[key]; taken || item == nil {
		return false
	}
	r.items[key] = item
	return true
}

// New returns a new value of the type.
func (r *Registry) New(name QName) (Typed, bool) {
	return r.create(expanded{name.Space, name.Local})
}

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
	var names []Name
	for _, t := range r.types {
		names = append(names, t.name)
	}
	slices.SortFunc(names, func(a, b Name) int {
		return cmp.Or(cmp.Compare(a.URI(), b.URI()), cmp.Compare(a.Local, b.Local))
	})
	return names
}

func (r *Registry) create(key expanded) (Typed, bool) {
	if r == nil {
		return nil, false
	}
	t, ok := r.types[key]
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
	return s.r.items[expanded{space, local}]
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
	keys := s.r.local[local]
	for _, k := range keys {
		if n := s.r.types[k].name; n.Space != nil && n.Space.Prefix == prefix {
			return s.r.types[k].make()
		}
	}
	if len(keys) != 1 {
		return nil
	}
	return s.r.types[keys[0]].make()
}
