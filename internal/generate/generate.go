package generate

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"log/slog"
	"maps"
	"path/filepath"
	"slices"
	"time"

	"github.com/wbxgen/wbxgen/internal/binding"
	"github.com/wbxgen/wbxgen/internal/catalog"
	"github.com/wbxgen/wbxgen/internal/config"
	"github.com/wbxgen/wbxgen/internal/coverage"
	"github.com/wbxgen/wbxgen/internal/diag"
	"github.com/wbxgen/wbxgen/internal/diff"
	"github.com/wbxgen/wbxgen/internal/gogen"
	"github.com/wbxgen/wbxgen/internal/outdir"
	"github.com/wbxgen/wbxgen/internal/parallel"
	"github.com/wbxgen/wbxgen/internal/plan"
	"github.com/wbxgen/wbxgen/internal/project"
	"github.com/wbxgen/wbxgen/internal/report"
	"github.com/wbxgen/wbxgen/internal/source"
	"github.com/wbxgen/wbxgen/internal/terminal"
)

// Options say what is generated, and what a run may do.
type Options struct {
	Schema string // one schema to generate from; "" for the versions of the configuration
	Within string // the folder that the references of a single document may reach
	Out    string // of a schema the root package's folder, else that of all versions
	Limits source.Limits
	// Runtime is import, copy for a copy in the output, or "" for what the
	// configuration says.
	Runtime string
	// Layout is namespaces, single, or "" for what the configuration says.
	Layout string
	// DropCopy allows to drop the copy of the runtime that an output has.
	DropCopy bool
	Report   bool               // outputs have a coverage report
	Fetch    source.Fetch       // gets what URLs have that schemas refer to; nil for never
	Adopt    bool               // as in outdir.Options
	Check    bool               // nothing is to be written
	Log      *slog.Logger       // nil for none
	Progress *terminal.Progress // nil for none
}

// copies reports whether the output gets a copy of the runtime.
func (o Options) copies() bool { return o.Runtime == "copy" }

// Run is what there is to do.
type Run struct {
	Outputs []*Output
	// Notes are worth knowing, but no errors.
	Notes *diag.List
	locks []*outdir.Plan
	// names are the names locks by their files.
	names     map[string]*binding.Lock
	lockFiles []string
}

// Output is the root folder of one schema's bindings.
type Output struct {
	Name  string // v40.6.0, or the folder as it was given
	Code  *plan.Plan
	Files *outdir.Plan
	// LeftOut says how much of the schema is not kept, "" for nothing.
	LeftOut string
	// Coverage says how faithful the code is, where that was asked for.
	Coverage *coverage.Report

	target  target
	side    *diff.Side
	earlier *printed
	files   map[string][]byte
}

// Plans returns what there is to do by folder, names locks last.
func (r *Run) Plans() []*outdir.Plan {
	var list []*outdir.Plan
	for _, o := range r.Outputs {
		list = append(list, o.Files)
	}
	return append(list, r.locks...)
}

// Clean reports whether all is as it should be.
func (r *Run) Clean() bool {
	for _, p := range r.Plans() {
		if !p.Clean() {
			return false
		}
	}
	return true
}

// Apply brings all files to disk, or none.
func (r *Run) Apply() error { return outdir.Apply(r.Plans()...) }

// mostTries is how often a run starts anew because another one, which shares
// the names lock, was faster.
const mostTries = 10

// Make does what [New] says is to be done, unless nothing is to be written.
func Make(cfg *config.Config, o Options) (*Run, error) {
	for n := 1; ; n++ {
		r, err := New(cfg, o)
		if err == nil && !o.Check {
			err = r.Apply()
		}
		if !errors.Is(err, outdir.ErrMeanwhile) || n == mostTries {
			return r, err
		}
	}
}

// New compiles the schemas, plans and prints their Go code, and compares it
// with what is there. With an error in one of them nothing is to be done for
// any.
func New(cfg *config.Config, o Options) (*Run, error) {
	o.Runtime = cmp.Or(o.Runtime, cfg.Runtime, "import")
	if o.Layout != "" {
		asked := *cfg
		asked.Layout = o.Layout
		cfg = &asked
	}
	if o.Log == nil {
		o.Log = slog.New(slog.DiscardHandler)
	}
	r := &Run{Notes: new(diag.List), names: map[string]*binding.Lock{}}
	targets, err := targetsOf(cfg, o, r.Notes)
	if err != nil {
		return nil, err
	}
	byName := slices.Clone(targets) // as providersFirst sorts
	locks := parallel.Start(func() openedLocks { return openLocks(byName) })
	st := project.NewSettings(cfg)
	known, err := project.Catalog(cfg)
	if err != nil {
		return nil, err
	}
	providersFirst(targets, st)
	for i, t := range targets {
		o.Progress.Begin("compiling "+t.name+of(i, len(targets)), 0)
		start := time.Now()
		out, err := bind(st, t, locks, known, o, r.Notes)
		if err != nil {
			return nil, err
		}
		o.Log.Debug("planned", "output", t.name, "schema", t.arg, "packages", len(out.Code.Packages), "took", time.Since(start).Round(time.Millisecond))
		r.Outputs = append(r.Outputs, out)
	}
	st.CheckCatalog(known)
	if err := st.Err(); err != nil {
		return nil, err
	}
	if err := checkPackages(cfg, r.Outputs); err != nil {
		return nil, err
	}
	if err := r.refused(cfg); err != nil {
		return r, err
	}
	files := slices.Sorted(maps.Keys(locks().list))
	texts := parallel.Start(func() [][]byte { return textsOf(files, locks().list) })
	if err := r.compare(o); err != nil {
		return nil, err
	}
	for i, file := range files {
		lock, err := outdir.CompareFile(file, locks().list[file].text, texts()[i])
		if err != nil {
			return nil, err
		}
		r.locks = append(r.locks, lock)
		r.lockFiles = append(r.lockFiles, file)
		r.names[file] = locks().list[file].names
	}
	return r, nil
}

// textsOf returns the texts that the files of names locks are to have.
func textsOf(files []string, locks map[string]namesLock) (texts [][]byte) {
	for _, file := range files {
		texts = append(texts, locks[file].names.Bytes())
	}
	return texts
}

// providersFirst puts the sets of schemas first whose packages others import.
func providersFirst(targets []target, st *project.Settings) {
	rank := map[*config.Config]int{}
	for _, t := range targets {
		if st.Provides(t.dir) {
			rank[t.cfg] = -1
		}
	}
	slices.SortStableFunc(targets, func(t, u target) int { return rank[t.cfg] - rank[u.cfg] })
}

// namesLock is a names lock with the text that it was read from.
type namesLock struct {
	names *binding.Lock
	text  []byte
}

// openedLocks are names locks by file, or what is wrong with one of them.
type openedLocks struct {
	list map[string]namesLock
	err  error
}

// openLocks reads the names locks of targets.
func openLocks(targets []target) openedLocks {
	locks := map[string]namesLock{}
	for _, t := range targets {
		if _, open := locks[t.lock]; open {
			continue
		}
		lock, text, err := project.OpenLock(t.lock)
		if err != nil {
			return openedLocks{nil, err}
		}
		locks[t.lock] = namesLock{lock, text}
	}
	return openedLocks{locks, nil}
}

// refused is what a strict configuration refuses.
func (r *Run) refused(cfg *config.Config) error {
	var wrong diag.List
	for _, out := range r.Outputs {
		if cfg.Strict {
			wrong.Append(out.Coverage.Refused())
		}
	}
	return wrong.Err()
}

// compare prints the code of all outputs and compares it with the folders. What
// is in the way is reported for all of them at once.
func (r *Run) compare(o Options) error {
	var wrong diag.List
	var before *Output
	for i, out := range r.Outputs {
		o.Progress.Begin("printing "+out.Name+of(i, len(r.Outputs)), 0)
		start := time.Now()
		if before != nil && (before.target.cfg != out.target.cfg || before.target.version == "") {
			before = nil // another set
		}
		if err := out.print(before); err != nil {
			return err
		}
		o.Log.Debug("printed", "output", out.Name, "files", len(out.files), "took", time.Since(start).Round(time.Millisecond))
		before = out
		var err error
		out.Files, err = outdir.Compare(out.target.dir, out.files, outdir.Options{Adopt: o.Adopt, Repair: !o.Check, Before: out.earlier.reading})
		if list, ok := diag.FromError(err); ok {
			wrong.Append(list)
			continue
		}
		if err != nil {
			return err
		}
		r.Notes.Append(out.Files.Notes)
		warnOfNeighbours(out, r.Notes)
		keepCopy(out, o, &wrong)
	}
	checkShared(r.Outputs, &wrong)
	return wrong.Err()
}

// checkShared reports packages of two outputs that would be in one folder: where
// the folder of an output is within that of another.
func checkShared(outputs []*Output, wrong *diag.List) {
	owner := map[string]*Output{}
	for _, out := range outputs {
		for _, name := range slices.Sorted(maps.Keys(out.files)) {
			folder := filepath.Dir(filepath.Join(out.target.dir, filepath.FromSlash(name)))
			switch other := owner[folder]; other {
			case nil:
				owner[folder] = out
			case out:
			default:
				wrong.Error(out.target.cfg.ValueAt("out"), config.Code, "%s and %s would both have a package in the folder %s", other.Name, out.Name, filepath.ToSlash(folder))
				return
			}
		}
	}
}

// of says which of several a step is about.
func of(i, all int) string {
	if all == 1 {
		return ""
	}
	return fmt.Sprintf(" (%d of %d)", i+1, all)
}

// bind compiles a schema and plans its Go code. Names locks are read meanwhile.
func bind(st *project.Settings, t target, locks func() openedLocks, known *catalog.Catalog, o Options, notes *diag.List) (*Output, error) {
	s, err := project.Open(t.arg, project.Options{Config: t.cfg, Within: t.within, Limits: o.Limits, Catalog: known, Fetch: o.Fetch})
	if err := cmp.Or(locks().err, err); err != nil {
		return nil, err
	}
	notes.Append(s.Notes)
	earlier := printedInto(t.dir) // planning leaves a processor to read it, which compiling does not
	s = st.Keep(s)
	at := project.Place{Source: t.source, Version: t.version, ImportPath: t.imports, RootName: t.root, CopyRuntime: o.copies(), Dir: t.dir}
	code, found := project.PlanCode(st, s, at, locks().list[t.lock].names)
	if err := found.Err(); err != nil {
		return nil, err
	}
	notes.Append(found)
	var covered *coverage.Report
	if o.Report || t.cfg.Strict {
		covered = coverage.New(t.name, s.Whole(), s.Components, code, found)
	}
	out := &Output{Name: t.name, Code: code, LeftOut: s.LeftOut(), Coverage: covered, target: t, side: s.Side(), earlier: earlier}
	if o.copies() {
		out.files, err = runtimeFiles(t.imports, code.ClientName)
	}
	return out, err
}

// migrationFile says what a version asks of code written for the one before it.
const migrationFile = "MIGRATION.md"

// print makes the files of an output. before is the version before it, if
// there is one.
func (out *Output) print(before *Output) error {
	pages, err := gogen.Pages(out.Code, out.earlier.earlier())
	if err != nil {
		return err
	}
	out.earlier.remember(pages)
	files := map[string][]byte{}
	for name, page := range pages {
		files[name] = page.Text
	}
	maps.Copy(files, out.files)
	out.files = files
	if before == nil {
		return nil
	}
	page := bytes.NewBufferString(outdir.MarkdownHeader)
	result := project.Compare(before.side, out.side, diff.Options{})
	project.CompareGo(result, before.Code, out.Code)
	err = report.Migration(page, result, report.Options{})
	files[migrationFile] = page.Bytes()
	return err
}

// keepCopy refuses to drop a copy of the runtime that nobody said is not wanted.
func keepCopy(out *Output, o Options, wrong *diag.List) {
	dropped := 0
	for _, name := range out.Files.Stale {
		if old, _ := out.Files.Content(name); isCopy(old) {
			dropped++
		}
	}
	if dropped > 0 && !o.DropCopy {
		wrong.Error(diag.Pos{File: filepath.ToSlash(out.target.dir)}, "wbxgen-runtime-copy",
			"this output has a copy of the runtime (%s), which this run would drop; keep it with runtime: copy in the configuration",
			diag.Count(dropped, "file")).Remedy = diag.Remedy{Kind: DropCopyRemedy}
	}
}
