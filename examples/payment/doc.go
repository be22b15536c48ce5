// Package payment is an example: transfers that a bank is asked to make, with a
// choice of accounts and texts with patterns, which are checked before sending.
package payment

//go:generate go run github.com/wbxgen/wbxgen/cmd/wbxgen generate --schema schema --out paymentxml
