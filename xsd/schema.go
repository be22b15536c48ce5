package xsd

import (
	"bytes"
	"context"
	"io"
	"io/fs"
	"sync"

	"github.com/wbxgen/wbxgen/internal/request"
	"github.com/wbxgen/wbxgen/internal/source"
	"github.com/wbxgen/wbxgen/internal/validate"
	model "github.com/wbxgen/wbxgen/internal/xsd"
	"github.com/wbxgen/wbxgen/internal/xsd/compile"
	"github.com/wbxgen/wbxgen/wire/xmltext"
)

// Schema is a compiled schema. It is safe for concurrent use.
type Schema struct {
	components *model.Schema

	// validators are kept by their options: a program has few of these.
	mu         sync.Mutex
	validators map[limits]*validate.Validator
	requests   map[limits]*request.Reader
}

// Compile compiles the named schema documents of a file system and all that
// they include, import and redefine; without names all files whose name ends in
// .xsd. Names and references are paths from the top of the file system, with
// "/", that do not leave it. An error is [Errors], all that is wrong.
func Compile(files fs.FS, names ...string) (*Schema, error) { return compiled(files, names, false) }

// CompileLax is [Compile] for schemas that refer to what is not there, which
// the recommendation lets be until a document needs it (Part 1 §5.3): such a
// reference is no error.
func CompileLax(files fs.FS, names ...string) (*Schema, error) { return compiled(files, names, true) }

// CompileBytes compiles a schema document that stands alone. Errors call it
// schema.xsd.
func CompileBytes(document []byte) (*Schema, error) {
	return compiled(alone{document}, []string{aloneName}, false)
}

func compiled(files fs.FS, names []string, lax bool) (*Schema, error) {
	set, err := source.FromFS(files, names, source.Limits{})
	if err != nil {
		return nil, errorsOf(err)
	}
	components, problems := compile.Compile(set, compile.Options{Lax: lax})
	if err := problems.Err(); err != nil {
		return nil, errorsOf(err)
	}
	return &Schema{
		components: components, validators: map[limits]*validate.Validator{}, requests: map[limits]*request.Reader{},
	}, nil
}

// Validate judges the document that in delivers: nil where it is valid, else
// [Errors]. It reads to the end of the document, or until it can say no more:
// after a syntax error, at a limit, when ctx is done.
func (s *Schema) Validate(ctx context.Context, in io.Reader, options ...Option) error {
	o := chosen(options)
	reader := &untilDone{ctx: ctx, in: in}
	if o.request {
		return verdict(ctx, s.judgeRequest(reader, o))
	}
	return verdict(ctx, s.validator(o.limits).Validate(reader, o.name))
}

// ValidateBytes is [Schema.Validate] for a document in memory.
func (s *Schema) ValidateBytes(ctx context.Context, document []byte, options ...Option) error {
	o := chosen(options)
	if ctx.Done() != nil || o.request {
		return s.Validate(ctx, bytes.NewReader(document), options...)
	}
	return verdict(ctx, s.validator(o.limits).ValidateBytes(document, o.name))
}

func (s *Schema) validator(l limits) *validate.Validator {
	s.mu.Lock()
	defer s.mu.Unlock()
	v := s.validators[l]
	if v == nil {
		v = validate.New(s.components, l.options())
		s.validators[l] = v
	}
	return v
}

func (l limits) options() validate.Options {
	return validate.Options{MaxErrors: l.errors, Tables: l.Memory, Limits: xmltext.Limits{
		Depth: l.Depth, Size: l.Size, Token: l.Text, Attrs: l.Attributes, Expansion: l.Expansion,
	}}
}

// untilDone is a reader that has nothing more once its context is done.
type untilDone struct {
	ctx context.Context
	in  io.Reader
}

func (r *untilDone) Read(b []byte) (int, error) {
	if err := r.ctx.Err(); err != nil {
		return 0, err
	}
	return r.in.Read(b)
}
