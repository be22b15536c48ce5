package validate_test

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/wbxgen/wbxgen/internal/judge"
	"github.com/wbxgen/wbxgen/internal/source"
	"github.com/wbxgen/wbxgen/internal/validate"
	"github.com/wbxgen/wbxgen/wire/xmltext"
)

// Valid sample documents with one random change each are valid or not as Xerces
// has it.
func TestMutantsAreJudgedAsXercesDoes(t *testing.T) {
	count := 100
	if os.Getenv("WBXGEN_LONG") != "" && !testing.Short() {
		count = 2000
	}
	r := rand.New(rand.NewPCG(40, 6))
	all := slices.DeleteFunc(samples(t), func(s sample) bool { return s.direction != "response" || s.kind == "loose" })
	invalid := 0
	for i := range count {
		s := all[i%len(all)]
		doc, err := os.ReadFile(filepath.Join("../../testdata/samples", s.file))
		if err != nil {
			t.Fatal(err)
		}
		changed, what := mutant(doc, dissect(doc), r)
		theirs := xerces(t, s.release).Validate(changed)
		ours := validate.New(release(t, s.release), validate.Options{}).ValidateBytes(changed, s.file)
		if ours.Valid() != (theirs == nil) {
			t.Errorf("%s, mutant %d (%s): we say %v: %s\nXerces: %v", s.file, i, what, ours.Outcome(), ours.Diagnostics(), theirs)
		}
		if theirs != nil {
			invalid++
		}
	}
	t.Logf("%d of %d mutants are not valid", invalid, count)
	if 10*invalid < count || 10*invalid > 9*count {
		t.Error("too one-sided to say much")
	}
}

// xerces returns the schema of a release as Xerces compiles it.
func xerces(t *testing.T, version string) *judge.Schema {
	t.Helper()
	set, err := source.Open(version, source.Options{Root: "../../schemas"})
	if err != nil {
		t.Fatal(err)
	}
	schema, err := judge.Xerces(t).CompileSet(set.Origin)
	if err != nil {
		t.Fatal(err)
	}
	return schema
}

// span is a part of a document.
type span struct{ from, to int64 }

func (s span) of(doc []byte) []byte { return doc[s.from:s.to] }

// anatomy says where the parts of a document are that a mutation can change.
type anatomy struct {
	elements []span // without the root
	tags     []span // start tags, the root's too
	texts    []span
	next     map[span]span // the element behind one, where nothing but space is between
}

// dissect takes a well-formed document apart.
func dissect(doc []byte) anatomy {
	a := anatomy{next: map[span]span{}}
	s := xmltext.NewBytesScanner(doc, xmltext.Options{})
	type open struct {
		from int64
		last span
	}
	var stack []open
	var before xmltext.Kind
	var at int64
	for k := s.Next(); ; k = s.Next() {
		here := s.Pos().Offset
		switch before {
		case xmltext.StartElement:
			if here > at {
				a.tags = append(a.tags, span{at, here})
			}
		case xmltext.CharData:
			if text := doc[at:here]; len(bytes.TrimSpace(text)) > 0 {
				a.texts = append(a.texts, span{at, here})
			}
		case xmltext.EndElement:
			top := stack[len(stack)-1]
			stack = stack[:len(stack)-1]
			if len(stack) > 0 {
				e := span{top.from, here}
				parent := &stack[len(stack)-1]
				if parent.last != (span{}) {
					a.next[parent.last] = e
				}
				parent.last = e
				a.elements = append(a.elements, e)
			}
		}
		if k == xmltext.StartElement {
			stack = append(stack, open{from: here})
		}
		if k == xmltext.EOF {
			return a
		}
		before, at = k, here
	}
}

// otherTexts are texts that types may take or refuse.
var otherTexts = []string{"", " ", "x", "0", "-1", "1", "true", "TRUE", "2.5", "1e3", "2020-02-30", "07/06/2020 08:45:00", "a b", "99999999999999999999", "ü", "a\tb"}

// mutant returns the document with one random change that keeps it
// well-formed, and what the change was.
func mutant(doc []byte, a anatomy, r *rand.Rand) ([]byte, string) {
	for {
		switch r.IntN(8) {
		case 0:
			if e, ok := pick(a.elements, r); ok {
				return replaced(doc, e, nil), "without " + name(e.of(doc))
			}
		case 1:
			if e, ok := pick(a.elements, r); ok {
				return replaced(doc, e, bytes.Repeat(e.of(doc), 2)), "twice " + name(e.of(doc))
			}
		case 2:
			if e, ok := pick(a.elements, r); ok {
				if f, ok := a.next[e]; ok {
					swapped := slices.Concat(f.of(doc), doc[e.to:f.from], e.of(doc))
					return replaced(doc, span{e.from, f.to}, swapped), "swapped " + name(e.of(doc))
				}
			}
		case 3:
			if t, ok := pick(a.texts, r); ok {
				text := otherTexts[r.IntN(len(otherTexts))]
				return replaced(doc, t, []byte(text)), fmt.Sprintf("text %q for %q", text, t.of(doc))
			}
		case 4:
			if e, ok := pick(a.elements, r); ok {
				f, _ := pick(a.elements, r)
				return replaced(doc, e, f.of(doc)), name(f.of(doc)) + " for " + name(e.of(doc))
			}
		case 5:
			if e, ok := pick(a.elements, r); ok {
				n := name(e.of(doc))
				renamed := bytes.Replace(e.of(doc), []byte("<"+n), []byte("<"+n+"x"), 1)
				if at := bytes.LastIndex(renamed, []byte("</"+n)); at >= 0 {
					return replaced(doc, e, slices.Concat(renamed[:at], []byte("</"+n+"x"), renamed[at+2+len(n):])), "renamed " + n
				}
			}
		case 6:
			if t, ok := pick(a.tags, r); ok {
				if changed, what := mutantTag(t.of(doc), r); changed != nil {
					return replaced(doc, t, changed), what
				}
			}
		case 7:
			if t, ok := pick(a.tags, r); ok && !bytes.HasSuffix(t.of(doc), []byte("/>")) {
				return replaced(doc, span{t.to, t.to}, []byte("stray")), "text in " + name(t.of(doc))
			}
		}
	}
}

// mutantTag changes an attribute of a start tag, or adds one.
func mutantTag(tag []byte, r *rand.Rand) ([]byte, string) {
	end := len(tag) - 1
	if tag[end-1] == '/' {
		end--
	}
	if r.IntN(2) == 0 {
		const xsi = ` xmlns:i="http://www.w3.org/2001/XMLSchema-instance" `
		more := []string{` other="1"`, xsi + `i:nil="true"`, xsi + `i:nil="false"`, xsi + `i:type="no"`}[r.IntN(4)]
		return slices.Concat(tag[:end], []byte(more), tag[end:]), "with" + more[max(0, len(more)-14):]
	}
	at := bytes.LastIndexByte(tag[:end], '"')
	if at < 0 {
		return nil, ""
	}
	from := bytes.LastIndexByte(tag[:at], '"') + 1
	start := bytes.LastIndexByte(tag[:from], ' ') + 1
	if bytes.HasPrefix(tag[start:], []byte("xmlns")) {
		return nil, ""
	}
	if r.IntN(2) == 0 {
		return slices.Concat(tag[:start], tag[at+1:]), "without the attribute " + string(tag[start:from])
	}
	text := otherTexts[r.IntN(len(otherTexts))]
	return slices.Concat(tag[:from], []byte(text), tag[at:]), fmt.Sprintf("attribute %s%q", tag[start:from], text)
}

func pick(list []span, r *rand.Rand) (span, bool) {
	if len(list) == 0 {
		return span{}, false
	}
	return list[r.IntN(len(list))], true
}

func replaced(doc []byte, s span, by []byte) []byte {
	return slices.Concat(doc[:s.from], by, doc[s.to:])
}

// name returns the name in a start tag.
func name(tag []byte) string {
	return string(tag[1 : 1+bytes.IndexAny(tag[1:], " \t\r\n/>")])
}
