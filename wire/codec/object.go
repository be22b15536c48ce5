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
