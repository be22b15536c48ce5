package batch_test

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"testing/iotest"
	"time"

	"github.com/wbxgen/wbxgen/internal/batch"
	"github.com/wbxgen/wbxgen/internal/source"
	"github.com/wbxgen/wbxgen/internal/xsd/compile"
	"github.com/wbxgen/wbxgen/wire/xmltext"
)

const (
	head = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:t="urn:t" xmlns:u="urn:u" `
	size = head + `targetNamespace="urn:t" elementFormDefault="qualified"><xs:element name="size" type="xs:int"/></xs:schema>`
	text = head + `targetNamespace="urn:u"><xs:element name="text" type="xs:token"/></xs:schema>`
	open = head + `targetNamespace="urn:t"><xs:element name="open"><xs:complexType><xs:sequence><xs:any/></xs:sequence></xs:complexType></xs:element></xs:schema>`
	hint = ` xmlns:i="http://www.w3.org/2001/XMLSchema-instance" i:schemaLocation="urn:u text.xsd" xmlns:u="urn:u"`
)

var files = map[string]string{
	"size.xsd":        size,
	"text.xsd":        text,
	"open.xsd":        open,
	"wrong.xsd":       strings.Replace(size, "xs:int", "xs:inn", 1),
	"broken.xsd":      head + ">",
	"part.xsd":        head + `targetNamespace="urn:t"><xs:include schemaLocation="deep/size.xsd"/></xs:schema>`,
	"deep/size.xsd":   size,
	"deep/up.xsd":     head + `targetNamespace="urn:t"><xs:include schemaLocation="../size.xsd"/></xs:schema>`,
	"good.xml":        `<size xmlns="urn:t">1</size>`,
	"bad.xml":         `<size xmlns="urn:t">one</size>`,
	"broken.xml":      `<size xmlns="urn:t">1</siz>`,
	"hinted.xml":      `<u:text` + hint + `>x</u:text>`,
	"my text.xsd":     text,
	"escaped.xml":     `<u:text` + strings.Replace(hint, "text.xsd", "./my%20text.xsd", 1) + `>x</u:text>`,
	"escaped-out.xml": `<u:text` + strings.Replace(hint, "text.xsd", "%2e%2e/text.xsd", 1) + `>x</u:text>`,
	"unheard.xsd":     `<?xml version="1.0" encoding="x-unheard-of"?>` + size,
	"newer.xsd":       strings.Replace(size, `type="xs:int"/>`, `><xs:complexType><xs:assert test="1"/></xs:complexType></xs:element>`, 1),
	"hinted-bad.xml":  `<u:text` + hint + `><x/></u:text>`,
	"mixed.xml":       `<t:open xmlns:t="urn:t"` + hint + `><u:text>x</u:text></t:open>`,
	"mixed-bad.xml":   `<t:open xmlns:t="urn:t"` + strings.Replace(hint, "text.xsd", "wrong.xsd", 1) + `><u:text>x</u:text></t:open>`,
	"outside.xml":     `<u:text` + strings.Replace(hint, "text.xsd", "../text.xsd", 1) + `>x</u:text>`,
	"net.xml":         `<u:text` + strings.Replace(hint, "text.xsd", "http://localhost/text.xsd", 1) + `>x</u:text>`,
	"deep/above.xml":  `<u:text` + strings.Replace(hint, "text.xsd", "../text.xsd", 1) + `>x</u:text>`,
	"hinted-none.xml": `<u:text` + strings.Replace(hint, "urn:u text.xsd", "urn:t wrong.xsd", 1) + `>x</u:text>`,
}

// answer is a line of output.
type answer struct{ ID, Schema, Instance, Message string }

// folder writes the files to a folder, which becomes the working directory.
func folder(t testing.TB) {
	t.Helper()
	dir := t.TempDir()
	for name, content := range files {
		file := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(file), 0o777); err != nil {
			t.Fatal(err)
		}
		write(t, file, content)
	}
	t.Chdir(dir)
}

func write(t testing.TB, file, content string) {
	t.Helper()
	if err := os.WriteFile(file, []byte(content), 0o666); err != nil {
		t.Fatal(err)
	}
}

// served returns the answers to lines.
func served(t testing.TB, o batch.Options, lines ...string) []answer {
	t.Helper()
	var out bytes.Buffer
	if err := batch.Serve(t.Context(), strings.NewReader(strings.Join(lines, "\n")), &out, o); err != nil {
		t.Fatal(err)
	}
	return parsed(t, &out)
}

func parsed(t testing.TB, out io.Reader) []answer {
	t.Helper()
	var list []answer
	for d := json.NewDecoder(out); d.More(); {
		var a answer
		if err := d.Decode(&a); err != nil {
			t.Fatal(err)
		}
		list = append(list, a)
	}
	return list
}

// ask makes a request of a list of schemas and an instance.
func ask(schemas, instance string) string {
	line, err := json.Marshal(map[string]any{"id": "1", "schemas": strings.Fields(schemas), "instance": instance})
	if err != nil {
		panic(err)
	}
	return string(line)
}

func TestVerdicts(t *testing.T) {
	folder(t)
	for name, test := range map[string]struct {
		schemas, instance string
		want              string // schema, instance, message
	}{
		"good document":            {"size.xsd", "good.xml", "valid valid "},
		"bad document":             {"size.xsd", "bad.xml", `valid invalid bad.xml:1:1: error: element "size": "one" is not of type xs:int`},
		"broken document":          {"size.xsd", "broken.xml", "valid invalid broken.xml:1:"},
		"missing document":         {"size.xsd", "none.xml", "valid error none.xml: error: cannot read"},
		"folder as document":       {"size.xsd", "deep", "valid error deep: error: cannot read: it is no regular file"},
		"schema alone":             {"size.xsd", "", "valid  "},
		"wrong schema":             {"wrong.xsd", "", "invalid  wrong.xsd:1:"},
		"wrong schema for":         {"wrong.xsd", "good.xml", "invalid invalid wrong.xsd:1:"},
		"broken schema":            {"broken.xsd", "", "invalid  broken.xsd:1:"},
		"missing schema":           {"none.xsd", "good.xml", "error error none.xsd: error: there is no such file"},
		"missing second schema":    {"size.xsd none.xsd", "", "error  "},
		"two schemas":              {"size.xsd text.xsd", "good.xml", "valid valid "},
		"one schema twice":         {"size.xsd size.xsd", "good.xml", "valid valid "},
		"schemas of two folders":   {"deep/size.xsd text.xsd", "good.xml", "valid valid "},
		"include below":            {"part.xsd", "good.xml", "valid valid "},
		"include above":            {"deep/up.xsd", "good.xml", "valid invalid "},
		"include among the given":  {"deep/up.xsd text.xsd", "good.xml", "valid valid "},
		"version":                  {"40.6.0", "", "valid  "},
		"version among others":     {"size.xsd 40.6.0", "", "error  40.6.0: error: a version"},
		"folder among others":      {"size.xsd deep", "", "error  deep: error: a version, a directory"},
		"folder":                   {"deep", "good.xml", "valid valid "},
		"own hints":                {"", "hinted.xml", "valid valid "},
		"own hints, bad":           {"", "hinted-bad.xml", "valid invalid hinted-bad.xml:1:"},
		"own hints, escaped":       {"", "escaped.xml", "valid valid "},
		"own hints, escaped out":   {"", "escaped-out.xml", "valid invalid escaped-out.xml:1:1: error: there is no global declaration"},
		"schema nobody can read":   {"unheard.xsd", "good.xml", "error error unheard.xsd:1:1: error: the encoding x-unheard-of is not supported"},
		"schema of XSD 1.1":        {"newer.xsd", "good.xml", "invalid invalid newer.xsd:1:"},
		"own hints, wrong schema":  {"", "hinted-none.xml", "invalid invalid wrong.xsd:1:"},
		"own hints, none":          {"", "good.xml", "valid invalid good.xml:1:1: error: there is no global declaration of the root element"},
		"own hints, missing":       {"", "none.xml", "error error none.xml: error: cannot read"},
		"own hints out of reach":   {"", "deep/above.xml", "valid invalid deep/above.xml:1:1: error: there is no global declaration"},
		"own hints, the net":       {"", "net.xml", "valid invalid net.xml:1:1: error: there is no global declaration"},
		"hint for what is missing": {"open.xsd", "mixed.xml", "valid valid "},
		"hint to a wrong schema":   {"open.xsd", "mixed-bad.xml", "valid invalid mixed-bad.xml:1:"},
		"nothing":                  {"", "", "error  the request names neither"},
	} {
		got := served(t, batch.Options{}, ask(test.schemas, test.instance))
		if len(got) != 1 {
			t.Fatal(name, got)
		}
		said := fmt.Sprintf("%s %s %s", got[0].Schema, got[0].Instance, got[0].Message)
		if got[0].ID != "1" || !strings.HasPrefix(said, test.want) || strings.HasSuffix(test.want, "valid ") && got[0].Message != "" && !strings.Contains(test.want, "invalid") {
			t.Errorf("%s:\n got %s\nwant %s", name, said, test.want)
		}
	}
}

func TestWithinSaysWhatMayBeReached(t *testing.T) {
	folder(t)
	here, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	for _, within := range []string{".", here} {
		for _, prefix := range []string{"", here + "/"} {
			got := served(t, batch.Options{Within: within}, ask(prefix+"deep/up.xsd", prefix+"good.xml"), ask("", prefix+"deep/above.xml"))
			for _, a := range got {
				if a.Schema != "valid" || a.Instance != "valid" {
					t.Errorf("within %s, %q: %+v", within, prefix, a)
				}
			}
		}
	}
	if got := served(t, batch.Options{Within: "deep"}, ask("size.xsd", ""))[0]; got.Schema != "error" {
		t.Error(got)
	}
}

func TestAnswersKeepOrderAndID(t *testing.T) {
	folder(t)
	got := served(t, batch.Options{},
		`{"id":"a","schemas":["size.xsd"],"instance":"good.xml"}`, "", "   ",
		`{"id":"b","schemas":["wrong.xsd"]}`, "no request", `{"id":"c","schemas":"size.xsd"}`, `{"id":"d"}`, `[]`,
		`{"id":"e","schemas":["size.xsd"],"instance":"bad.xml","more":1}`)
	want := []string{"a valid valid", "b invalid ", " error ", "c error ", "d error ", " error ", "e valid invalid"}
	for i, a := range got {
		if said := strings.Join([]string{a.ID, a.Schema, a.Instance}, " "); i >= len(want) || said != want[i] {
			t.Errorf("line %d is %q: %s", i, said, a.Message)
		}
	}
	if len(got) != len(want) {
		t.Errorf("%d answers", len(got))
	}
}

func TestAnIDCanBeAnything(t *testing.T) {
	folder(t)
	var out bytes.Buffer
	in := strings.NewReader(`{"id":{"n":[1, 2]},"schemas":["size.xsd"]}` + "\n" + `{"schemas":["size.xsd"]}`)
	if err := batch.Serve(t.Context(), in, &out, batch.Options{}); err != nil {
		t.Fatal(err)
	}
	want := `{"id":{"n":[1,2]},"schema":"valid","instance":"","message":""}
{"id":"","schema":"valid","instance":"","message":""}
`
	if got := out.String(); got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
}

func TestLongLinesAreAnswered(t *testing.T) {
	folder(t)
	got := served(t, batch.Options{Line: 100}, ask(strings.Repeat("size.xsd ", 1000), ""), ask("size.xsd", "good.xml"))
	if len(got) != 2 || got[0].Schema != "error" || got[0].Message != "the request is longer than 100 bytes" || got[1].Instance != "valid" {
		t.Error(got)
	}
}

func TestLimitsAreErrors(t *testing.T) {
	folder(t)
	for name, o := range map[string]batch.Options{
		"document": {Document: xmltext.Limits{Size: 10}},
		"source":   {Source: source.Limits{Bytes: 10}},
		"compile":  {Compile: compile.Limits{Components: 1}},
	} {
		got := served(t, o, ask("open.xsd", "mixed.xml"), ask("open.xsd", "mixed.xml"))
		if len(got) != 2 || got[0].Instance != "error" || got[0] != got[1] {
			t.Errorf("%s: %+v", name, got)
		}
	}
}

// A schema is compiled again once one of its documents has changed, one that
// is included as well.
func TestChangedSchemasAreNoticed(t *testing.T) {
	folder(t)
	c := newConversation(t, batch.Options{})
	want := func(verdicts string) {
		t.Helper()
		if a := c.ask(ask("part.xsd", "good.xml")); a.Schema+" "+a.Instance != verdicts {
			t.Errorf("got %+v, want %s", a, verdicts)
		}
	}
	want("valid valid")
	write(t, "deep/size.xsd", strings.Replace(size, "xs:int", "xs:date", 1))
	want("valid invalid")
	write(t, "deep/size.xsd", strings.Replace(size, "xs:int", "xs:dat", 1))
	want("invalid invalid")
	write(t, "deep/size.xsd", strings.Replace(size, "xs:int", "xs:long", 1))
	want("valid valid")
	c.end()
}

// However few schemas are kept, each request has its own.
func TestFewSchemasAreKept(t *testing.T) {
	folder(t)
	var lines []string
	for range 3 {
		lines = append(lines, ask("size.xsd", "good.xml"), ask("text.xsd", "good.xml"), ask("size.xsd", "bad.xml"), ask("wrong.xsd", ""))
	}
	for _, kept := range []int{1, 2, 5} {
		for i, a := range served(t, batch.Options{Schemas: kept}, lines...) {
			if want := []string{"valid valid", "valid invalid", "valid invalid", "invalid "}[i%4]; a.Schema+" "+a.Instance != want {
				t.Errorf("%d kept, line %d: %+v", kept, i, a)
			}
		}
	}
}

// conversation asks one question after the other, as each answer arrives.
type conversation struct {
	t    *testing.T
	in   io.WriteCloser
	out  *json.Decoder
	done chan error
}

func newConversation(t *testing.T, o batch.Options) *conversation {
	in, questions := io.Pipe()
	answers, out := io.Pipe()
	c := &conversation{t, questions, json.NewDecoder(answers), make(chan error, 1)}
	go func() { c.done <- batch.Serve(t.Context(), in, out, o) }()
	return c
}

func (c *conversation) ask(line string) (a answer) {
	c.t.Helper()
	if _, err := io.WriteString(c.in, line+"\n"); err != nil {
		c.t.Fatal(err)
	}
	if err := c.out.Decode(&a); err != nil {
		c.t.Fatal(err)
	}
	return a
}

func (c *conversation) end() {
	c.t.Helper()
	c.in.Close()
	if err := <-c.done; err != nil {
		c.t.Error(err)
	}
}

func TestRequestsThatTakeTooLongFail(t *testing.T) {
	folder(t)
	write(t, "long.xml", `<size xmlns="urn:t">`+strings.Repeat("<!-- -->", 4<<20)+`1</size>`)
	got := served(t, batch.Options{Timeout: 5 * time.Millisecond}, ask("size.xsd", "long.xml"))
	if len(got) != 1 || got[0].Instance != "error" {
		t.Error(got)
	}
}

func TestServeEndsWithItsContext(t *testing.T) {
	ctx, cancel := context.WithCancelCause(t.Context())
	in, questions := io.Pipe()
	defer questions.Close()
	done := make(chan error)
	go func() { done <- batch.Serve(ctx, in, io.Discard, batch.Options{}) }()
	over := errors.New("over")
	cancel(over)
	if err := <-done; !errors.Is(err, over) {
		t.Error(err)
	}
}

func TestServeEndsWithItsStreams(t *testing.T) {
	folder(t)
	dead := errors.New("the line is dead")
	if err := batch.Serve(t.Context(), iotest.ErrReader(dead), io.Discard, batch.Options{}); !errors.Is(err, dead) {
		t.Error(err)
	}
	in, out := io.Pipe()
	in.CloseWithError(dead)
	if err := batch.Serve(t.Context(), strings.NewReader(ask("size.xsd", "")), out, batch.Options{}); !errors.Is(err, dead) {
		t.Error(err)
	}
}

func TestManyServeAtOnce(t *testing.T) {
	folder(t)
	var wg sync.WaitGroup
	for range 4 {
		wg.Go(func() {
			for _, a := range served(t, batch.Options{}, ask("size.xsd", "good.xml"), ask("40.6.0", ""), ask("", "hinted.xml")) {
				if a.Schema != "valid" {
					t.Error(a)
				}
			}
		})
	}
	wg.Wait()
}

func FuzzLines(f *testing.F) {
	for _, seed := range []string{"", "\n\n", "{}", ask("size.xsd", "good.xml"), ask("", "hinted.xml"), `{"id":1,"schemas":["\u0000"],"instance":"."}`,
		`{"id":"","schemas":["..","."],"instance":"bad.xml"}`, `{"schemas":["40.6.0","size.xsd"]}`, `{"schemas":["/","a/../../b.xsd"]}`} {
		f.Add([]byte(seed))
	}
	folder(f)
	f.Fuzz(func(t *testing.T, in []byte) {
		var out bytes.Buffer
		if err := batch.Serve(t.Context(), bytes.NewReader(in), &out, batch.Options{Source: source.Limits{Entries: 100, Bytes: 1 << 16}, Timeout: time.Second}); err != nil {
			t.Fatal(err)
		}
		want := 0
		for line := range bytes.Lines(in) {
			if len(bytes.TrimSpace(line)) > 0 {
				want++
			}
		}
		got := 0
		for line := range bytes.Lines(out.Bytes()) {
			if got++; !json.Valid(line) {
				t.Errorf("an answer is no JSON: %s", line)
			}
		}
		if got != want {
			t.Errorf("%d answers to %d lines", got, want)
		}
	})
}
