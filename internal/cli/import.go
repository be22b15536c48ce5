package cli

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/wbxgen/wbxgen/internal/diag"
	"github.com/wbxgen/wbxgen/internal/outdir"
	"github.com/wbxgen/wbxgen/internal/profile"
	"github.com/wbxgen/wbxgen/internal/project"
	"github.com/wbxgen/wbxgen/internal/source"
	"github.com/wbxgen/wbxgen/internal/version"
	"github.com/wbxgen/wbxgen/internal/xsd"
)

func importCommand(env *environment) *cobra.Command {
	var name string
	var force bool
	cmd := &cobra.Command{
		Use:   "import ARCHIVE --version VERSION",
		Short: "Put a vendor's schema documents into the schemas folder",
		Long: `Import puts the schema documents of an archive, a .zip or a directory, into the
folder of a version below the configured schemas folder, where that name then
means them. Folders that all documents lie in are left out of their names.

They are compiled first: with an error nothing is written. What the catalog of
the configuration has stays where it is, as the other commands find it there. A
version that is there already is replaced with --force only, and then as a whole.`,
		Example: `  wbxgen import WebEx_XML_API_41.0.zip --version 41.0.0
  wbxgen import --force --version 40.6.0 vendor/xsd`,
		Args: takes(1, 1, "an archive or a directory"),
		RunE: func(_ *cobra.Command, args []string) error {
			if name == "" {
				return errors.New("--version is missing: name the version that the documents are, such as 40.6.0")
			}
			if why := version.Problem(name); why != "" {
				return fmt.Errorf("--version %q is no name of a version: it %s; one looks like 40.6.0, 2024-01-15 or current", name, why)
			}
			return runImport(env, args[0], version.Trim(name), force)
		},
	}
	cmd.Flags().StringVar(&name, "version", "", "`version` that the documents are")
	cmd.Flags().BoolVar(&force, "force", false, "replace the documents of a version that is there")
	return cmd
}

func runImport(env *environment, arg, name string, force bool) error {
	cfg, err := env.config()
	if err != nil {
		return err
	}
	dir := filepath.Join(cfg.Path(cfg.Schemas), name)
	if _, err := os.Stat(dir); err == nil && !force {
		return fmt.Errorf("%s is there already; --force replaces it", filepath.ToSlash(dir))
	} else if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	if source.IsVersion(arg) || strings.EqualFold(filepath.Ext(arg), ".xsd") {
		return fmt.Errorf("cannot import %q; name an archive (.zip) or a directory", arg)
	}
	o := project.Options{Config: cfg, Profile: profile.Auto, Limits: env.limits}
	set, err := project.Archive(arg, o)
	if err != nil {
		return err
	}
	s, err := project.Compile(set, o)
	if err != nil {
		return err
	}
	env.printNotes(s.Notes)
	files, err := documents(set, s.Components)
	if err != nil {
		return err
	}
	if err := outdir.Replace(dir, files); err != nil {
		return err
	}
	operations := s.Profile.Operations(s.Components)
	fmt.Fprintf(env.stdout, "%s: %s, %s, %s\n", filepath.ToSlash(dir),
		diag.Count(len(files), "document"), diag.Count(components(s.Components), "global component"), diag.Count(len(operations), "operation"))
	return nil
}

// documents returns the documents that a schema was compiled from, by their
// names below the folder that holds them all.
func documents(set *source.Set, schema *xsd.Schema) (map[string][]byte, error) {
	read := map[string]bool{}
	for _, d := range schema.Documents() {
		read[d.File] = true
	}
	names := slices.DeleteFunc(set.Names(), func(name string) bool { return !read[set.Path(name)] })
	top := path.Dir(names[0])
	for _, name := range names {
		for top != "." && !strings.HasPrefix(name, top+"/") {
			top = path.Dir(top)
		}
	}
	files := map[string][]byte{}
	for _, name := range names {
		data, err := set.Read(name)
		if err != nil {
			return nil, err
		}
		files[strings.TrimPrefix(name, top+"/")] = data
	}
	return files, nil
}
