package validate

import (
	"io"
	"iter"
	"slices"

	"github.com/wbxgen/wbxgen/internal/diag"
	"github.com/wbxgen/wbxgen/internal/xsd"
	"github.com/wbxgen/wbxgen/internal/xsd/datatype"
	"github.com/wbxgen/wbxgen/wire/charset"
	"github.com/wbxgen/wbxgen/wire/xmltext"
)

// Hint is a place where a document says that a schema for a namespace is to be
// found (Part 1 §2.6.3, xsi:schemaLocation; "" is no namespace).
type Hint struct {
	Namespace, Location string
	Pos                 diag.Pos
}

// maxHints bounds what is kept of one document.
const maxHints = 1_000

// Hints returns what xsi:schemaLocation and xsi:noNamespaceSchemaLocation say
// anywhere in a document, each pair once and in document order. Where the
// document stops being well-formed they end: that is for [Validator.Validate]
// to report.
//
// A schema is made of all documents at once: components of another compilation
// would not be the same ones. So the hints are read first, and the schema that
// the document is held against includes what they name.
func Hints(in io.Reader, name string, l xmltext.Limits) []Hint {
	s := xmltext.NewScanner(in, xmltext.Options{
		Limits: l, AllowDoctype: true, Charset: charset.All,
		Entities: func(string) (string, bool) { return "", true },
	})
	var list []Hint
	for k := s.Next(); k != xmltext.EOF && len(list) < maxHints; k = s.Next() {
		if k != xmltext.StartElement {
			continue
		}
		for i, a := range s.Attrs() {
			for namespace, location := range hintsIn(&a) {
				at := s.AttrPos(i)
				list = addHint(list, Hint{namespace, location, diag.Pos{File: name, Line: at.Line, Col: at.Col}})
			}
		}
	}
	return list
}

// hintsIn yields the namespaces and locations of an attribute.
func hintsIn(a *xmltext.RawAttr) iter.Seq2[string, string] {
	return func(yield func(namespace, location string) bool) {
		if a.Space != xsd.InstanceNamespace {
			return
		}
		words := datatype.Words(string(a.Value))
		switch string(a.Local) {
		case "noNamespaceSchemaLocation":
			if len(words) > 0 {
				yield("", words[0])
			}
		case "schemaLocation":
			for pair := range slices.Chunk(words, 2) {
				if len(pair) == 2 && !yield(pair[0], pair[1]) {
					return
				}
			}
		}
	}
}

func addHint(list []Hint, h Hint) []Hint {
	same := func(o Hint) bool { return o.Namespace == h.Namespace && o.Location == h.Location }
	if slices.ContainsFunc(list, same) {
		return list
	}
	return append(list, h)
}

// hintKeeper keeps the hints of a document that is validated.
type hintKeeper struct {
	own bool // see [Options.OwnHints]
	out *reporter
	met []string // namespaces of names so far, where own is set
}

// note keeps what an attribute says.
func (k *hintKeeper) note(a *xmltext.RawAttr, at xmltext.Pos) {
	for namespace, location := range hintsIn(a) {
		if list := k.out.result.Hints; len(list) < maxHints {
			k.out.result.Hints = addHint(list, Hint{namespace, location, k.out.pos(at)})
		}
	}
}

// late reports an attribute with hints for namespaces that have been met
// before.
func (k *hintKeeper) late(a *xmltext.RawAttr, at xmltext.Pos) {
	for namespace := range hintsIn(a) {
		if slices.Contains(k.met, namespace) {
			k.out.report(at, "xsi-schemaLocation", "xsi:schemaLocation for %s comes too late: there have been names of it before", k.out.namespaceLabel(namespace))
		}
	}
}

// meet notes the namespaces of the names of a start tag. Names of attributes
// without a prefix are no sign that a schema was needed.
func (k *hintKeeper) meet(space string, attrs []xmltext.RawAttr) {
	k.meetSpace(space)
	for i := range attrs {
		if a := &attrs[i]; len(a.Prefix) > 0 && a.Space != xsd.InstanceNamespace {
			k.meetSpace(a.Space)
		}
	}
}

func (k *hintKeeper) meetSpace(space string) {
	const enough = 1_000
	if !slices.Contains(k.met, space) && len(k.met) < enough {
		k.met = append(k.met, space)
	}
}
