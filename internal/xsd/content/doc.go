// Package content is the content model of a complex type as a language: which
// sequences of child elements it accepts (Part 1 §3.4.4, §3.8.4, §3.9.4).
//
// It owns the one normal form of a content model ([Node], made by [Normal]),
// its automaton with counters ([Model]), the walk of a document through it
// ([Position]), and whether one model accepts all that another one does, with
// a shortest sequence that tells them apart ([Compare]). It does not own the
// rules on schemas (packages compile and check), what a child element itself
// must be (package validate), or words for people: it says what is so, those
// who ask say it.
//
// A model is as large as the content model is long, whatever its occurrence
// bounds are: bounds are counted, never unrolled.
//
//	node, err := content.Normal(t.Content.Particle)
//	model := content.New(node, grammar)
//	var at content.Position
//	at.Start(model, make([]uint64, model.Slots()))
//	leaf := at.Next(symbol, namespace) // nil: the element cannot come here
//	done := at.Complete()
//
// # What XSD 1.1 will need
//
// All groups count each member for itself and may have wildcards as members,
// so that maxOccurs above 1 there is a matter of the compiler alone. What a
// wildcard matches is asked by symbol and namespace, so that names and
// namespaces that it excludes have a place in [Place.Matches]. Open content is
// a leaf beside the model that [Position.Next] falls back to.
package content
