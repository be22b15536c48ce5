package webex

import (
	"errors"

	"github.com/wbxgen/wbxgen/wire"
	"github.com/wbxgen/wbxgen/wire/codec"
)

// errStopped ends the reading of an answer whose items nobody wants any more.
var errStopped = errors.New("the loop over the items has ended")

// stream stands for a response R: it yields the items while it reads them, and keeps nothing of them.
type stream[Q, R, I any] struct {
	list    *List[Q, R, I]
	op      *Operation
	yield   func(*I, error) bool
	stopped bool
	got
}

// XMLType returns the type of the response.
func (s *stream[Q, R, I]) XMLType() wire.Name { return s.op.Response }

// AppendXML writes nothing: a stream is only read.
func (s *stream[Q, R, I]) AppendXML(*codec.Encoder) {}

// DecodeXML reads the response. Without a call of Begin, the decoder keeps nothing of what the table does not know.
func (s *stream[Q, R, I]) DecodeXML(d *codec.Decoder) error {
	for i := d.Next(s.list.Table); i != codec.End; i = d.Next(s.list.Table) {
		switch {
		case i == s.list.Item:
			s.item(d)
		case i == s.list.Records && s.list.Page != nil:
			d.Object(codec.DecoderFunc(s.found.read))
			s.isFound = d.Err() == nil
		}
	}
	return d.Err()
}

func (s *stream[Q, R, I]) item(d *codec.Decoder) {
	v := new(I)
	s.list.Read(d, v)
	if d.Err() != nil {
		return
	}
	s.items++
	if !s.yield(v, nil) {
		s.stopped = true
		d.Fail(errStopped)
	}
}

func (s *stream[Q, R, I]) begun() bool { return s.items > 0 }

func (s *stream[Q, R, I]) reset() { s.got = got{} }

var foundTable = codec.Table{Space: &nsService, Names: "total returned startFrom"}

func (f *Found) read(d *codec.Decoder) {
	for i := d.Next(&foundTable); i != codec.End; i = d.Next(&foundTable) {
		switch i {
		case 0:
			codec.ReadInt(d, &f.Total)
		case 1:
			codec.ReadInt(d, &f.Returned)
		case 2:
			codec.ReadInt(d, &f.StartFrom)
		}
	}
}
