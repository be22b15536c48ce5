package webex

import (
	"github.com/wbxgen/wbxgen/wire"
)

// SubError is one of several causes of a failure.
type SubError struct {
	ExceptionID ExceptionID
	Reason      string
	Value       string
}

var subErrorTable = wire.Table{
	Elements: []wire.Element{
		{Name: wire.Name{Space: &nsService, Local: "exceptionID"}},
		{Name: wire.Name{Space: &nsService, Local: "reason"}},
		{Name: wire.Name{Space: &nsService, Local: "value"}},
	},
}

// AppendXML writes a subError, which the schema wants to have an exception ID and a reason.
func (s *SubError) AppendXML(e *wire.Encoder) {
	wire.WriteString(e, &subErrorTable.Elements[0].Name, string(s.ExceptionID))
	wire.WriteString(e, &subErrorTable.Elements[1].Name, s.Reason)
	if s.Value != "" {
		wire.WriteString(e, &subErrorTable.Elements[2].Name, s.Value)
	}
}

// DecodeXML reads a subError.
func (s *SubError) DecodeXML(d *wire.Decoder) error {
	s.read(d)
	return d.Err()
}

func (s *SubError) read(d *wire.Decoder) {
	for i := d.Next(&subErrorTable); i != wire.End; i = d.Next(&subErrorTable) {
		switch i {
		case 0:
			wire.ReadToken(d, &s.ExceptionID)
		case 1:
			wire.ReadString(d, &s.Reason)
		case 2:
			wire.ReadString(d, &s.Value)
		}
	}
}
