package cli

import (
	"strings"

	"github.com/wbxgen/wbxgen/internal/config"
	"github.com/wbxgen/wbxgen/internal/diag"
	"github.com/wbxgen/wbxgen/internal/profile"
	"github.com/wbxgen/wbxgen/internal/profile/known"
	"github.com/wbxgen/wbxgen/internal/xsd"
)

// profiles are those that the program knows.
var profiles = known.Profiles()

// profileOf returns the profile that the configuration names for a schema.
func profileOf(cfg *config.Config, s *xsd.Schema) (profile.Profile, error) {
	p, ok := profiles.Find(cfg.Profile, s)
	if !ok {
		var l diag.List
		l.Error(cfg.ValueAt("profile"), config.Code, "there is no profile %q (known are %s)%s",
			cfg.Profile, strings.Join(profiles.Names(), ", "), diag.DidYouMean(cfg.Profile, profiles.Names()))
		return nil, l.Err()
	}
	return p, nil
}
