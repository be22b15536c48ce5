package codec

import (
	"encoding"
	"encoding/json"
	"errors"
	"math"
	"reflect"
	"strings"
	"sync"
	"unsafe"
)

// MarshalJSON is the method of that name of a struct with floating-point numbers, for which v is a pointer to it: JSON has none
// for what is not finite, so that NaN, INF and -INF become strings, as XML writes them. All else is as package encoding/json has it.
func MarshalJSON(v any) ([]byte, error) { return json.Marshal(inJSON(v)) }

// UnmarshalJSON reads what [MarshalJSON] writes into the struct that v points to.
func UnmarshalJSON(data []byte, v any) error {
	into := inJSON(v)
	err := json.Unmarshal(data, into)
	if e := (*json.UnmarshalTypeError)(nil); errors.As(err, &e) && e.Type == reflect.TypeOf(into).Elem() {
		e.Type = reflect.TypeOf(v).Elem() // else the message has all fields
	}
	return err
}

// inJSON returns v as a pointer to a type of the same layout, without methods and with numbers that JSON can carry.
func inJSON(v any) any {
	p := reflect.ValueOf(v)
	t := p.Type().Elem()
	known, ok := jsonTypes.Load(t)
	if !ok {
		known, _ = jsonTypes.LoadOrStore(t, jsonStruct(t, map[reflect.Type]bool{}))
	}
	return reflect.NewAt(known.(reflect.Type), unsafe.Pointer(p.Pointer())).Interface()
}

var jsonTypes sync.Map // of reflect.Type: what stands for a struct in JSON

// jsonStruct returns the struct without methods, and with other types for numbers.
func jsonStruct(t reflect.Type, within map[reflect.Type]bool) reflect.Type {
	within[t] = true
	defer delete(within, t)
	fields := make([]reflect.StructField, t.NumField())
	for i := range fields {
		f := t.Field(i)
		if f.Anonymous && f.Type.Kind() == reflect.Struct {
			f.Type = jsonStruct(f.Type, within) // package reflect embeds nothing that has methods
		} else {
			f.Anonymous = false
			f.Type = jsonType(f.Type, within)
		}
		fields[i] = f
	}
	return reflect.StructOf(fields)
}

// jsonType returns what stands for the type of a field, often the type itself.
func jsonType(t reflect.Type, within map[reflect.Type]bool) reflect.Type {
	if within[t] || hasText(t) {
		return t
	}
	switch t.Kind() {
	case reflect.Float32:
		return reflect.TypeFor[jsonFloat32]()
	case reflect.Float64:
		return reflect.TypeFor[jsonFloat64]()
	case reflect.Pointer:
		if e := jsonType(t.Elem(), within); e != t.Elem() {
			return reflect.PointerTo(e)
		}
	case reflect.Slice:
		if e := jsonType(t.Elem(), within); e != t.Elem() {
			return reflect.SliceOf(e)
		}
	case reflect.Struct:
		// Members of a group, or a value that may be nil. A struct of its own that has numbers has these methods.
		if reflect.PointerTo(t).Implements(reflect.TypeFor[Appender]()) {
			return t
		}
		if e := jsonStruct(t, within); changes(t, e) {
			return e
		}
	}
	return t
}

// changes reports whether some field of a struct has another type than in the original.
func changes(t, made reflect.Type) bool {
	for i := range t.NumField() {
		if t.Field(i).Type != made.Field(i).Type {
			return true
		}
	}
	return false
}

// hasText reports whether values of the type say themselves how they become JSON.
func hasText(t reflect.Type) bool {
	p := t
	if t.Kind() != reflect.Pointer {
		p = reflect.PointerTo(t)
	}
	return p.Implements(reflect.TypeFor[json.Marshaler]()) || p.Implements(reflect.TypeFor[encoding.TextMarshaler]())
}

// jsonFloat32 and jsonFloat64 are numbers as JSON has them.
type (
	jsonFloat32 float32
	jsonFloat64 float64
)

// MarshalJSON writes a number, or a string for what is not finite.
func (f jsonFloat32) MarshalJSON() ([]byte, error) { return numberToJSON(float32(f)) }

// MarshalJSON writes a number, or a string for what is not finite.
func (f jsonFloat64) MarshalJSON() ([]byte, error) { return numberToJSON(float64(f)) }

// UnmarshalJSON reads what MarshalJSON writes.
func (f *jsonFloat32) UnmarshalJSON(data []byte) error {
	return numberOfJSON(data, (*float32)(f))
}

// UnmarshalJSON reads what MarshalJSON writes.
func (f *jsonFloat64) UnmarshalJSON(data []byte) error {
	return numberOfJSON(data, (*float64)(f))
}

func numberToJSON[T float32 | float64](x T) ([]byte, error) {
	if x-x != 0 {
		return json.Marshal(string(appendBits(nil, float64(x), 64)))
	}
	return json.Marshal(x)
}

func numberOfJSON[T float32 | float64](data []byte, f *T) error {
	if !strings.HasPrefix(string(data), `"`) {
		return json.Unmarshal(data, f)
	}
	var text string
	if err := json.Unmarshal(data, &text); err != nil {
		return err
	}
	special, ok := map[string]float64{"NaN": math.NaN(), "INF": math.Inf(1), "-INF": math.Inf(-1)}[text]
	if !ok {
		return errors.New("the number is a string, but not NaN, INF or -INF")
	}
	*f = T(special)
	return nil
}
