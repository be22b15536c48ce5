package trip

import (
	"encoding"
	"fmt"
	"math"
	"math/rand/v2"
	"os"
	"path/filepath"
	"reflect"
	"strings"

	"github.com/wbxgen/wbxgen/wire"
)

// change reads a document, changes its value in one place, and keeps what is
// written below a folder. Validate says whether that is valid.
func change(root Root, from, to string, seed uint64, r *Report) error {
	data, err := os.ReadFile(from)
	if err != nil {
		return err
	}
	value := root.New()
	if err := wire.Unmarshal(data, value, wire.Root(root.Name), wire.Types(root.Types), wire.AllowDoctype()); err != nil {
		return fmt.Errorf("decode: %w", err)
	}
	places := placesOf(reflect.ValueOf(value).Elem(), "", 0)
	if len(places) == 0 {
		return fmt.Errorf("nothing to change")
	}
	random := rand.New(rand.NewPCG(seed, 1))
	at := places[random.IntN(len(places))]
	r.Place = at.path
	at.change(random)
	if c, ok := value.(wire.Validator); ok {
		if err := wire.Validate(c); err != nil {
			r.Invalid = err.Error()
		}
	}
	out, err := wire.Marshal(value, wire.Root(root.Name))
	if err != nil {
		return fmt.Errorf("encode: %w", err)
	}
	return os.WriteFile(filepath.Join(to, r.Name), out, 0o644)
}

// place is something in a value that can be changed.
type place struct {
	path   string
	change func(*rand.Rand)
}

// deepest bounds the way into values that contain each other.
const deepest = 60

// placesOf returns the places of a value, which can be set.
func placesOf(v reflect.Value, path string, depth int) []place {
	if depth > deepest {
		return nil
	}
	if v.CanAddr() && v.Type().PkgPath() != "" && isRuntime(v.Type()) {
		return wirePlaces(v, path, depth)
	}
	switch v.Kind() {
	case reflect.Struct:
		var list []place
		for i := range v.NumField() {
			f := v.Type().Field(i)
			if f.Name != "XMLExtra" && f.IsExported() {
				list = append(list, placesOf(v.Field(i), path+"/"+f.Name, depth+1)...)
			}
		}
		return list
	case reflect.Pointer:
		if v.IsNil() {
			return []place{{path + "=new", func(*rand.Rand) { v.Set(reflect.New(v.Type().Elem())) }}}
		}
		return append(placesOf(v.Elem(), path, depth+1), place{path + "=nil", func(*rand.Rand) { v.SetZero() }})
	case reflect.Slice:
		return slicePlaces(v, path, depth)
	case reflect.Interface:
		if v.IsNil() || v.Elem().Kind() != reflect.Pointer || v.Elem().IsNil() {
			return nil
		}
		list := placesOf(v.Elem().Elem(), path, depth+1)
		if !strings.HasSuffix(path, "]") {
			list = append(list, place{path + "=nil", func(*rand.Rand) { v.SetZero() }})
		}
		return list
	}
	return []place{{path, func(r *rand.Rand) { setScalar(v, r) }}}
}

// isRuntime reports whether a type is one of those that people get from the
// runtime.
func isRuntime(t reflect.Type) bool {
	return strings.HasSuffix(t.PkgPath(), "/wire") || strings.HasSuffix(t.PkgPath(), "/wire/datatype")
}

// wirePlaces are the places of the runtime's types.
func wirePlaces(v reflect.Value, path string, depth int) []place {
	name := v.Type().Name()
	switch {
	case strings.HasPrefix(name, "Nillable["):
		list := []place{{path + "=nil", func(*rand.Rand) { v.FieldByName("Nil").SetBool(!v.FieldByName("Nil").Bool()) }}}
		if !v.FieldByName("Value").IsNil() {
			list = append(list, placesOf(v.FieldByName("Value").Elem(), path, depth+1)...)
		}
		return list
	case name == "Typed":
		if v.IsNil() || v.Elem().Kind() != reflect.Pointer {
			return nil
		}
		if isRuntime(v.Elem().Elem().Type()) {
			return nil
		}
		return placesOf(v.Elem().Elem(), path, depth+1)
	}
	if u, ok := v.Addr().Interface().(encoding.TextUnmarshaler); ok && name != "QName" {
		return []place{{path, func(r *rand.Rand) { setText(u, r) }}}
	}
	return nil
}

var valueTexts = []string{
	"0", "1", "-1", "1.5", "-0.001", "123456789012345678901", "99", "2024-02-29", "1999-12-31Z", "2024-02-29T10:00:00", "0001-01-01T00:00:00Z",
	"10:00:00", "2024", "--02-29", "P1D", "-P1Y", "PT0.5S", "2024-02", "---31", "--12",
}

// setText gives a value one of some texts that its type has.
func setText(v encoding.TextUnmarshaler, r *rand.Rand) {
	for _, i := range r.Perm(len(valueTexts)) {
		if v.UnmarshalText([]byte(valueTexts[i])) == nil {
			return
		}
	}
}

// slicePlaces are those of the items, and of how many there are.
func slicePlaces(v reflect.Value, path string, depth int) []place {
	if v.Type().Elem().Kind() == reflect.Uint8 {
		return []place{{path, func(r *rand.Rand) { v.SetBytes(make([]byte, r.IntN(40))) }}}
	}
	var list []place
	if of := v.Type().Elem(); of.PkgPath() == "" || !isRuntime(of) || of.Name() == "Typed" || strings.HasPrefix(of.Name(), "Nillable") || of.Name() != "Node" && of.Name() != "Attr" {
		for i := range v.Len() {
			list = append(list, placesOf(v.Index(i), fmt.Sprintf("%s[%d]", path, i), depth+1)...)
		}
	}
	if n := v.Len(); n > 0 {
		list = append(list,
			place{path + " shorter", func(r *rand.Rand) { i := r.IntN(n); v.Set(reflect.AppendSlice(v.Slice(0, i), v.Slice(i+1, n))) }},
			place{path + " longer", func(r *rand.Rand) { v.Set(reflect.Append(v, v.Index(r.IntN(n)))) }},
			place{path + " turned", func(r *rand.Rand) { reflect.Swapper(v.Interface())(r.IntN(n), r.IntN(n)) }},
			place{path + " empty", func(r *rand.Rand) { v.SetZero() }})
	} else if k := v.Type().Elem().Kind(); k != reflect.Interface {
		if name := v.Type().Elem().Name(); name != "Node" && name != "Attr" {
			list = append(list, place{path + " longer", func(r *rand.Rand) { v.Set(reflect.Append(v, reflect.Zero(v.Type().Elem()))) }})
		}
	}
	return list
}

var texts = []string{"", " ", "x", "a b", "12", "-1", "0", "true", "2024-13-45", "x:y", "urn:x", "<&>", "é", "2024-01-01", strings.Repeat("long ", 60), "A", "en", "1.50"}

// setScalar gives a value of a basic type another one.
func setScalar(v reflect.Value, r *rand.Rand) {
	switch v.Kind() {
	case reflect.String:
		s := v.String()
		switch r.IntN(4) {
		case 0:
			s += "x"
		case 1:
			if s != "" {
				s = s[:len(s)-1]
				s = strings.ToValidUTF8(s, "")
			}
		default:
			s = texts[r.IntN(len(texts))]
		}
		v.SetString(s)
	case reflect.Bool:
		v.SetBool(!v.Bool())
	case reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64, reflect.Int:
		n := []int64{0, -1, 1, v.Int() + 1, v.Int() - 1, math.MaxInt64, 100, -100}[r.IntN(8)]
		if !v.OverflowInt(n) {
			v.SetInt(n)
		}
	case reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64, reflect.Uint:
		n := []uint64{0, 1, v.Uint() + 1, v.Uint() - 1, math.MaxUint64, 100}[r.IntN(6)]
		if !v.OverflowUint(n) {
			v.SetUint(n)
		}
	case reflect.Float32, reflect.Float64:
		v.SetFloat([]float64{0, -1, 1, 0.5, 100, math.NaN(), math.Inf(1), -1e10}[r.IntN(8)])
	}
}
