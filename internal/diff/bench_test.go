package diff

import "testing"

func BenchmarkCompareReleases(b *testing.B) {
	old, now := webex(b, "40.4.8"), webex(b, "40.6.0")
	for b.Loop() {
		Compare(old, now, Options{})
	}
}
