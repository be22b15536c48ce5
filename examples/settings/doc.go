// Package settings is an example: a program that edits a configuration file
// which people write too, and keeps their comments. What plugins put into the
// file has schemas of its own; the program reads what it knows of that.
package settings

//go:generate go tool wbxgen generate --schema schema --out settingsxml
