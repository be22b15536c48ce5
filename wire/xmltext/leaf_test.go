package xmltext

import (
	"strings"
	"testing"
	"testing/iotest"
)

// TestLeaf: where an element is not read in one go, nothing has happened.
func TestLeaf(t *testing.T) {
	const doc = "<a>\n<b>text</b><b x='1'></b><b/><b>a &amp; b</b><b><c>1</c></b></a>"
	var got, plain []string
	s := NewBytesScanner([]byte(doc), Options{})
	for k := s.Next(); k != EOF; k = s.Next() {
		got = append(got, k.String()+" "+string(s.Local())+string(s.Text()))
		text, ok := s.Leaf()
		if !ok {
			continue
		}
		if len(text) > 0 {
			got = append(got, CharData.String()+" "+string(text))
		}
		got = append(got, EndElement.String()+" "+string(s.Local()))
		if _, again := s.Leaf(); again || !strings.HasPrefix(doc[s.Pos().Offset:], "</") {
			t.Errorf("behind a leaf: %v, another %v", s.Pos(), again)
		}
	}
	s = NewScanner(iotest.OneByteReader(strings.NewReader(doc)), Options{})
	for k := s.Next(); k != EOF; k = s.Next() {
		plain = append(plain, k.String()+" "+string(s.Local())+string(s.Text()))
	}
	if a, b := strings.Join(got, "\n"), strings.Join(plain, "\n"); a != b {
		t.Errorf("with leaves:\n%s\nwithout:\n%s", a, b)
	}
}
