package outdir

import (
	"errors"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"strconv"
	"sync"

	"github.com/rogpeppe/go-internal/lockedfile"
)

// The working folder of a run, in the folder that it writes to. It holds new
// content until all of it is there, and old content until all new is in its
// place. Its lock keeps other runs out; the system frees that when a run ends,
// however it ends.
const (
	workName    = ".wbxgen-work"
	lockName    = workName + "/lock"
	journalName = workName + "/journal"
)

// work is the working folder of this run.
type work struct {
	root *os.Root
	// staging is the working folder itself, kept open: new content is written
	// without a walk to it for each file.
	staging *os.Root
	lock    *lockedfile.File
	made    []string // folders made for it, outermost first
	// broken says that what was there could not be put back.
	broken bool
}

func newName(i int) string { return workName + "/new" + strconv.Itoa(i) }
func oldName(i int) string { return workName + "/old" + strconv.Itoa(i) }

// acquire makes the working folder of a folder, which is made too, and waits
// for another run there to end. What that left undone is undone.
func acquire(dir string) (*work, error) {
	made, err := makeAll(dir)
	if err != nil {
		return nil, err
	}
	w := &work{made: made}
	if w.root, err = os.OpenRoot(dir); err == nil {
		w.lock, err = w.wait(dir)
	}
	if err == nil {
		err = w.undo()
	}
	if err == nil {
		w.staging, err = w.root.OpenRoot(workName)
	}
	if err != nil {
		return nil, errors.Join(err, w.release(false))
	}
	return w, nil
}

// makeAll makes a folder and those that it is in, and returns those it made.
func makeAll(dir string) ([]string, error) {
	var made []string
	for up := dir; ; up = filepath.Dir(up) {
		if _, err := os.Stat(up); !errors.Is(err, fs.ErrNotExist) || filepath.Dir(up) == up {
			break
		}
		made = append([]string{up}, made...)
	}
	return made, os.MkdirAll(dir, 0o755)
}

// wait takes the lock. The run before may have removed the folder with the lock
// in it just when we got it; then there is a new one to take.
func (w *work) wait(dir string) (*lockedfile.File, error) {
	for {
		if err := w.root.Mkdir(workName, 0o755); err != nil && !errors.Is(err, fs.ErrExist) {
			return nil, err
		}
		if info, err := w.root.Lstat(workName); err == nil && !info.IsDir() {
			return nil, (&tree{dir: dir}).failure(workName, "this name is that of wbxgen's working folder; remove what has it")
		}
		f, err := lockedfile.OpenFile(filepath.Join(dir, filepath.FromSlash(lockName)), os.O_RDWR|os.O_CREATE, 0o644)
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err != nil {
			return nil, err
		}
		if w.holds(f) {
			return f, nil
		}
		if err := f.Close(); err != nil {
			return nil, err
		}
	}
}

// holds reports whether a lock is that of the folder as it is.
func (w *work) holds(f *lockedfile.File) bool {
	held, errHeld := f.Stat()
	there, errThere := w.root.Lstat(lockName)
	return errHeld == nil && errThere == nil && os.SameFile(held, there)
}

// undo puts back what was there. Where that fails all is left as it is, for a
// later run to try again.
func (w *work) undo() error {
	err := rollBack(w.root)
	w.broken = w.broken || err != nil
	return err
}

// release removes the working folder, and with keep false the folders that
// were made for it as far as they are empty.
func (w *work) release(keep bool) error {
	var errs []error
	if w.staging != nil {
		errs = append(errs, w.staging.Close()) // an open folder cannot be removed everywhere
	}
	if w.lock != nil && w.broken {
		errs = append(errs, w.lock.Close())
	} else if w.lock != nil {
		errs = append(errs, clear(w.root), w.unlock())
	}
	if w.root != nil {
		errs = append(errs, w.root.Close())
	}
	if !keep {
		for i := len(w.made) - 1; i >= 0; i-- {
			os.Remove(w.made[i]) // one that is not empty stays
		}
	}
	return errors.Join(errs...)
}

// unlock removes the lock while it is ours; where an open file cannot be
// removed, right behind. What is not removed does no harm.
func (w *work) unlock() error {
	removed := w.root.Remove(lockName) == nil
	w.root.Remove(workName)
	err := w.lock.Close()
	if !removed {
		w.root.Remove(lockName)
		w.root.Remove(workName)
	}
	return err
}

var workFile = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^((new|old)[0-9]+|journal(\.new)?)$`) })

// clear removes what runs put into their working folder.
func clear(root *os.Root) error {
	f, err := root.Open(workName)
	if err != nil {
		return err
	}
	defer f.Close()
	names, err := f.Readdirnames(-1)
	if err != nil {
		return err
	}
	for _, name := range names {
		if workFile().MatchString(name) {
			err = errors.Join(err, remove(root, path.Join(workName, name)))
		}
	}
	return err
}

// remove removes a file that may be gone.
func remove(root *os.Root, name string) error {
	if err := root.Remove(name); !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	return nil
}

// settle undoes what a run that was stopped has done in a folder, or with
// repair false says that there is something to undo.
func settle(dir string, repair bool) error {
	name := journalName
	if repair {
		name = workName
	}
	if _, err := os.Lstat(filepath.Join(dir, filepath.FromSlash(name))); err != nil {
		return nil
	}
	if !repair {
		return (&tree{dir: dir}).failure("", "a run of wbxgen generate was stopped half-way here, or is at work; run it again, and it first puts back what was there")
	}
	w, err := acquire(dir)
	if err != nil {
		return err
	}
	return w.release(true)
}
