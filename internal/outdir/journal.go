package outdir

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"strings"
)

// step is one thing that a run does; the i-th one keeps its new content under
// newName(i) and its old content under oldName(i).
type step struct {
	do   action
	name string
}

type action byte

const (
	addFile  action = '+'
	swapFile action = '~'
	dropFile action = '-'
	makeDir  action = 'd'
)

// writeJournal writes down what a run is about to do. From then on until the
// journal is gone, rollBack undoes it.
func writeJournal(root *os.Root, steps []step) error {
	var b strings.Builder
	for _, s := range steps {
		fmt.Fprintf(&b, "%c %s\n", s.do, s.name)
	}
	if err := root.WriteFile(journalName+".new", []byte(b.String()), 0o644); err != nil {
		return err
	}
	return root.Rename(journalName+".new", journalName)
}

func readJournal(root *os.Root) ([]step, error) {
	data, err := root.ReadFile(journalName)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	var steps []step
	for line := range strings.Lines(string(data)) {
		do, name, ok := strings.Cut(strings.TrimSuffix(line, "\n"), " ")
		if !ok || len(do) != 1 || !isName(name) {
			return nil, fmt.Errorf("%s/%s is damaged; look after the files of that folder, then remove %s", root.Name(), journalName, workName)
		}
		steps = append(steps, step{action(do[0]), name})
	}
	return steps, err
}

// rollBack undoes what the journal has, as far as it was done, the last first.
func rollBack(root *os.Root) error {
	steps, err := readJournal(root)
	if err != nil {
		return err
	}
	for i := len(steps) - 1; i >= 0; i-- {
		if err := undo(root, i, steps[i]); err != nil {
			return err
		}
	}
	return errors.Join(remove(root, journalName), clear(root))
}

func undo(root *os.Root, i int, s step) error {
	switch s.do {
	case makeDir:
		// What is not empty was not made by us alone; what is no folder is the
		// file that has not left yet.
		if info, err := root.Lstat(s.name); err == nil && info.IsDir() {
			root.Remove(s.name)
		}
		return nil
	case addFile:
		if exists(root, newName(i)) {
			return nil // it never got there
		}
		return remove(root, s.name)
	}
	if !exists(root, oldName(i)) || s.do == swapFile && exists(root, newName(i)) {
		return nil // it was not done
	}
	if err := root.MkdirAll(path.Dir(s.name), 0o755); err != nil {
		return err
	}
	return root.Rename(oldName(i), s.name)
}

func exists(root *os.Root, name string) bool {
	_, err := root.Lstat(name)
	return err == nil
}
