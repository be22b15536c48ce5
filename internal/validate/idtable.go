package validate

import (
	"cmp"
	"slices"

	"github.com/wbxgen/wbxgen/internal/xsd/datatype"
	"github.com/wbxgen/wbxgen/wire"
)

// idTable has the IDs of a document and the references that no ID has
// answered yet (Part 1 §3.15.5).
type idTable struct {
	ids  map[string]wire.Pos
	open map[string]idReference
}

type idReference struct {
	pos  wire.Pos
	path string
}

// entryBytes is about what an entry of a table takes besides its texts.
const entryBytes = 128

// claim takes note that a table has grown by that many bytes.
func (r *run) claim(at wire.Pos, n int) {
	if r.claimed += int64(n); r.claimed > r.v.options.Tables {
		r.fatal(at, codeLimit, "the IDs and keys that have to be remembered take more than %d bytes", r.v.options.Tables)
	}
}

// refer enters IDs and references to them, and checks entities.
func (r *run) refer(v datatype.Value, at wire.Pos) {
	if items := v.Items(); items != nil {
		for _, item := range items {
			r.refer(item, at)
		}
		return
	}
	t := v.Type()
	if t == nil || t.Variety() != datatype.AtomicVariety {
		return
	}
	switch {
	case isID(t):
		r.bindID(v.Lexical(), at)
	case t.DerivesFrom(idrefType):
		r.openReference(v.Lexical(), at)
	case t.DerivesFrom(entityType) && !r.dtd.Unparsed[v.Lexical()]:
		r.report(at, "cvc-simple-type.2.1", "%s is no unparsed entity that the document type declaration declares", quoted(v.Lexical()))
	}
}

// bindID is cvc-id.2: an ID stands for one element. Two elements of one parent
// are two, as Part 2 §3.3.8 takes ID over from XML 1.0, where a value may be
// there once, although the binding of Part 1 §3.15.5 is to the parent.
func (r *run) bindID(id string, at wire.Pos) {
	if first, ok := r.ids.ids[id]; ok {
		r.report(at, "cvc-id.2", "the ID %s is there already", quoted(id)).See(r.pos(first), "first here")
		return
	}
	if r.ids.ids == nil {
		r.ids.ids = map[string]wire.Pos{}
	}
	r.ids.ids[id] = at
	r.claim(at, entryBytes+len(id))
	delete(r.ids.open, id)
}

func (r *run) openReference(id string, at wire.Pos) {
	if _, ok := r.ids.ids[id]; ok {
		return
	}
	if _, ok := r.ids.open[id]; ok {
		return
	}
	if r.ids.open == nil {
		r.ids.open = map[string]idReference{}
	}
	ref := idReference{at, r.path()}
	r.ids.open[id] = ref
	r.claim(at, entryBytes+len(id)+len(ref.path))
}

// unresolved is cvc-id.1, at the end of the document: each reference has its
// ID. One error is reported for each ID that is missing.
func (r *run) unresolved() {
	if r.stopped {
		return
	}
	var missing []string
	for id := range r.ids.open {
		missing = append(missing, id)
	}
	slices.SortFunc(missing, func(a, b string) int {
		return cmp.Or(cmp.Compare(r.ids.open[a].pos.Offset, r.ids.open[b].pos.Offset), cmp.Compare(a, b))
	})
	for _, id := range missing {
		if r.stopped {
			return
		}
		ref := r.ids.open[id]
		r.report(ref.pos, "cvc-id.1", "there is no element with the ID %s", quoted(id))
		r.res.Problems[len(r.res.Problems)-1].Path = ref.path
	}
}
