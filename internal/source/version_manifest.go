package source

import (
	"encoding/json"

	"github.com/wbxgen/wbxgen/schemas"
)

// Alias is another release number that uses the same schema set.
type Alias struct {
	Name string `json:"name"`
	Note string `json:"note,omitempty"` // why it has no set of its own
}

// manifest is the part of schemas/manifest.json that is needed here.
type manifest struct {
	Versions []struct {
		Version string   `json:"version"`
		Aliases []Alias  `json:"aliases"`
		After   []string `json:"after"`
	} `json:"versions"`
}

// embeddedVersions returns what the manifest of the sets in the program has.
func embeddedVersions() ([]Version, error) {
	data, err := schemas.FS.ReadFile("manifest.json")
	if err != nil {
		return nil, err
	}
	var m manifest
	if err := json.Unmarshal(data, &m); err != nil {
		return nil, err
	}
	var all []Version
	for _, v := range m.Versions {
		all = append(all, Version{Name: v.Version, Aliases: v.Aliases, After: v.After, Embedded: true})
	}
	return all, nil
}
