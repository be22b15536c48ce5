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

var subErrorTable = codec.Table{
	Elements: []codec.Element{
		{Name: codec.Name{Space: &nsService, Local: "exceptionID"}},
		{Name: codec.Name{Space: &nsService, Local: "reason"}},
		{Name: codec.Name{Space: &nsService, Local: "value"}},
	},
}

// AppendXML writes a subError, which the schema wants to have an exception ID and a reason.
func (s *SubError) AppendXML(e *codec.Encoder) {
	codec.WriteString(e, &subErrorTable.Elements[0].Name, string(s.ExceptionID))
	codec.WriteString(e, &subErrorTable.Elements[1].Name, s.Reason)
	if s.Value != "" {
		codec.WriteString(e, &subErrorTable.Elements[2].Name, s.Value)
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
