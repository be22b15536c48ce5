package cli

import (
	"cmp"

	"github.com/wbxgen/wbxgen/internal/config"
	"github.com/wbxgen/wbxgen/internal/profile"
	"github.com/wbxgen/wbxgen/internal/profile/webex"
	"github.com/wbxgen/wbxgen/internal/xsd"
)

// profiles are those that the program knows.
var profiles = profile.Set{webex.Profile}

// defaultRoot is the name of the root package where neither the configuration
// nor the profile has one.
const defaultRoot = "api"

// profileOf returns the profile that the configuration names for a schema.
func profileOf(cfg *config.Config, s *xsd.Schema) (profile.Profile, error) {
	p, ok := profiles.Find(cfg.Profile, s)
	if !ok {
		return nil, oneOf("profile", cfg.Profile, profiles.Names()...)
	}
	return p, nil
}

// rootName returns the name of the root package.
func rootName(cfg *config.Config, p profile.Profile) string {
	return cmp.Or(cfg.Root, p.Client().Root, defaultRoot)
}
