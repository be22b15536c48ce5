package codec

import (
	"errors"
	"reflect"
	"strings"
	"testing"

	"github.com/wbxgen/wbxgen/wire"
	"github.com/wbxgen/wbxgen/wire/internal/chars"
)

func TestDecodeXMLMayLeaveContentUnread(t *testing.T) {
	doc := `<r><a><b>1<c/></b> text <!-- --></a><a/><k>7</k></r>`
	table := Table{Names: "a* k"}
	inner := Table{Names: "b"}
	lazy := map[string]objectFunc{
		"nothing read": func(d *Decoder) error { return nil },
		"stopped at b": func(d *Decoder) error { d.Begin(new(wire.Extra)); d.Next(&inner); return d.Err() },
		"name asked":   func(d *Decoder) error { d.Begin(new(wire.Extra)); d.Next(&inner); d.Name(); return d.Err() },
		"inner left open": func(d *Decoder) error {
			d.Next(&inner)
			d.Object(objectFunc(func(*Decoder) error { return nil }))
			return d.Err()
		},
	}
	for name, f := range lazy {
		for way, deliver := range arrivals {
			var key int64
			err := Decode(deliver(strings.NewReader(doc)), Name{Local: "r"}, objectFunc(func(d *Decoder) error {
				for i := d.Next(&table); i != End; i = d.Next(&table) {
					if i == 0 {
						d.Object(f)
					} else {
						ReadInt(d, &key)
					}
				}
				return d.Err()
			}))
			if err != nil || key != 7 {
				t.Errorf("%s, %s: %d, %v", name, way, key, err)
			}
		}
	}
}

func TestReadsDoNothingWhereNothingIs(t *testing.T) {
	var n int64 = 5
	v := objectFunc(func(d *Decoder) error {
		tab := Table{Names: "a"}
		for range 3 {
			d.Next(&tab)
			ReadInt(d, &n)
			ReadInt(d, &n)
			d.Skip()
			d.Object(new(RawElement))
			d.Node()
			d.Attr(&tab)
		}
		if d.Nodes() != nil || d.RawAttr() != (wire.Attr{}) {
			t.Error("something is read where nothing is")
		}
		return d.Err()
	})
	if err := Unmarshal([]byte("<r><a>1</a></r>"), Name{Local: "r"}, v); err != nil || n != 1 {
		t.Errorf("%d, %v", n, err)
	}
	d := NewBytesDecoder([]byte("<r/>"))
	if d.Object(v); d.Next(&Table{}) != End || d.Attr(&Table{}) != End || d.Err() != nil {
		t.Error("a decoder that has not begun reads")
	}
	if err := d.Document(Name{Local: "r"}, new(RawElement)); err != nil {
		t.Error(err)
	}
}

func TestHandWrittenErrors(t *testing.T) {
	wrong := errors.New("wrong")
	tab := Table{Names: "a"}
	err := Unmarshal([]byte("<r>\n<a>1</a></r>"), Name{Local: "r"}, objectFunc(func(d *Decoder) error {
		d.Next(&tab)
		if p := d.Pos(); p.Line != 2 || p.Col != 1 {
			t.Errorf("got %v", p)
		}
		d.Fail(nil)
		d.Fail(wrong)
		d.Fail(errors.New("later"))
		return d.Err()
	}))
	var e *wire.DecodeError
	if !errors.As(err, &e) || !errors.Is(err, wrong) || err.Error() != "2:1: /r/a: wrong" {
		t.Error(err)
	}
	doc, err := Marshal(Name{Local: "r"}, AppenderFunc(func(e *Encoder) {
		e.Start(tab.Element(0))
		e.Fail(nil)
		e.Fail(wrong)
		e.End()
		if e.Err() == nil {
			t.Error("the error is not kept")
		}
	}))
	if !errors.Is(err, wrong) || err.Error() != "/r/a: wrong" || len(doc) != 0 {
		t.Errorf("%s, %v", doc, err)
	}
	_, err = Marshal(Name{Local: "r"}, AppenderFunc(func(e *Encoder) { e.End() }))
	if err == nil {
		t.Error("an element is closed that is not open")
	}
	_, err = Marshal(Name{Local: "r"}, AppenderFunc(func(e *Encoder) { e.Typed(tab.Element(0), nil) }))
	if err == nil || err.Error() != "/r: a has no value" {
		t.Error(err)
	}
}

// A raw element that was read has its xsi:nil among its attributes as well, and
// needs the prefixes of their values.
func TestNilOfARawElementIsWrittenOnce(t *testing.T) {
	v := wire.Nillable[wire.AnyElement]{Nil: true, Value: &wire.AnyElement{
		Attrs:    []wire.Attr{{Name: wire.QName{Space: xsi.URI, Local: "nil", Prefix: "xsi"}, Value: "true"}, {Name: wire.QName{Local: "a"}, Value: "q:b"}},
		Bindings: []wire.Binding{{Prefix: "q", URI: "urn:q"}},
	}}
	n := Name{Local: "e"}
	doc, err := Marshal(Name{Local: "r"}, AppenderFunc(func(e *Encoder) { writeField(e, &n, &v, 'r', '~') }))
	for _, want := range []string{`<e xsi:nil="true" a="q:b"/>`, `xmlns:q="urn:q"`} {
		if err != nil || !strings.Contains(string(doc), want) {
			t.Errorf("got %s, %v, want %s", doc, err, want)
		}
	}
}

func TestHandWrittenElements(t *testing.T) {
	names := []Name{{Space: &svc, Local: "header"}, {Local: "bare"}, {Space: &com, Local: "list"}}
	doc, err := Marshal(Name{Space: &svc, Local: "message"}, AppenderFunc(func(e *Encoder) {
		e.Start(&names[0])
		WriteStringAttr(e, &Name{Space: &Namespace{URI: chars.XMLURI}, Local: "lang"}, "en")
		WriteStringList(e, &names[2], []string{"a", "b"})
		WriteString(e, &names[1], "x")
		e.Start(&names[1])
		WriteIntListText(e, []int{1, 2})
		e.End()
		e.End()
		e.Start(&names[1])
		e.End()
	}))
	want := `<svc:message xmlns:svc="http://example.com/service" xmlns:com="http://example.com/common"><svc:header xml:lang="en"><com:list>a b</com:list><bare>x</bare><bare>1 2</bare></svc:header><bare/></svc:message>`
	if err != nil || string(doc) != want {
		t.Errorf("got\n%s\n%v", doc, err)
	}
}

func TestExtraIsCopiedOnWrite(t *testing.T) {
	var a session
	if err := Unmarshal([]byte(head+"<s:key/><s:new/></s:session>"), sessionName, &a, wire.Lenient(), wire.Unknown(wire.KeepUnknown)); err != nil {
		t.Fatal(err)
	}
	b := a
	b.XMLExtra.SetType(wire.QName{Space: "urn:t", Local: "t", Prefix: "t"})
	b.XMLExtra.SetElements([]wire.Node{{Name: wire.QName{Local: "other"}}})
	b.XMLExtra.SetAttrs([]wire.Attr{{Name: wire.QName{Local: "at"}, Value: "1"}})
	b.XMLExtra.ForgetEmpty()
	if q, ok := a.XMLExtra.Type(); ok || len(a.XMLExtra.Elements()) != 1 || a.XMLExtra.Attrs() != nil || len(a.XMLExtra.Empty()) != 1 {
		t.Errorf("the original changed: %v, %v", q, a.XMLExtra)
	}
	doc, err := Marshal(sessionName, &b)
	want := `<svc:session xmlns:svc="http://example.com/service" xmlns:t="urn:t" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:type="t:t" at="1"><svc:key>0</svc:key><svc:token/><svc:open>false</svc:open><other/></svc:session>`
	if err != nil || string(doc) != want {
		t.Errorf("got\n%s\n%v", doc, err)
	}
	var zero wire.Extra
	zero.ForgetEmpty()
	if _, ok := zero.Type(); ok || zero.Elements() != nil || zero.Attrs() != nil || zero.Empty() != nil {
		t.Error("the zero Extra is not empty")
	}
}

func TestRegistryKeepsTheFirst(t *testing.T) {
	r := wire.NewRegistry()
	first := r.Add(wire.NameOf(svc.URI, "t"), func() wire.Typed { return new(session) })
	second := r.Add(wire.NameOf(svc.URI, "t"), func() wire.Typed { return new(note) })
	if !first || second || r.Add(wire.NameOf(svc.URI, "nil"), nil) {
		t.Error("a name is taken twice, or a nil constructor")
	}
	if !r.Alias("x", wire.NameOf(svc.URI, "t")) || r.Alias("x", wire.NameOf(com.URI, "t")) || !r.Alias("y", wire.NameOf(com.URI, "late")) {
		t.Error("an alias is taken twice")
	}
	if _, ok := r.NewByText("y"); ok {
		t.Error("an alias of nothing")
	}
	r.Add(wire.NameOf(com.URI, "late"), func() wire.Typed { return new(note) })
	r.Add("none", func() wire.Typed { return new(note) })
	if v, ok := r.NewByText("y"); !ok || reflect.TypeOf(v) != reflect.TypeFor[*note]() {
		t.Errorf("got %T", v)
	}
	var names []string
	for _, n := range r.Names() {
		names = append(names, string(n))
	}
	if want := "none {http://example.com/common}late {http://example.com/service}t"; strings.Join(names, " ") != want {
		t.Errorf("got %v", names)
	}
	if v, ok := (*wire.Registry)(nil).New("none"); ok {
		t.Errorf("got %T", v)
	}
}

func TestRefusedAttributesOfLeaves(t *testing.T) {
	doc := head + `<s:key xsi:nil="false">1</s:key><s:name at="1">n</s:name></s:session>`
	if err := Unmarshal([]byte(doc), sessionName, new(session)); err != nil {
		t.Error(err)
	}
	err := Unmarshal([]byte(doc), sessionName, new(session), wire.Unknown(wire.RefuseUnknown))
	if err == nil || !strings.Contains(err.Error(), "/session/name@at: the attribute is unknown here") {
		t.Error(err)
	}
}

func TestWideTables(t *testing.T) {
	var table Table
	var doc strings.Builder
	doc.WriteString("<r>")
	for i := range 200 {
		local := "e" + strings.Repeat("x", i)
		table.Names += " " + local
		doc.WriteString("<" + local + ">1</" + local + ">")
	}
	read := func(doc string) (sum int, err error) {
		err = Unmarshal([]byte(doc), Name{Local: "r"}, objectFunc(func(d *Decoder) error {
			for i := d.Next(&table); i != End; i = d.Next(&table) {
				var n int
				ReadInt(d, &n)
				sum += n
			}
			return d.Err()
		}))
		return sum, err
	}
	if sum, err := read(doc.String() + "</r>"); sum != 200 || err != nil {
		t.Errorf("%d, %v", sum, err)
	}
	again := "e" + strings.Repeat("x", 150)
	if _, err := read(doc.String() + "<" + again + ">1</" + again + "></r>"); err == nil || !strings.Contains(err.Error(), "occurs twice") {
		t.Error(err)
	}
}

func TestWildcards(t *testing.T) {
	tests := []struct {
		w     Wildcard
		space string
		want  bool
	}{
		{Wildcard{}, "", true}, {Wildcard{}, "urn:x", true},
		{Wildcard{Kind: WildcardExcept, Spaces: []string{"urn:t", ""}}, "urn:x", true},
		{Wildcard{Kind: WildcardExcept, Spaces: []string{"urn:t", ""}}, "urn:t", false},
		{Wildcard{Kind: WildcardExcept, Spaces: []string{"urn:t", ""}}, "", false},
		{Wildcard{Kind: WildcardOnly, Spaces: []string{"urn:t", ""}}, "", true},
		{Wildcard{Kind: WildcardOnly, Spaces: []string{"urn:t"}}, "urn:x", false},
	}
	for _, tt := range tests {
		if got := tt.w.Allows(tt.space); got != tt.want {
			t.Errorf("%+v allows %q: %v", tt.w, tt.space, got)
		}
	}
}

func TestTokenAndNormalizedWhiteSpace(t *testing.T) {
	table := Table{Names: "t* n* e*"}
	var tokens, normals []string
	var enums []Colour
	doc := "<r><t> a\t b\n\nc </t><t>plain</t><t/><n> a\t b\r\n</n><n/><e> x </e></r>"
	err := Unmarshal([]byte(doc), Name{Local: "r"}, objectFunc(func(d *Decoder) error {
		for i := d.Next(&table); i != End; i = d.Next(&table) {
			switch i {
			case 0:
				ReadTokens(d, &tokens)
			case 1:
				ReadNormalizeds(d, &normals)
			case 2:
				ReadEnums(d, &enums)
			}
		}
		return d.Err()
	}))
	if err != nil || !reflect.DeepEqual(tokens, []string{"a b c", "plain", ""}) || !reflect.DeepEqual(normals, []string{" a  b ", ""}) || !reflect.DeepEqual(enums, []Colour{" x "}) {
		t.Errorf("%q, %q, %q, %v", tokens, normals, enums, err)
	}
}

func TestPrefixesOfAllLengths(t *testing.T) {
	for _, prefix := range []string{"", "a:", "abc:", "abcdef:", "abcdefg:", "a-very-long-prefix:"} {
		decl := strings.TrimSuffix("xmlns:"+prefix, ":")
		doc := "<" + prefix + "session " + decl + "='http://example.com/service' xmlns:c='http://example.com/common'>"
		for _, n := range []string{"key", "open", "shut", "ratio"} {
			doc += "<" + prefix + n + ">1</" + prefix + n + ">"
		}
		doc += "<c:colour>red</c:colour><" + prefix + "guest/><c:colour>red</c:colour><" + prefix + "guest>x</" + prefix + "guest></" + prefix + "session>"
		for way, deliver := range arrivals {
			var v session
			err := Decode(deliver(strings.NewReader(doc)), sessionName, &v)
			if err != nil || v.Key != 1 || !v.Open || *v.Ratio != 1 || len(v.Colours) != 2 || len(v.Guests) != 2 {
				t.Errorf("%s, %s: %+v, %v", prefix, way, v, err)
			}
		}
	}
}

func TestPrefixChangesItsMeaning(t *testing.T) {
	doc := head + `<s:key>1</s:key><x:open xmlns:x="http://example.com/service">true</x:open><s:guest xmlns:s="http://example.com/service">a</s:guest>` +
		`<s:guest xmlns:s="urn:else">b</s:guest><s:guest>c</s:guest></s:session>`
	for way, deliver := range arrivals {
		var v session
		err := Decode(deliver(strings.NewReader(doc)), sessionName, &v)
		if err != nil || v.Key != 1 || !v.Open || len(v.Guests) != 2 || v.Guests[1].Value != "c" || len(v.Rest) != 1 {
			t.Errorf("%s: %+v, %v", way, v, err)
		}
	}
}

func TestDecoderIsReusable(t *testing.T) {
	d := NewBytesDecoder([]byte(fullQualified))
	for round := range 3 {
		var v session
		if err := d.Document(sessionName, &v); err != nil || !reflect.DeepEqual(&v, full()) {
			t.Errorf("round %d: %v", round, err)
		}
		d.ResetBytes([]byte("<broken"))
		if err := d.Document(sessionName, &v); err == nil {
			t.Error("a broken document is accepted")
		}
		d.ResetReader(strings.NewReader(fullQualified))
		var w session
		if err := d.Document(sessionName, &w); err != nil || !reflect.DeepEqual(&w, full()) {
			t.Errorf("round %d: %v", round, err)
		}
		d.ResetBytes([]byte(fullQualified))
	}
}

func TestConcurrentUse(t *testing.T) {
	types := testTypes()
	done := make(chan error)
	for range 8 {
		go func() {
			for range 50 {
				doc, err := Marshal(sessionName, full())
				var v session
				if err == nil {
					err = Unmarshal(doc, sessionName, &v, wire.Types(types))
				}
				if err == nil && !reflect.DeepEqual(&v, full()) {
					err = errors.New("a value changed on its way")
				}
				if err != nil {
					done <- err
					return
				}
			}
			done <- nil
		}()
	}
	for range 8 {
		if err := <-done; err != nil {
			t.Error(err)
		}
	}
}

// TestEntitiesOfTheCaller replaces in attribute values what the caller knows, and refuses what it does not, and all in content.
func TestEntitiesOfTheCaller(t *testing.T) {
	known := wire.Entities(func(name string) (string, bool) { return "A&amp;B", name == "ab" })
	for doc, want := range map[string]string{
		`<leaf k="&ab;!"/>`:    "A&B!",
		`<leaf k="&other;"/>`:  "error",
		`<leaf>&ab;</leaf>`:    "error",
		`<leaf k="&amp;ab;"/>`: "&ab;",
	} {
		var v wire.AnyElement
		err := Unmarshal([]byte(doc), leafName, (*RawElement)(&v), known)
		got := "error"
		if err == nil {
			got = v.Attrs[0].Value
		}
		if got != want {
			t.Errorf("%s: %q, %v, want %q", doc, got, err, want)
		}
	}
}
