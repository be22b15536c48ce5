package plan

import "github.com/wbxgen/wbxgen/internal/xsd"

// Base is the interface of a complex type in whose place types that are derived
// from it may stand: a document tells by xsi:type which one does.
type Base struct {
	Name    string
	File    string
	Doc     []string
	Pkg     *Package
	XMLName xsd.QName
	// Method is the exported method that makes a type a member, in whatever
	// package it is. No other base has a method of that name.
	Method string
	// Own is the type itself, nil where it is abstract.
	Own *Struct
	// Members are the types that may stand there, Own included, by package
	// and name.
	Members []*Struct
	// Unknown is the type that holds what no package at hand has a type for.
	Unknown string
	// Open reports whether there are fields of the base.
	Open bool
}

// TypeName returns the Go name.
func (b *Base) TypeName() string { return b.Name }

// InFile returns the file that the interface goes to.
func (b *Base) InFile() string { return b.File }

// Slot is what the fields of a package that are of one base share: the types
// that can be told apart there without a registry.
type Slot struct {
	Var   string // the variable that holds it
	Base  *Base
	Known []*Struct // those members that the package can name
}
