package trip

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"reflect"
	"strconv"
	"strings"

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
	data, err := json.Marshal(value)
	if err != nil {
		return fmt.Errorf("json: %w", err)
	}
	if err := logged(value, data); err != nil {
		return err
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

// logged holds what fmt and package slog print of a value to its String method
// and its JSON: of the value and of a pointer to it they show the same.
func logged(value wire.Object, data []byte) error {
	s, ok := value.(fmt.Stringer)
	if !ok {
		return nil // it has a field of that name
	}
	want := s.String()
	if len(want) < 3 {
		return fmt.Errorf("it prints as %q", want)
	}
	for _, x := range []any{value, reflect.ValueOf(value).Elem().Interface()} {
		if got := fmt.Sprintf("%v %+v %s", x, x, x); got != want+" "+want+" "+want {
			return fmt.Errorf("it is %.1000s, and prints as %.1000s", want, got)
		}
		var text, object bytes.Buffer
		slog.New(slog.NewTextHandler(&text, nil)).Info("m", "x", x)
		if got := text.String(); !strings.Contains(got, strconv.Quote(want)) && !strings.Contains(got, "x="+want) {
			return fmt.Errorf("it is %.1000s, and the log says %.1000s", want, got)
		}
		slog.New(slog.NewJSONHandler(&object, nil)).Info("m", "x", x)
		var line struct{ X json.RawMessage }
		if err := json.Unmarshal(object.Bytes(), &line); err != nil {
			return fmt.Errorf("a line of the log: %w", err)
		}
		var logged, plain any
		if err := errors.Join(json.Unmarshal(line.X, &logged), json.Unmarshal(data, &plain)); err != nil || !reflect.DeepEqual(logged, plain) {
			return fmt.Errorf("its JSON is %.1000s, the log says %.1000s (%v)", data, line.X, err)
		}
	}
	return nil
}
