// Package component finds components of a schema by the names that people give
// them in a configuration.
//
// It owns the form of such a name, what it means in a schema, and what is said
// where it means nothing there. It does not own what is then done with the
// components.
//
//	name, err := component.Parse("element ord:order/item/@id")
//	list, why := name.Find(schema)
package component
