// Package config reads wbxgen.yaml: which schema versions there are, what is
// generated from them and where it goes.
//
// It owns the form of the file, with positions in its errors. It does not own
// what the settings mean.
//
//	cfg, err := config.Load("wbxgen.yaml")
package config
