package report

import (
	"fmt"
	"strings"
	"testing"

	"github.com/wbxgen/wbxgen/internal/diag"
	"github.com/wbxgen/wbxgen/internal/diff/change"
)

func textOf(list []excerptLine) string {
	var b strings.Builder
	for _, line := range list {
		mark := ""
		if line.Here {
			mark = "> "
		}
		b.WriteString(mark + line.Indent + line.Text + "\n")
	}
	return b.String()
}

func TestProofsAreLaidOut(t *testing.T) {
	for _, c := range []struct{ name, document, err, want, left string }{
		{
			"an element a line", `<a><b/><c>text</c><d></d></a>`, "no",
			"<a>\n  <b/>\n  <c>text</c>\n  <d></d>\n</a>\n", "no",
		},
		{
			"the place of the error is marked", `<a><b/><c>text</c></a>`, `1:8: element "c" is too much`,
			"<a>\n  <b/>\n>   <c>text</c>\n</a>\n", `element "c" is too much`,
		},
		{
			"prefixes have lines too", `<p:a xmlns:p="urn:p" xmlns:q="urn:q" q:r="1"><q:b/></p:a>`, "1:54: b",
			"<p:a xmlns:p=\"urn:p\"\n    xmlns:q=\"urn:q\" q:r=\"1\">\n  <q:b/>\n> </p:a>\n", "b",
		},
		{"text beside elements", `<a>one<b/>two</a>`, "no", "<a>one\n  <b/>two\n</a>\n", "no"},
		{"an error beyond the document", `<a/>`, "1:99: where", "<a/>\n", "1:99: where"},
		{"not XML", `<a><b`, "1:3: end", "> <a><b\n", "end"},
		{"nothing", "", "no", "", "no"},
	} {
		t.Run(c.name, func(t *testing.T) {
			p := proofOf(witness{Witness: change.Witness{XML: c.document, Error: c.err}})
			if got := textOf(p.Lines); got != c.want || p.Error != c.left {
				t.Errorf("got %q, %s", got, p.Error)
			}
		})
	}
}

func TestExcerptsAreCutAndMovedLeft(t *testing.T) {
	source := "one\r\n\t\tdeep\n\n    less\x1b  \n        " + strings.Repeat("ä", 400) + "\nsix\n"
	files := newLines(func(string) ([]byte, error) { return []byte(source), nil })
	for _, c := range []struct {
		line int
		want string
	}{
		{0, ""},
		{99, ""},
		{1, "> one\n        deep\n\n    less\uFFFD\n"},
		{4, "one\n        deep\n\n>     less\uFFFD\n        " + strings.Repeat("ä", maxLine) + "…\nsix\n\n"},
	} {
		if got := textOf(files.around(diag.Pos{File: "f", Line: c.line})); got != c.want {
			t.Errorf("line %d: got %q, want %q", c.line, got, c.want)
		}
	}
	inner := newLines(func(string) ([]byte, error) { return []byte("    a\n      b\n"), nil })
	if got := textOf(inner.around(diag.Pos{File: "f", Line: 2})); got != "a\n>   b\n\n" {
		t.Errorf("got %q", got)
	}
	if got := newLines(nil).around(diag.Pos{File: "f", Line: 1}); got != nil {
		t.Errorf("got %v without a reader", got)
	}
}

func TestNumbersOfLinesAreInColumn(t *testing.T) {
	files := newLines(func(string) ([]byte, error) { return []byte(strings.Repeat("x\n", 20)), nil })
	var got []string
	for _, line := range files.around(diag.Pos{File: "f", Line: 8}) {
		got = append(got, line.Number)
	}
	if want := "[ 5  6  7  8  9 10 11]"; fmt.Sprint(got) != want {
		t.Errorf("got %v, want %s", got, want)
	}
}
