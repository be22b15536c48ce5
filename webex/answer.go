package webex

import (
	"strings"

	"github.com/wbxgen/wbxgen/wire"
	"github.com/wbxgen/wbxgen/wire/codec"
)

// item is an operation of a message, and what became of it.
type item struct {
	op        *Operation
	req, resp wire.Typed
	answered  bool   // resp is read
	fault     string // why the bodyContent cannot be resp
	bad       error  // what in the bodyContent could not be read, in a batch
	err       error
}

// answer is a serv:message from the service. It is read in lenient form, and straight into the responses of the items.
type answer struct {
	items    []*item
	statuses []Status
	headed   bool  // the header is read to its end
	next     int   // the item that the next bodyContent belongs to
	surplus  int   // bodyContent elements that belong to none
	reading  *item // the item whose bodyContent is being read
	done     bool
}

var answerTable = codec.Table{Space: &nsService, Names: "header body"}

var headerTable = codec.Table{Space: &nsService, Names: "response*"}

var bodyTable = codec.Table{Space: &nsService, Names: "bodyContent*"}

// DecodeXML reads the message.
func (a *answer) DecodeXML(d *codec.Decoder) error {
	for i := d.Next(&answerTable); i != codec.End; i = d.Next(&answerTable) {
		switch i {
		case 0:
			d.Object(codec.DecoderFunc(a.header))
		case 1:
			d.Object(codec.DecoderFunc(a.body))
		}
	}
	a.done = d.Err() == nil
	return d.Err()
}

// AppendXML writes nothing: answers are only read.
func (a *answer) AppendXML(*codec.Encoder) {}

func (a *answer) header(d *codec.Decoder) {
	for i := d.Next(&headerTable); i != codec.End; i = d.Next(&headerTable) {
		var s Status
		if d.Object(codec.DecoderFunc(s.read)); d.Err() == nil {
			a.statuses = append(a.statuses, s)
		}
	}
	a.headed = d.Err() == nil
}

func (a *answer) body(d *codec.Decoder) {
	for i := d.Next(&bodyTable); i != codec.End; i = d.Next(&bodyTable) {
		d.Object(&content{answer: a})
	}
}

// status returns what the header says of item i. Several results are paired by position, and a single one is that of
// all items.
func (a *answer) status(i int) (s *Status, ok bool) {
	switch len(a.statuses) {
	case len(a.items):
		return &a.statuses[i], true
	case 1:
		return &a.statuses[0], true
	}
	return nil, false
}

func (a *answer) failed(i int) bool {
	s, ok := a.status(i)
	return ok && !s.ok()
}

// take returns the item that a bodyContent belongs to, nil if to none. A failed operation has an empty bodyContent
// without a type, or none at all.
func (a *answer) take(typed bool) *item {
	for typed && a.next < len(a.items) && a.failed(a.next) {
		a.next++
	}
	if a.next == len(a.items) {
		a.surplus++
		return nil
	}
	a.next++
	if a.failed(a.next - 1) {
		return nil
	}
	return a.items[a.next-1]
}

// content is a bodyContent.
type content struct {
	answer *answer
	extra  wire.Extra
}

// DecodeXML reads the bodyContent into the response of its item.
func (c *content) DecodeXML(d *codec.Decoder) error {
	typ, typed := c.typeOf(d)
	it := c.answer.take(typed)
	if it == nil {
		return d.Err()
	}
	if typed && !strings.EqualFold(lastWord(typ.Local), it.op.Response.Local()) {
		it.fault = "its bodyContent is a " + typ.Local + ", not a " + it.op.Response.Local()
		return d.Err()
	}
	if it.bad != nil {
		return d.Err() // known not to be readable
	}
	c.answer.reading = it
	err := codec.ObjectOf(it.resp).DecodeXML(d)
	if it.answered = err == nil; it.answered {
		c.answer.reading = nil
	}
	return err
}

// AppendXML writes nothing.
func (c *content) AppendXML(*codec.Encoder) {}

// typeOf returns the xsi:type, and passes over all attributes, so that the response does not take them for its own.
func (c *content) typeOf(d *codec.Decoder) (wire.QName, bool) {
	d.Begin(&c.extra)
	for none := (&codec.Table{}); d.Attr(none) != codec.End; {
	}
	return c.extra.Type()
}

// lastWord returns what follows the last colon or dot of an xsi:type.
func lastWord(s string) string {
	return s[strings.LastIndexAny(s, ":.")+1:]
}
