package compile

import (
	"crypto/sha256"

	"github.com/wbxgen/wbxgen/internal/parallel"
	"github.com/wbxgen/wbxgen/internal/xmltree"
)

// reading is what reading a document gave. It is not reported before somebody
// refers to the document.
type reading struct {
	parsed
	readErr, parseErr error
}

// read reads a document of the set.
func (ld *loader) read(name string) (r reading) {
	var data []byte
	if data, r.readErr = ld.set.Read(name); r.readErr != nil {
		return r
	}
	r.sum = sha256.Sum256(data)
	r.tree, r.parseErr = xmltree.Parse(ld.set.Path(name), data, xmltree.Options{Depth: ld.log.limits.Depth, Space: isProse})
	return r
}

// readAhead reads documents side by side: what is asked of them later has an
// order, reading them has none.
func (ld *loader) readAhead(names []string) {
	names = names[:min(len(names), ld.log.limits.Documents)]
	if len(names) < 2 {
		return
	}
	list := make([]*reading, len(names))
	parallel.Each(len(names), func(i int) { list[i] = ld.readCalmly(names[i]) })
	ld.ahead = map[string]*reading{}
	for i, name := range names {
		ld.ahead[name] = list[i]
	}
}

// readCalmly returns nil where reading fails in a way that it must not: the
// document is read again when it is asked for, where a caller can catch that.
func (ld *loader) readCalmly(name string) (r *reading) {
	defer func() {
		if recover() != nil {
			r = nil
		}
	}()
	one := ld.read(name)
	return &one
}
