// Package reach tells which operations, or documents, show a change, and by
// which way.
//
// It owns the graph of what leads to what in each version, by elements,
// attributes and xsi:type, and the lowering of levels to the directions that
// are reached. It takes changes and gives changes.
//
//	m := reach.NewMap(comparison)
//	m.Mark(comparison.Changes)
package reach
