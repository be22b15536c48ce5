package mock

import (
	"fmt"
	"os"
	"path/filepath"
	"sync"

	"github.com/wbxgen/wbxgen/wire/xmltext"
)

// recorder writes requests and answers into a folder, in the shape that
// "diff --usage" and "mock --fixtures" read: 0001-CreateMeeting-request.xml and
// 0001-CreateMeeting-response.xml. Files that are there are left alone.
type recorder struct {
	dir    string
	secret func(local string) bool
	mu     sync.Mutex
	next   int
}

func (r *recorder) write(operation string, request, answer []byte) error {
	r.mu.Lock()
	defer r.mu.Unlock()
	for {
		r.next++
		stem := filepath.Join(r.dir, fmt.Sprintf("%04d-%s", r.next, operation))
		f, err := os.OpenFile(stem+"-request.xml", os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
		if os.IsExist(err) {
			continue
		}
		if err != nil {
			return err
		}
		_, err = f.Write(r.clean(request))
		if e := f.Close(); err == nil {
			err = e
		}
		if err != nil {
			return err
		}
		return os.WriteFile(stem+"-response.xml", r.clean(answer), 0o600)
	}
}

// clean returns a document with REDACTED in the place of secrets. One that
// cannot be followed to its end is not kept.
func (r *recorder) clean(data []byte) []byte {
	var out []byte
	var open []bool // whether an element that is open is secret
	s := xmltext.NewBytesScanner(data, xmltext.Options{Undeclared: true})
	done, hidden := int64(0), false
	for k := s.Next(); k != xmltext.EOF; k = s.Next() {
		at := s.Pos().Offset
		if hidden { // the text before this token
			out = append(out, "REDACTED"...)
			done, hidden = at, false
		}
		switch k {
		case xmltext.StartElement:
			open = append(open, r.secret(string(s.Local())) || len(open) > 0 && open[len(open)-1])
		case xmltext.EndElement:
			open = open[:len(open)-1]
		case xmltext.CharData, xmltext.CData:
			if len(open) > 0 && open[len(open)-1] && at >= done && at <= int64(len(data)) {
				out = append(out, data[done:at]...)
				done, hidden = at, true
			}
		}
	}
	if s.Err() != nil || done > int64(len(data)) {
		return []byte("<!-- not kept: the document cannot be read -->\n")
	}
	return append(out, data[done:]...)
}
