package codec

import "github.com/wbxgen/wbxgen/wire/internal/door"

// types returns the types that xsi:type may name.
func (d *Decoder) types() door.TypeSource {
	if d.conf.Types == nil {
		return noTypes{}
	}
	return d.conf.Types
}

// noTypes is a registry without types.
type noTypes struct{}

func (noTypes) ByName(string, string) any       { return nil }
func (noTypes) Element(space, local string) any { return nil }

func (noTypes) ByText(string) any        { return nil }
func (noTypes) Guess(string, string) any { return nil }
