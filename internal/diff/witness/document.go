package witness

import (
	"github.com/wbxgen/wbxgen/internal/diff"
	"github.com/wbxgen/wbxgen/internal/sample"
	"github.com/wbxgen/wbxgen/internal/validate"
	"github.com/wbxgen/wbxgen/internal/xsd"
)

// attempt is a document to try: what to put at the end of a way.
type attempt struct {
	way  way
	fill filler
}

// maxAttempts bounds the documents that are tried for one direction of a change.
const maxAttempts = 80

// maxMends bounds how often a document is made again.
const maxMends = 4

// document returns a document that is valid under a version, nil where none was
// made, and the steps that it took. Where the smallest one refers to what it
// does not have, the keyed elements, or an identifier, are put in.
func document(a attempt, v *version) (root *sample.Draft, text string, spent int) {
	b := v.builder()
	b.Forget()
	defer b.Begin()
	for range maxMends {
		root = &sample.Draft{Name: a.way.root.Name}
		b.Begin()
		made := b.Within(a.way.root, func() bool { return follow(b, root, a.way.root.Type, a.way.hops, a.fill) })
		if spent += b.Spent(); !made {
			return nil, "", spent
		}
		text = root.Document(v.side.Schema)
		verdict := v.judge(text)
		if verdict.Outcome() == validate.Valid {
			return root, text, spent
		}
		if !mend(b, verdict.Problems) {
			break
		}
	}
	return nil, "", spent
}

// mend asks for the elements that a document refers to and does not have. It
// reports whether that is more than was asked for before.
func mend(b *sample.Builder, problems []validate.Problem) bool {
	more := false
	for _, p := range problems {
		if p.Missed != nil {
			more = b.Ask(p.Missed) || more
		}
		if p.Code == "cvc-id.1" {
			more = b.AskForID() || more
		}
	}
	return more
}

// follow fills an element, and those on the way from it to the place of a
// change.
func follow(b *sample.Builder, d *sample.Draft, t xsd.Type, hops []hop, f filler) bool {
	if len(hops) == 0 {
		return f(b, d, t)
	}
	h := hops[0]
	if h.as != nil {
		d.As = h.as.TypeName()
		b.As(h.as)
		return follow(b, d, h.as, hops[1:], f)
	}
	return inChild(h.particle, h.decl, func(b *sample.Builder, k *sample.Draft, t xsd.Type) bool {
		return follow(b, k, t, hops[1:], f)
	})(b, d, t)
}

// asSent writes a request as it goes over the wire, where xsi:type tells the
// operation. It returns "" where the API has no such form.
func asSent(d *sample.Draft, s *diff.Side) string {
	if !s.Profile.Envelope().Unqualified {
		return ""
	}
	types := map[xsd.QName]string{}
	for _, op := range s.Operations {
		types[op.Request.Name()] = op.WireType
	}
	return d.Sent(s.Schema, types)
}
