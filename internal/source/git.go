package source

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"os/exec"
	"path"
	"slices"
	"strconv"
	"strings"
)

// isGit reports whether arg has the form REF:PATH. A file or directory of that
// name comes first, and a letter before the colon is a drive.
func isGit(arg string) bool {
	ref, _, found := strings.Cut(arg, ":")
	return found && len(ref) > 1 && !strings.Contains(arg, "://") && !strings.HasPrefix(arg, "-")
}

// WithoutRef returns the path of a file of a commit, REF:PATH, as it is called
// in a working folder: without the REF. Other paths stay as they are.
func WithoutRef(path string) string {
	if !isGit(path) {
		return path
	}
	_, rest, _ := strings.Cut(path, ":")
	return strings.TrimPrefix(rest, "./")
}

// IsFromTop reports whether a path is that of a file of a commit, REF:PATH, from the
// top of its repository.
func IsFromTop(path string) bool {
	_, at, _ := strings.Cut(path, ":")
	return isGit(path) && !strings.HasPrefix(at, "./") && !strings.HasPrefix(at, "../")
}

// openGit returns the set of a folder, or of a document with its folder, as git
// has it at a commit: the bytes that were committed, whatever is checked out.
// PATH is from the top of the repository, or from here if it begins with "./" or "../".
func openGit(arg string, l Limits) (*Set, error) {
	ref, at, _ := strings.Cut(arg, ":")
	at = treePath(at)
	kind, err := git(nil, "cat-file", "-t", ref+":"+at)
	if err != nil {
		return nil, failure(arg, "wbxgen-no-source", "git has no such thing: %v; write REF:PATH, such as HEAD~1:schemas", err)
	}
	folder, document := at, ""
	if strings.TrimSpace(string(kind)) == "blob" {
		folder, document = path.Split(at)
		folder = treePath(folder)
	}
	entries, err := gitTree(arg, ref+":"+folder, l)
	if err != nil {
		return nil, err
	}
	files, err := gitFiles(arg, entries)
	if err != nil {
		return nil, err
	}
	return gitSet(arg, ref+":"+folder, document, files)
}

// treePath returns a path as git takes it in REF:PATH, which knows "." and ".." at
// its start alone, and there as the working folder.
func treePath(at string) string {
	clean, fromHere := path.Clean(at), at == "." || at == ".." || strings.HasPrefix(at, "./") || strings.HasPrefix(at, "../")
	switch {
	case !fromHere && clean == ".":
		return ""
	case !fromHere && (clean == ".." || strings.HasPrefix(clean, "../")):
		return at // above the top, where git finds nothing
	case fromHere && clean == ".":
		return "./"
	case clean == ".." || strings.HasSuffix(clean, "/.."):
		return clean + "/"
	case fromHere && !strings.HasPrefix(clean, "../"):
		return "./" + clean
	}
	return clean
}

// gitEntry is a file of a commit.
type gitEntry struct {
	object, name string
	size         int64
}

// gitTree lists the files below a folder. Sizes are known before anything is
// read.
func gitTree(arg, tree string, l Limits) ([]gitEntry, error) {
	list, err := git(nil, "ls-tree", "-r", "-z", "-l", "--full-tree", tree)
	if err != nil {
		return nil, failure(arg, "wbxgen-unreadable", "cannot read: %v", err)
	}
	var entries []gitEntry
	left := l.Bytes
	for record := range strings.SplitSeq(strings.TrimSuffix(string(list), "\x00"), "\x00") {
		about, name, _ := strings.Cut(record, "\t")
		fields := strings.Fields(about) // mode, kind, object, size
		if len(fields) != 4 || fields[1] != "blob" || fields[0] == "120000" || isJunk(name) {
			continue
		}
		size, err := strconv.ParseInt(fields[3], 10, 64)
		if left -= size; err != nil || left < 0 {
			return nil, tooMuch(arg, BytesRemedy, "the folder has more than %d bytes (reached in %q)", l.Bytes, name)
		}
		if len(entries) == l.Entries {
			return nil, tooMuch(arg, EntriesRemedy, "the folder has more than %d files", l.Entries)
		}
		entries = append(entries, gitEntry{fields[2], name, size})
	}
	return entries, nil
}

// gitFiles reads files.
func gitFiles(arg string, entries []gitEntry) (map[string][]byte, error) {
	var request bytes.Buffer
	for _, e := range entries {
		fmt.Fprintln(&request, e.object)
	}
	answer, err := git(&request, "cat-file", "--batch")
	if err != nil {
		return nil, failure(arg, "wbxgen-unreadable", "cannot read: %v", err)
	}
	r := bufio.NewReader(bytes.NewReader(answer))
	files := map[string][]byte{}
	for _, e := range entries {
		data := make([]byte, e.size+1) // and a line feed
		if _, err := r.ReadString('\n'); err != nil {
			return nil, failure(arg, "wbxgen-unreadable", "git broke off before %q", e.name)
		}
		if _, err := io.ReadFull(r, data); err != nil {
			return nil, failure(arg, "wbxgen-unreadable", "git broke off in %q", e.name)
		}
		files[e.name] = data[:e.size]
	}
	return files, nil
}

func gitSet(arg, folder, document string, files map[string][]byte) (*Set, error) {
	set := &Set{Name: arg, Origin: arg, display: strings.TrimSuffix(folder, "/") + "/"}
	if strings.HasSuffix(folder, ":") {
		set.display = folder
	}
	for name := range files {
		set.names = append(set.names, name)
	}
	slices.Sort(set.names)
	set.roots = schemaNames(set.names)
	if document != "" {
		set.roots = []string{document}
	}
	if len(set.roots) == 0 {
		return nil, failure(arg, "wbxgen-no-schema", "the folder has no *.xsd file in it")
	}
	set.read = func(name string) ([]byte, error) { return files[name], nil }
	return set, nil
}

// git runs git and returns what it prints. Its own words are the error.
func git(stdin io.Reader, args ...string) ([]byte, error) {
	cmd := exec.Command("git", args...)
	cmd.Stdin = stdin
	out, err := cmd.Output()
	if exit, ok := errors.AsType[*exec.ExitError](err); ok {
		line, _, _ := strings.Cut(strings.TrimPrefix(strings.TrimSpace(string(exit.Stderr)), "fatal: "), "\n")
		return nil, errors.New(line)
	}
	return out, err
}
