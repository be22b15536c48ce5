package codec

import (
	"io"
	"testing/iotest"
)

const xmlDeclaration = `<?xml version="1.0" encoding="UTF-8"?>`

// arrivals are ways in which the same document can arrive.
var arrivals = map[string]func(io.Reader) io.Reader{
	"whole":         func(r io.Reader) io.Reader { return r },
	"one byte":      iotest.OneByteReader,
	"half":          iotest.HalfReader,
	"data with EOF": iotest.DataErrReader,
}
