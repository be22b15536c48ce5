// Package catalog is an example: a list of any length, which is read item by item
// in the memory of one item.
package catalog

//go:generate go -C ../.. run ./cmd/wbxgen generate --schema examples/catalog/schema --out examples/catalog/catalogxml
