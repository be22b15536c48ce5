package cli

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"github.com/wbxgen/wbxgen/internal/config"
	"github.com/wbxgen/wbxgen/internal/project"
)

func initCommand(env *environment) *cobra.Command {
	var dir string
	var upgrade bool
	cmd := &cobra.Command{
		Use:   "init",
		Short: "Write a configuration to start from",
		Long: `Init writes a ` + config.FileName + ` with each setting and what it means into the
working folder or the one that --dir names. A file that is there already is
never touched, but for --upgrade, which brings it into the form of this version
of wbxgen and keeps all that it says.`,
		Example: `  wbxgen init
  wbxgen init --dir api
  wbxgen init --upgrade`,
		Args: takesNone,
		RunE: func(*cobra.Command, []string) error {
			if upgrade {
				return upgradeConfig(env, filepath.Join(dir, config.FileName))
			}
			return runInit(env, dir)
		},
	}
	cmd.Flags().StringVar(&dir, "dir", ".", "`folder` to write it into")
	cmd.Flags().BoolVar(&upgrade, "upgrade", false, "bring the file that is there into the form of today")
	return cmd
}

// upgradeConfig rewrites a configuration of an earlier form.
func upgradeConfig(env *environment, file string) error {
	text, changed, err := config.Upgrade(file)
	switch {
	case err != nil:
		return err
	case !changed:
		fmt.Fprintf(env.info, "%s: is as it should be\n", filepath.ToSlash(file))
		return nil
	}
	if err := writeFile(file, text); err != nil {
		return err
	}
	fmt.Fprintf(env.stdout, "%s: brought to version %s\n", filepath.ToSlash(file), config.Version)
	return nil
}

func runInit(env *environment, dir string) error {
	c := config.Default()
	// Where there is no go.mod, the path is left for the user to say.
	c.Package, _ = project.ImportPath(filepath.Join(dir, c.Out))
	file := filepath.Join(dir, config.FileName)
	f, err := os.OpenFile(file, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if errors.Is(err, fs.ErrExist) {
		return fmt.Errorf("%s is there already; it stays as it is", filepath.ToSlash(file))
	}
	if err != nil {
		return err
	}
	if _, err := f.Write(config.Start(c)); err != nil {
		return errors.Join(err, f.Close(), os.Remove(file))
	}
	if err := f.Close(); err != nil {
		return err
	}
	fmt.Fprintf(env.stdout, "%s: written; put the schema documents of each version into a folder %s/VERSION beside it, then run wbxgen generate\n",
		filepath.ToSlash(file), c.Schemas)
	return nil
}
