package cli

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"text/template"

	"github.com/spf13/cobra"

	"github.com/wbxgen/wbxgen/internal/config"
	"github.com/wbxgen/wbxgen/internal/generate"
	"github.com/wbxgen/wbxgen/templates"
)

func (a *app) initCommand() *cobra.Command {
	var dir string
	cmd := &cobra.Command{
		Use:   "init",
		Short: "Write a configuration to start from",
		Long: `Init writes a ` + config.FileName + ` with each setting and what it means into the
working folder or the one that --dir names. A file that is there already is
never touched.`,
		Example: `  wbxgen init
  wbxgen init --dir api`,
		Args: takesNone,
		RunE: func(*cobra.Command, []string) error { return a.init(dir) },
	}
	cmd.Flags().StringVar(&dir, "dir", ".", "`folder` to write it into")
	return cmd
}

func (a *app) init(dir string) error {
	c := config.Default()
	// Where there is no go.mod, the path is left for the user to say.
	c.Package, _ = generate.ImportPath(filepath.Join(dir, c.Out))
	page, err := template.ParseFS(templates.FS, config.FileName+".tmpl")
	if err != nil {
		return err
	}
	var text bytes.Buffer
	if err := page.Execute(&text, c); err != nil {
		return err
	}
	file := filepath.Join(dir, config.FileName)
	f, err := os.OpenFile(file, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if errors.Is(err, fs.ErrExist) {
		return fmt.Errorf("%s is there already; it stays as it is", filepath.ToSlash(file))
	}
	if err != nil {
		return err
	}
	if _, err := f.Write(text.Bytes()); err != nil {
		return errors.Join(err, f.Close(), os.Remove(file))
	}
	if err := f.Close(); err != nil {
		return err
	}
	fmt.Fprintf(a.stdout, "%s: written; put the schema documents of each version into a folder %s/VERSION beside it, then run wbxgen generate\n",
		filepath.ToSlash(file), c.Schemas)
	return nil
}
