package bench

import (
	"os"
	"strings"
	"syscall"
	"testing"
	"time"
	"unsafe"
)

func cpu() time.Duration {
	var ts syscall.Timespec
	syscall.Syscall(syscall.SYS_CLOCK_GETTIME, 2, uintptr(unsafe.Pointer(&ts)), 0)
	return time.Duration(ts.Nano())
}

// best-of-many-slices rates, to see through noise
func TestZZ(t *testing.T) {
	sel := os.Getenv("ZZ")
	if sel == "" {
		t.Skip()
	}
	for i := range subjects {
		s := &subjects[i]
		type row struct {
			w    work
			run  func()
			best float64
		}
		var rows []*row
		for _, w := range works {
			if strings.Contains(w.name, "marshal") || !strings.Contains(w.name+"/"+s.name+"$", sel) && sel != "all" {
				continue
			}
			rows = append(rows, &row{w: w, run: w.run(s)})
		}
		for range 40 {
			for _, r := range rows {
				n := 0
				start, wall := cpu(), time.Now()
				for n == 0 || time.Since(wall) < 10*time.Millisecond {
					r.run()
					n++
				}
				r.best = max(r.best, float64(n*len(s.doc))/1e6/(cpu()-start).Seconds())
			}
		}
		m := map[string]float64{}
		for _, r := range rows {
			m[r.w.name] = r.best
			base, _, _ := strings.Cut(r.w.name, "/")
			t.Logf("%-24s %-18s %8.1f MB/s  %.1fx", s.name, r.w.name, r.best, r.best/max(m[base+"/xml"], 1))
		}
	}
}
