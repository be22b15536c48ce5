package cli

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"github.com/wbxgen/wbxgen/internal/config"
	"github.com/wbxgen/wbxgen/internal/diag"
	"github.com/wbxgen/wbxgen/internal/diff/accept"
	"github.com/wbxgen/wbxgen/internal/project"
)

// acceptedFile is where accepted changes are kept unless a flag says otherwise.
const acceptedFile = "wbxgen-accepted.json"

// acceptedName returns the file of the accepted changes: what a flag says, or
// else the configuration.
func acceptedName(flag string, cfg *config.Config) string {
	switch {
	case flag != "":
		return flag
	case cfg.Diff.Accepted != "":
		return cfg.Path(cfg.Diff.Accepted)
	}
	return acceptedFile
}

// readAccepted reads a list of accepted changes.
func readAccepted(name string) (*accept.List, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, unreadable(name, "wbxgen-accepted", `; "wbxgen accept" makes the list`, err)
	}
	defer f.Close()
	list, err := accept.Read(f)
	if err != nil {
		return nil, unreadable(name, "wbxgen-accepted", "", err)
	}
	return list, nil
}

// maxNotes bounds how many entries of a list are named that can go.
const maxNotes = 20

// acceptedOf returns the list of accepted changes, nil for none. A file that only
// the configuration names is made by the first "wbxgen accept".
func acceptedOf(flag string, cfg *config.Config) (*accept.List, error) {
	if flag == "" && cfg.Diff.Accepted == "" {
		return nil, nil
	}
	list, err := readAccepted(acceptedName(flag, cfg))
	if flag == "" && errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	return list, err
}

// noteAccepted says which entries of a list can go, as their change is merged or
// was taken back: in a note, or as an error where the list has to be tidy.
func (env *environment) noteAccepted(name string, out *project.Outcome, strict bool) error {
	pos := diag.Pos{File: filepath.ToSlash(name)}
	var notes, errs diag.List
	for _, e := range out.Expired {
		notes.Warning(pos, "wbxgen-expired-acceptance", "the entry %s, %s of %s, counts no longer; look at the change again", e.Fingerprint, e.ID, e.Component)
	}
	for i, e := range out.Stale {
		switch {
		case strict:
			errs.Error(pos, "wbxgen-stale-acceptance", "the entry %s, %s of %s, fits no change between these versions; accept --prune removes it", e.Fingerprint, e.ID, e.Component)
		case i == maxNotes:
			notes.Note(pos, "wbxgen-stale-acceptance", "and %d entries more that fit no change", len(out.Stale)-maxNotes)
		case i < maxNotes:
			notes.Note(pos, "wbxgen-stale-acceptance", "the entry %s, %s of %s, fits no change between these versions; accept --prune removes it", e.Fingerprint, e.ID, e.Component)
		}
	}
	env.printNotes(&notes)
	return errs.Err()
}

func today() string { return time.Now().UTC().Format(time.DateOnly) }
