// Package schemas embeds the schema sets of the Webex Meetings XML API, one
// folder a release, and the manifest that lists them, their aliases and their
// hashes. README.md says where they come from.
package schemas

import "embed"

// FS holds the sets as they lie in this folder, for example
// "40.6.0/service/meeting/meeting.xsd", and "manifest.json".
//
//go:embed 40.1.0 40.1.2 40.2.0 40.4.3 40.4.8 40.6.0 manifest.json
var FS embed.FS
