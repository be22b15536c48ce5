// Package rpc is the client that generated code of the parcel API calls: as
// small as one can be.
package rpc

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"net/http"

	"github.com/wbxgen/wbxgen/wire"
	"github.com/wbxgen/wbxgen/wire/codec"
)

// The handshake of generated code.
const (
	ModuleTooOldUpgradeIt   = 1
	CodeTooOldGenerateAgain = 1
)

// Operation describes an operation.
type Operation struct {
	Name, Service     string
	ReadOnly          bool
	Request, Response wire.Name
	New               func() codec.Object
}

// Caller sends requests.
type Caller interface {
	Call(ctx context.Context, op *Operation, req, resp codec.Object) error
}

// Do sends req and returns the answer.
func Do[R any, P interface {
	*R
	codec.Object
}](ctx context.Context, c Caller, op *Operation, req codec.Object) (*R, error) {
	resp := new(R)
	if err := c.Call(ctx, op, req, P(resp)); err != nil {
		return nil, err
	}
	return resp, nil
}

var ns = codec.Namespace{URI: "urn:example:envelope", Prefix: "env"}

var (
	rootName = codec.Name{Space: &ns, Local: "Envelope"}
	bodyName = codec.Name{Space: &ns, Local: "Body"}
)

// Client posts envelopes.
type Client struct{ URL string }

// Fault is a refusal.
type Fault struct{ Code, Reason string }

func (f *Fault) Error() string { return f.Code + ": " + f.Reason }

// Call sends req in an envelope.
func (c *Client) Call(ctx context.Context, op *Operation, req, resp codec.Object) error {
	data, err := codec.Marshal(rootName, &message{name: codec.NameOf(op.Request), content: req}, wire.Declaration())
	if err != nil {
		return err
	}
	r, err := http.NewRequestWithContext(ctx, http.MethodPost, c.URL, bytes.NewReader(data))
	if err != nil {
		return err
	}
	r.Header.Set("Content-Type", "text/xml")
	answer, err := http.DefaultClient.Do(r)
	if err != nil {
		return err
	}
	defer answer.Body.Close()
	text, err := io.ReadAll(answer.Body)
	if err != nil {
		return err
	}
	m := &message{name: codec.NameOf(op.Response), content: resp}
	if err := codec.Unmarshal(text, rootName, m); err != nil {
		return fmt.Errorf("%w in %s", err, text)
	}
	if m.fault != nil {
		return m.fault
	}
	return nil
}

// message is an envelope.
type message struct {
	name    codec.Name
	content codec.Object
	fault   *Fault
}

func (m *message) AppendXML(e *codec.Encoder) {
	e.Start(&bodyName)
	e.Object(&m.name, m.content)
	e.End()
}

func (m *message) DecodeXML(d *codec.Decoder) error {
	table := codec.Table{Space: &ns, Names: "Body"}
	for i := d.Next(&table); i != codec.End; i = d.Next(&table) {
		d.Object(reading(m.body))
	}
	return d.Err()
}

func (m *message) body(d *codec.Decoder) {
	table := codec.Table{Space: m.name.Space, Spaces: []*codec.Namespace{&ns}, Names: m.name.Local + " env:Fault"}
	for i := d.Next(&table); i != codec.End; i = d.Next(&table) {
		if i == 0 {
			d.Object(m.content)
			continue
		}
		m.fault = new(Fault)
		d.Object(reading(m.fault.read))
	}
}

func (f *Fault) read(d *codec.Decoder) {
	table := codec.Table{Space: &ns, Names: "Code Reason"}
	for i := d.Next(&table); i != codec.End; i = d.Next(&table) {
		text := &f.Code
		if i == 1 {
			text = &f.Reason
		}
		codec.ReadString(d, text)
	}
}

type reading func(*codec.Decoder)

func (r reading) DecodeXML(d *codec.Decoder) error { r(d); return d.Err() }
func (reading) AppendXML(*codec.Encoder)           {}
