package mock

import (
	"fmt"
	"io/fs"
	"os"
	"path"
	"slices"
	"strings"

	"github.com/wbxgen/wbxgen/internal/profile"
	"github.com/wbxgen/wbxgen/internal/request"
)

// fixture is an answer that is kept in a file.
type fixture struct {
	name      string
	operation string
	wants     map[string]string // the texts of the request that it answers, by path; nil for any request
	text      []byte
	head      []*element
	slot      *element
}

// fixtures are in the order in which they are tried: those that want more of a
// request first.
type fixtures []*fixture

// maxFixture bounds the size of a fixture.
const maxFixture = 64 << 20

// readFixtures reads a folder. NAME-request.xml says what a request has to say
// to be answered by NAME-response.xml; the operation is that of the request.
// OPERATION.xml answers every request of the operation, as does
// OPERATION-response.xml without a request beside it.
func readFixtures(dir string, r *request.Reader, p profile.Profile) (fixtures, error) {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, err
	}
	defer root.Close()
	var list fixtures
	err = fs.WalkDir(root.FS(), ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || !entry.Type().IsRegular() || path.Ext(name) != ".xml" || strings.HasSuffix(name, "-request.xml") {
			return err
		}
		f, err := readFixture(root.FS(), name, r, p)
		if err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
		list = append(list, f)
		return nil
	})
	slices.SortStableFunc(list, func(a, b *fixture) int { return len(b.wants) - len(a.wants) })
	return list, err
}

func readFixture(files fs.FS, name string, r *request.Reader, p profile.Profile) (*fixture, error) {
	text, err := fs.ReadFile(files, name)
	if err != nil {
		return nil, err
	}
	if len(text) > maxFixture {
		return nil, fmt.Errorf("it has more than %d bytes", maxFixture)
	}
	f := &fixture{name: name, text: text}
	if err := f.split(r, p.Envelope()); err != nil {
		return nil, err
	}
	stem := strings.TrimSuffix(strings.TrimSuffix(name, ".xml"), "-response")
	asked, err := fs.ReadFile(files, stem+"-request.xml")
	if err == nil {
		return f, f.wanted(asked, r)
	}
	f.operation = path.Base(stem)
	if i := strings.LastIndexByte(f.operation, '-'); i >= 0 {
		f.operation = f.operation[i+1:]
	}
	if !slices.ContainsFunc(r.Operations(), func(op profile.Operation) bool { return op.Name == f.operation }) {
		return nil, fmt.Errorf("there is no operation %q; a fixture is named OPERATION.xml, or has a NAME-request.xml beside its NAME-response.xml", f.operation)
	}
	return f, nil
}

// split finds what is before the body, and the slot.
func (f *fixture) split(r *request.Reader, e profile.Envelope) error {
	root, err := r.Parse(f.text)
	if err != nil {
		return err
	}
	if e.IsZero() {
		f.slot = ofRequest(root)
		return nil
	}
	path := e.Path
	slot := root.Find(path...)
	if slot != nil && e.Body.IsZero() && len(slot.Kids) > 0 {
		slot = slot.Kids[0]
	}
	if slot == nil {
		return fmt.Errorf("the document has no %s", strings.Join(path, "/"))
	}
	f.slot = ofRequest(slot)
	for _, k := range root.Kids {
		if k.Name.Local != path[0] {
			f.head = append(f.head, ofRequest(k))
		}
	}
	return nil
}

// wanted reads the request that a fixture answers.
func (f *fixture) wanted(asked []byte, r *request.Reader) error {
	m, err := r.Read(asked)
	if err != nil {
		return fmt.Errorf("its request: %w", err)
	}
	if len(m.Bodies) != 1 || m.Bodies[0].Operation == nil {
		return fmt.Errorf("its request has not one operation of the schema")
	}
	f.operation, f.wants = m.Bodies[0].Operation.Name, leaves(m.Bodies[0].Node)
	return nil
}

func leaves(n *request.Node) map[string]string {
	texts := map[string]string{}
	n.Leaves(func(path []string, text string) { texts[strings.Join(path, "/")] = strings.TrimSpace(text) })
	return texts
}

// fit returns the fixture that answers an operation, nil for none.
func (list fixtures) fit(b *request.Body) *fixture {
	var sent map[string]string
	for _, f := range list {
		if f.operation != b.Operation.Name {
			continue
		}
		if sent == nil {
			sent = leaves(b.Node)
		}
		if f.fits(sent) {
			return f
		}
	}
	return nil
}

func (f *fixture) fits(sent map[string]string) bool {
	for path, text := range f.wants {
		if got, ok := sent[path]; !ok || got != text {
			return false
		}
	}
	return true
}
