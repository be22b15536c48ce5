package compile

import (
	"crypto/sha256"
	"runtime"
	"sync"

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

// ahead reads documents side by side before they are asked for: what is asked of
// them has an order, reading them has none. From each it goes on to those that it
// refers to, as far as that is plain to see; others are read when they are asked for.
type ahead struct {
	read    func(name string) *reading
	beside  func(base, reference string) (name string, ok bool)
	most    int           // documents
	slots   chan struct{} // as many as are read at a time
	mutex   sync.Mutex
	started map[string]func() *reading
	running sync.WaitGroup
}

func newAhead(ld *loader) *ahead {
	return &ahead{
		read: ld.readCalmly, beside: ld.set.Beside, most: ld.log.limits.Documents,
		slots: make(chan struct{}, runtime.GOMAXPROCS(0)), started: map[string]func() *reading{},
	}
}

// start starts reading documents. On one processor there is nothing to gain.
func (a *ahead) start(names ...string) {
	if cap(a.slots) == 1 {
		return
	}
	a.mutex.Lock()
	defer a.mutex.Unlock()
	for _, name := range names {
		if a.started[name] != nil || len(a.started) >= a.most {
			continue
		}
		a.running.Add(1)
		a.started[name] = parallel.Start(func() *reading {
			defer a.running.Done()
			a.slots <- struct{}{}
			r := a.read(name)
			<-a.slots
			if r != nil && r.tree != nil {
				a.start(a.referred(name, r.tree)...)
			}
			return r
		})
	}
}

// referred are the documents beside one that it names.
func (a *ahead) referred(by string, tree *xmltree.Document) (names []string) {
	for e := range tree.Root.Elements() {
		if !isXSD(e, "include") && !isXSD(e, "import") && !isXSD(e, "redefine") {
			continue
		}
		location, _ := e.Attr("", "schemaLocation")
		if name, ok := a.beside(by, collapse(location.Value)); ok {
			names = append(names, name)
		}
	}
	return names
}

// take returns what reading a document gave, nil where it was not started or went
// wrong.
func (a *ahead) take(name string) *reading {
	a.mutex.Lock()
	r := a.started[name]
	a.mutex.Unlock()
	if r == nil {
		return nil
	}
	return r()
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
