package terminal

import (
	"bytes"
	"os"
	"strings"
	"testing"
	"time"
	"unicode/utf8"
)

func TestColors(t *testing.T) {
	t.Setenv("TERM", "xterm")
	t.Setenv("NO_COLOR", "")
	for choice, want := range map[string]bool{"always": true, "never": false, "auto": false} {
		if got := Colors(new(bytes.Buffer), choice); got != want {
			t.Errorf("a pipe with %s: %v", choice, got)
		}
	}
	if NewProgress(os.NewFile(99, "nothing"), Bytes) != nil {
		t.Error("progress on what is no terminal")
	}
}

func TestWidth(t *testing.T) {
	for columns, want := range map[string]int{"": 80, "120": 120, "3": 80, "x": 80} {
		t.Setenv("COLUMNS", columns)
		if got := Width(new(bytes.Buffer)); got != want {
			t.Errorf("COLUMNS=%s: %d", columns, got)
		}
	}
}

func TestWrap(t *testing.T) {
	text := "one two three four five six seven\neight nine\n\n  kept   as it is, however long the line may get\n\nülf änd öve"
	for width := 5; width < 60; width++ {
		got := Wrap(text, width)
		if strings.Join(strings.Fields(got), " ") != strings.Join(strings.Fields(text), " ") {
			t.Fatalf("width %d: words are lost: %q", width, got)
		}
		for _, line := range strings.Split(got, "\n") {
			if utf8.RuneCountInString(line) > width && !strings.HasPrefix(line, "  kept") {
				t.Errorf("width %d: %q", width, line)
			}
		}
	}
	if got := Hang("  name  ", strings.Repeat("word ", 10), 30); got != "  name  word word word word\n        word word word word\n        word word\n" {
		t.Errorf("got %q", got)
	}
}

func TestDiagnosticsArePainted(t *testing.T) {
	text := "a.xsd:1:2: error: no \"note: x\" here [c]\nb.xsd: note: see\nerror: alone\nplain: text\na.xsd:3:4: warning: w"
	got := Diagnostics(text)
	want := bold + "a.xsd:1:2:" + reset + " " + red + "error:" + reset + " no \"note: x\" here [c]\n" +
		bold + "b.xsd:" + reset + " " + cyan + "note:" + reset + " see\n" + red + "error:" + reset + " alone\nplain: text\n" +
		bold + "a.xsd:3:4:" + reset + " " + yellow + "warning:" + reset + " w"
	if got != want {
		t.Errorf("\n got %q\nwant %q", got, want)
	}
}

func TestProgressSaysNothingForASecond(t *testing.T) {
	var out bytes.Buffer
	start := time.Now()
	p := &Progress{w: &out, start: start, next: start.Add(patience), measure: Bytes, stop: make(chan struct{})}
	p.text, p.total = "big.xml", 4_000_000
	p.draw(start.Add(900 * time.Millisecond))
	if out.Len() > 0 {
		t.Errorf("after 0.9 s: %q", out.String())
	}
	p.done = 1_000_000
	p.draw(start.Add(2 * time.Second))
	if got, want := out.String(), "\r\x1b[Kbig.xml: 1.0 MB of 4.0 MB (25%), 500.0 kB/s, 6s left, 2s"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	p.draw(start.Add(2050 * time.Millisecond))
	if strings.Count(out.String(), "\r") != 1 {
		t.Error("drawn again too soon")
	}
	p.End()
	p.End()
	if !strings.HasSuffix(out.String(), "\r\x1b[K") {
		t.Errorf("the line stays: %q", out.String())
	}
	p.draw(start.Add(time.Hour))
	if strings.Count(out.String(), "\r") != 2 {
		t.Error("drawn after the end")
	}
	var none *Progress
	none.Begin("x", 1)
	none.Add(1)
	none.End()
}
