package codec

// Appender is what an encoder can write: generated structs and hand-written envelopes.
// AppendXML is called with the start tag open: it writes attributes first, then content.
type Appender interface{ AppendXML(e *Encoder) }

// Object is a value that is read from and written to an element of complex type.
// DecodeXML is called with the start tag read; it returns [Decoder.Err].
type Object interface {
	Appender
	DecodeXML(d *Decoder) error
}

// AppenderFunc makes an [Appender] of a function.
type AppenderFunc func(e *Encoder)

// AppendXML calls f.
func (f AppenderFunc) AppendXML(e *Encoder) { f(e) }

// DecoderFunc makes an [Object] that is only read of a function.
type DecoderFunc func(d *Decoder)

// DecodeXML calls f.
func (f DecoderFunc) DecodeXML(d *Decoder) error {
	f(d)
	return d.Err()
}

// AppendXML writes nothing.
func (DecoderFunc) AppendXML(*Encoder) {}
