// Package catalog is an example: a list of any length, which is read item by item
// in the memory of one item.
package catalog

//go:generate go tool wbxgen generate --schema schema --out catalogxml
