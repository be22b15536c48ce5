package binding

import (
	"github.com/wbxgen/wbxgen/internal/diag"
	"github.com/wbxgen/wbxgen/internal/plan"
	"github.com/wbxgen/wbxgen/internal/profile"
	"github.com/wbxgen/wbxgen/internal/xsd"
)

// Options say how a schema is bound.
type Options struct {
	Source     string // named in the header of every file
	Version    string
	ImportPath string // of the root package
	RootName   string
	// Profile finds operations; nil for types alone.
	Profile profile.Profile
	// Packages are packages by namespace, where the rule's do not suit.
	Packages map[string]Package
	// Single puts all namespaces into the root package.
	Single bool
	// EncodingXML gives types the methods that package encoding/xml calls.
	EncodingXML bool
	// Types are Go types that the user has chosen, by simple type, or by element
	// or attribute of simple type.
	Types map[xsd.Component]*plan.Own
	// Polymorphic are elements, and types of elements, in whose place any type
	// derived from theirs can stand, beside the abstract ones.
	Polymorphic map[xsd.Component]bool
	// Embed are the attribute groups that are embedded where types refer to them.
	Embed map[*xsd.AttributeGroupDef]bool
	// Secrets are elements, attributes and types whose values are never printed.
	Secrets map[xsd.Component]bool
	// Initialisms are words that names have in capitals.
	Initialisms []string
	// Rename are the Go names that the user has chosen, by component.
	Rename map[xsd.Component]Chosen
	// Lock has the names that were given before; new ones are added to it.
	Lock *Lock
	// Runtime is the import path of package wire.
	Runtime string
	// Client is the import path of the package that methods call; that of the
	// profile where it is empty.
	Client string
}

// Package says what the package of a namespace is called, and where it is.
type Package struct {
	Name string // "" for what the rule says
	Dir  string // below the root package; "" for its name
	// Existing is the package where there is one already.
	Existing *Existing
	Pos      diag.Pos // where that is said
}

// Existing is a package that is generated elsewhere.
type Existing struct {
	Name, ImportPath string
	Lock             *Lock // has the names in it
}

// names are the names that packages are given, by namespace.
func (o Options) names() map[string]string {
	names := map[string]string{}
	for space, p := range o.Packages {
		if p.Name != "" && !o.Single {
			names[space] = p.Name
		}
	}
	return names
}
