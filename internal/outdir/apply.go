package outdir

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"os/signal"
	"path"
	"path/filepath"
	"slices"
	"syscall"

	"github.com/wbxgen/wbxgen/internal/diag"
)

// Apply does what plans say, all or nothing: where one fails, all folders are
// as they were. Other runs on a folder are waited for. A signal to end is held
// back while files change places. Should the program be killed just then, the
// next run puts back what was there.
func Apply(plans ...*Plan) error { return apply(plans, func() error { return nil }) }

// apply is Apply with something done before each change of a file.
func apply(plans []*Plan, before func() error) (err error) {
	runs, err := begin(plans)
	defer func() {
		for _, r := range runs {
			err = errors.Join(err, r.work.release(err == nil))
		}
	}()
	if err != nil {
		return err
	}
	return changeAll(runs, before)
}

// changeAll changes the files of all folders, or of none.
func changeAll(runs []*run, before func() error) (err error) {
	signals := make(chan os.Signal, 1)
	signal.Notify(signals, os.Interrupt, syscall.SIGTERM)
	defer signal.Stop(signals)
	for i, r := range runs {
		if err := r.change(before); err != nil {
			failed := cannotWrite(r.dir, err)
			for _, r := range slices.Backward(runs[:i+1]) {
				failed = errors.Join(failed, r.work.undo())
			}
			return failed
		}
	}
	for _, r := range runs {
		err = errors.Join(err, remove(r.work.root, journalName))
	}
	select {
	case s := <-signals:
		return errors.Join(err, fmt.Errorf("stopped by a signal (%v), after all files were written", s))
	default:
		return err
	}
}

// cannotWrite says of an error of the file system which folder it is about.
func cannotWrite(dir string, err error) error {
	if _, ours := diag.FromError(err); ours || errors.Is(err, ErrMeanwhile) {
		return err
	}
	return (&tree{dir: dir}).failure("", "cannot write: %v; nothing is changed", diag.WithoutPath(err))
}

// run is what is done in one folder.
type run struct {
	dir   string
	work  *work
	steps []step
}

// begin locks the folders, looks at them again and writes all new content
// beside its place. Folders are locked in the order of their names, so that
// two runs never wait for each other.
func begin(plans []*Plan) (runs []*run, err error) {
	byDir := map[string][]*Plan{}
	for _, p := range plans {
		dir, err := resolve(p.Dir)
		if err != nil {
			return nil, err
		}
		if !p.Clean() {
			byDir[dir] = append(byDir[dir], p)
		}
	}
	for _, dir := range slices.Sorted(maps.Keys(byDir)) {
		shown := byDir[dir][0].Dir
		w, err := acquire(shown)
		if err != nil {
			return runs, cannotWrite(shown, err)
		}
		r := &run{work: w, dir: shown}
		runs = append(runs, r)
		for _, p := range byDir[dir] {
			if err := r.stage(p); err != nil {
				return runs, cannotWrite(shown, err)
			}
		}
	}
	return runs, nil
}

// resolve returns the one name of a folder, which need not exist.
func resolve(dir string) (string, error) {
	abs, err := filepath.Abs(dir)
	if err != nil {
		return "", err
	}
	real, err := filepath.EvalSymlinks(abs)
	if !errors.Is(err, fs.ErrNotExist) || filepath.Dir(abs) == abs {
		return real, err
	}
	parent, err := resolve(filepath.Dir(abs))
	return filepath.Join(parent, filepath.Base(abs)), err
}

// stage plans anew, now that nobody else writes here, and adds the steps.
func (r *run) stage(p *Plan) error {
	p, err := p.again()
	if err != nil {
		return err
	}
	for _, name := range p.Stale {
		r.steps = append(r.steps, step{dropFile, name})
	}
	for _, name := range slices.Concat(p.Changed, p.Missing) {
		do, mode := addFile, os.FileMode(0o644)
		if info, err := r.work.root.Lstat(name); err == nil && info.Mode().IsRegular() {
			do, mode = swapFile, info.Mode().Perm()
		} else {
			r.needFolders(p, path.Dir(name))
		}
		if err := r.write(path.Base(newName(len(r.steps))), p.files[name], mode); err != nil {
			return err
		}
		r.steps = append(r.steps, step{do, name})
	}
	return nil
}

// needFolders adds the steps that make a folder and those that it is in.
func (r *run) needFolders(p *Plan, dir string) {
	if dir == "." || slices.Contains(r.steps, step{makeDir, dir}) {
		return
	}
	if info, err := r.work.root.Lstat(dir); err == nil && info.IsDir() && !slices.ContainsFunc(p.Stale, func(s string) bool { return path.Dir(s) == dir }) {
		return
	}
	r.needFolders(p, path.Dir(dir))
	r.steps = append(r.steps, step{makeDir, dir})
}

// write writes new content into the working folder.
func (r *run) write(name string, data []byte, mode os.FileMode) error {
	f, err := r.work.staging.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if err != nil {
		return err
	}
	_, err = f.Write(data)
	return errors.Join(err, f.Chmod(mode), f.Close())
}

// change brings all files to their places: stale ones leave first, as a file
// may have the name that a folder needs, or a folder that of a file.
func (r *run) change(before func() error) error {
	if err := writeJournal(r.work.root, r.steps); err != nil {
		return err
	}
	for _, drop := range []bool{true, false} {
		for i, s := range r.steps {
			if (s.do == dropFile) != drop {
				continue
			}
			if err := cmp.Or(before(), r.take(i, s)); err != nil {
				return err
			}
		}
	}
	return nil
}

// take takes one step.
func (r *run) take(i int, s step) error {
	root := r.work.root
	switch s.do {
	case makeDir:
		return root.MkdirAll(s.name, 0o755)
	case addFile:
		return root.Rename(newName(i), s.name)
	case swapFile:
		if err := keep(root, s.name, oldName(i)); err != nil {
			return err
		}
		return root.Rename(newName(i), s.name)
	}
	if err := root.Rename(s.name, oldName(i)); err != nil {
		return err
	}
	for dir := path.Dir(s.name); dir != "." && root.Remove(dir) == nil; dir = path.Dir(dir) {
		// Folders that become empty go too.
	}
	return nil
}

// keep gives a file a second name, so that it stays when another takes its
// place; where the file system has no such thing, it is copied.
func keep(root *os.Root, name, second string) error {
	if root.Link(name, second) == nil {
		return nil
	}
	data, err := root.ReadFile(name)
	if err != nil {
		return err
	}
	return root.WriteFile(second, data, 0o644)
}
