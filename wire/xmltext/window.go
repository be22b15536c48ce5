package xmltext

import (
	"errors"
	"io"
	"sync"
)

const (
	windowSize = 16 << 10 // bytes of the window, unless a token needs more
	idleReads  = 100      // reads without data or error before a reader is given up
)

// windows are buffers of windowSize that finished decoders left.
var windows = sync.Pool{New: func() any { return new([windowSize]byte) }}

// window is the part of the document that is in memory. Bytes before tok are done with.
type window struct {
	Buf  []byte
	Pos  int   // next unread byte
	Tok  int   // start of the current token
	base int64 // offset of buf[0] in the document
	mark mark  // a place in the window whose line and column are known

	pin    int64 // offset of a token whose position may be asked for later
	pinned Pos   // that position, once the mark has moved past it

	src    io.Reader // nil when the document is all in buf
	eof    bool      // nothing follows buf
	over   bool      // more would follow, but the size limit cut it off
	cut    []byte    // what of it was read already
	srcErr error     // why the reader stopped, if it was not io.EOF
	room   int64     // how many more bytes the size limit admits
}

// setBytes makes data the whole document.
func (w *window) setBytes(data []byte, limit int64) {
	w.over = int64(len(data)) > limit
	w.cut = nil
	if w.over {
		data, w.cut = data[:limit], data[limit:]
	}
	w.Buf, w.eof, w.room = data[:len(data):len(data)], true, limit-int64(len(data))
}

// setReader makes r the rest of the document, after what buf holds.
func (w *window) setReader(r io.Reader) {
	w.src, w.eof, w.over, w.srcErr = r, false, false, nil
}

// fill drops what is before the current token and reads at least one byte, unless the input ends.
func (w *window) fill() {
	if w.eof {
		return
	}
	w.shift()
	for range idleReads {
		n, err := w.src.Read(w.Buf[len(w.Buf):cap(w.Buf)])
		if n < 0 || n > cap(w.Buf)-len(w.Buf) {
			n, err = 0, errors.New("the reader returned an impossible count")
		}
		w.take(n)
		if err != nil {
			w.eof = true
			if err != io.EOF {
				w.srcErr = err
			}
		}
		if n > 0 || w.eof {
			return
		}
	}
	w.eof, w.srcErr = true, io.ErrNoProgress
}

// take accounts for n bytes read behind buf.
func (w *window) take(n int) {
	if int64(n) > w.room {
		w.cut = w.Buf[len(w.Buf)+int(w.room) : len(w.Buf)+n]
		n = int(w.room)
		w.eof, w.over = true, true
	}
	w.room -= int64(n)
	w.Buf = w.Buf[:len(w.Buf)+n]
}

// shift moves the current token to the front of the buffer and sees to it that there is room behind.
func (w *window) shift() {
	w.moveMark(w.Tok)
	rest := w.Buf[w.Tok:]
	dst := w.Buf[:0]
	if cap(w.Buf) == 0 {
		dst = windows.Get().(*[windowSize]byte)[:0]
	} else if len(rest) >= cap(w.Buf)/2 {
		dst = make([]byte, 0, 2*cap(w.Buf))
	}
	w.Buf = append(dst, rest...)
	w.base += int64(w.Tok)
	w.Pos -= w.Tok
	w.Tok = 0
}

// Release gives the buffer back, if it is one of windows. No token of the document may be in use any more.
func (w *window) Release() {
	if w.src != nil && cap(w.Buf) == windowSize {
		windows.Put((*[windowSize]byte)(w.Buf[:windowSize]))
	}
	w.Buf, w.cut, w.src, w.Pos, w.Tok = nil, nil, nil, 0, 0
}

// atLeast reads until n bytes are ahead or the input ends.
func (w *window) atLeast(n int) bool {
	for len(w.Buf)-w.Pos < n && !w.eof {
		w.fill()
	}
	return len(w.Buf)-w.Pos >= n
}
