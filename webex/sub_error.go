package webex

import (
	"github.com/wbxgen/wbxgen/wire/codec"
)

// SubError is one of several causes of a failure.
type SubError struct {
	ExceptionID ExceptionID
	Reason      string
	Value       string
}

var subErrorTable = codec.Table{Space: &nsService, Names: "exceptionID reason value"}

// AppendXML writes a subError, which the schema wants to have an exception ID and a reason.
func (s *SubError) AppendXML(e *codec.Encoder) {
	codec.WriteString(e, subErrorTable.Element(0), string(s.ExceptionID))
	codec.WriteString(e, subErrorTable.Element(1), s.Reason)
	if s.Value != "" {
		codec.WriteString(e, subErrorTable.Element(2), s.Value)
	}
}

// DecodeXML reads a subError.
func (s *SubError) DecodeXML(d *codec.Decoder) error {
	s.read(d)
	return d.Err()
}

func (s *SubError) read(d *codec.Decoder) {
	for i := d.Next(&subErrorTable); i != codec.End; i = d.Next(&subErrorTable) {
		switch i {
		case 0:
			codec.ReadToken(d, &s.ExceptionID)
		case 1:
			codec.ReadString(d, &s.Reason)
		case 2:
			codec.ReadString(d, &s.Value)
		}
	}
}
