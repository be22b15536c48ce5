package witness

// pair is what two versions have of one thing: here is the version under which
// a document is to be valid, there the one that is to refuse it.
type pair[T any] struct{ here, there T }

// turned returns a pair of which here is the old version or, with back set, the
// new one.
func turned[T any](back bool, old, new T) pair[T] {
	if back {
		return pair[T]{new, old}
	}
	return pair[T]{old, new}
}
