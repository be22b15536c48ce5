// Package gotools_test holds structs of every generated package to what Go's
// tools make of them. It stands here as the examples are modules of their own.
package gotools_test

import (
	"bytes"
	"encoding"
	"encoding/json"
	"fmt"
	"log/slog"
	"math"
	"reflect"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/wbxgen/wbxgen/examples/article/articlexml/article"
	"github.com/wbxgen/wbxgen/examples/catalog/catalogxml/catalog"
	"github.com/wbxgen/wbxgen/examples/feed/feedxml/feed"
	"github.com/wbxgen/wbxgen/examples/invoice/invoicexml/invoice"
	"github.com/wbxgen/wbxgen/examples/page/pagexml/page"
	"github.com/wbxgen/wbxgen/examples/parcels/parcelsxml/event"
	"github.com/wbxgen/wbxgen/examples/payment/paymentxml/pay001001"
	"github.com/wbxgen/wbxgen/examples/settings/settingsxml/settings"
	"github.com/wbxgen/wbxgen/examples/shop/shopxml/party"
	"github.com/wbxgen/wbxgen/examples/shop/shopxml/shop"
	"github.com/wbxgen/wbxgen/examples/track/trackxml/track"
	"github.com/wbxgen/wbxgen/generated/v40.6.0/all"
	"github.com/wbxgen/wbxgen/wire"
)

// printed is a value of a generated type, as people print it.
type printed interface {
	wire.Object
	fmt.Stringer
}

// TestEveryPackageFitsGosTools fills structs of the examples, one of each
// package, and all types of the Webex API that a registry knows, and holds them
// to what fmt, JSON, slog and go-cmp make of them: each value shows, no secret
// does, and JSON comes back as the same value.
func TestEveryPackageFitsGosTools(t *testing.T) {
	list := []printed{
		new(article.Article), new(catalog.Catalog), new(feed.Feed), new(invoice.Invoice), new(page.HTML), new(event.Events), new(pay001001.Document),
		new(party.Company), new(settings.Settings), new(shop.Order), new(track.Track),
	}
	registry := all.Registry()
	for _, name := range registry.Names() {
		v, _ := registry.New(name)
		p, ok := v.(printed)
		if !ok {
			t.Fatalf("%T is not printed", v)
		}
		list = append(list, p)
	}
	texts, secrets := 0, 0
	for _, v := range list {
		f := filler{}
		f.fill(reflect.ValueOf(v).Elem(), 0)
		texts += len(f.texts)
		secrets += f.secrets
		fitsTools(t, v, f.texts)
	}
	if len(list) < 300 || texts < 20*len(list) || secrets < 200 {
		t.Errorf("only %d structs, %d values and %d secrets", len(list), texts, secrets)
	}
	t.Logf("%d structs, %d values, %d secrets", len(list), texts, secrets)
}

// fitsTools prints a value in every way.
func fitsTools(t *testing.T, v printed, texts []string) {
	t.Helper()
	value := reflect.ValueOf(v).Elem().Interface()
	data, err := json.Marshal(value)
	if err != nil {
		t.Errorf("%T: %v", v, err)
		return
	}
	shown := map[string]string{"String": v.String(), "%v of the value": fmt.Sprint(value), "JSON": string(data)}
	for name, x := range map[string]any{
		"pointer": v, "value": value, "list": []any{value, v}, "struct": struct{ V any }{value}, "map": map[string]any{"a": v},
	} {
		var text, object bytes.Buffer
		slog.New(slog.NewTextHandler(&text, nil)).Info("m", "x", x)
		slog.New(slog.NewJSONHandler(&object, nil)).Info("m", "x", x)
		shown["slog text of a "+name], shown["slog JSON of a "+name] = text.String(), object.String()
	}
	for way, out := range shown {
		for _, want := range texts {
			if !strings.Contains(out, want) {
				t.Errorf("%T: %s does not show %s:\n%.1500s", v, way, want, out)
				return
			}
		}
		if strings.Contains(out, sentinel) || strings.Contains(out, "!ERROR") {
			t.Errorf("%T: %s shows:\n%.1500s", v, way, out)
		}
	}
	back := reflect.New(reflect.TypeOf(value))
	if err := json.Unmarshal(data, back.Interface()); err != nil {
		t.Errorf("%T: %v\n%s", v, err, data)
	} else if d := cmp.Diff(value, back.Elem().Interface(), sameNumbers, cmp.Comparer(sameSecret)); d != "" {
		t.Errorf("%T: JSON comes back as another value:\n%.1500s", v, d)
	}
}

// sameSecret is for what has come out of JSON, which has no secret.
func sameSecret(a, b wire.Secret) bool { return a.IsSet() == b.IsSet() }

// sameNumbers has NaN equal to NaN, in numbers of any type.
var sameNumbers = cmp.FilterPath(func(p cmp.Path) bool {
	k := p.Last().Type().Kind()
	return k == reflect.Float32 || k == reflect.Float64
}, cmp.Comparer(func(x, y any) bool {
	a, b := reflect.ValueOf(x).Float(), reflect.ValueOf(y).Float()
	return a == b || a != a && b != b
}))

const sentinel = "SENTINEL"

// filler gives each field of a struct a value of its own, but those of
// interfaces, for which JSON has no type.
type filler struct {
	texts   []string // of the values
	secrets int
}

// fillDepth bounds the way into structs that contain each other.
const fillDepth = 4

func (f *filler) fill(v reflect.Value, depth int) {
	switch x := v.Addr().Interface().(type) {
	case *wire.Extra:
		x.SetAttrs([]wire.Attr{{Name: wire.QName{Local: f.text("extra")}, Value: f.text("attr")}})
		return
	case *wire.Secret:
		*x = wire.SecretOf(sentinel)
		f.secrets++
		return
	case *wire.QName:
		*x = wire.QName{Space: "urn:q", Local: f.text("name")}
		return
	case *wire.Node:
		*x = wire.Node{Name: wire.QName{Space: "urn:n", Local: f.text("node")}, Children: []wire.Node{wire.TextNode(f.text("raw"))}}
		return
	case *wire.Attr:
		*x = wire.Attr{Name: wire.QName{Space: "urn:n", Local: f.text("wild")}, Value: f.text("value")}
		return
	case encoding.TextUnmarshaler:
		f.unmarshal(x)
		return
	}
	f.fillKind(v, depth)
}

// text returns a text that no other value has.
func (f *filler) text(what string) string {
	text := fmt.Sprintf("%s-%d-", what, len(f.texts))
	f.texts = append(f.texts, text)
	return text
}

// unmarshal gives a value type one of some texts.
func (f *filler) unmarshal(x encoding.TextUnmarshaler) {
	for _, text := range []string{fmt.Sprint(70000 + len(f.texts)), fmt.Sprintf("2024-03-04T05:06:%02d", len(f.texts)%60), "2024-03-04", "05:06:07", "P1Y2M", "2024-03", "--03-04", "---04", "--03"} {
		if x.UnmarshalText([]byte(text)) == nil {
			f.texts = append(f.texts, text)
			return
		}
	}
}

// fillKind fills a value by its kind.
func (f *filler) fillKind(v reflect.Value, depth int) {
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			if field := v.Field(i); field.CanSet() && v.Type().Field(i).Name != "Nil" {
				f.fill(field, depth+1)
			}
		}
	case reflect.Pointer:
		if depth < fillDepth || v.Type().Elem().Kind() != reflect.Struct {
			v.Set(reflect.New(v.Type().Elem()))
			f.fill(v.Elem(), depth+1)
		}
	case reflect.Slice:
		switch {
		case v.Type().Elem().Kind() == reflect.Interface:
		case v.Type().Elem().Kind() == reflect.Uint8:
			v.SetBytes([]byte("bytes"))
		case depth < fillDepth:
			v.Set(reflect.MakeSlice(v.Type(), 2, 2))
			f.fill(v.Index(0), depth+1)
			f.fill(v.Index(1), depth+1)
		}
	case reflect.String:
		v.SetString(f.text("text"))
	case reflect.Bool:
		v.SetBool(true)
	case reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		v.SetInt(int64(len(f.texts)%100 + 1))
	case reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64:
		v.SetUint(uint64(len(f.texts)%100 + 1))
	case reflect.Float32, reflect.Float64:
		special := []float64{math.NaN(), math.Inf(1), math.Inf(-1), 0.5}
		text := []string{"NaN", "INF", "-INF", "0.5"}
		i := len(f.texts) % len(special)
		v.SetFloat(special[i])
		f.texts = append(f.texts, text[i])
	}
}
