package cli

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/wbxgen/wbxgen/internal/diff/goapi"
	"github.com/wbxgen/wbxgen/internal/project"

	"github.com/spf13/cobra"
	"golang.org/x/mod/modfile"

	"github.com/wbxgen/wbxgen/internal/binding"
	"github.com/wbxgen/wbxgen/internal/config"
	"github.com/wbxgen/wbxgen/internal/diag"
	"github.com/wbxgen/wbxgen/internal/diff"
	"github.com/wbxgen/wbxgen/internal/gogen"
	"github.com/wbxgen/wbxgen/internal/goname"
	"github.com/wbxgen/wbxgen/internal/outdir"
	"github.com/wbxgen/wbxgen/internal/plan"
	"github.com/wbxgen/wbxgen/internal/report"
	"github.com/wbxgen/wbxgen/internal/source"
	"github.com/wbxgen/wbxgen/internal/xsd"
	"github.com/wbxgen/wbxgen/internal/xsd/compile"
)

// generateFlags are the flags of generate.
type generateFlags struct {
	schema, within, out, runtime string
	check                        bool
}

func (a *app) generateCommand() *cobra.Command {
	var f generateFlags
	cmd := &cobra.Command{
		Use:   "generate",
		Short: "Write Go bindings",
		Long: `Generate writes Go bindings for the versions that the configuration names, all
below its schemas folder unless it lists some, each into a folder v<version> of
the output folder, and in all but the first a MIGRATION.md that says what the
version asks of code written for the one before it. With --schema it writes the
bindings of one schema into --out.

Files that are as they should be are not touched, and generated files that are
not wanted any more are dropped. With an error in a schema nothing is written.
With --check nothing is written either: what differs is listed, and the exit
code is 1.`,
		Example: `  wbxgen generate --check
  wbxgen generate --schema api.zip --out internal/api`,
		Args: cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			if err := oneOf("runtime", f.runtime, runtimeModes...); err != nil {
				return err
			}
			return a.generate(f)
		},
	}
	cmd.Flags().StringVar(&f.runtime, "runtime", "import", "import the runtime packages, or place a `copy` of them in the output: import or copy")
	completeWith(cmd, "runtime", runtimeModes...)
	cmd.Flags().StringVar(&f.schema, "schema", "", "one schema: a `directory`, a .zip, an .xsd file or a version")
	cmd.Flags().StringVar(&f.within, "root", "", "`folder` that the references of a single .xsd file may reach (default its own)")
	cmd.Flags().StringVar(&f.out, "out", "", "output `folder`; with --schema that of the root package")
	cmd.Flags().BoolVar(&f.check, "check", false, "write nothing and list what differs")
	return cmd
}

// target is one schema to generate from.
type target struct {
	name    string // in messages: v40.6.0, or the output folder
	arg     string // what to open
	within  string // the folder that its references may reach
	version string
	dir     string // of the root package
	imports string // its import path
	root    string // its name
	source  string // in the header of files
	copied  bool   // with a copy of the runtime
}

func (a *app) generate(f generateFlags) error {
	cfg, err := a.config()
	if err != nil {
		return err
	}
	targets, lockFile, err := a.targets(cfg, f)
	if err != nil {
		return err
	}
	lock, err := readLock(lockFile)
	if err != nil {
		return err
	}
	var jobs []*job
	var before *job
	for _, t := range targets {
		t.copied = f.runtime == "copy"
		j, err := a.bind(cfg, t, lock, before)
		if err != nil {
			return err
		}
		jobs, before = append(jobs, j), j
	}
	lockPlan, err := outdir.Compare(filepath.Dir(lockFile), map[string][]byte{filepath.Base(lockFile): lock.Bytes()})
	if err != nil {
		return err
	}
	lockPlan.Stale = nil // the folder holds other things too
	if f.check {
		return a.report(jobs, lockPlan)
	}
	for _, j := range jobs {
		if err := j.plan.Apply(); err != nil {
			return err
		}
		fmt.Fprintf(a.stdout, "%s: %s, %s\n", j.target.name, j.counts, j.plan.Summary())
	}
	return lockPlan.Apply()
}

// job is a target with the files that it needs.
type job struct {
	target target
	counts string
	side   *diff.Side
	code   *plan.Plan
	plan   *outdir.Plan
}

// report lists what is stale.
func (a *app) report(jobs []*job, lock *outdir.Plan) error {
	stale := false
	list := func(p *outdir.Plan) {
		for _, group := range []struct {
			word  string
			names []string
		}{{"changed", p.Changed}, {"missing", p.Missing}, {"stale", p.Stale}} {
			for _, name := range group.names {
				stale = true
				fmt.Fprintf(a.stdout, "%s: %s\n", filepath.ToSlash(filepath.Join(p.Dir, name)), group.word)
			}
		}
	}
	for _, j := range jobs {
		list(j.plan)
	}
	list(lock)
	if stale {
		fmt.Fprintln(a.stderr, "generated code is not up to date; run wbxgen generate")
		return errNo
	}
	fmt.Fprintln(a.stderr, "generated code is up to date")
	return nil
}

// targets says what is to be generated, and where the names lock is.
func (a *app) targets(cfg *config.Config, f generateFlags) (list []target, lock string, err error) {
	if f.schema != "" {
		t, err := singleTarget(cfg, f)
		return []target{t}, filepath.Join(t.dir, "names.lock"), err
	}
	out, lock := cfg.Path(cfg.Out), cfg.Path(cfg.Names)
	if f.out != "" {
		out, lock = f.out, filepath.Join(f.out, "names.lock")
	}
	versions := cfg.Versions
	if len(versions) == 0 {
		versions, err = localVersions(cfg)
		if err != nil {
			return nil, "", err
		}
	}
	base := cfg.Package
	if base == "" {
		if base, err = importPath(cfg.Path(cfg.Out)); err != nil {
			return nil, "", err
		}
	}
	for _, v := range versions {
		name := "v" + strings.TrimPrefix(v, "v")
		list = append(list, target{
			name: name, arg: v, version: strings.TrimPrefix(v, "v"), dir: filepath.Join(out, name),
			imports: path.Join(base, name), root: cfg.Root, source: "schemas/" + strings.TrimPrefix(v, "v"),
		})
	}
	return list, lock, nil
}

// localVersions returns the versions below the configured folder.
func localVersions(cfg *config.Config) ([]string, error) {
	all, err := source.Versions(cfg.Path(cfg.Schemas))
	if err != nil {
		return nil, err
	}
	var names []string
	for _, v := range all {
		if !v.Embedded {
			names = append(names, v.Name)
		}
	}
	if len(names) == 0 {
		return nil, fmt.Errorf("there are no versions in the folder %q; name a schema with --schema, or set schemas in %s",
			filepath.ToSlash(cfg.Path(cfg.Schemas)), config.FileName)
	}
	return names, nil
}

func singleTarget(cfg *config.Config, f generateFlags) (target, error) {
	if f.out == "" {
		return target{}, errors.New("--schema needs --out, the folder of the root package")
	}
	imports, err := importPath(f.out)
	if err != nil {
		return target{}, err
	}
	t := target{name: filepath.ToSlash(f.out), arg: f.schema, within: f.within, dir: f.out, imports: imports, source: filepath.Base(f.schema)}
	t.root = goname.Package(path.Base(imports))
	if cfg.File != "" && cfg.Root != "" {
		t.root = cfg.Root
	}
	if source.IsVersion(f.schema) {
		t.version = strings.TrimPrefix(f.schema, "v")
		t.source = "schemas/" + t.version
		t.root = cfg.Root
	}
	return t, nil
}

// importPath returns the import path of a folder, by the go.mod around it.
func importPath(dir string) (string, error) {
	abs, err := filepath.Abs(dir)
	if err != nil {
		return "", err
	}
	for top := abs; ; top = filepath.Dir(top) {
		data, err := os.ReadFile(filepath.Join(top, "go.mod"))
		if err == nil {
			module := modfile.ModulePath(data)
			if module == "" {
				return "", fmt.Errorf("the go.mod around %s names no module", filepath.ToSlash(dir))
			}
			rest, err := filepath.Rel(top, abs)
			return path.Join(module, filepath.ToSlash(rest)), err
		}
		if !errors.Is(err, fs.ErrNotExist) {
			return "", err
		}
		if filepath.Dir(top) == top {
			return "", fmt.Errorf("there is no go.mod around %s, so its import path is not known; set package in %s", filepath.ToSlash(dir), config.FileName)
		}
	}
}

func readLock(file string) (*binding.Lock, error) {
	data, err := os.ReadFile(file)
	if errors.Is(err, fs.ErrNotExist) {
		return binding.NewLock(), nil
	}
	if err != nil {
		return nil, err
	}
	lock, err := binding.ReadLock(bytes.NewReader(data))
	if err != nil {
		return nil, fmt.Errorf("%s: %w", filepath.ToSlash(file), err)
	}
	return lock, nil
}

// migrationFile says what a version asks of code written for the one before it.
const migrationFile = "MIGRATION.md"

// bind compiles a schema, plans its Go code and prints that in memory. before
// is the version before it, if there is one.
func (a *app) bind(cfg *config.Config, t target, lock *binding.Lock, before *job) (*job, error) {
	set, err := source.Open(t.arg, source.Options{Root: cfg.Path(cfg.Schemas), Within: t.within, Limits: a.limits})
	if err != nil {
		return nil, err
	}
	schema, err := a.compile(set, compile.Options{})
	if err != nil {
		return nil, err
	}
	profile, err := profileOf(cfg, schema)
	if err != nil {
		return nil, err
	}
	o := binding.Options{
		Source: t.source, Version: t.version, ImportPath: t.imports, RootName: cmp.Or(t.root, rootName(cfg, profile)), Profile: profile,
		Packages: cfg.Packages, Lock: lock, Runtime: runtimePath,
	}
	if t.copied {
		o.Runtime, o.Client = path.Join(t.imports, "wire"), path.Join(t.imports, path.Base(profile.Client().Path))
	}
	plan, notes := binding.New(schema, o)
	if err := notes.Err(); err != nil {
		return nil, err
	}
	a.printNotes(notes)
	files, err := gogen.Files(plan)
	if err != nil {
		return nil, err
	}
	if t.copied {
		runtime, err := runtimeFiles(t.imports, plan.ClientName)
		if err != nil {
			return nil, err
		}
		maps.Copy(files, runtime)
	}
	side := diff.NewSide(t.arg, schema, profile)
	if before != nil {
		var page bytes.Buffer
		result := project.Compare(before.side, side, diff.Options{})
		verdict := goapi.Compare(before.code, plan)
		result.Go = &verdict
		if err := report.Migration(&page, result, report.Options{}); err != nil {
			return nil, err
		}
		files[migrationFile] = page.Bytes()
	}
	p, err := outdir.Compare(t.dir, files)
	if err != nil {
		return nil, err
	}
	return &job{target: t, counts: counts(plan), side: side, code: plan, plan: p}, nil
}

// compile compiles a set and prints what is worth knowing of it but no error.
func (a *app) compile(set *source.Set, o compile.Options) (*xsd.Schema, error) {
	schema, diags := compile.Compile(set, o)
	if err := diags.Err(); err != nil {
		return nil, err
	}
	if diags.Len() > 0 {
		fmt.Fprintln(a.stderr, diags.Brief(mostProblems, "wbxgen check shows them"))
	}
	return schema, nil
}

// printNotes prints what is worth knowing but no error.
func (a *app) printNotes(notes *diag.List) {
	for _, d := range notes.Sorted() {
		fmt.Fprintln(a.stderr, d)
	}
}

// counts says how much a plan has.
func counts(p *plan.Plan) string {
	types, methods := 0, 0
	for _, pkg := range p.Packages {
		types += len(pkg.Types)
		methods += len(pkg.Operations)
	}
	text := count(len(p.Packages), "package") + ", " + count(types, "type")
	if methods > 0 {
		text += ", " + count(methods, "operation")
	}
	return text
}

// count returns a number with its noun.
func count(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return strconv.Itoa(n) + " " + noun + "s"
}
