// Package track is an example: where somebody walked, with an attribute that has
// one value, numbers with bounds, and extensions that other programs add and that
// are kept as they came.
package track

//go:generate go tool wbxgen generate --schema schema --out trackxml
