package validate

import (
	"cmp"
	"slices"

	"github.com/wbxgen/wbxgen/internal/xmltree"
	"github.com/wbxgen/wbxgen/internal/xsd/datatype"
	"github.com/wbxgen/wbxgen/wire/xmltext"
)

// idTable has the IDs of a document and the references that no ID has
// answered yet (Part 1 §3.15.5).
type idTable struct {
	out    *reporter
	memory *account
	dtd    *xmltree.DTD // declares unparsed entities

	ids  map[string]xmltext.Pos
	open map[string]idReference
	keeper
}

type idReference struct {
	pos  xmltext.Pos
	path string
}

// refer enters IDs and references to them, and checks entities.
func (t *idTable) refer(v datatype.Value, at xmltext.Pos) {
	if items := v.Items(); items != nil {
		for _, item := range items {
			t.refer(item, at)
		}
		return
	}
	typ := v.Type()
	if typ == nil || typ.Variety() != datatype.AtomicVariety {
		return
	}
	switch {
	case isID(typ):
		t.bindID(v.Lexical(), at)
	case typ.DerivesFrom(idrefType):
		t.openReference(v.Lexical(), at)
	case typ.DerivesFrom(entityType) && !t.dtd.Unparsed[v.Lexical()]:
		t.out.report(at, "cvc-simple-type.2.1", "%s is no unparsed entity that the document type declaration declares", quoted(v.Lexical()))
	}
}

// bindID is cvc-id.2: an ID stands for one element. Two elements of one parent
// are two, as Part 2 §3.3.8 takes ID over from XML 1.0, where a value may be
// there once, although the binding of Part 1 §3.15.5 is to the parent.
func (t *idTable) bindID(id string, at xmltext.Pos) {
	if first, ok := t.ids[id]; ok {
		t.out.report(at, "cvc-id.2", "the ID %s is there already", quoted(id)).See(t.out.pos(first), "first here")
		return
	}
	if t.ids == nil {
		t.ids = map[string]xmltext.Pos{}
	}
	t.ids[id] = at
	t.memory.claim(t.out, at, entryBytes+len(id))
	delete(t.open, id)
}

func (t *idTable) openReference(id string, at xmltext.Pos) {
	if _, ok := t.ids[id]; ok {
		return
	}
	if _, ok := t.open[id]; ok {
		return
	}
	if t.open == nil {
		t.open = map[string]idReference{}
	}
	path, grown := t.out.open.keptPath(&t.keeper)
	t.open[id] = idReference{at, path}
	t.memory.claim(t.out, at, entryBytes+len(id)+grown)
}

// unresolved is cvc-id.1, at the end of the document: each reference has its
// ID. One error is reported for each ID that is missing.
func (t *idTable) unresolved() {
	if t.out.stopped {
		return
	}
	var missing []string
	for id := range t.open {
		missing = append(missing, id)
	}
	slices.SortFunc(missing, func(a, b string) int {
		return cmp.Or(cmp.Compare(t.open[a].pos.Offset, t.open[b].pos.Offset), cmp.Compare(a, b))
	})
	for _, id := range missing {
		if t.out.stopped {
			return
		}
		ref := t.open[id]
		t.out.report(ref.pos, "cvc-id.1", "there is no element with the ID %s", quoted(id)).Path = ref.path
	}
}
