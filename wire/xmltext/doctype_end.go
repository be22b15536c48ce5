package xmltext

import (
	"bytes"
)

// dtdSkipper finds the end of a document type declaration. It can go on where the input ended.
type dtdSkipper struct {
	off    int    // bytes seen
	until  string // what ends the literal, comment or instruction at hand; "" outside
	subset bool   // inside the brackets of the internal subset
	decl   bool   // inside a declaration of the internal subset
}

// skip returns the index of the '>' that ends the declaration, or a number below 0 where b is too short.
func (d *dtdSkipper) skip(b []byte, from int) int {
	if d.off < from {
		d.off = from
	}
	for d.off < len(b) {
		if d.until != "" {
			n := bytes.Index(b[d.off:], []byte(d.until))
			if n < 0 {
				d.off = max(d.off, len(b)-len(d.until)+1)
				return -1
			}
			d.off += n + len(d.until)
			d.until = ""
			continue
		}
		if n, end := d.step(b[d.off:]); end {
			return d.off
		} else if n == 0 {
			return -1
		} else {
			d.off += n
		}
	}
	return -1
}

// step passes over n bytes of b, 0 where they are too few to tell; end says that b begins with the final '>'.
func (d *dtdSkipper) step(b []byte) (n int, end bool) {
	switch c := b[0]; {
	case (c == '"' || c == '\'') && (d.decl || !d.subset):
		d.until = string(c)
	case c == '[' && !d.subset:
		d.subset = true
	case c == ']' && !d.decl:
		d.subset = false
	case c == '>' && !d.subset:
		return 0, true
	case c == '>':
		d.decl = false
	case c == '<' && d.subset:
		return d.open(b), false
	}
	return 1, false
}

// open passes over the start of a comment, instruction or declaration.
func (d *dtdSkipper) open(b []byte) int {
	switch {
	case bytes.HasPrefix(b, commentOpen):
		d.until = "-->"
		return len(commentOpen)
	case bytes.HasPrefix(b, []byte("<?")):
		d.until = "?>"
		return 2
	case len(b) < len(commentOpen) && bytes.HasPrefix(commentOpen, b):
		return 0
	}
	d.decl = true
	return 1
}
