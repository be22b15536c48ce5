package codec

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/wbxgen/wbxgen/wire"
	"github.com/wbxgen/wbxgen/wire/xmltext"
)

func TestDecoderLimitsTheTextOfALeaf(t *testing.T) {
	doc := head + "<s:name>" + strings.Repeat("x", 3000) + "<!-- -->" + strings.Repeat("y", 3000) + "</s:name></s:session>"
	for _, limits := range []xmltext.Limits{{Token: 5000}, {Token: 2000}} {
		err := Unmarshal([]byte(doc), sessionName, new(session), wire.WithLimits(limits))
		if !errors.Is(err, xmltext.ErrLimit) || !strings.Contains(err.Error(), "text is longer than") {
			t.Errorf("%+v: %v", limits, err)
		}
		again := NewDecoder(strings.NewReader(doc), wire.WithLimits(limits)).Document(sessionName, new(session))
		if again == nil || again.Error() != err.Error() {
			t.Errorf("%v, want %v", again, err)
		}
	}
}

func TestRawContentUsesFewPrefixes(t *testing.T) {
	var b strings.Builder
	b.WriteString("<r")
	for i := range 300 {
		fmt.Fprintf(&b, " xmlns:p%d='u%d'", i, i)
	}
	b.WriteString("><a>")
	for i := range 300 {
		fmt.Fprintf(&b, "p%d:x ", i)
	}
	b.WriteString("</a></r>")
	err := Unmarshal([]byte(b.String()), Name{Local: "r"}, new(RawElement))
	if !errors.Is(err, xmltext.ErrLimit) || !strings.Contains(err.Error(), "raw content uses more than 256 prefixes") {
		t.Error(err)
	}
}
