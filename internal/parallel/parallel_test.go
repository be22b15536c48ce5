package parallel_test

import (
	"fmt"
	"runtime"
	"sync/atomic"
	"testing"

	"github.com/wbxgen/wbxgen/internal/parallel"
)

// TestEachIsCalledOnce for every number, however many processors there are.
func TestEachIsCalledOnce(t *testing.T) {
	for _, processors := range []int{1, 2, 7} {
		for _, n := range []int{0, 1, 2, 1000} {
			t.Run(fmt.Sprint(processors, " processors, ", n), func(t *testing.T) {
				defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(processors))
				calls := make([]int, n)
				var workers atomic.Int64
				parallel.EachBy(n, func() func(int) {
					workers.Add(1)
					return func(i int) { calls[i]++ }
				})
				for i, c := range calls {
					if c != 1 {
						t.Errorf("%d is called %d times", i, c)
					}
				}
				if got := int(workers.Load()); got != min(processors, n) {
					t.Errorf("there are %d workers", got)
				}
			})
		}
	}
}

// TestPanicIsTheCallers: it can be recovered from there, and the others end.
func TestPanicIsTheCallers(t *testing.T) {
	for _, processors := range []int{1, 4} {
		t.Run(fmt.Sprint(processors), func(t *testing.T) {
			defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(processors))
			defer func() {
				if got := recover(); got != "three" {
					t.Errorf("got %v", got)
				}
			}()
			parallel.Each(100, func(i int) {
				if i == 3 {
					panic("three")
				}
			})
			t.Error("Each returned")
		})
	}
}

// TestResultIsWaitedFor, as often as it is asked for, and a panic is who asks.
func TestResultIsWaitedFor(t *testing.T) {
	begin := make(chan bool)
	result := parallel.Start(func() int { <-begin; return 7 })
	close(begin)
	for range 2 {
		if got := result(); got != 7 {
			t.Errorf("got %d", got)
		}
	}
	failing := parallel.Start(func() int { panic("no") })
	for range 2 {
		func() {
			defer func() {
				if got := recover(); got != "no" {
					t.Errorf("got %v", got)
				}
			}()
			failing()
			t.Error("there is a result")
		}()
	}
}
