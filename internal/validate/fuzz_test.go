package validate_test

import (
	"bytes"
	"path/filepath"
	"testing"

	"golang.org/x/tools/txtar"

	"github.com/wbxgen/wbxgen/internal/diag"
	"github.com/wbxgen/wbxgen/internal/validate"
	"github.com/wbxgen/wbxgen/wire/xmltext"
)

// FuzzDocuments holds any document against the schemas of the rule archives:
// the verdict is the same for one in memory and one that arrives byte by byte,
// agrees with the problems, and comes again for the next run of a validator.
func FuzzDocuments(f *testing.F) {
	var validators []*validate.Validator
	archives, err := filepath.Glob("testdata/rules/*.txtar")
	if err != nil || len(archives) == 0 {
		f.Fatal("no archives", err)
	}
	limits := xmltext.Limits{Depth: 100, Expansion: 1 << 16}
	for _, name := range archives {
		a, err := txtar.ParseFile(name)
		if err != nil {
			f.Fatal(err)
		}
		for _, part := range a.Files {
			switch filepath.Ext(part.Name) {
			case ".xsd":
				v := validate.New(compiled(f, "-- t.xsd --\n"+string(part.Data)), validate.Options{MaxErrors: 10, OwnHints: len(validators)%2 == 0, Limits: limits})
				validators = append(validators, v)
			case ".xml":
				f.Add(uint8(len(validators)-1), part.Data)
			}
		}
	}
	f.Fuzz(func(t *testing.T, which uint8, document []byte) {
		v := validators[int(which)%len(validators)]
		whole := v.ValidateBytes(document, "d")
		want := whole.Diagnostics().String()
		if got := v.Validate(&slow{data: bytes.Clone(document)}, "d").Diagnostics().String(); got != want {
			t.Errorf("byte by byte\n%s\nin memory\n%s", got, want)
		}
		if got := v.ValidateBytes(document, "d").Diagnostics().String(); got != want {
			t.Errorf("first\n%s\nthen\n%s", want, got)
		}
		errors := 0
		for _, p := range whole.Problems {
			if p.Severity == diag.Error {
				errors++
			}
		}
		if (errors == 0) != whole.Valid() || errors > 10 {
			t.Errorf("%v with %d errors", whole.Outcome(), errors)
		}
		validate.Hints(bytes.NewReader(document), "d", limits)
	})
}
