package diff

import (
	"slices"

	"github.com/wbxgen/wbxgen/internal/xsd"
)

// pair is what the old and the new version have of one thing.
type pair[T any] struct{ old, new T }

// typePair is two types that are compared, or have been.
type typePair = pair[xsd.Type]

// matched are the components of one kind: those of both versions, in the order
// of the old one, and those that one version alone has.
type matched[T any] struct {
	both       []pair[T]
	gone, come []T
}

// matchBy pairs the components for which there is another one.
func matchBy[T comparable](old, new []T, find func(T) (T, bool)) matched[T] {
	var m matched[T]
	known := make(map[T]bool, len(old))
	for _, o := range old {
		n, ok := find(o)
		if !ok {
			m.gone = append(m.gone, o)
			continue
		}
		known[n] = true
		m.both = append(m.both, pair[T]{o, n})
	}
	m.come = slices.DeleteFunc(slices.Clone(new), func(n T) bool { return known[n] })
	return m
}
