package project

import (
	"cmp"
	"strings"

	"github.com/wbxgen/wbxgen/internal/config"
	"github.com/wbxgen/wbxgen/internal/diag"
	"github.com/wbxgen/wbxgen/internal/profile"
	"github.com/wbxgen/wbxgen/internal/profile/known"
	"github.com/wbxgen/wbxgen/internal/xsd"
)

// profileOf returns the profile that the options or the configuration name for a
// schema.
func profileOf(s *xsd.Schema, o Options) (profile.Profile, error) {
	all := known.Profiles()
	name := cmp.Or(o.Profile, o.Config.Profile)
	p, ok := all.Find(name, s)
	if !ok {
		var l diag.List
		l.Error(o.Config.ValueAt("profile"), config.Code, "there is no profile %q (known are %s)%s",
			name, strings.Join(all.Names(), ", "), diag.DidYouMean(name, all.Names()))
		return nil, l.Err()
	}
	return p, nil
}
