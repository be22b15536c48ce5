package codec

// nameCounts say of each name how many children of it an element has, less one.
type nameCounts []nameCount

type nameCount struct {
	name *Name
	n    int
}

// next returns how many children of the name came before the one at hand, by which what is kept of it is found again.
func (c nameCounts) next(name *Name) int {
	if found := c.find(name); found != nil {
		return found.n + 1
	}
	return 0
}

// put notes that n children of the name came before the last of them.
func (c *nameCounts) put(name *Name, n int) {
	if found := c.find(name); found != nil {
		found.n = n
		return
	}
	*c = append(*c, nameCount{name, n})
}

func (c nameCounts) find(name *Name) *nameCount {
	for i := range c {
		if sameName(c[i].name, name) {
			return &c[i]
		}
	}
	return nil
}

func sameName(n, o *Name) bool { return n == o || n.Local == o.Local && n.URI() == o.URI() }

// expanded is an expanded name as a key.
type expanded struct{ space, local string }
