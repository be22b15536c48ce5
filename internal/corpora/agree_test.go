package corpora_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/wbxgen/wbxgen/internal/judge"
	random "github.com/wbxgen/wbxgen/internal/sample"
	"github.com/wbxgen/wbxgen/internal/source"
	"github.com/wbxgen/wbxgen/internal/validate"
)

// verdicts count how often the generated Validate and Xerces agree on what is
// written of a value that was changed in one place.
type verdicts struct {
	both, neither   int // say valid, say invalid
	strict, lenient int // Validate alone refuses it, lets it pass alone
	open            int // Xerces refuses it for what Validate does not promise to look at
	typed           int // Xerces refuses it, Validate alone lets it pass, and it has an xsi:type
	alone           int // both validators of ours think otherwise than Xerces
	unwritten       int // the value has no form in XML
}

func (v verdicts) all() int { return v.both + v.neither + v.strict + v.lenient + v.alone }

func (v verdicts) share() float64 {
	return 100 * float64(v.both+v.neither) / float64(max(1, v.all()))
}

func (v *verdicts) add(w verdicts) {
	v.both, v.neither, v.strict, v.lenient = v.both+w.both, v.neither+w.neither, v.strict+w.strict, v.lenient+w.lenient
	v.open, v.typed, v.alone, v.unwritten = v.open+w.open, v.typed+w.typed, v.alone+w.alone, v.unwritten+w.unwritten
}

func (v verdicts) String() string {
	return fmt.Sprintf("%d values: %d valid and %d invalid for both, %d refused by Validate alone, %d let pass by it alone, %d where Xerces is alone: %.3f %% agree; %d invalid for what is left to others, %d more with an xsi:type, %d not written",
		v.all(), v.both, v.neither, v.strict, v.lenient, v.alone, v.share(), v.open, v.typed, v.unwritten)
}

// left are the constraints that Validate leaves to others: identity
// constraints, IDs, what wildcards and xs:anyType let in, and the types that an
// xsi:type names.
var left = []string{"cvc-id.", "cvc-identity-constraint", "cvc-complex-type.5", "cvc-elt.1", "cvc-attribute.1", "DuplicateKey", "DuplicateUnique", "KeyNotFound"}

// TestValidateAgreesWithXerces changes values of valid documents in one place
// each and compares what the generated Validate says with Xerces.
func TestValidateAgreesWithXerces(t *testing.T) {
	xerces := judge.Xerces(t)
	m := publicModule(t)
	var all verdicts
	for i, b := range m.list {
		t.Run(b.name, func(t *testing.T) {
			if b.broken {
				t.Fatal("not built")
			}
			root := extracted(t, m.files, m.entries[i].Set)
			schema, err := xerces.Compile(root, m.entries[i].Path)
			if err != nil {
				t.Skip("Xerces does not compile the schema:", err)
			}
			docs, _ := b.documents(validate.New(b.schema, validate.Options{}), documents)
			v := b.agree(t, m.module, schema, docs)
			t.Log(v)
			all.add(v)
		})
	}
	t.Log(all)
	if all.all() > 0 && all.share() < 99 {
		t.Errorf("only %.2f %% agree", all.share())
	}
}

// TestValidateAgreesWithXercesOnMessages is the same for messages of the Webex
// API: one root element, and a type of its body for each request and response.
func TestValidateAgreesWithXercesOnMessages(t *testing.T) {
	const messages = 40
	schemas := filepath.Join(judge.Root(t), "schemas", "40.6.0")
	xerces, err := judge.Xerces(t).CompileSet(schemas)
	if err != nil {
		t.Fatal(err)
	}
	files, err := source.Open(schemas, source.Options{})
	if err != nil {
		t.Fatal(err)
	}
	m := newModule(t, files)
	b, err := m.generate("webex", files.Roots())
	if err != nil {
		t.Fatal(err)
	}
	m.build(t, []*bound{b})
	own, w := validate.New(b.schema, validate.Options{}), random.New(b.schema)
	var docs []*document
	for n := uint64(0); len(docs) < messages*changesEach() && n < 20*messages; n++ {
		if data, ok := b.valid(w, own, b.roots[0].Element, n); ok {
			docs = append(docs, &document{name: fmt.Sprint("message ", n), data: data})
		}
	}
	if v := b.agree(t, m, xerces, docs); v.all() == 0 || v.share() < 99 {
		t.Error(v)
	} else {
		t.Log(v)
	}
}

// webImport is an import of a document that is not there, which Xerces must not
// ask for and need not have.
var webImport = regexp.MustCompile(`(<[\w:]*import\b[^>]*?)\sschemaLocation="https?://[^"]*"`)

// extracted writes the files of a set to a folder.
func extracted(t *testing.T, files *source.Set, set string) string {
	t.Helper()
	dir := t.TempDir()
	for _, name := range files.Names() {
		rest, ok := strings.CutPrefix(name, set+"/")
		if !ok {
			continue
		}
		data, err := files.Read(name)
		if err != nil {
			t.Fatal(err)
		}
		file := filepath.Join(dir, filepath.FromSlash(rest))
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		data = webImport.ReplaceAll(data, []byte("$1"))
		if err := os.WriteFile(file, data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// changesEach is how often the value of one document is changed.
func changesEach() int {
	if n, err := strconv.Atoi(os.Getenv("WBXGEN_CHANGES")); err == nil {
		return n
	}
	if long() {
		return 20
	}
	return 3
}

// agree has the program change values, and compares: those that our validator of
// documents finds invalid, and as many others.
func (b *bound) agree(t *testing.T, m *module, schema *judge.Schema, docs []*document) (v verdicts) {
	shown := 0
	for _, r := range half(t, validate.New(b.schema, validate.Options{}), m.change(t, b, docs), &v) {
		err := schema.Validate(r.data)
		if _, trouble := err.(*judge.Invalid); err != nil && !trouble {
			t.Fatal(err)
		}
		switch refused := r.Invalid != ""; {
		case err == nil && !refused:
			v.both++
			continue
		case err != nil && refused:
			v.neither++
			continue
		case onlyLeft(err):
			v.open++
			continue
		case refused == !r.own:
			v.alone++
		case err == nil:
			v.strict++
		case bytes.Contains(r.data, []byte("xsi:type=")):
			v.typed++
		default:
			v.lenient++
		}
		if shown++; shown <= complaints && v.strict+v.lenient+v.typed > 0 {
			t.Logf("%s at %s: Validate: %.300s; Xerces: %.300v\n%.1500s", r.Name, r.Place, r.Invalid, err, r.data)
		}
	}
	return v
}

// fewest is how many valid values are looked at where hardly one is broken.
const fewest = 100

// half leaves out valid values until half of the list is broken. What the
// generated Validate and our validator of documents think differently of stays.
func half(t *testing.T, own *validate.Validator, all []changed, v *verdicts) []changed {
	var whole, list []changed
	for _, r := range all {
		switch {
		case r.Error == "":
			if r.own = own.ValidateBytes(r.data, r.Name).Valid(); r.own && r.Invalid == "" {
				whole = append(whole, r)
			} else {
				list = append(list, r)
			}
		case strings.Contains(r.Error, "panic"):
			t.Errorf("%s at %s: %s", r.Name, r.Place, r.Error)
			fallthrough
		default:
			v.unwritten++
		}
	}
	step := max(1, len(whole)/max(fewest, len(list)))
	for i := 0; i < len(whole); i += step {
		list = append(list, whole[i])
	}
	return list
}

// onlyLeft reports whether Xerces complains only of what Validate leaves to others.
func onlyLeft(err error) bool {
	invalid := (*judge.Invalid)(nil)
	if !errors.As(err, &invalid) {
		return false
	}
	for _, line := range invalid.Messages {
		if strings.Contains(err.Error(), "cvc-id.") && (strings.Contains(line, "cvc-attribute.3") || strings.Contains(line, "cvc-type.3.1.3")) {
			continue // the same again: an ID that is there twice is no ID
		}
		if !slices.ContainsFunc(left, func(code string) bool { return strings.Contains(line, code) }) {
			return false
		}
	}
	return true
}

// changed is a value that the program has changed.
type changed struct {
	Name, Error, Invalid, Place string
	data                        []byte
	own                         bool // our validator of documents finds it valid
}

// change has the program change the values of documents.
func (m *module) change(t *testing.T, b *bound, docs []*document) (list []changed) {
	t.Helper()
	in, out := filepath.Join(m.dir, "in", b.folder), filepath.Join(m.dir, "changed", b.folder)
	if err := os.MkdirAll(out, 0o755); err != nil {
		t.Fatal(err)
	}
	var names bytes.Buffer
	for i, d := range docs {
		name := fmt.Sprintf("%04d.xml", i)
		m.write(t, "in/"+b.folder+"/"+name, d.data)
		fmt.Fprintf(&names, "%d %s\n", b.first+d.root, filepath.Join(in, name))
	}
	m.write(t, "in/"+b.folder+"/list", names.Bytes())
	answer, err := exec.Command(filepath.Join(m.dir, "travel"), filepath.Join(in, "list"), out, strconv.Itoa(changesEach())).Output()
	if err != nil {
		t.Fatal(err)
	}
	reports := json.NewDecoder(bytes.NewReader(answer))
	for reports.More() {
		var r changed
		if err := reports.Decode(&r); err != nil {
			t.Fatal(err)
		}
		r.data, _ = os.ReadFile(filepath.Join(out, r.Name))
		list = append(list, r)
	}
	return list
}
