package webex

import (
	"strconv"
	"strings"
	"time"

	"github.com/wbxgen/wbxgen/wire/codec"
)

// Result says whether an operation did what was asked.
type Result string

// The results.
const (
	Success Result = "SUCCESS"
	Failure Result = "FAILURE"
)

// GSBStatus says which system answered: the site's own, or its global site backup.
type GSBStatus string

// The systems that answer.
const (
	GSBPrimary GSBStatus = "PRIMARY"
	GSBBackup  GSBStatus = "BACKUP"
)

// Status is a serv:response of an answer's header. Fields that the answer does not have are zero.
type Status struct {
	Result      Result
	Reason      string // in the language of the site; on failure only
	GSBStatus   GSBStatus
	ExceptionID ExceptionID // on failure only
	SubErrors   []SubError
	Value       string
	RespTime    time.Duration // what the service says that it took, in milliseconds; some sites say it
	CaseID      string        // what the service's operators find the request by; some sites say it
}

func (s *Status) ok() bool { return strings.EqualFold(string(s.Result), string(Success)) }

func (s *Status) failed() bool { return strings.EqualFold(string(s.Result), string(Failure)) }

var statusTable = codec.Table{Space: &nsService, Names: "result reason gsbStatus exceptionID subErrors value respTime caseID"}

// read reads a serv:response.
func (s *Status) read(d *codec.Decoder) {
	for i := d.Next(&statusTable); i != codec.End; i = d.Next(&statusTable) {
		switch i {
		case 0:
			codec.ReadEnum(d, &s.Result)
		case 1:
			codec.ReadString(d, &s.Reason)
		case 2:
			codec.ReadEnum(d, &s.GSBStatus)
		case 3:
			codec.ReadToken(d, &s.ExceptionID)
		case 4:
			d.Object(codec.DecoderFunc(s.readSubErrors))
		case 5:
			codec.ReadString(d, &s.Value)
		case 6:
			s.readTime(d)
		case 7:
			codec.ReadString(d, &s.CaseID)
		}
	}
}

// AppendXML writes a serv:response, as a server does: the fields that are set, in the order of the schema.
func (s *Status) AppendXML(e *codec.Encoder) {
	name := func(i int) *codec.Name { return statusTable.Element(i) }
	write := func(i int, text string) {
		if text != "" {
			codec.WriteString(e, name(i), text)
		}
	}
	write(0, string(s.Result))
	write(1, s.Reason)
	write(2, string(s.GSBStatus))
	write(3, string(s.ExceptionID))
	if len(s.SubErrors) > 0 {
		e.Start(name(4))
		for i := range s.SubErrors {
			e.Object(subErrorsTable.Element(0), &s.SubErrors[i])
		}
		e.End()
	}
	write(5, s.Value)
	if s.RespTime > 0 {
		codec.WriteInt(e, name(6), s.RespTime.Milliseconds())
	}
	write(7, s.CaseID)
}

// DecodeXML reads a serv:response.
func (s *Status) DecodeXML(d *codec.Decoder) error {
	s.read(d)
	return d.Err()
}

// readTime reads milliseconds. The element is in no published schema, so another form of it is no reason to refuse an
// answer.
func (s *Status) readTime(d *codec.Decoder) {
	var text string
	codec.ReadToken(d, &text)
	const most = int64(1<<63-1) / int64(time.Millisecond)
	if n, err := strconv.ParseInt(text, 10, 64); err == nil && n >= 0 && n <= most {
		s.RespTime = time.Duration(n) * time.Millisecond
	}
}

var subErrorsTable = codec.Table{Space: &nsService, Names: "subError*"}

func (s *Status) readSubErrors(d *codec.Decoder) {
	for i := d.Next(&subErrorsTable); i != codec.End; i = d.Next(&subErrorsTable) {
		var sub SubError
		d.Object(codec.DecoderFunc(sub.read))
		s.SubErrors = append(s.SubErrors, sub)
	}
}

// redact takes the secrets of the request out of what the service says about it. What is as the schema wants it is left
// alone: a password may be 000015.
func (s *Status) redact(r *redactor) {
	if !s.ok() && !s.failed() {
		s.Result = Result(r.text(string(s.Result)))
	}
	if s.GSBStatus != GSBPrimary && s.GSBStatus != GSBBackup {
		s.GSBStatus = GSBStatus(r.text(string(s.GSBStatus)))
	}
	s.ExceptionID = s.ExceptionID.redacted(r)
	s.Reason, s.Value, s.CaseID = r.text(s.Reason), r.text(s.Value), r.text(s.CaseID)
	for i := range s.SubErrors {
		sub := &s.SubErrors[i]
		sub.ExceptionID = sub.ExceptionID.redacted(r)
		sub.Reason, sub.Value = r.text(sub.Reason), r.text(sub.Value)
	}
}

func (id ExceptionID) redacted(r *redactor) ExceptionID {
	if len(id) == 6 && strings.Trim(string(id), "0123456789") == "" {
		return id
	}
	return ExceptionID(r.text(string(id)))
}
