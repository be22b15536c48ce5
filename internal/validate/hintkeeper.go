package validate

import (
	"slices"

	"github.com/wbxgen/wbxgen/internal/xsd"
	"github.com/wbxgen/wbxgen/wire/xmltext"
)

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
