package xmltext

import (
	"fmt"
	"io"
	"strings"
	"testing/iotest"
)

// dump scans a document and writes each token as text. Runs of CharData and CData are joined, which is how
// they are to be understood. The error, if any, is the last line.
func dump(s *Scanner) string {
	var b strings.Builder
	dumpInto(&b, s)
	if err := s.Err(); err != nil {
		fmt.Fprintf(&b, "error %v\n", err)
	}
	return b.String()
}

func dumpInto(b *strings.Builder, s *Scanner) {
	text, at := "", Pos{}
	flush := func() {
		if text != "" {
			fmt.Fprintf(b, "text %q @%d:%d\n", text, at.Line, at.Col)
		}
		text = ""
	}
	for k := s.Next(); k != EOF; k = s.Next() {
		p := s.Pos()
		if k == CharData || k == CData {
			if text == "" {
				at = p
			}
			text += string(s.Text())
			continue
		}
		flush()
		switch k {
		case StartElement:
			fmt.Fprintf(b, "start %s|%s {%s} depth %d @%d:%d+%d", s.Prefix(), s.Local(), s.Space(), s.Depth(), p.Line, p.Col, p.Offset)
			for i, a := range s.Attrs() {
				q := s.AttrPos(i)
				fmt.Fprintf(b, " %s|%s{%s}=%q@%d:%d", a.Prefix, a.Local, a.Space, a.Value, q.Line, q.Col)
			}
			for prefix, uri := range s.Declarations() {
				fmt.Fprintf(b, " xmlns:%s=%q", prefix, uri)
			}
			b.WriteByte('\n')
		case EndElement:
			fmt.Fprintf(b, "end %s|%s {%s} depth %d\n", s.Prefix(), s.Local(), s.Space(), s.Depth())
		case ProcInst:
			fmt.Fprintf(b, "pi %s %q @%d:%d\n", s.Local(), s.Text(), p.Line, p.Col)
		case EntityRef:
			fmt.Fprintf(b, "entity %s @%d:%d\n", s.Local(), p.Line, p.Col)
		default:
			fmt.Fprintf(b, "%v %q @%d:%d\n", k, s.Text(), p.Line, p.Col)
		}
	}
	flush()
}

// idleReader returns (0, nil) before each byte.
type idleReader struct {
	r    io.Reader
	idle int
}

func (r *idleReader) Read(p []byte) (int, error) {
	if r.idle++; r.idle%3 != 0 || len(p) == 0 {
		return 0, nil
	}
	return r.r.Read(p[:1])
}

// deliveries are ways in which the same document can arrive.
var deliveries = map[string]func(io.Reader) io.Reader{
	"whole":         func(r io.Reader) io.Reader { return r },
	"one byte":      iotest.OneByteReader,
	"half":          iotest.HalfReader,
	"data with EOF": iotest.DataErrReader,
	"idle":          func(r io.Reader) io.Reader { return &idleReader{r: r} },
}

// same dumps the document from memory and in all deliveries and returns the first difference.
func same(doc string, o Options) (dumped, difference string) {
	want := dump(NewBytesScanner([]byte(doc), o))
	for name, deliver := range deliveries {
		if got := dump(NewScanner(deliver(strings.NewReader(doc)), o)); got != want {
			return want, fmt.Sprintf("%s delivery gives\n%sbytes give\n%s", name, got, want)
		}
	}
	return want, ""
}
