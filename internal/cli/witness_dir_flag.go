package cli

import (
	"fmt"
	"path/filepath"

	"github.com/wbxgen/wbxgen/internal/diag"
	"github.com/wbxgen/wbxgen/internal/diff/change"
	"github.com/wbxgen/wbxgen/internal/outdir"
	"github.com/wbxgen/wbxgen/internal/report"
)

// writeWitnesses makes a folder hold the documents that prove what breaks, and
// no others of an earlier run. What somebody else has put there stays, and is an
// error where it is in the way.
func writeWitnesses(env *environment, dir string, r *change.Result, o report.Options) error {
	if dir == "" {
		return nil
	}
	files := report.WitnessFiles(r, o)
	for name, text := range files {
		files[name] = append([]byte(outdir.XMLHeader), text...)
	}
	plan, err := outdir.Compare(dir, files, outdir.Options{Repair: true})
	if err != nil {
		return err
	}
	if err := outdir.Apply(plan); err != nil {
		return err
	}
	fmt.Fprintf(env.info, "%s: %s\n", filepath.ToSlash(dir), diag.Count(len(files), "document"))
	return nil
}
