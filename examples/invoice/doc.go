// Package invoice is an example: an invoice of two namespaces, one for the
// smallest parts and one for the whole, as business documents have them. Amounts
// keep the decimals that were written.
package invoice

//go:generate go tool wbxgen generate --schema schema --out invoicexml
