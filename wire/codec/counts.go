package codec

import "github.com/wbxgen/wbxgen/wire"

// nameCount is how many children of a name an element has, less one.
type nameCount struct {
	name *wire.Name
	n    int
}

// nextCount returns how many children of the name came before the one at hand, by which what is kept of it is found again.
func (f *frame) nextCount(name *wire.Name) int {
	if c := f.count(name); c != nil {
		return c.n + 1
	}
	return 0
}

// putCount notes that n children of the name came before the last of them.
func (f *frame) putCount(name *wire.Name, n int) {
	if c := f.count(name); c != nil {
		c.n = n
		return
	}
	f.counts = append(f.counts, nameCount{name, n})
}

func (f *frame) count(name *wire.Name) *nameCount {
	for i := range f.counts {
		if sameName(f.counts[i].name, name) {
			return &f.counts[i]
		}
	}
	return nil
}
