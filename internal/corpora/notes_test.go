package corpora_test

import (
	"bytes"
	"cmp"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/wbxgen/wbxgen/wire/xmltext"
)

// sprinkled returns the document with comments and processing instructions at
// every place where there may be some, each taken by chance. Elements that are
// nil stay as they are: nothing in them is kept.
func sprinkled(data []byte, seed uint64) []byte {
	r := rand.New(rand.NewPCG(seed, 7))
	var out bytes.Buffer
	from, number, nilDepth := 0, 0, 0
	put := func(at int) {
		out.Write(data[from:at])
		from = at
		for nilDepth == 0 && r.IntN(5) == 0 {
			if number++; number%4 == 0 {
				fmt.Fprintf(&out, "<?note n%d?>", number)
			} else {
				fmt.Fprintf(&out, "<!-- %d: a & b < c -->", number)
			}
		}
	}
	s := xmltext.NewBytesScanner(data, xmltext.Options{AllowDoctype: true})
	text := -1 // where the text at hand starts
	for k := s.Next(); k != xmltext.EOF; k = s.Next() {
		at := int(s.Pos().Offset)
		if text >= 0 {
			inText(r, data[text:at], text, put)
			text = -1
		}
		switch k {
		case xmltext.StartElement:
			put(at)
			if nilDepth == 0 && isNil(s.Attrs()) {
				nilDepth = s.Depth()
			}
		case xmltext.EndElement:
			if bytes.HasPrefix(data[at:], []byte("</")) {
				put(at)
			}
			if nilDepth == s.Depth() {
				nilDepth = 0
			}
		case xmltext.CharData:
			if !bytes.ContainsRune(data[at:at+1], '&') {
				text = at
			}
		}
	}
	put(len(data))
	return out.Bytes()
}

func isNil(attrs []xmltext.RawAttr) bool {
	return slices.ContainsFunc(attrs, func(a xmltext.RawAttr) bool {
		return a.Space == xsi && string(a.Local) == "nil" && strings.Trim(string(a.Value), " ") != "false"
	})
}

// inText puts something into a text without references.
func inText(r *rand.Rand, text []byte, start int, put func(at int)) {
	if len(text) < 2 || bytes.ContainsAny(text, "&<") {
		return
	}
	if at := 1 + r.IntN(len(text)-1); utf8.RuneStart(text[at]) {
		put(start + at)
	}
}

// noted is a comment or processing instruction, and where it is.
type noted struct {
	place string // elements by their names and how many of that came before, and what it is before, or "text"
	text  string // what is around it, if that is text
	at    int    // characters of that before it, without spaces
	node  string
}

// notesIn returns the comments and processing instructions of a document.
func notesIn(data []byte) (list []noted) {
	type open struct {
		path    string
		had     map[string]int
		text    string
		waiting []int // notes since the last child
	}
	stack := []*open{{had: map[string]int{}}}
	settle := func(o *open, before string) {
		for _, i := range o.waiting {
			n := &list[i]
			if n.text = o.text; o.text != "" {
				before = "text"
			}
			n.place = o.path + " " + before
		}
		o.text, o.waiting = "", nil
	}
	s := xmltext.NewBytesScanner(data, xmltext.Options{AllowDoctype: true})
	for k := s.Next(); k != xmltext.EOF; k = s.Next() {
		o := stack[len(stack)-1]
		switch k {
		case xmltext.StartElement:
			name := fmt.Sprintf("{%s}%s", s.Space(), s.Local())
			step := fmt.Sprintf("%s[%d]", name, o.had[name])
			o.had[name]++
			settle(o, step)
			stack = append(stack, &open{path: o.path + "/" + step, had: map[string]int{}})
		case xmltext.EndElement:
			settle(o, "the end")
			stack = stack[:len(stack)-1]
		case xmltext.CharData, xmltext.CData:
			o.text += withoutSpace(string(s.Text()))
		case xmltext.Comment, xmltext.ProcInst:
			o.waiting = append(o.waiting, len(list))
			list = append(list, noted{at: utf8.RuneCountInString(o.text), node: fmt.Sprintf("%v %s %s", k, s.Local(), s.Text())})
		}
	}
	settle(stack[0], "the end")
	return list
}

func withoutSpace(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return r
	}, s)
}

// compareNotes returns the first comment or processing instruction that is lost,
// new, or at another place, or "". The members of an all group may have changed
// places, and what was before one of them has gone with it.
func compareNotes(want, got []byte) string {
	a, b := notesIn(want), notesIn(got)
	for _, list := range [][]noted{a, b} {
		slices.SortStableFunc(list, func(x, y noted) int { return cmp.Compare(x.place, y.place) })
	}
	for i := range max(len(a), len(b)) {
		switch {
		case i >= len(a):
			return fmt.Sprintf("%s: %q is new", b[i].place, b[i].node)
		case i >= len(b):
			return fmt.Sprintf("%s: %q is lost", a[i].place, a[i].node)
		case a[i].place != b[i].place || a[i].node != b[i].node || a[i].text == b[i].text && a[i].at != b[i].at:
			return fmt.Sprintf("%s: %q at %d became %s: %q at %d", a[i].place, a[i].node, a[i].at, b[i].place, b[i].node, b[i].at)
		}
	}
	return ""
}

// withNotes returns the documents, and some of them again with comments and
// processing instructions.
func withNotes(docs []*document) []*document {
	list := slices.Clone(docs)
	for i, d := range docs {
		if i%3 == 0 {
			list = append(list, &document{name: d.name + " with notes", root: d.root, data: sprinkled(d.data, uint64(i)), noted: true})
		}
	}
	return list
}

// TestCompareNotes holds the comparer to what it is for.
func TestCompareNotes(t *testing.T) {
	const doc = `<?a b?><r><!--1--><x>te<!--2-->xt</x><!--3--><x/><y/><!--4--></r><!--5-->`
	for change, same := range map[string]bool{
		"":                                  true,
		"<!--1-->=":                         false,
		"<?a b?>=":                          false,
		"<?a b?>=<?a c?>":                   false,
		"<!--5-->=":                         false,
		"te<!--2-->=<!--2-->te":             false,
		"te<!--2-->xt=12<!--2-->":           true,
		"<!--3--><x/>=<x/><!--3-->":         false,
		"<!--3--><x/><y/>=<y/><!--3--><x/>": true,
		"<!--4--></r>=</r><!--4-->":         false,
	} {
		old, fresh, _ := strings.Cut(change, "=")
		if got := compareNotes([]byte(doc), []byte(strings.Replace(doc, old, fresh, 1))); (got == "") != same {
			t.Errorf("%s: %q", change, got)
		}
	}
	for seed := range uint64(50) {
		if got := sprinkled([]byte(doc), seed); compareNotes(got, got) != "" || (&comparer{}).compare([]byte(doc), got) != "" {
			t.Errorf("%s", got)
		}
	}
}
