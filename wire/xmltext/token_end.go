package xmltext

import (
	"bytes"
	"unicode/utf8"
)

// textChunk is how many bytes of source one CharData or CData token covers before it is cut.
// It is the same for all inputs, so that tokens never depend on how a reader delivers.
const textChunk = 32 << 10

// extend reads on until the token at tok is whole, as far as that can be told without parsing it.
func (s *input) extend(inCData bool) bool {
	longest := s.Limits.Token + textChunk
	if len(s.Buf)-s.Tok > longest {
		s.FailLimit(s.Tok, "a token is longer than %d bytes", s.Limits.Token)
		return false
	}
	for k := (seeker{}); ; {
		s.fill()
		if s.eof || len(s.Buf)-s.Tok > longest || k.found(s.Buf[s.Tok:], inCData) {
			return true
		}
	}
}

// seeker looks for the end of a token that arrives bit by bit, and looks at no byte twice.
type seeker struct {
	off   int
	quote byte
	dtd   dtdSkipper
}

// found reports whether the token is whole. b is all of it that is there.
func (k *seeker) found(b []byte, inCData bool) bool {
	const slack = utf8.UTFMax + 1
	switch {
	case inCData:
		return len(b) >= textChunk+slack || k.find(b, "]]>")
	case b[0] != '<':
		return len(b) >= textChunk+slack || k.find(b, "<")
	case len(b) == 1:
		return false
	case b[1] == '/':
		return k.find(b, ">")
	case b[1] == '?':
		return k.find(b, "?>")
	case b[1] != '!':
		return k.tagEnd(b)
	case bytes.HasPrefix(b, commentOpen):
		k.off = max(k.off, len(commentOpen))
		return k.find(b, "-->")
	case bytes.HasPrefix(b, cdataOpen):
		return len(b) >= len(cdataOpen)+textChunk+slack || k.find(b, "]]>")
	case bytes.HasPrefix(b, doctypeOpen):
		return k.dtd.skip(b, len(doctypeOpen)) >= 0
	}
	return !bytes.HasPrefix(commentOpen, b) && !bytes.HasPrefix(cdataOpen, b) && !bytes.HasPrefix(doctypeOpen, b)
}

// find looks for what in the bytes of b that it has not seen.
func (k *seeker) find(b []byte, what string) bool {
	if k.off < len(b) && bytes.Contains(b[k.off:], []byte(what)) {
		return true
	}
	k.off = max(k.off, len(b)-len(what)+1)
	return false
}

// tagEnd looks for a '>' outside quotes.
func (k *seeker) tagEnd(b []byte) bool {
	for ; k.off < len(b); k.off++ {
		switch c := b[k.off]; {
		case k.quote != 0:
			if c == k.quote {
				k.quote = 0
			}
		case c == '"' || c == '\'':
			k.quote = c
		case c == '>':
			return true
		}
	}
	return false
}

var (
	commentOpen = []byte("<!--")
	cdataOpen   = []byte("<![CDATA[")
	doctypeOpen = []byte("<!DOCTYPE")
)
