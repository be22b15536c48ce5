package door

import "github.com/wbxgen/wbxgen/wire/xmltext"

// Config is what options say of reading and writing.
type Config struct {
	xmltext.Options

	Root        string // a wire.Name, "" where the value says it
	Lenient     bool
	Unqualified bool
	Comments    bool  // they are kept, and so are processing instructions
	Unknown     uint8 // a wire.UnknownPolicy
	Types       TypeSource
	TypeText    func(space, local string) (string, bool)
	Declaration bool
	Indent      string
	Chosen      map[string]string // prefixes by namespace, "" for the default namespace
	Prefixed    bool              // no default namespace but one that Chosen has
}

// TypeSource has the types that xsi:type may name. Its methods return a new value, nil where they know none.
type TypeSource interface {
	ByName(space, local string) any
	ByText(text string) any
	// Element returns what package codec knows of an element.
	Element(space, local string) any
	// Guess finds a type by a prefix that is not declared.
	Guess(prefix, local string) any
}

// Configure returns what options say together.
func Configure[O ~func(*Config)](opts []O) Config {
	if len(opts) == 0 {
		return Config{} // which takes no memory of its own
	}
	return apply(opts)
}

func apply[O ~func(*Config)](opts []O) Config {
	var c Config
	for _, o := range opts {
		if o != nil {
			o(&c)
		}
	}
	c.Undeclared = c.Lenient
	return c
}

// Check is what options say of checking values.
type Check struct{ OpenEnums bool }
