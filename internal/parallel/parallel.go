// Package parallel does things side by side that do not ask for each other's
// results.
//
// It owns how many at a time, and that what goes wrong in one of them goes wrong
// for the caller. It does not own order: what is done leaves its result where it
// belongs, by its number.
//
//	sizes := make([]int, len(texts))
//	parallel.Each(len(texts), func(i int) { sizes[i] = len(texts[i]) })
package parallel

import (
	"runtime"
	"sync"
	"sync/atomic"
)

// Each calls do with the numbers from 0 to n-1, on all processors that the program
// may use, and returns when all calls have. A panic of one of them is one of Each.
func Each(n int, do func(i int)) {
	EachBy(n, func() func(i int) { return do })
}

// EachBy is [Each] for what needs something of its own, such as a buffer: worker is
// called once on each processor and returns what is called there with numbers, one
// after the other.
func EachBy(n int, worker func() func(i int)) {
	workers := min(runtime.GOMAXPROCS(0), n)
	if workers == 1 {
		do := worker()
		for i := range n {
			do(i)
		}
		return
	}
	var next atomic.Int64
	var failed atomic.Pointer[failure]
	var wait sync.WaitGroup
	for range workers {
		wait.Go(func() {
			defer func() {
				if cause := recover(); cause != nil {
					failed.CompareAndSwap(nil, &failure{cause})
				}
			}()
			do := worker()
			for i := next.Add(1) - 1; i < int64(n) && failed.Load() == nil; i = next.Add(1) - 1 {
				do(int(i))
			}
		})
	}
	wait.Wait()
	if f := failed.Load(); f != nil {
		panic(f.cause)
	}
}

// failure is what a call has panicked with.
type failure struct{ cause any }

// Start starts something whose result is asked for later, and returns what waits
// for it. A panic is one of who asks.
func Start[T any](do func() T) func() T {
	type outcome struct {
		result T
		failed *failure
	}
	done := make(chan outcome, 1)
	go func() {
		var o outcome
		defer func() {
			if cause := recover(); cause != nil {
				o.failed = &failure{cause}
			}
			done <- o
		}()
		o.result = do()
	}()
	wait := sync.OnceValue(func() outcome { return <-done })
	return func() T {
		o := wait()
		if o.failed != nil {
			panic(o.failed.cause)
		}
		return o.result
	}
}
