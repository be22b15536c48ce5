// Package payment is an example: transfers that a bank is asked to make, with a
// choice of accounts and texts with patterns, which are checked before sending.
package payment

//go:generate go tool wbxgen generate --schema schema --out paymentxml
