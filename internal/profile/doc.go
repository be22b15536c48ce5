// Package profile says what an API makes of its schema: the conventions that
// no XSD tells. How its operations are found and named on the wire, what is
// around a message, which Go package sends them, what is secret, how lists
// come in pages.
//
// A [Profile] is an interface. [None] is that of a schema that belongs to no
// API, such as a document format; package profile/webex has that of the Cisco
// Webex Meetings XML API, and is the only place that knows it. The package
// does not own Go code (package binding) and does no networking.
//
//	set := profile.Set{webex.Profile}
//	p := set.For(schema)
//	for _, op := range p.Operations(schema) {
//		fmt.Println(op.Name, op.WireType)
//	}
//
// A profile of one's own embeds [Base] and says what is different:
//
//	type parcels struct{ profile.Base }
//
//	func (parcels) Name() string { return "parcels" }
//
//	func (parcels) Operations(s *xsd.Schema) []profile.Operation { … }
package profile
