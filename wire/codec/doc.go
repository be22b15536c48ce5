// Package codec reads and writes XML for generated code: the [Decoder] and the [Encoder] that generated structs call, the
// functions for the values of their fields, the [Checker] behind Validate, and the handshake that tells code and runtime of
// different releases apart. People do not call it: what is for them is in package wire, which reaches this one by itself.
// Who writes a codec by hand, as package webex does for its envelope, has the same tools as generated code.
//
// It knows no schema: what a type consists of is told by the [Table] that generated code passes.
//
// Every namespace is a variable of the type [Namespace], every struct has a static codec.Table, and its codec is two methods. In
// generated code they are mostly [Decoder.Read] and [Encoder.Write], since the table can say which field is which; by hand they are
//
//	var example = codec.Namespace{URI: "http://example.com/", Prefix: "ex"}
//
//	var pointTable = codec.Table{Space: &example, Names: "x y"}
//
//	func (p *Point) DecodeXML(d *codec.Decoder) error {
//		d.Begin(&p.XMLExtra)
//		for i := d.Next(&pointTable); i != codec.End; i = d.Next(&pointTable) {
//			switch i {
//			case 0:
//				codec.ReadInt(d, &p.X)
//			case 1:
//				codec.ReadOptInt(d, &p.Y)
//			}
//		}
//		return d.Err()
//	}
//
//	func (p *Point) AppendXML(e *codec.Encoder) {
//		e.Begin(&p.XMLExtra)
//		codec.WriteInt(e, pointTable.Element(0), p.X)
//		codec.WriteOptInt(e, pointTable.Element(1), p.Y)
//	}
//
// The functions that read and write scalars come in families: for a kind K (String, Token, Normalized, Enum, Bool, Int,
// Uint, Float, QName, Base64, Hex, Value) there are ReadK, ReadOptK for an optional one, ReadKs for one occurrence of a
// repeated one, ReadKList for xs:list, and WriteK, WriteOptK, WriteKs, WriteKAttr, WriteOptKAttr, WriteKText, WriteKList,
// WriteKListAttr and WriteKListText. A read takes the attribute or child that Attr or Next returned last, or else
// the text of the element being decoded. Base64 and Hex have no Opt forms, because nil is absent. Secret has
// neither Opt reads nor lists, and SecretToken, which has reads alone, is it for types that collapse white space. The methods
// of [Own] are such a family for a type that the user has chosen.
package codec
