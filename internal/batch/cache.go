package batch

import (
	"os"
	"slices"
	"sync"
	"time"
)

// cache keeps compiled schemas, the one used last at the end. It is safe for
// concurrent use.
type cache struct {
	room    int
	mu      sync.Mutex
	entries []cached
}

type cached struct {
	id     string
	schema *compiled
}

func (c *cache) get(id string) *compiled {
	c.mu.Lock()
	defer c.mu.Unlock()
	i := c.find(id)
	if i < 0 {
		return nil
	}
	e := c.entries[i]
	c.entries = append(slices.Delete(c.entries, i, i+1), e)
	return e.schema
}

func (c *cache) put(id string, schema *compiled) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if i := c.find(id); i >= 0 {
		c.entries = slices.Delete(c.entries, i, i+1)
	}
	if len(c.entries) >= c.room {
		c.entries = slices.Delete(c.entries, 0, 1)
	}
	c.entries = append(c.entries, cached{id, schema})
}

func (c *cache) find(id string) int {
	return slices.IndexFunc(c.entries, func(e cached) bool { return e.id == id })
}

// stamp says how a file was when a schema was made from it.
type stamp struct {
	file string
	size int64
	time time.Time
}

// stampsOf describes files; those that are none, as in an archive or in the
// program itself, have no part in it.
func stampsOf(files []string) []stamp {
	var list []stamp
	for _, f := range files {
		if info, err := os.Stat(f); err == nil {
			list = append(list, stamp{f, info.Size(), info.ModTime()})
		}
	}
	return list
}

// fresh reports whether all files are as they were. One that was missing and
// now is there goes unnoticed.
func fresh(list []stamp) bool {
	for _, s := range list {
		info, err := os.Stat(s.file)
		if err != nil || info.Size() != s.size || !info.ModTime().Equal(s.time) {
			return false
		}
	}
	return true
}
