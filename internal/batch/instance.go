package batch

import (
	"context"
	"io"
	"os"
	"path/filepath"
	"slices"

	"github.com/wbxgen/wbxgen/internal/diag"
	"github.com/wbxgen/wbxgen/internal/source"
	"github.com/wbxgen/wbxgen/internal/validate"
)

// openInstance opens a document for as long as ctx allows.
func openInstance(ctx context.Context, name string) (io.ReadCloser, error) {
	info, err := os.Stat(name)
	if err != nil {
		return nil, errorf(slash(name), "cannot read: %v", diag.WithoutPath(err))
	}
	if !info.Mode().IsRegular() {
		return nil, errorf(slash(name), "cannot read: it is no regular file")
	}
	f, err := os.Open(name)
	if err != nil {
		return nil, errorf(slash(name), "cannot read: %v", diag.WithoutPath(err))
	}
	return &timed{f, ctx}, nil
}

// timed is a file that has nothing more once its time is up.
type timed struct {
	*os.File
	ctx context.Context
}

func (t *timed) Read(b []byte) (int, error) {
	if err := t.ctx.Err(); err != nil {
		return 0, err
	}
	return t.File.Read(b)
}

// validate holds the document in a file against a schema.
func (s *server) validate(ctx context.Context, c *compiled, name string) (*validate.Result, error) {
	f, err := openInstance(ctx, name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return c.validator.Validate(f, slash(name)), nil
}

// with returns the answer with the verdict on the instance and the first thing
// that stands against it.
func (a response) with(r *validate.Result, err error) response {
	if err != nil {
		a.Instance, a.Message = failed, err.Error()
		return a
	}
	a.Instance = [...]verdict{validate.Valid: valid, validate.Invalid: invalid, validate.Undecided: failed}[r.Outcome()]
	for _, d := range r.Diagnostics().Sorted() {
		if d.Severity == diag.Error {
			a.Message = d.String()
			break
		}
	}
	return a
}

// hints reads what the document in a file says of schemas.
func (s *server) hints(ctx context.Context, name string) ([]validate.Hint, error) {
	f, err := openInstance(ctx, name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return validate.Hints(f, slash(name), s.options.Document), nil
}

// hinted returns the files that hints name, each once: those that are there,
// that the document may reach and whose namespace is not known already.
func (s *server) hinted(instance string, hints []validate.Hint, known []string) []string {
	folder := filepath.Dir(instance)
	within := s.options.Within
	if within == "" {
		within = folder
	}
	var list []string
	for _, h := range hints {
		if slices.Contains(known, h.Namespace) {
			continue
		}
		for _, location := range source.Paths(h.Location) {
			location = filepath.FromSlash(location)
			if !filepath.IsLocal(location) && s.options.Within == "" {
				continue
			}
			if file := filepath.Join(folder, location); mayRead(within, file) {
				if !slices.Contains(list, file) {
					list = append(list, file)
				}
				break
			}
		}
	}
	return list
}

// mayRead reports whether a file is inside a folder and there to be read.
func mayRead(folder, file string) bool {
	if _, inside := below(folder, file); !inside {
		return false
	}
	info, err := os.Stat(file)
	return err == nil && info.Mode().IsRegular()
}
