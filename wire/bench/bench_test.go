package bench

import (
	"bytes"
	"encoding/xml"
	"reflect"
	"testing"

	"github.com/wbxgen/wbxgen/wire/codec"
	"github.com/wbxgen/wbxgen/wire/xmltext"
)

// work is one way to do something with a subject.
type work struct {
	name string
	run  func(s *subject) func()
}

var works = []work{
	{"decode/xml", func(s *subject) func() {
		return func() { must(xml.Unmarshal(s.doc, s.freshM())) }
	}},
	{"decode/wire", func(s *subject) func() {
		return func() { must(codec.Unmarshal(s.doc, s.root, s.fresh())) }
	}},
	{"decodeReader/xml", func(s *subject) func() {
		return func() { must(xml.NewDecoder(bytes.NewReader(s.doc)).Decode(s.freshM())) }
	}},
	{"decodeReader/wire", func(s *subject) func() {
		return func() { must(codec.Decode(plain{bytes.NewReader(s.doc)}, s.root, s.fresh())) }
	}},
	{"decodeReused/wire", func(s *subject) func() {
		d := codec.NewBytesDecoder(nil)
		return func() {
			d.ResetBytes(s.doc)
			must(d.Document(s.root, s.fresh()))
		}
	}},
	{"scan/wire", func(s *subject) func() {
		return func() {
			t := xmltext.NewBytesScanner(s.doc, xmltext.Options{})
			for t.Next() != xmltext.EOF {
			}
			must(t.Err())
		}
	}},
	{"encode/xml", func(s *subject) func() {
		var b bytes.Buffer
		return func() {
			b.Reset()
			must(xml.NewEncoder(&b).Encode(s.valueM))
		}
	}},
	{"encode/wire", func(s *subject) func() {
		e := codec.NewEncoder()
		var buf []byte
		return func() {
			e.Reset(buf[:0])
			must(e.Document(s.root, s.value))
			buf = e.Bytes()
		}
	}},
	{"marshal/wire", func(s *subject) func() {
		return func() { encode(s.root, s.value) }
	}},
}

func must(err error) {
	if err != nil {
		panic(err)
	}
}

// plain hides all methods of a reader but Read.
type plain struct{ r *bytes.Reader }

func (p plain) Read(b []byte) (int, error) { return p.r.Read(b) }

func Benchmark(b *testing.B) {
	for i := range subjects {
		s := &subjects[i]
		for _, w := range works {
			b.Run(w.name+"/"+s.name, func(b *testing.B) {
				run := w.run(s)
				b.SetBytes(int64(len(s.doc)))
				b.ReportAllocs()
				for b.Loop() {
					run()
				}
			})
		}
	}
}

func TestBothReadersReadTheSame(t *testing.T) {
	for i := range subjects {
		s := &subjects[i]
		v := s.fresh()
		if err := codec.Unmarshal(s.doc, s.root, v); err != nil || !reflect.DeepEqual(v, s.value) {
			t.Errorf("%s: %v", s.name, err)
		}
		again, err := xml.Marshal(s.valueM)
		if err != nil {
			t.Fatal(err)
		}
		back := s.fresh()
		if err := codec.Unmarshal(again, s.root, back); err != nil || !reflect.DeepEqual(back, s.value) {
			t.Errorf("%s by encoding/xml: %v", s.name, err)
		}
	}
}
