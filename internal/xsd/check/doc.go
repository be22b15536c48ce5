// Package check holds the components of a schema to the constraints of the
// recommendation that need all of them to be complete: unique particle
// attribution, element declarations consistent, valid derivations, default
// values, and so on, each under its name in the recommendation.
//
// It owns what Part 1 calls constraints on components. It does not own those on
// documents, which package compile reports where it reads them, and it never
// sees a document: components know where they stand.
//
//	check.Components(check.Set{Schema: schema, Types: types, Steps: 1_000_000}, &diags)
package check
