// Package wire reads and writes XML for generated code: a pull [Scanner], a [Decoder] and an [Encoder] that generated
// structs call, the value types of XML Schema, raw nodes, and a [Registry] for xsi:type.
//
// It owns everything about XML as text: well-formedness, namespaces, encodings, limits, escaping, prefixes, and the two forms
// of a document, qualified and unqualified (see [Unqualified]). It knows no schema: what a type consists of is told by
// the [Table] that generated code passes. It does not read DTDs, and it fetches nothing.
//
// Every namespace is a [Namespace] variable, every struct has a static [Table], and its codec is two methods:
//
//	var example = wire.Namespace{URI: "http://example.com/", Prefix: "ex"}
//
//	var pointTable = wire.Table{Elements: []wire.Element{
//		{Name: wire.Name{Space: &example, Local: "x"}},
//		{Name: wire.Name{Space: &example, Local: "y"}},
//	}}
//
//	func (p *Point) DecodeXML(d *wire.Decoder) error {
//		d.Begin(&p.XMLExtra)
//		for i := d.Next(&pointTable); i != wire.End; i = d.Next(&pointTable) {
//			switch i {
//			case 0:
//				wire.ReadInt(d, &p.X)
//			case 1:
//				wire.ReadOptInt(d, &p.Y)
//			}
//		}
//		return d.Err()
//	}
//
//	func (p *Point) AppendXML(e *wire.Encoder) {
//		e.Begin(&p.XMLExtra)
//		wire.WriteInt(e, &pointTable.Elements[0].Name, p.X)
//		wire.WriteOptInt(e, &pointTable.Elements[1].Name, p.Y)
//	}
//
// The functions that read and write scalars come in families: for a kind K (String, Token, Normalized, Enum, Bool, Int,
// Uint, Float, QName, Big, Base64, Hex, Value) there are ReadK, ReadOptK for an optional one, ReadKs for one occurrence of a
// repeated one, ReadKList for xs:list, and WriteK, WriteOptK, WriteKs, WriteKAttr, WriteOptKAttr, WriteKText, WriteKList,
// WriteKListAttr and WriteKListText. A read takes the attribute or child that Attr or Next returned last, or else
// the text of the element being decoded. Big, Base64 and Hex have no Opt forms, because nil is absent.
package wire
