package batch

import (
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/wbxgen/wbxgen/internal/diag"
	"github.com/wbxgen/wbxgen/internal/source"
	"github.com/wbxgen/wbxgen/internal/validate"
	"github.com/wbxgen/wbxgen/internal/xsd"
	"github.com/wbxgen/wbxgen/internal/xsd/compile"
)

// compiled is a schema that has been asked for, good or not.
type compiled struct {
	verdict    verdict
	message    string
	validator  *validate.Validator // of a valid one
	namespaces []string            // that its documents are for
	files      []stamp             // what it was made from
}

// schema returns the schema of a list of documents, the one from before where
// their files are still the same. own says that hints named them.
func (s *server) schema(files []string, own bool) *compiled {
	id := strings.Join(files, "\x00")
	if own {
		id = "own\x00" + id
	}
	if c := s.schemas.get(id); c != nil && fresh(c.files) {
		return c
	}
	c := s.compile(files, own)
	if c.verdict != failed {
		s.schemas.put(id, c)
	}
	return c
}

func (s *server) compile(files []string, own bool) *compiled {
	c := &compiled{verdict: valid, files: stampsOf(files)}
	if len(files) == 0 {
		c.validator = s.validator(xsd.New(xsd.Components{}), own)
		return c
	}
	set, names, err := s.open(files)
	if err != nil {
		if list, ok := diag.FromError(err); ok {
			err = list.WithRemedies(s.options.Remedies).Err()
		}
		c.verdict, c.message = failed, err.Error()
		return c
	}
	schema, problems := compile.Documents(set, names, compile.Options{Lax: true, Limits: s.options.Compile})
	for _, d := range schema.Documents() {
		c.namespaces = append(c.namespaces, d.Namespace)
		c.files = append(c.files, stampsOf([]string{set.Path(d.File)})...)
	}
	if c.verdict, c.message = verdictOf(problems.WithRemedies(s.options.Remedies)); c.verdict == valid {
		c.validator = s.validator(schema, own)
	}
	return c
}

func (s *server) validator(schema *xsd.Schema, own bool) *validate.Validator {
	return validate.New(schema, validate.Options{OwnHints: own, Limits: s.options.Document})
}

// open finds documents, or the one thing that is no document: a version, a
// directory or an archive.
func (s *server) open(files []string) (set *source.Set, names []string, err error) {
	o := source.Options{Root: s.options.Root, Within: s.options.Within, Limits: s.options.Source, Catalog: s.options.Catalog}
	if o.Within == "" && len(files) > 1 {
		o.Within = common(files)
	}
	if o.Within != "" && filepath.IsAbs(o.Within) != filepath.IsAbs(files[0]) && !source.IsVersion(files[0]) {
		o.Within, files = absolute(o.Within), absolutes(files)
	}
	if len(files) > 1 {
		if names, err = namesIn(o.Within, files); err != nil {
			return nil, nil, err
		}
	}
	set, err = source.Open(files[0], o)
	if err == nil && names == nil {
		names = set.Roots()
	}
	return set, names, err
}

// namesIn returns the names of documents below a folder.
func namesIn(folder string, files []string) ([]string, error) {
	var names []string
	for _, f := range files {
		info, err := os.Stat(f)
		if source.IsVersion(f) || err == nil && info.IsDir() || strings.EqualFold(filepath.Ext(f), ".zip") {
			return nil, errorf(slash(f), "a version, a directory or an archive cannot be one of several")
		}
		name, inside := below(folder, f)
		if !inside {
			return nil, errorf(slash(f), "the document is not inside %s", slash(folder))
		}
		if !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	return names, nil
}

// verdictOf is invalid where a rule of the recommendation is broken, as by XSD
// 1.1 in a schema of XSD 1.0, error where nothing worse than a limit was met,
// and has the first that says so.
func verdictOf(problems *diag.List) (verdict, string) {
	v, message := valid, ""
	for _, d := range problems.Sorted() {
		switch {
		case d.Severity != diag.Error:
		case !strings.HasPrefix(d.Code, "wbxgen-") || d.Code == "wbxgen-unsupported-xsd11":
			return invalid, d.String()
		case v == valid:
			v, message = failed, d.String()
		}
	}
	return v, message
}
