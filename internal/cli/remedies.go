package cli

import (
	"errors"
	"fmt"

	"github.com/wbxgen/wbxgen/internal/diag"
	"github.com/wbxgen/wbxgen/internal/generate"
	"github.com/wbxgen/wbxgen/internal/outdir"
	"github.com/wbxgen/wbxgen/internal/source"
	"github.com/wbxgen/wbxgen/internal/xsd/compile"
)

// withFlag says of a remedy which flag it is.
func withFlag(r diag.Remedy) string {
	switch r.Kind {
	case source.BytesRemedy:
		return "; raise --max-bytes if that is meant"
	case source.EntriesRemedy:
		return "; raise --max-entries if that is meant"
	case source.RatioRemedy:
		return "; raise --max-ratio if that is meant"
	case compile.WiderRemedy:
		return ", or say --root " + r.About
	case compile.DocumentRemedy:
		return "; \"wbxgen document " + r.About + "\" writes one"
	case outdir.AdoptRemedy:
		return ", or take it over with --adopt"
	case generate.DropCopyRemedy:
		return " or --runtime=copy, or drop it with --drop-runtime-copy"
	case generate.OneSchemaRemedy:
		if r.About == "" {
			return ", or name a schema with --schema"
		}
		return fmt.Sprintf(", or generate with --schema %s --out FOLDER", r.About)
	}
	return ""
}

// inFlags says an error about options in the words of the command line.
func inFlags(err error) error {
	switch {
	case errors.Is(err, generate.ErrNoOut):
		return errors.New("--schema needs --out, the folder of the root package")
	case errors.Is(err, generate.ErrOutOfSets):
		return errors.New("--out goes with --schema where the configuration has a list of schemas, each with an out of its own")
	}
	return err
}
