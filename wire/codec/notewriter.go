package codec

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"github.com/wbxgen/wbxgen/wire"
	"github.com/wbxgen/wbxgen/wire/internal/chars"
)

// noteWriter says which comments and processing instructions go where, of the structs that are being written. Its methods are
// asked for the element at a depth; where its struct keeps none, they do nothing.
type noteWriter struct{ open []noted }

// noted is what a struct keeps of its content.
type noted struct {
	depth int
	notes []keptNote
	had   map[expanded]int   // how many children have come of each name that some note is before or in
	due   map[placeKey][]int // which notes are before a child, or in it
	done  []bool
	leaf  []int // notes in the leaf that is being written
	from  int   // where the text of the leaf starts in the buffer
	texts bool  // some note is in a leaf
}

// keptNote is a note, and where it is, as [wire.Extra] has it.
type keptNote struct {
	node    *wire.Node
	at, gap int
	own     bool // in the text of the element itself
}

// placeKey is a child, as a note names it.
type placeKey struct {
	expanded
	run    int
	inside bool
}

// begin takes up what the struct of the element keeps, but for what is in secrets where those are not to be told.
func (w *noteWriter) begin(depth int, x *wire.Extra, redact bool) {
	list := x.Codec().P.Notes
	if len(list) == 0 {
		return
	}
	n := noted{depth: depth, notes: make([]keptNote, len(list)), had: map[expanded]int{}, due: map[placeKey][]int{}, done: make([]bool, len(list))}
	for i := range list {
		note := &list[i]
		n.notes[i] = keptNote{&note.Node, note.At, note.Gap, note.Inside && note.Name.Local == ""}
		n.done[i] = redact && note.Secret
		if n.done[i] || note.Name.Local == "" {
			continue
		}
		name := expanded{note.Name.Space, note.Name.Local}
		n.had[name] = 0
		key := placeKey{name, note.Run, note.Inside}
		n.due[key] = append(n.due[key], i)
		n.texts = n.texts || note.Inside
	}
	w.open = append(w.open, n)
}

// of returns the notes of the element at the depth, nil for none.
func (w *noteWriter) of(depth int) *noted {
	if n := len(w.open); n > 0 && w.open[n-1].depth == depth {
		return &w.open[n-1]
	}
	return nil
}

// child returns what comes before the next child, which has the name.
func (w *noteWriter) child(depth int, space, local string) (before []*wire.Node) {
	n := w.of(depth)
	if n == nil {
		return nil
	}
	n.leaf = nil
	name := expanded{space, local}
	run, known := n.had[name]
	if !known {
		return nil
	}
	n.had[name]++
	n.leaf = n.due[placeKey{name, run, true}]
	return n.take(n.due[placeKey{name, run, false}])
}

// take returns the nodes of notes, which are done with then.
func (n *noted) take(list []int) (nodes []*wire.Node) {
	for _, i := range list {
		nodes = append(nodes, n.notes[i].node)
		n.done[i] = true
	}
	return nodes
}

// leafStarts notes where the text of a leaf starts.
func (w *noteWriter) leafStarts(depth, from int) {
	if n := w.of(depth); n != nil {
		n.from = from
	}
}

// inLeaf reports whether something is in the leaf that is being written.
func (w *noteWriter) inLeaf(depth int) bool {
	n := w.of(depth)
	return n != nil && len(n.leaf) > 0
}

// leafEnds puts what is in a leaf into its text, which ends the buffer.
func (w *noteWriter) leafEnds(depth int, buf []byte) (out []byte, fault string) {
	n := w.of(depth)
	if n == nil || len(n.leaf) == 0 {
		return buf, ""
	}
	list := n.leaf
	n.leaf = nil
	return n.insert(buf, n.from, list)
}

// rest returns what is left of an element at its end, but for what is in its own text.
func (w *noteWriter) rest(depth int) []*wire.Node {
	n := w.of(depth)
	if n == nil {
		return nil
	}
	var list []int
	for i := range n.notes {
		if !n.done[i] && !n.notes[i].own {
			list = append(list, i)
		}
	}
	return n.take(list)
}

// end puts what is in the element's own text into it, which ends the buffer, and is done with the element.
func (w *noteWriter) end(depth int, buf []byte, from int) (out []byte, fault string) {
	n := w.of(depth)
	if n == nil {
		return buf, ""
	}
	var list []int
	for i := range n.notes {
		if !n.done[i] {
			list = append(list, i)
		}
	}
	w.open = w.open[:len(w.open)-1]
	return n.insert(buf, from, list)
}

// insert puts notes into the text that ends the buffer, each behind as much as was before it.
func (n *noted) insert(buf []byte, from int, list []int) (out []byte, fault string) {
	if len(list) == 0 {
		return buf, ""
	}
	text := bytes.Clone(buf[from:])
	buf = buf[:from]
	last, size, at := 0, 0, 0
	for _, i := range list {
		for size < len(text) && at < n.notes[i].at {
			step, space := textStep(text[size:])
			if size += step; !space {
				at++
			}
		}
		size = behindRune(text, size) // the text may be another one by now
		end := max(last, size+gapOf(text[size:], n.notes[i].gap))
		buf = append(buf, text[last:end]...)
		last = end
		if buf, fault = appendNote(buf, n.notes[i].node); fault != "" {
			return buf, fault
		}
		n.done[i] = true
	}
	return append(buf, text[last:]...), ""
}

// gapOf returns the size of the white space that an escaped text begins with, of so many characters at most.
func gapOf(text []byte, most int) (size int) {
	for range most {
		step, space := textStep(text[size:])
		if !space {
			break
		}
		size += step
	}
	return size
}

// behindRune returns where a character of the text ends, of which there are bytes before size.
func behindRune(text []byte, size int) int {
	for size < len(text) && !utf8.RuneStart(text[size]) {
		size++
	}
	return size
}

// textStep returns the size of the first byte of an escaped text as it is written, 0 at its end, and whether it is white space.
func textStep(text []byte) (size int, space bool) {
	switch {
	case len(text) == 0:
		return 0, false
	case text[0] != '&':
		return 1, chars.IsSpace(text[0])
	}
	size = bytes.IndexByte(text, ';') + 1
	return size, string(text[:size]) == "&#13;"
}

// appendNote appends a comment or processing instruction, or says why that cannot be.
func appendNote(buf []byte, n *wire.Node) (out []byte, fault string) {
	if fault := noteFault(n); fault != "" {
		return buf, fault
	}
	if n.Kind == wire.Comment {
		return append(append(append(buf, "<!--"...), n.Text...), "-->"...), ""
	}
	buf = append(append(buf, "<?"...), n.Name.Local...)
	if n.Text != "" {
		buf = append(append(buf, ' '), n.Text...)
	}
	return append(buf, "?>"...), ""
}

// noteFault says why a node cannot be written as a comment or processing instruction.
func noteFault(n *wire.Node) string {
	_, fault := escape(nil, n.Text)
	switch {
	case fault != "":
		return fault
	case strings.Contains(n.Text, "\r"):
		return "a comment or processing instruction cannot hold a carriage return"
	case n.Kind == wire.Comment && (strings.Contains(n.Text, "--") || strings.HasSuffix(n.Text, "-")):
		return "a comment cannot hold \"--\", or end with a hyphen"
	case n.Kind == wire.Comment:
		return ""
	case n.Kind != wire.Instruction:
		return "only comments and processing instructions can be in front of an element: this is " + chars.Quoted([]byte(n.Name.Local+n.Text))
	case !chars.IsNCName(n.Name.Local) || strings.EqualFold(n.Name.Local, "xml"):
		return chars.Quoted([]byte(n.Name.Local)) + " is no target of a processing instruction"
	case strings.Contains(n.Text, "?>"):
		return "a processing instruction cannot hold \"?>\""
	}
	return ""
}
