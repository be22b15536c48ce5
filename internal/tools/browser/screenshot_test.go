package browser

import (
	"bytes"
	"image/png"
	"os"
	"path/filepath"
	"testing"

	"github.com/chromedp/chromedp"

	"github.com/wbxgen/wbxgen/internal/judge"
)

// pictures are those of the report in docs/.
var pictures = []struct {
	file string
	screen
	prepare string
}{
	{"report-desktop.png", screen{1280, 1100, "light"}, `document.querySelectorAll("article details")[0].open = true`},
	{"report-phone.png", screen{390, 844, "dark"}, `true`},
}

// maxPicture is how long a picture may be, in bytes.
const maxPicture = 300_000

// TestScreenshots looks at the pictures, and takes them anew if asked to.
// Fonts differ between machines, so that they are not compared.
func TestScreenshots(t *testing.T) {
	for _, p := range pictures {
		t.Run(p.file, func(t *testing.T) {
			file := filepath.Join(judge.Root(t), "docs", p.file)
			if os.Getenv("WBXGEN_SCREENSHOTS") == "1" {
				take(newTab(t), p.screen, p.prepare, file)
			}
			data, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			size, err := png.DecodeConfig(bytes.NewReader(data))
			if err != nil || int64(size.Width) != p.width || len(data) > maxPicture {
				t.Errorf("%d bytes, %d wide, %v", len(data), size.Width, err)
			}
		})
	}
}

func take(t *tab, s screen, prepare, file string) {
	t.Helper()
	t.resize(s)
	t.open(pageOf("breaks"))
	ask[bool](t, prepare)
	data, err := chromedp.Run(t.ctx, chromedp.CaptureScreenshot())
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, data, 0o644); err != nil {
		t.Fatal(err)
	}
}
