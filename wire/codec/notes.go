package codec

import (
	"github.com/wbxgen/wbxgen/wire"
	"github.com/wbxgen/wbxgen/wire/internal/chars"
	"github.com/wbxgen/wbxgen/wire/xmltext"
)

// notes are the comments and processing instructions that a decoder keeps where it is asked to. Then no names are kept hot, so
// that each child comes by where it is counted.
type notes struct {
	ahead []wire.Node // those that have come since the child before
	at    int         // the number of frames where they stand
	child expanded    // the child at hand
	run   int         // how many of its name come before it
	kids  []kids      // of the frames that are being read
	root  *wire.Extra // of the root element
	held  *wire.Node  // in mixed content, behind the text that has just been read
	mute  bool        // a secret is being read
}

// kids says how many children of each name the frame at a depth has had.
type kids struct {
	depth int
	had   map[expanded]int
}

// note returns the comment or processing instruction that the scanner is at.
func (d *Decoder) note(k xmltext.Kind) wire.Node {
	text := d.arena.text(d.s.Codec().Val)
	if k == xmltext.Comment {
		return wire.CommentNode(text)
	}
	return wire.InstructionNode(d.s.Codec().Intern(d.s.Codec().Target), text)
}

// noteAhead keeps what the scanner is at for the child that comes next.
func (d *Decoder) noteAhead(k xmltext.Kind) {
	if !d.conf.Comments {
		return
	}
	n := &d.notes
	if n.at != len(d.frames) {
		n.ahead, n.at = nil, len(d.frames) // what nobody has taken had no place
	}
	n.ahead = append(n.ahead, d.note(k))
}

// takeAhead returns what was kept at a depth of frames.
func (n *notes) takeAhead(at int) (list []wire.Node) {
	if n.at == at && len(n.ahead) > 0 {
		list = n.ahead
	}
	n.ahead = nil
	return list
}

// reuse makes a list that was taken, and copied, the room for those that come next.
func (n *notes) reuse(list []wire.Node) {
	clear(list)
	n.ahead = list[:0]
}

// noteStart is reached with the element of a struct whose Extra is x: what is before it goes there.
func (d *Decoder) noteStart(x *wire.Extra) {
	n, depth := &d.notes, len(d.frames)
	if before := n.takeAhead(depth - 1); before != nil {
		x.Codec().Hold().Before = before
	}
	if depth == 1 {
		n.root = x
	}
	n.close(depth)
	n.kids = append(n.kids, kids{depth: depth})
}

// close drops the counts of frames that are over, which are those from a depth on.
func (n *notes) close(depth int) {
	i := len(n.kids)
	for i > 0 && n.kids[i-1].depth >= depth {
		i--
	}
	n.kids = n.kids[:i]
}

// noteChild counts the child at hand, of the name that it is written with.
func (d *Decoder) noteChild(space, local string) {
	n, depth := &d.notes, len(d.frames)
	n.close(depth + 1)
	n.child, n.run = expanded{space, local}, 0
	if i := len(n.kids) - 1; i >= 0 && n.kids[i].depth == depth {
		if n.kids[i].had == nil {
			n.kids[i].had = map[expanded]int{}
		}
		n.run = n.kids[i].had[n.child]
		n.kids[i].had[n.child]++
	}
}

// noteBefore keeps what is before the child at hand, which has no struct, with the struct of the frame around it.
func (d *Decoder) noteBefore(f *frame, depth int) {
	n := &d.notes
	list := n.takeAhead(depth)
	if len(list) == 0 || f == nil || f.extra == nil {
		return
	}
	f.extra.Codec().Hold().AddNotes(wire.QName{Space: n.child.space, Local: n.child.local}, n.run, list)
	n.reuse(list)
}

// noteLeaf is noteBefore for a child of the innermost frame.
func (d *Decoder) noteLeaf() {
	if len(d.notes.ahead) > 0 {
		d.noteBefore(d.top, len(d.frames))
	}
}

// noteAround is noteBefore for the element of the innermost frame, which keeps nothing itself.
func (d *Decoder) noteAround() {
	depth := len(d.frames) - 1
	if depth == 0 {
		d.notes.ahead = nil
		return
	}
	d.noteBefore(&d.frames[depth-1], depth)
}

// noteEnd keeps what is behind the last child of the innermost frame.
func (d *Decoder) noteEnd() {
	if len(d.notes.ahead) == 0 {
		return
	}
	list := d.notes.takeAhead(len(d.frames))
	if len(list) == 0 || d.top.extra == nil {
		return
	}
	d.top.extra.Codec().Hold().AddNotes(wire.QName{}, 0, list)
	d.notes.reuse(list)
}

// textPlace is how far a text has come.
type textPlace struct {
	read int // bytes
	at   int // those that are no white space
	gap  int // white space behind them
}

// reach goes on to the end of what has come.
func (p *textPlace) reach(text []byte) {
	for _, c := range text[p.read:] {
		if chars.IsSpace(c) {
			p.gap++
			continue
		}
		p.at, p.gap = p.at+1, 0
	}
	p.read = len(text)
}

// noteInside keeps what the scanner is at in a text, of which some has come. own says that the text is that of the
// struct itself.
func (d *Decoder) noteInside(k xmltext.Kind, own bool, p *textPlace) {
	if !d.conf.Comments || d.top == nil || d.top.extra == nil {
		return
	}
	name, run := wire.QName{}, 0
	if !own {
		name, run = wire.QName{Space: d.notes.child.space, Local: d.notes.child.local}, d.notes.run
	}
	p.reach(d.pieces)
	d.top.extra.Codec().Hold().AddNoteInside(name, run, p.at, p.gap, d.notes.mute, d.note(k))
}

// noteAfter keeps what is behind the root element.
func (d *Decoder) noteAfter(k xmltext.Kind) {
	if x := d.notes.root; x != nil && (k == xmltext.Comment || k == xmltext.ProcInst) {
		p := x.Codec().Hold()
		p.After = append(p.After, d.note(k))
	}
}
