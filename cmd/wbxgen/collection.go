package main

import (
	"math"
	"os"
	"runtime"
	"runtime/debug"
	"runtime/metrics"
)

// tuneCollection sets how often garbage is collected, now and after each
// collection, unless the user has. A run is short, and half of its time would go
// into collecting otherwise.
func tuneCollection() {
	if os.Getenv("GOGC") != "" || os.Getenv("GOMEMLIMIT") != "" {
		return
	}
	set := func() {
		growth, limit := collection(live())
		debug.SetGCPercent(growth)
		debug.SetMemoryLimit(limit)
	}
	set()
	afterCollection(set)
}

// room is how many bytes may be taken from the system before garbage is
// collected more often.
const room = 400 << 20

// collection returns by how many percent a heap may grow of which so many bytes
// are live, and what it is kept below. What does not fit into the room is
// collected as Go does by itself: it would be collected all the time.
func collection(live uint64) (growth int, limit int64) {
	if live > room/2 {
		return 100, math.MaxInt64
	}
	return 400, room
}

// live returns how many bytes the last collection has left.
func live() uint64 {
	sample := []metrics.Sample{{Name: "/gc/heap/live:bytes"}}
	metrics.Read(sample)
	return sample[0].Value.Uint64()
}

// afterCollection calls do after each collection: when an object goes that
// nothing refers to.
func afterCollection(do func()) {
	type object struct{ _ [16]byte }
	runtime.AddCleanup(new(object), func(do func()) {
		do()
		afterCollection(do)
	}, do)
}
