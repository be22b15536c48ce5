package codec

import (
	"bytes"
	"fmt"
	"io"
	"sync"

	"github.com/wbxgen/wbxgen/wire"
	"github.com/wbxgen/wbxgen/wire/internal/door"
)

// decoders are those that Unmarshal and Decode have done with. What they keep is memory, not state.
var decoders = sync.Pool{New: func() any { return new(Decoder) }}

// Unmarshal decodes a whole document whose root element is root into v. It keeps no part of data.
func Unmarshal(data []byte, root Name, v Object, opts ...wire.Option) error {
	return decode(data, nil, root, v, door.Configure(opts))
}

// Decode decodes the document that r delivers, whose root element is root, into v.
func Decode(r io.Reader, root Name, v Object, opts ...wire.Option) error {
	return decode(nil, r, root, v, door.Configure(opts))
}

func decode(data []byte, r io.Reader, root Name, v Object, conf door.Config) error {
	d := decoderOf(data, r, conf)
	err := d.Document(root, v)
	d.retire()
	return err
}

// decoderOf returns a decoder of the pool, for the document that r delivers or data is.
func decoderOf(data []byte, r io.Reader, conf door.Config) *Decoder {
	d := decoders.Get().(*Decoder)
	d.configure(conf)
	if r != nil {
		d.ResetReader(r)
	} else {
		d.ResetBytes(data)
	}
	return d
}

// retire puts the decoder into the pool.
func (d *Decoder) retire() {
	d.configure(door.Config{})
	d.ResetBytes(nil)
	shed(&d.pieces)
	d.s.Codec().Shed()
	decoders.Put(d)
}

// largeScratch is the most that a reader or writer of a pool keeps in one buffer of its own.
const largeScratch = 64 << 10

// shed drops a buffer that has become large.
func shed(b *[]byte) {
	if cap(*b) > largeScratch {
		*b = nil
	}
}

// encoders are those that Marshal and Append have done with. What they keep is memory, not state.
var encoders = sync.Pool{New: func() any { return NewEncoder() }}

// Marshal returns v as a document whose root element is root.
func Marshal(root Name, v Appender, opts ...wire.Option) ([]byte, error) {
	return marshal(root, v, door.Configure(opts))
}

func marshal(root Name, v Appender, conf door.Config) ([]byte, error) {
	e := encoders.Get().(*Encoder)
	e.conf = conf
	doc, err := e.appendTo(e.scratch[:0], root, v)
	if cap(doc) <= largeScratch {
		e.scratch = doc[:0]
		doc = bytes.Clone(doc)
	}
	e.retire()
	return doc, err
}

// Append appends v to dst, as a document whose root element is root. After an error it returns dst as it was.
func Append(dst []byte, root Name, v Appender, opts ...wire.Option) ([]byte, error) {
	return appendDocument(dst, root, v, door.Configure(opts))
}

func appendDocument(dst []byte, root Name, v Appender, conf door.Config) ([]byte, error) {
	e := encoders.Get().(*Encoder)
	e.conf = conf
	dst, err := e.appendTo(dst, root, v)
	e.retire()
	return dst, err
}

// Package wire comes in here.
func init() {
	door.Decode, door.Marshal, door.Append, door.Encode, door.Validate = decodeAny, marshalAny, appendAny, encodeAny, validate
	door.TextOf, door.Each, door.DecodeOne = itemsText, each, decodeOne
	door.WriteNode, door.ReadNode, door.Roots = writeNode, readNode, rootNames
}

// ObjectOf returns what reads v and writes it: v itself if it is a generated type. Of another value it is an error.
func ObjectOf(v any) Object {
	switch v := v.(type) {
	case Object:
		return v
	case holder:
		return (*rawTyped)(v.Raw())
	case *wire.AnyElement:
		return (*RawElement)(v)
	case interface{ Value() any }:
		return simple{v.Value()}
	}
	return alien{v}
}

// AppenderOf is [ObjectOf] for what is only written.
func AppenderOf(v any) Appender {
	if v, ok := v.(Appender); ok {
		return v
	}
	return ObjectOf(v)
}

// alien is a value that cannot be read or written.
type alien struct{ v any }

func (f alien) err() error { return fmt.Errorf("%T is no type that wbxgen generates", f.v) }

func (f alien) DecodeXML(*Decoder) error { return f.err() }

func (f alien) AppendXML(e *Encoder) { e.Fail(f.err()) }
