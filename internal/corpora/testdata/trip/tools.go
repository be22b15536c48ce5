package trip

import (
	"encoding/json"
	"errors"
	"fmt"
	"reflect"

	"github.com/google/go-cmp/cmp"

	"github.com/wbxgen/wbxgen/wire"
)

// sameNaNs lets NaN be NaN, in types of the schema's as well, which cmpopts.EquateNaNs
// passes by.
var sameNaNs = cmp.FilterPath(func(p cmp.Path) bool {
	t := p.Last().Type()
	return t != nil && (t.Kind() == reflect.Float64 || t.Kind() == reflect.Float32)
}, cmp.Comparer(func(x, y any) bool {
	a, b := reflect.ValueOf(x).Float(), reflect.ValueOf(y).Float()
	return a == b || a != a && b != b
}))

// tools holds a value against what Go programs do with values: go-cmp compares
// it without options but that NaN is NaN, fmt prints it, and JSON of it comes back the same, where
// no field is an interface, for which JSON knows no type.
func tools(root Root, value, same wire.Object) error {
	if d := cmp.Diff(value, same, sameNaNs); d != "" {
		return fmt.Errorf("the same document is another value for go-cmp:\n%.2000s", d)
	}
	if s, ok := value.(fmt.Stringer); ok && len(s.String()) < 3 {
		return fmt.Errorf("it prints as %q", s.String())
	}
	data, err := json.Marshal(value)
	if unsupported := (*json.UnsupportedValueError)(nil); errors.As(err, &unsupported) {
		return nil // infinities have no JSON
	}
	if err != nil {
		return fmt.Errorf("json: %w", err)
	}
	back := root.New()
	err = json.Unmarshal(data, back)
	wrong := (*json.UnmarshalTypeError)(nil)
	switch {
	case errors.As(err, &wrong) && wrong.Type.Kind() == reflect.Interface:
		return nil
	case err != nil:
		return fmt.Errorf("json back: %w\n%.2000s", err, data)
	}
	if d := cmp.Diff(value, back, sameNaNs); d != "" {
		return fmt.Errorf("json came back as another value:\n%.2000s\n%.2000s", d, data)
	}
	// Names in text lose their prefixes in JSON, so the documents may differ in those.
	if _, err := wire.Marshal(back, wire.Root(root.Name)); err != nil {
		return fmt.Errorf("what came back from json: %w", err)
	}
	return nil
}
