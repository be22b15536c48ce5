package binding

import "github.com/wbxgen/wbxgen/internal/profile"

// Options say how a schema is bound.
type Options struct {
	Source     string // named in the header of every file
	Version    string
	ImportPath string // of the root package
	RootName   string
	// Profile finds operations; nil for types alone.
	Profile profile.Profile
	// Packages are package names by namespace, where the rule's do not suit.
	Packages map[string]string
	// Lock has the names that were given before; new ones are added to it.
	Lock *Lock
	// Runtime is the import path of package wire.
	Runtime string
	// Client is the import path of the package that methods call; that of the
	// profile where it is empty.
	Client string
}
