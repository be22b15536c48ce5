package browser

import (
	"context"
	"fmt"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

// patience is how long a tab may take in all; a loaded machine is slow.
const patience = 3 * time.Minute

// missing skips a test, or fails it where the browser has to be there.
func missing(t *testing.T, what string) {
	t.Helper()
	if os.Getenv("WBXGEN_BROWSER") == "1" {
		t.Fatal(what)
	}
	t.Skip(what)
}

// chromium is one process for all tests, each of which opens a tab.
var chromium = sync.OnceValues(func() (context.Context, context.CancelFunc) {
	var path string
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome"} {
		if found, err := exec.LookPath(name); err == nil {
			path = found
			break
		}
	}
	if path == "" {
		return nil, func() {}
	}
	options := append(slices.Clone(chromedp.DefaultExecAllocatorOptions[:]),
		chromedp.ExecPath(path), chromedp.WSURLReadTimeout(patience), chromedp.Flag("hide-scrollbars", true))
	if os.Geteuid() == 0 {
		options = append(options, chromedp.NoSandbox)
	}
	allocator, stop := chromedp.NewExecAllocator(context.Background(), options...)
	browser, end := chromedp.NewContext(allocator)
	return browser, func() { end(); stop() }
})

// tab is a tab with what it has asked the network for and told the console.
type tab struct {
	*testing.T
	ctx context.Context

	mu                sync.Mutex
	requests, console []string
}

func newTab(t *testing.T) *tab {
	t.Helper()
	browser, _ := chromium()
	if browser == nil {
		missing(t, "Chromium is not installed")
	}
	if err := chromedp.Do(browser); err != nil { // start it, if it is not there yet
		t.Fatal(err)
	}
	tab := &tab{T: t}
	ctx, end := chromedp.NewContext(browser, chromedp.WithListener(tab.note))
	t.Cleanup(end)
	ctx, giveUp := context.WithTimeout(ctx, patience)
	t.Cleanup(giveUp)
	tab.ctx = ctx
	tab.resize(screen{1280, 900, "light"})
	return tab
}

func (t *tab) note(event any) {
	t.mu.Lock()
	defer t.mu.Unlock()
	switch e := event.(type) {
	case *network.EventRequestWillBeSent:
		t.requests = append(t.requests, e.Request.URL)
	case *runtime.EventConsoleAPICalled:
		t.console = append(t.console, fmt.Sprintf("console.%s", e.Type))
	case *runtime.EventExceptionThrown:
		t.console = append(t.console, e.ExceptionDetails.Text)
	case *log.EventEntryAdded:
		t.console = append(t.console, fmt.Sprintf("%s: %s", e.Entry.Level, e.Entry.Text))
	}
}

// noted returns what the tab has asked for and told so far.
func (t *tab) noted() (requests, console []string) {
	t.mu.Lock()
	defer t.mu.Unlock()
	return slices.Clone(t.requests), slices.Clone(t.console)
}

func (t *tab) do(steps ...chromedp.Action[chromedp.Void]) {
	t.Helper()
	if err := chromedp.Do(t.ctx, steps...); err != nil {
		t.Fatal(err)
	}
}

func (t *tab) open(file string) {
	t.Helper()
	t.do(chromedp.Navigate(address(file)))
}

func address(file string) string {
	return (&url.URL{Scheme: "file", Path: filepath.ToSlash(file)}).String()
}

// ask evaluates an expression in the page of a tab.
func ask[T any](t *tab, expression string) T {
	t.Helper()
	v, err := chromedp.Run(t.ctx, chromedp.Evaluate[T](expression, chromedp.EvalAwaitPromise))
	if err != nil {
		t.Fatalf("%s: %v", expression[:min(len(expression), 200)], err)
	}
	return v
}

// press sends keys.
func (t *tab) press(keys string, options ...chromedp.KeyOption) {
	t.Helper()
	t.do(chromedp.KeyEvent(keys, options...))
}

// screen is a window and a colour scheme.
type screen struct {
	width, height int64
	scheme        string
}

func (s screen) String() string { return fmt.Sprintf("%d-%s", s.width, s.scheme) }

func (t *tab) resize(s screen) {
	t.Helper()
	window := emulation.SetDeviceMetricsOverrideParams{Width: s.width, Height: s.height, DeviceScaleFactor: 1, Mobile: s.width < 500}
	if _, err := chromedp.Call(t.ctx, emulation.SetDeviceMetricsOverride, window); err != nil {
		t.Fatal(err)
	}
	media := emulation.SetEmulatedMediaParams{Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: s.scheme}}}
	if _, err := chromedp.Call(t.ctx, emulation.SetEmulatedMedia, media); err != nil {
		t.Fatal(err)
	}
}

// write puts a page into a file of the test's.
func write(t *testing.T, page string) string {
	t.Helper()
	file := filepath.Join(t.TempDir(), "page.html")
	if err := os.WriteFile(file, []byte(strings.TrimSpace(page)), 0o644); err != nil {
		t.Fatal(err)
	}
	return file
}
