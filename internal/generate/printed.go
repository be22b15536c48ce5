package generate

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"encoding/gob"
	"encoding/hex"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"runtime/debug"
	"slices"
	"strconv"
	"sync"

	"github.com/wbxgen/wbxgen/internal/gogen"
	"github.com/wbxgen/wbxgen/internal/outdir"
	"github.com/wbxgen/wbxgen/internal/parallel"
)

// CacheVariable is the environment variable that names the folder in which runs
// remember what they have printed; "off" is for none. By default it is in the
// user's folder of caches.
const CacheVariable = "WBXGEN_CACHE"

// How many bytes an output has at least for it to be worth while, and how many
// outputs are remembered.
const (
	leastPrinted = 256 << 10
	mostRecords  = 100
)

// printed is what earlier runs have printed into a folder: for each part of each
// file the key that it follows from. The texts are those in the folder, as
// long as each file has still the content that it was given. It is kept apart from
// the output, so that a merge knows nothing of it and nothing is wrong where it is
// missing.
type printed struct {
	file string // "" to remember nothing
	dir  string // of the output
	old  []byte // what the file has
	// reading has the files of the folder as they were read.
	reading *outdir.Reading
	// known is what is at hand. It is read while the schema is compiled, and waited
	// for when it is asked for.
	known func() *atHand
}

// atHand is what an earlier run has printed and the folder still has, nil where
// nothing is remembered.
type atHand struct {
	gogen.Earlier
	hashes map[string]string // of the texts of files
}

// record is the content of such a file.
type record struct {
	Tool  string // the program: another one may print another text
	Paths []string
	Files []recordedFile
}

type recordedFile struct {
	Name  string
	Hash  string
	Parts []recordedPart
}

type recordedPart struct {
	Key     string // "" where it has none
	Length  int
	Imports []int // indexes of Paths
}

// printedInto returns what is remembered of a folder.
func printedInto(dir string) *printed {
	p := &printed{file: recordOf(dir), dir: dir, reading: outdir.NewReading(dir)}
	p.known = parallel.Start(p.read)
	return p
}

// earlier is what printing may take as it is, nil where nothing is remembered.
func (p *printed) earlier() *gogen.Earlier {
	if k := p.known(); k != nil {
		return &k.Earlier
	}
	return nil
}

// recordOf returns the file that remembers a folder, "" for none.
func recordOf(dir string) string {
	base := os.Getenv(CacheVariable)
	if base == "" {
		caches, err := os.UserCacheDir()
		if err != nil {
			return ""
		}
		base = filepath.Join(caches, "wbxgen")
	}
	abs, err := filepath.Abs(dir)
	if err != nil || base == "off" {
		return ""
	}
	name := sha256.Sum256([]byte(abs))
	return filepath.Join(base, "printed", hex.EncodeToString(name[:16]))
}

// read reads files and their parts. What cannot be read is not at hand.
func (p *printed) read() *atHand {
	if p.file == "" {
		return nil
	}
	known := &atHand{gogen.Earlier{Parts: map[gogen.Key]gogen.Part{}, Texts: map[string][]byte{}}, map[string]string{}}
	data, err := os.ReadFile(p.file)
	var r record
	if err != nil || gob.NewDecoder(bytes.NewReader(data)).Decode(&r) != nil || r.Tool != tool() {
		return known
	}
	p.old = data
	for _, f := range r.Files {
		text, err := p.reading.Read(f.Name)
		if hash := sha256.Sum256(text); err != nil || string(hash[:]) != f.Hash {
			continue
		}
		known.Texts[f.Name], known.hashes[f.Name] = text, f.Hash
		r.take(f, text, known.Parts)
	}
	return known
}

// hash returns the hash of a file's text, which may be what it was.
func (k *atHand) hash(name string, text []byte) string {
	if before := k.Texts[name]; len(text) > 0 && len(text) == len(before) && &text[0] == &before[0] {
		return k.hashes[name]
	}
	sum := sha256.Sum256(text)
	return string(sum[:])
}

// take adds the parts of a file, which are at its end.
func (r *record) take(f recordedFile, text []byte, known map[gogen.Key]gogen.Part) {
	end := len(text)
	for _, part := range slices.Backward(f.Parts) {
		start := end
		if part.Length > 0 {
			end--
			start = end - part.Length
		}
		if part.Length < 0 || start < 1 {
			return
		}
		if len(part.Key) == len(gogen.Key{}) {
			p := gogen.Part{Key: gogen.Key([]byte(part.Key)), Text: text[start:end:end]}
			for _, i := range part.Imports {
				if i < 0 || i >= len(r.Paths) {
					return
				}
				p.Imports = append(p.Imports, r.Paths[i])
			}
			known[p.Key] = p
		}
		if part.Length > 0 {
			end = start - 1
		}
	}
}

// remember writes down what was printed. Nothing is wrong where it cannot: the
// next run prints all again.
func (p *printed) remember(pages map[string]gogen.Page) {
	size := 0
	for _, page := range pages {
		size += len(page.Text)
	}
	if p.file == "" || size < leastPrinted {
		return
	}
	r := record{Tool: tool()}
	paths := map[string]int{}
	for _, name := range slices.Sorted(maps.Keys(pages)) {
		page := pages[name]
		f := recordedFile{Name: name, Hash: p.known().hash(name, page.Text)}
		for _, part := range page.Parts {
			f.Parts = append(f.Parts, r.part(part, paths))
		}
		r.Files = append(r.Files, f)
	}
	var b bytes.Buffer
	if gob.NewEncoder(&b).Encode(r) != nil || bytes.Equal(b.Bytes(), p.old) || os.MkdirAll(filepath.Dir(p.file), 0o755) != nil {
		return
	}
	dropOldest(filepath.Dir(p.file))
	f, err := os.CreateTemp(filepath.Dir(p.file), "new-*")
	if err != nil {
		return
	}
	_, err = f.Write(b.Bytes())
	if cmp.Or(err, f.Close()) != nil || os.Rename(f.Name(), p.file) != nil {
		os.Remove(f.Name())
	}
}

// recordName is what files of ours are called: records, and those that a run did
// not come to the end of.
var recordName = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^([0-9a-f]{32}|new-[0-9]+)$`) })

// dropOldest makes room for one more file where there are many. Files that are not
// ours stay: the user may have named a folder with others in it.
func dropOldest(dir string) {
	entries, err := os.ReadDir(dir)
	entries = slices.DeleteFunc(entries, func(e os.DirEntry) bool { return !e.Type().IsRegular() || !recordName().MatchString(e.Name()) })
	if err != nil || len(entries) < mostRecords {
		return
	}
	age := func(e os.DirEntry) int64 {
		info, err := e.Info()
		if err != nil {
			return 0
		}
		return info.ModTime().UnixNano()
	}
	oldest := slices.MinFunc(entries, func(a, b os.DirEntry) int { return cmp.Compare(age(a), age(b)) })
	os.Remove(filepath.Join(dir, oldest.Name()))
}

func (r *record) part(p gogen.Part, paths map[string]int) recordedPart {
	out := recordedPart{Length: len(p.Text)}
	if p.Key != (gogen.Key{}) {
		out.Key = string(p.Key[:])
	}
	for _, path := range p.Imports {
		i, found := paths[path]
		if !found {
			i = len(r.Paths)
			paths[path] = i
			r.Paths = append(r.Paths, path)
		}
		out.Imports = append(out.Imports, i)
	}
	return out
}

// tool tells programs apart that may print another text for the same plan.
func tool() string {
	build := ""
	if info, ok := debug.ReadBuildInfo(); ok {
		build = info.String()
	}
	file, err := os.Executable()
	if err != nil {
		return build
	}
	info, err := os.Stat(file)
	if err != nil {
		return build
	}
	return build + file + " " + strconv.FormatInt(info.Size(), 10) + " " + info.ModTime().UTC().String()
}
