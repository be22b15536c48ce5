package report

import (
	"io"

	"github.com/wbxgen/wbxgen/internal/diff/change"
)

// ChangelogFormat names the shape that [Changelog] prints as JSON.
const ChangelogFormat = "wbxgen-changelog/1"

type jsonChangelog struct {
	Format   string        `json:"format"`
	Versions []jsonVersion `json:"versions"`
	Steps    []document    `json:"steps"` // each of the shape [JSONFormat]
	Direct   document      `json:"direct"`
	Matrix   []jsonRow     `json:"matrix,omitempty"`
}

type jsonRow struct {
	Operation string           `json:"operation"`
	Service   string           `json:"service,omitempty"`
	Direction change.Direction `json:"direction"`
	Path      string           `json:"path"`
	Value     string           `json:"value,omitempty"` // of an enumeration
	Events    []jsonEvent      `json:"events"`
}

type jsonEvent struct {
	Version string       `json:"version"`
	Event   change.Event `json:"event"` // introduced, changed or removed
	Rules   []change.ID  `json:"rules"`
}

func changelogJSON(w io.Writer, c *change.Chain, matrix bool, o Options) error {
	d := jsonChangelog{Format: ChangelogFormat, Versions: []jsonVersion{}, Steps: []document{}, Direct: documentOf(c.Direct, o)}
	for _, v := range c.Versions {
		d.Versions = append(d.Versions, versionJSON(v))
	}
	for _, step := range c.Steps {
		d.Steps = append(d.Steps, documentOf(step, o))
	}
	if matrix {
		for _, r := range c.Matrix() {
			row := jsonRow{r.Operation, r.Service, r.Direction, r.Path, r.Value, nil}
			for _, e := range r.Events {
				row.Events = append(row.Events, jsonEvent(e))
			}
			d.Matrix = append(d.Matrix, row)
		}
	}
	return writeJSON(w, d)
}
