// Package known lists the profiles of this program: an API is added here.
package known

import (
	"github.com/wbxgen/wbxgen/internal/profile"
	"github.com/wbxgen/wbxgen/internal/profile/webex"
)

// Profiles returns the profiles of the program.
func Profiles() profile.Set { return profile.Set{webex.Profile} }
