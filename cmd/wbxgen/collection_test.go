package main

import (
	"math"
	"runtime"
	"testing"
	"time"
)

// What has room is collected late, and what has none as Go does by itself.
func TestCollectionKnowsWhatIsLive(t *testing.T) {
	for _, c := range []struct {
		live   uint64
		growth int
		limit  int64
	}{{0, 400, room}, {room / 2, 400, room}, {room/2 + 1, 100, math.MaxInt64}, {4 << 30, 100, math.MaxInt64}} {
		if growth, limit := collection(c.live); growth != c.growth || limit != c.limit {
			t.Errorf("%d MiB live: got %d %%, %d bytes", c.live>>20, growth, limit)
		}
	}
}

func TestEachCollectionIsSeen(t *testing.T) {
	seen := make(chan bool, 10)
	afterCollection(func() { seen <- true })
	for n := range 3 {
		runtime.GC()
		select {
		case <-seen:
		case <-time.After(time.Minute):
			t.Fatalf("collection %d is not seen", n+1)
		}
	}
}
