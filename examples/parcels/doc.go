// Package parcels is an example: messages whose items are told apart by
// xsi:type, with a base type in one package and kinds of it in another that the
// first does not know.
package parcels

//go:generate go tool wbxgen generate --schema schema --out parcelsxml
