package generate

import (
	"cmp"
	"errors"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"golang.org/x/mod/module"

	"github.com/wbxgen/wbxgen/internal/config"
	"github.com/wbxgen/wbxgen/internal/diag"
	"github.com/wbxgen/wbxgen/internal/project"
	"github.com/wbxgen/wbxgen/internal/source"
	"github.com/wbxgen/wbxgen/internal/version"
)

// target is one schema to generate from.
type target struct {
	cfg     *config.Config // of the set that it is of
	name    string         // in messages: v40.6.0, or the output folder
	arg     string         // what to open
	within  string
	version string
	dir     string // of the root package
	imports string // its import path
	root    string // its name, "" for the configured one
	source  string // in the header of files
	lock    string // the file of the names lock
}

// lockName is the name of a names lock in a folder.
const lockName = "names.lock"

// targetsOf says what is to be generated.
func targetsOf(cfg *config.Config, o Options, notes *diag.List) ([]target, error) {
	if o.Schema != "" {
		t, err := singleTarget(cfg, o)
		t.cfg, t.within, t.lock = cfg, o.Within, filepath.Join(t.dir, lockName)
		return []target{t}, err
	}
	var list []target
	var wrong diag.List
	for _, set := range cfg.Sets() {
		some, err := setTargets(set, o, notes)
		if found, ok := diag.FromError(err); ok {
			wrong.Append(found)
		} else if err != nil {
			return nil, err
		}
		list = append(list, some...)
	}
	checkDirs(list, &wrong)
	return list, wrong.Err()
}

// setTargets are the targets of a set of schemas: one, or one for each version.
func setTargets(cfg *config.Config, o Options, notes *diag.List) ([]target, error) {
	if cfg.Set != nil && o.Out != "" {
		return nil, ErrOutOfSets
	}
	base, err := baseOf(cfg, o, notes)
	if err != nil {
		return nil, err
	}
	if !cfg.HasVersions() {
		dir := cfg.Path(cfg.Out)
		t := target{
			cfg: cfg, name: cfg.Set.Name, arg: project.Located(cfg, cfg.Set.From), dir: dir, imports: base, lock: cfg.Path(cfg.Names),
			root: project.FolderRoot(cfg, base), source: printable(path.Base(filepath.ToSlash(cfg.Set.From))),
		}
		if cfg.Set.Within != "" {
			t.within = cfg.Path(cfg.Set.Within)
		}
		return []target{t}, nil
	}
	versions, err := versionsOf(cfg, notes)
	if err != nil {
		return nil, err
	}
	out, lock := cfg.Path(cfg.Out), cfg.Path(cfg.Names)
	if o.Out != "" {
		out, lock = o.Out, filepath.Join(o.Out, lockName)
	}
	var list []target
	for _, v := range versions {
		folder := version.Folder(v.Name)
		t := target{
			cfg: cfg, name: folder, arg: v.Name, version: version.Trim(v.Name), dir: filepath.Join(out, folder),
			imports: path.Join(base, folder), root: cfg.Root, source: printable("schemas/" + v.Name), lock: lock,
		}
		if cfg.Set != nil {
			t.name = cfg.Set.Name + " " + folder
		}
		list = append(list, t)
	}
	return list, nil
}

// checkDirs reports outputs that would go to one folder.
func checkDirs(list []target, wrong *diag.List) {
	for i, t := range list {
		for _, u := range list[:i] {
			if filepath.Clean(t.dir) == filepath.Clean(u.dir) {
				wrong.Error(t.cfg.ValueAt("out"), config.Code, "%s and %s would both be generated into the folder %s", u.name, t.name, filepath.ToSlash(t.dir))
			}
		}
	}
}

// singleTarget is the target that the command line names.
func singleTarget(cfg *config.Config, o Options) (target, error) {
	if o.Out == "" {
		return target{}, ErrNoOut
	}
	imports, err := project.ImportPath(o.Out)
	if err != nil {
		return target{}, err
	}
	t := target{name: filepath.ToSlash(o.Out), arg: o.Schema, dir: o.Out, imports: imports, source: printable(filepath.Base(o.Schema))}
	t.root = project.FolderRoot(cfg, imports)
	v, isVersion, err := source.FindVersion(o.Schema, cfg.Path(cfg.Schemas))
	if isVersion {
		t.version, t.source, t.root = version.Trim(v.Name), printable("schemas/"+v.Name), cfg.Root
	}
	return t, err
}

// printable returns a name as it can stand in a comment: the names of files can
// have line ends in them, and bytes that are no text.
func printable(name string) string {
	return strings.Map(func(r rune) rune {
		if !unicode.IsPrint(r) {
			return unicode.ReplacementChar
		}
		return r
	}, strings.ToValidUTF8(name, string(unicode.ReplacementChar)))
}

// baseOf returns the import path of the folder that all versions are in. Where
// the configuration has one, it should be that of the go.mod around.
func baseOf(cfg *config.Config, o Options, notes *diag.List) (string, error) {
	dir := cmp.Or(o.Out, cfg.Path(cfg.Out))
	found, err := project.ImportPath(dir)
	switch {
	case cfg.Package == "" && err != nil && o.Out == "":
		var l diag.List
		l.Error(cfg.ValueAt("out"), config.Code, "%v, or set package in %s", err, config.FileName)
		return "", l.Err()
	case cfg.Package == "":
		return found, err
	case module.CheckImportPath(cfg.Package) != nil:
		var l diag.List
		l.Error(cfg.ValueAt("package"), config.Code, "%q is no import path of Go: %v", cfg.Package, project.ImportProblem(cfg.Package))
		return "", l.Err()
	case err == nil && o.Out != "":
		return found, nil
	case err == nil && found != cfg.Package:
		notes.Warning(cfg.ValueAt("package"), config.Code, "by the go.mod around %s the import path is %q, under which the packages do not find each other by %q",
			filepath.ToSlash(dir), found, cfg.Package)
	}
	return cfg.Package, nil
}

// versionsOf returns the versions to generate, in the order in which each is
// compared with the one before.
func versionsOf(cfg *config.Config, notes *diag.List) ([]namedVersion, error) {
	var list []namedVersion
	var wrong diag.List
	if len(cfg.Versions) > 0 {
		list = listedVersions(cfg, &wrong)
	} else {
		var err error
		if list, err = foundVersions(cfg, notes); err != nil {
			return nil, err
		}
	}
	checkFolders(list, &wrong)
	return list, wrong.Err()
}

// namedVersion is a version with where it is named: in the configuration, or as
// a folder.
type namedVersion struct {
	source.Version
	at diag.Pos
}

// listedVersions returns the versions that the configuration lists.
func listedVersions(cfg *config.Config, wrong *diag.List) []namedVersion {
	root := cfg.Path(cfg.Schemas)
	var list []namedVersion
	for i, name := range cfg.Versions {
		at := cfg.ValueAt("versions", strconv.Itoa(i))
		v, found, err := source.FindVersion(name, root)
		if err == nil && found {
			list = append(list, namedVersion{v, at})
			continue
		}
		all, _ := source.Versions(root)
		var names []string
		for _, v := range all {
			names = append(names, v.Name)
		}
		wrong.Error(at, config.Code, "there is no version %q below %s, nor in the program (known are %s)%s",
			name, filepath.ToSlash(root), strings.Join(names, ", "), diag.DidYouMean(name, names))
	}
	return list
}

// foundVersions returns the versions below the configured folder, and notes
// what somebody may not expect of them.
func foundVersions(cfg *config.Config, notes *diag.List) ([]namedVersion, error) {
	root := cfg.Path(cfg.Schemas)
	all, err := source.Versions(root)
	if err != nil {
		return nil, err
	}
	var list []namedVersion
	var names []string
	for _, v := range all {
		if !v.Embedded {
			list = append(list, namedVersion{v, diag.Pos{File: filepath.ToSlash(filepath.Join(root, v.Name))}})
			names = append(names, v.Name)
		}
	}
	if len(list) == 0 {
		return nil, noVersions(cfg, root)
	}
	for _, name := range source.PassedOver(root) {
		notes.Note(diag.Pos{File: filepath.ToSlash(filepath.Join(root, name))}, config.Code, "this folder has no *.xsd file, and so is no version")
	}
	if unusual := func(name string) bool { return !version.IsNumbered(name) }; len(list) > 1 && slices.ContainsFunc(names, unusual) {
		notes.Note(cfg.KeyAt("schemas"), config.Code, "the versions below %s are taken in the order %s; list them under versions for another",
			filepath.ToSlash(root), strings.Join(names, ", "))
	}
	return list, nil
}

// noVersions says why there is nothing to generate.
func noVersions(cfg *config.Config, root string) error {
	var l diag.List
	oneSchema := diag.Remedy{Kind: OneSchemaRemedy}
	documents, _ := filepath.Glob(filepath.Join(root, "*.xsd"))
	switch _, err := os.Stat(root); {
	case errors.Is(err, fs.ErrNotExist):
		l.Error(cfg.ValueAt("schemas"), config.Code, "there is no folder %q to look for versions in; set schemas in %s",
			filepath.ToSlash(root), config.FileName).Remedy = oneSchema
	case len(documents) > 0:
		l.Error(cfg.ValueAt("schemas"), config.Code, "there are no versions in the folder %q, but documents; put them into a folder for their version",
			filepath.ToSlash(root)).Remedy = diag.Remedy{Kind: OneSchemaRemedy, About: filepath.ToSlash(root)}
	default:
		l.Error(cfg.ValueAt("schemas"), config.Code, "there are no versions in the folder %q; set schemas in %s",
			filepath.ToSlash(root), config.FileName).Remedy = oneSchema
	}
	return l.Err()
}

// checkFolders reports versions whose folder no Go package can be in, and those
// that two share.
func checkFolders(list []namedVersion, wrong *diag.List) {
	taken := map[string]string{}
	for _, v := range list {
		folder := strings.ToLower(version.Folder(v.Name))
		if why := version.Problem(v.Name); why != "" {
			wrong.Error(v.at, config.Code, "the version %q %s; give its folder another name", v.Name, why)
		} else if other, found := taken[folder]; found {
			wrong.Error(v.at, config.Code, "the versions %q and %q would both be generated into the folder %s", other, v.Name, version.Folder(v.Name))
		}
		taken[folder] = v.Name
	}
}
