package plan

// OwnKind says how values of a Go type that the user has chosen are read and
// written.
type OwnKind uint8

// The kinds of conversion.
const (
	OwnFuncs    OwnKind = iota // functions of the user's
	OwnText                    // methods that the type has: UnmarshalText, MarshalText
	OwnNumber                  // Go's numbers and truth values
	OwnString                  // strings
	OwnDateTime                // time.Time for xs:dateTime
	OwnDate                    // time.Time for xs:date
)

// Own is a Go type that the user has chosen for a simple type, an element or an
// attribute.
type Own struct {
	Type    Type
	Package string // the name of its package, "" where that is not known
	Kind    OwnKind
	Parse   Func // of OwnFuncs: func(string) (T, error)
	Format  Func // of OwnFuncs: func(T) (string, error)
	// Plain says that Format returns no error.
	Plain bool
	// Keep says that the text comes with its white space.
	Keep bool
}

// Func is a function of the user's.
type Func struct {
	Import, Name string
	Package      string // the name of its package, "" where that is not known
}

// OwnVar is the variable of a package that holds the conversions of an [Own].
type OwnVar struct {
	Name string
	Own  *Own
}

// OwnVar returns the variable that a package has for a type, "" for none.
func (p *Package) OwnVar(o *Own) string {
	for _, v := range p.Owns {
		if v.Own == o {
			return v.Name
		}
	}
	return ""
}
