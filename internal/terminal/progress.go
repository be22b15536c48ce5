package terminal

import (
	"fmt"
	"io"
	"sync"
	"time"
)

// Progress is a line at the bottom of a terminal that says how far long work
// is. A nil Progress shows nothing and can be used as any other.
type Progress struct {
	mu      sync.Mutex
	w       io.Writer
	start   time.Time
	next    time.Time // when the line is drawn again
	shown   bool
	ended   bool
	text    string
	done    int64
	total   int64
	measure func(int64) string
	stop    chan struct{}
}

// patience is how long work takes before anything is shown, and frame how
// often that changes then.
const (
	patience = time.Second
	frame    = 100 * time.Millisecond
)

// NewProgress returns a line on w, or nil where w is no terminal that can move
// back in a line. Count words a number of what is done.
func NewProgress(w io.Writer, count func(int64) string) *Progress {
	if !Is(w) || isDumb() {
		return nil
	}
	now := time.Now()
	p := &Progress{w: w, start: now, next: now.Add(patience), measure: count, stop: make(chan struct{})}
	go p.tick()
	return p
}

// tick draws the line while nothing is reported either.
func (p *Progress) tick() {
	ticks := time.NewTicker(frame)
	defer ticks.Stop()
	for {
		select {
		case <-p.stop:
			return
		case now := <-ticks.C:
			p.mu.Lock()
			p.draw(now)
			p.mu.Unlock()
		}
	}
}

// Begin says what is done now, and how much of it there is; 0 where that is
// not known.
func (p *Progress) Begin(text string, total int64) {
	if p == nil {
		return
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	p.text, p.done, p.total = text, 0, total
	p.draw(time.Now())
}

// Add says that n more are done.
func (p *Progress) Add(n int64) {
	if p == nil {
		return
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	p.done += n
	p.draw(time.Now())
}

// draw writes the line, if it is time to.
func (p *Progress) draw(now time.Time) {
	if p.ended || now.Before(p.next) {
		return
	}
	p.next, p.shown = now.Add(frame), true
	fmt.Fprintf(p.w, "\r\x1b[K%s", p.line(now))
}

// line is the text: what is done, how much of how much, how fast, and when it
// will be over.
func (p *Progress) line(now time.Time) string {
	elapsed := now.Sub(p.start)
	text := p.text
	if p.done > 0 {
		text += ": " + p.measure(p.done)
		if p.total > 0 {
			text += fmt.Sprintf(" of %s (%d%%)", p.measure(p.total), 100*p.done/p.total)
		}
		if rate := float64(p.done) / elapsed.Seconds(); rate >= 1 {
			text += ", " + p.measure(int64(rate)) + "/s"
			if left := float64(p.total-p.done) / rate; p.total > 0 && left >= 1 {
				text += ", " + (time.Duration(left) * time.Second).String() + " left"
			}
		}
	}
	return text + ", " + elapsed.Round(time.Second).String()
}

// End removes the line for good.
func (p *Progress) End() {
	if p == nil {
		return
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.shown {
		fmt.Fprint(p.w, "\r\x1b[K")
	}
	if !p.ended {
		close(p.stop)
	}
	p.shown, p.ended = false, true
}

// Reader counts the bytes that are read through it.
func (p *Progress) Reader(r io.Reader) io.Reader {
	if p == nil {
		return r
	}
	return progressReader{r, p}
}

type progressReader struct {
	io.Reader
	p *Progress
}

func (r progressReader) Read(b []byte) (int, error) {
	n, err := r.Reader.Read(b)
	r.p.Add(int64(n))
	return n, err
}

// Bytes words a number of bytes.
func Bytes(n int64) string {
	const unit = 1000
	if n < unit {
		return fmt.Sprintf("%d B", n)
	}
	value, prefix := float64(n)/unit, 0
	for value >= unit && prefix < 3 {
		value /= unit
		prefix++
	}
	return fmt.Sprintf("%.1f %cB", value, "kMGT"[prefix])
}
