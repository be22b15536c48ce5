package cli

import (
	"bytes"
	"path/filepath"

	"github.com/wbxgen/wbxgen/internal/coverage"
	"github.com/wbxgen/wbxgen/internal/generate"
)

// writeCoverage writes how faithful the code of all outputs is.
func writeCoverage(env *environment, file string, run *generate.Run) error {
	var reports []*coverage.Report
	for _, out := range run.Outputs {
		if out.Coverage != nil {
			reports = append(reports, out.Coverage)
		}
	}
	var b bytes.Buffer
	write := coverage.WriteText
	if filepath.Ext(file) == ".json" {
		write = coverage.WriteJSON
	}
	if err := write(&b, reports...); err != nil {
		return err
	}
	if file == "-" {
		_, err := env.stdout.Write(b.Bytes())
		return err
	}
	return writeFile(file, b.Bytes())
}
