package codec

import (
	"bytes"
	"errors"
	"io"
	"math"
	"reflect"
	"slices"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/wbxgen/wbxgen/wire"
)

// full returns a session with all fields set.
func full() *session {
	return &session{
		Label: new("l < \"m\"\n"), Number: new(int32(-7)), Any: []wire.Attr{{Name: wire.QName{Space: com.URI, Local: "extra", Prefix: "com"}, Value: "x:y"}},
		Key: 640200301, Name: new("résumé & <co> ]]>"), Token: "a b", Colour: new(Colour("red")), Colours: []Colour{"blue", "PINK"},
		Open: true, Shut: new(false), Ratio: new(1.5), Sizes: []uint16{1, 65535}, Words: []string{"x", "y"},
		Place: &place{Floor: new(int64(3)), Value: " in here "}, Guests: []place{{Value: "g1"}, {Floor: new(int64(0))}},
		Pairs: []pair{{A: 1, B: new("one")}, {A: 2}, {A: 3, B: new("")}}, Choice: &sessionRight{Value: 9},
		Gone: wire.Nillable[int64]{Nil: true}, Where: wire.Nillable[place]{Nil: true, Value: &place{Floor: new(int64(1))}},
		Kind: &wire.QName{Space: "urn:kinds", Local: "k", Prefix: "kk"}, Blob: []byte{0, 1, 254},
		Rest: []wire.Node{{Name: wire.QName{Space: "urn:other", Local: "raw", Prefix: "o"}, Attrs: []wire.Attr{{Name: wire.QName{Local: "at"}, Value: "v"}}, Children: []wire.Node{wire.TextNode("t")}}},
	}
}

const fullQualified = `<svc:session xmlns:svc="http://example.com/service" xmlns:com="http://example.com/common" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:kk="urn:kinds" xmlns:o="urn:other" label="l &lt; &quot;m&quot;&#10;" number="-7" com:extra="x:y">` +
	`<svc:key>640200301</svc:key><svc:name>résumé &amp; &lt;co&gt; ]]&gt;</svc:name><svc:token>a b</svc:token><svc:colour>red</svc:colour><com:colour>blue</com:colour><com:colour>PINK</com:colour>` +
	`<svc:open>true</svc:open><svc:shut>false</svc:shut><svc:ratio>1.5</svc:ratio><svc:sizes>1 65535</svc:sizes><svc:words>x y</svc:words>` +
	`<svc:place floor="3"> in here </svc:place><svc:guest>g1</svc:guest><svc:guest floor="0"/><svc:a>1</svc:a><svc:b>one</svc:b><svc:a>2</svc:a><svc:a>3</svc:a><svc:b/>` +
	`<svc:right>9</svc:right><svc:gone xsi:nil="true"/><svc:where xsi:nil="true" floor="1"/><svc:kind>kk:k</svc:kind><svc:blob>AAH+</svc:blob><o:raw at="v">t</o:raw></svc:session>`

const fullUnqualified = `<svc:session xmlns:svc="http://example.com/service" xmlns:com="http://example.com/common" xmlns:kk="urn:kinds" xmlns:o="urn:other" label="l &lt; &quot;m&quot;&#10;" number="-7" com:extra="x:y">` +
	`<key>640200301</key><name>résumé &amp; &lt;co&gt; ]]&gt;</name><token>a b</token><colour>red</colour><colour>blue</colour><colour>PINK</colour>` +
	`<open>true</open><shut>false</shut><ratio>1.5</ratio><sizes>1 65535</sizes><words>x y</words>` +
	`<place floor="3"> in here </place><guest>g1</guest><guest floor="0"/><a>1</a><b>one</b><a>2</a><a>3</a><b/>` +
	`<right>9</right><gone nil="true"/><where nil="true" floor="1"/><kind>kk:k</kind><blob>AAH+</blob><o:raw at="v">t</o:raw></svc:session>`

func TestCodecInBothForms(t *testing.T) {
	forms := []struct {
		name, doc string
		opts      []wire.Option
	}{
		{"qualified", fullQualified, nil},
		{"unqualified", fullUnqualified, []wire.Option{wire.Unqualified()}},
	}
	for _, f := range forms {
		t.Run(f.name, func(t *testing.T) {
			got, err := Marshal(sessionName, full(), f.opts...)
			if err != nil || string(got) != f.doc {
				t.Errorf("encoded\n%s\nwant\n%s\nerror %v", got, f.doc, err)
			}
			for name, opts := range map[string][]wire.Option{"exact": f.opts, "lenient": append([]wire.Option{wire.Lenient()}, f.opts...)} {
				for way, deliver := range arrivals {
					var v session
					err := NewDecoder(deliver(strings.NewReader(f.doc)), opts...).Document(sessionName, &v)
					if err != nil || !reflect.DeepEqual(&v, full()) {
						t.Errorf("%s, %s: decoded %+v\nerror %v", name, way, v, err)
					}
				}
				var v session
				if err := Unmarshal([]byte(f.doc), sessionName, &v, opts...); err != nil || !reflect.DeepEqual(&v, full()) {
					t.Errorf("%s: decoded %+v\nerror %v", name, v, err)
				}
			}
		})
	}
}

func TestDecodedStringsOutliveTheDocument(t *testing.T) {
	data := []byte(fullQualified)
	var v session
	if err := Unmarshal(data, sessionName, &v); err != nil {
		t.Fatal(err)
	}
	for i := range data {
		data[i] = 'X'
	}
	if !reflect.DeepEqual(&v, full()) {
		t.Errorf("got %+v", v)
	}
}

func TestIndentedFormDecodesEqual(t *testing.T) {
	got, err := Marshal(sessionName, full(), wire.Indent("  "), wire.Declaration())
	if err != nil {
		t.Fatal(err)
	}
	if want := xmlDeclaration + "\n<svc:session "; !strings.HasPrefix(string(got), want) || !strings.Contains(string(got), "\n  <svc:place floor=\"3\"> in here </svc:place>\n") ||
		!strings.HasSuffix(string(got), "</o:raw>\n</svc:session>\n") {
		t.Errorf("got\n%s", got)
	}
	var v session
	if err := Unmarshal(got, sessionName, &v); err != nil || !reflect.DeepEqual(&v, full()) {
		t.Errorf("decoded %+v\nerror %v", v, err)
	}
}

func TestPolymorphicSlot(t *testing.T) {
	doc := `<svc:message xmlns:svc="http://example.com/service" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:com="http://example.com/common" xmlns:u="urn:u">` +
		`<svc:body xsi:type="svc:sessionType"><svc:key>1</svc:key><svc:token/><svc:open>false</svc:open></svc:body>` +
		`<svc:body xsi:type="com:noteType">Mind <b>the</b> gap</svc:body>` +
		`<svc:body xsi:type="u:unknown" at="u:x"><any>content</any></svc:body></svc:message>`
	var v envelope
	if err := Unmarshal([]byte(doc), envelopeName, &v, wire.Types(testTypes())); err != nil {
		t.Fatal(err)
	}
	want := envelope{Body: []wire.Typed{
		&session{Key: 1},
		&note{Content: []wire.Node{wire.TextNode("Mind "), {Name: wire.QName{Local: "b"}, Children: []wire.Node{wire.TextNode("the")}}, wire.TextNode(" gap")}},
		&wire.RawTyped{Type: wire.QName{Space: "urn:u", Local: "unknown", Prefix: "u"}, Attrs: []wire.Attr{{Name: wire.QName{Local: "at"}, Value: "u:x"}}, Bindings: []wire.Binding{{Prefix: "u", URI: "urn:u"}},
			Children: []wire.Node{{Name: wire.QName{Local: "any"}, Children: []wire.Node{wire.TextNode("content")}}}},
	}}
	if !reflect.DeepEqual(v, want) {
		t.Errorf("got %+v", v)
	}
	got, err := Marshal(envelopeName, &v)
	if err != nil || string(got) != doc {
		t.Errorf("encoded\n%s\nwant\n%s\nerror %v", got, doc, err)
	}
}

func TestTypeTextReplacesQNames(t *testing.T) {
	text := wire.TypeText(func(n wire.QName) (string, bool) { return "java:com.example.Session", n.Local == "sessionType" })
	v := envelope{Body: []wire.Typed{new(session), new(note)}}
	got, err := Marshal(envelopeName, &v, wire.Unqualified(), text)
	want := `<svc:message xmlns:svc="http://example.com/service" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:com="http://example.com/common">` +
		`<body xsi:type="java:com.example.Session"><key>0</key><token/><open>false</open></body><body xsi:type="com:noteType"/></svc:message>`
	if err != nil || string(got) != want {
		t.Errorf("got\n%s\nwant\n%s\nerror %v", got, want, err)
	}
	var back envelope
	if err := Unmarshal(got, envelopeName, &back, wire.Unqualified(), wire.Types(testTypes())); err != nil || !reflect.DeepEqual(back, v) {
		t.Errorf("decoded %+v\nerror %v", back, err)
	}
}

func TestXSIType(t *testing.T) {
	tests := []struct {
		name, attr string
		opts       []wire.Option
		want       string // the type of the slot's value, or part of the error
	}{
		{"QName", `xmlns:p="http://example.com/service" xsi:type=" p:sessionType "`, nil, "*codec.session"},
		{"alias", `xsi:type="java:com.example.Session"`, nil, "*codec.session"},
		{"alias with spaces", `xsi:type=" java:com.example.Session "`, nil, "*codec.session"},
		{"default namespace", `xmlns="http://example.com/service" xsi:type="sessionType"`, nil, "*codec.session"},
		{"no namespace", `xsi:type="sessionType"`, nil, "*wire.RawTyped"},
		{"no namespace, lenient", `xsi:type="sessionType"`, []wire.Option{wire.Lenient()}, "*codec.session"},
		{"undeclared prefix", `xsi:type="svc9:sessionType"`, nil, "not a QName with a declared prefix"},
		{"undeclared prefix, lenient", `xsi:type="svc9:sessionType"`, []wire.Option{wire.Lenient()}, "*codec.session"},
		{"unknown alias", `xsi:type="java:com.example.Other"`, nil, "not a QName with a declared prefix"},
		{"unknown alias, lenient", `xsi:type="java:com.example.Other"`, []wire.Option{wire.Lenient()}, "*wire.RawTyped"},
		{"missing", ``, nil, "is abstract"},
		{"missing, lenient", ``, []wire.Option{wire.Lenient()}, "*wire.RawTyped"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			doc := `<s:message xmlns:s="http://example.com/service" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><s:body ` + tt.attr + `/></s:message>`
			var v envelope
			err := Unmarshal([]byte(doc), envelopeName, &v, append(tt.opts, wire.Types(testTypes()))...)
			switch {
			case err != nil:
				if !strings.Contains(err.Error(), tt.want) {
					t.Error(err)
				}
			case reflect.TypeOf(v.Body[0]).String() != tt.want:
				t.Errorf("got %T", v.Body[0])
			}
			if _, err := Marshal(envelopeName, &v); err != nil && len(v.Body) > 0 && v.Body[0] != nil {
				t.Error(err)
			}
		})
	}
}

func TestUnknownElements(t *testing.T) {
	doc := `<s:session xmlns:s="http://example.com/service" xmlns:x="urn:x" new="1"><s:key>1</s:key><s:new p="q"><s:deep>x:y</s:deep></s:new><s:name>n</s:name></s:session>`
	var skip, keep session
	if err := Unmarshal([]byte(doc), sessionName, &skip); err != nil || skip.Key != 1 || *skip.Name != "n" || skip.XMLExtra.Elements() != nil {
		t.Errorf("skip: %+v, %v", skip, err)
	}
	if err := Unmarshal([]byte(doc), sessionName, &keep, wire.Unknown(wire.KeepUnknown)); err != nil {
		t.Fatal(err)
	}
	got, err := Marshal(sessionName, &keep)
	want := `<svc:session xmlns:svc="http://example.com/service" xmlns:x="urn:x" new="1"><svc:key>1</svc:key><svc:name>n</svc:name><svc:token/><svc:open>false</svc:open><svc:new p="q"><svc:deep>x:y</svc:deep></svc:new></svc:session>`
	if err != nil || string(got) != want {
		t.Errorf("got\n%s\nwant\n%s\nerror %v", got, want, err)
	}
	var refuse session
	err = Unmarshal([]byte(doc), sessionName, &refuse, wire.Unknown(wire.RefuseUnknown))
	if err == nil || err.Error() != "1:65: /session@new: the attribute is unknown here" {
		t.Errorf("refuse: %v", err)
	}
	err = Unmarshal([]byte(strings.Replace(doc, ` new="1"`, "", 1)), sessionName, &refuse, wire.Unknown(wire.RefuseUnknown))
	if err == nil || !strings.HasSuffix(err.Error(), "/session/new: the element {http://example.com/service}new is unknown here; expected name, token, colour, colour, open, shut") {
		t.Errorf("refuse: %v", err)
	}
}

const head = `<s:session xmlns:s="http://example.com/service" xmlns:c="http://example.com/common" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">`

func TestExactReadingRefuses(t *testing.T) {
	tests := []struct{ name, content, want string }{
		{"text between children", "<s:key>1</s:key> x <s:name/>", "/session: text \"x\" between child elements"},
		{"second occurrence", "<s:key>1</s:key><s:key>2</s:key>", "/session/key: the element key occurs twice"},
		{"second occurrence out of order", "<s:name/><s:key>1</s:key><s:name/>", "/session/name: the element name occurs twice"},
		{"second branch", "<s:left/><s:right>1</s:right>", "/session/right: a second branch of a choice"},
		{"no integer", "<s:key>12a</s:key>", "1:139: /session/key: \"12a\" is not an integer"},
		{"no integer in CDATA", "<s:key><![CDATA[12a]]></s:key>", "1:139: /session/key: \"12a\" is not an integer"},
		{"empty integer", "<s:key/>", "/session/key: \"\" is not an integer"},
		{"integer too big", "<s:key>9223372036854775808</s:key>", "is not an integer of 64 bits"},
		{"capital boolean", "<s:open>TRUE</s:open>", "/session/open: \"TRUE\" is not a boolean"},
		{"no number", "<s:ratio>0x1p3</s:ratio>", "/session/ratio: \"0x1p3\" is not a number"},
		{"list item", "<s:sizes>1 65536</s:sizes>", "\"65536\" is not an unsigned integer of 16 bits"},
		{"negative list item", "<s:sizes>-1</s:sizes>", "\"-1\" is not an unsigned integer of 16 bits"},
		{"child of a leaf", "<s:key>1<s:x/></s:key>", "/session/key/x: the element x inside simple content"},
		{"no base64", "<s:blob>AA=</s:blob>", "\"AA=\" is not base64"},
		{"nil", "<s:gone xsi:nil='yes'/>", "xsi:nil is \"yes\", which is not a boolean"},
		{"undeclared prefix of a value", "<s:kind>zz:k</s:kind>", "\"zz:k\" is not a QName"},
		{"attribute of a struct", "<s:place floor='x'/>", "1:148: /session/place@floor: \"x\" is not an integer"},
		{"wrong end", "<s:key>1</s:kex>", "1:147: the end tag </s:kex> does not match the start tag <s:key>"},
		{"type", "<s:place xsi:type='q:r'/>", "/session/place: xsi:type is \"q:r\""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			doc := head + tt.content + "</s:session>"
			var v session
			err := Unmarshal([]byte(doc), sessionName, &v)
			if err == nil || !strings.Contains(err.Error(), tt.want) {
				t.Fatalf("got %v, want %s", err, tt.want)
			}
			for way, deliver := range arrivals {
				if again := NewDecoder(deliver(strings.NewReader(doc))).Document(sessionName, new(session)); again == nil || again.Error() != err.Error() {
					t.Errorf("%s delivery: %v, want %v", way, again, err)
				}
			}
		})
	}
}

func TestLenientReading(t *testing.T) {
	read := func(content string) (*session, string) {
		t.Helper()
		v := new(session)
		if err := Unmarshal([]byte(head+content+"</s:session>"), sessionName, v, wire.Lenient()); err != nil {
			t.Errorf("%s: %v", content, err)
		}
		doc, err := Marshal(sessionName, v)
		if err != nil {
			t.Errorf("%s: %v", content, err)
		}
		return v, string(doc)
	}
	if v, _ := read("<key>1</key><s:name>n</s:name><c:ratio>2</c:ratio><zz:open>TRUE</zz:open>"); v.Key != 1 || *v.Name != "n" || *v.Ratio != 2 || !v.Open {
		t.Errorf("names: %+v", v)
	}
	if v, _ := read("<Key>1</Key>"); v.Key != 1 {
		t.Errorf("alias: %+v", v)
	}
	if v, _ := read("<colour>red</colour><colour>blue</colour>"); v.Colour == nil || *v.Colour != "red" || !slices.Equal(v.Colours, []Colour{"blue"}) {
		t.Errorf("nearest of two: %+v", v)
	}
	if v, _ := read("<com:colour>red</com:colour>"); v.Colour != nil || !slices.Equal(v.Colours, []Colour{"red"}) {
		t.Errorf("an undeclared prefix that a namespace prefers: %+v", v)
	}
	if v, _ := read("<zz:colour>red</zz:colour>"); v.Colour != nil || v.Colours != nil {
		t.Errorf("a prefixed name that two entries have: %+v", v)
	}
	if v, _ := read("text<s:key> 1 </s:key>text<s:colour> red </s:colour>"); v.Key != 1 || *v.Colour != "red" {
		t.Errorf("text and spaces: %+v", v)
	}
	if v, doc := read("<s:key>1</s:key><s:key>2</s:key>"); v.Key != 1 || !strings.Contains(doc, "<svc:key>2</svc:key></svc:session>") {
		t.Errorf("second occurrence: %+v, %s", v, doc)
	}
	if v, doc := read("<s:left>l</s:left><s:right>1</s:right>"); !reflect.DeepEqual(v.Choice, &sessionLeft{"l"}) || !strings.Contains(doc, "<svc:right>1</svc:right></svc:session>") {
		t.Errorf("second branch: %+v, %s", v, doc)
	}
	v, doc := read("<s:key/><s:open></s:open><s:shut></s:shut><s:ratio> </s:ratio><s:place floor=''/>")
	if v.Key != 0 || v.Shut == nil || !*v.Shut || v.Ratio != nil || v.Place.Floor != nil {
		t.Errorf("empty leaves: %+v", v)
	}
	for _, want := range []string{"<svc:key/>", "<svc:open/>", "<svc:shut/>", "<svc:ratio/>", `<svc:place floor=""/>`} {
		if !strings.Contains(doc, want) {
			t.Errorf("empty leaves: no %s in %s", want, doc)
		}
	}
	if got := v.XMLExtra.Empty(); len(got) != 3 || !got[0].Is(wire.NameOf(svc.URI, "key")) {
		t.Errorf("empty leaves: %v", got)
	}
	for _, root := range []string{"session", "zz:session"} {
		v := new(session)
		if err := Unmarshal([]byte("<"+root+"><key>5</key></"+root+">"), sessionName, v, wire.Lenient()); err != nil || v.Key != 5 {
			t.Errorf("root %s: %+v, %v", root, v, err)
		}
	}
}

func TestRootIsChecked(t *testing.T) {
	for doc, want := range map[string]string{
		"<session/>": "1:1: /session: the root element session is in no namespace, not in the namespace http://example.com/service",
		`<s:other xmlns:s="http://example.com/service"/>`:   "the root element is {http://example.com/service}other",
		`<s:session xmlns:s="http://example.com/service">x`: "1:49: /session: text \"x\" between child elements",
		fullQualified + "<a/>":                              "a second root element",
		fullQualified + "x":                                 "text after the root element",
		"":                                                  "the document has no root element",
	} {
		err := Unmarshal([]byte(doc), sessionName, new(session))
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%.60s: %v", doc, err)
		}
	}
	if err := Unmarshal([]byte(fullQualified+" <!-- x --> "), sessionName, new(session)); err != nil {
		t.Error(err)
	}
}

func TestDerivedTypeIsWrittenBack(t *testing.T) {
	doc := head + `<s:key>1</s:key><s:token/><s:open>false</s:open><s:place xmlns:d="urn:d" xsi:type="d:derived">v</s:place></s:session>`
	var v session
	if err := Unmarshal([]byte(doc), sessionName, &v); err != nil {
		t.Fatal(err)
	}
	if q, ok := v.Place.XMLExtra.Type(); !ok || q != (wire.QName{Space: "urn:d", Local: "derived", Prefix: "d"}) {
		t.Errorf("got %v", q)
	}
	got, err := Marshal(sessionName, &v)
	want := `<svc:session xmlns:svc="http://example.com/service" xmlns:d="urn:d" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><svc:key>1</svc:key><svc:token/><svc:open>false</svc:open><svc:place xsi:type="d:derived">v</svc:place></svc:session>`
	if err != nil || string(got) != want {
		t.Errorf("got\n%s\nwant\n%s\nerror %v", got, want, err)
	}
}

func TestPrefixClashes(t *testing.T) {
	spaces := []Namespace{{URI: "urn:1", Prefix: "p"}, {URI: "urn:2", Prefix: "p"}, {URI: "urn:3", Prefix: "xml"}, {URI: "urn:4", Prefix: "XMLish"}, {URI: "urn:5", Prefix: ""}, {URI: "urn:6", Prefix: "1x"}, {URI: "urn:1", Prefix: "q"}}
	got, err := Marshal(Name{Space: &spaces[0], Local: "a"}, AppenderFunc(func(e *Encoder) {
		for i := range spaces {
			WriteInt(e, &Name{Space: &spaces[i], Local: "b"}, i)
		}
		WriteStringAttr(e, &Name{Local: "late"}, "")
	}))
	if err == nil || len(got) != 0 {
		t.Errorf("an attribute after content: %s, %v", got, err)
	}
	got, err = Marshal(Name{Space: &spaces[0], Local: "a"}, AppenderFunc(func(e *Encoder) {
		for i := range spaces {
			WriteInt(e, &Name{Space: &spaces[i], Local: "b"}, i)
		}
	}))
	want := `<p:a xmlns:p="urn:1" xmlns:p1="urn:2" xmlns:ns="urn:3" xmlns:ns1="urn:4" xmlns:ns2="urn:5" xmlns:ns3="urn:6">` +
		`<p:b>0</p:b><p1:b>1</p1:b><ns:b>2</ns:b><ns1:b>3</ns1:b><ns2:b>4</ns2:b><ns3:b>5</ns3:b><p:b>6</p:b></p:a>`
	if err != nil || string(got) != want {
		t.Errorf("got\n%s\nwant\n%s\nerror %v", got, want, err)
	}
}

func TestRawContentKeepsItsPrefixes(t *testing.T) {
	doc := `<svc:session xmlns:svc="urn:not-service" xmlns:s="http://example.com/service"><raw xmlns="urn:raw" ref="svc:x"><s:in><svc:deep>s:y</svc:deep></s:in></raw></svc:session>`
	var v note
	if err := Unmarshal([]byte(doc), Name{Space: &Namespace{URI: "urn:not-service"}, Local: "session"}, &v); err != nil {
		t.Fatal(err)
	}
	got, err := Marshal(sessionName, &v)
	if err != nil {
		t.Fatal(err)
	}
	want := `<svc:session xmlns:svc="http://example.com/service" xmlns:ns="urn:raw" xmlns:s="http://example.com/service"><ns:raw xmlns:svc="urn:not-service" ref="svc:x"><s:in><svc:deep>s:y</svc:deep></s:in></ns:raw></svc:session>`
	if string(got) != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	var back note
	if err := Unmarshal(got, sessionName, &back); err != nil {
		t.Fatal(err)
	}
	again, err := Marshal(sessionName, &back)
	if err != nil || !bytes.Equal(again, got) {
		t.Errorf("got\n%s\nwant\n%s", again, got)
	}
}

func TestEncoderRefusesWhatXMLCannotCarry(t *testing.T) {
	for name, tt := range map[string]struct {
		v    session
		want string
	}{
		"control":             {session{Name: new("a\x00")}, "/session/name: the character U+0000 has no place in XML"},
		"U+FFFE":              {session{Name: new("a\uFFFE")}, "/session/name: the character U+FFFE has no place in XML"},
		"UTF-8":               {session{Name: new("a\xFF")}, "/session/name: text is not valid UTF-8"},
		"attribute":           {session{Label: new("\x01")}, "/session@label: the character U+0001 has no place in XML"},
		"simple content":      {session{Place: &place{Value: "\x02"}}, "/session/place: the character U+0002 has no place in XML"},
		"name of a raw node":  {session{Rest: []wire.Node{{Name: wire.QName{Local: "a b"}}}}, "/session: \"a b\" is no element name"},
		"name of a raw attr":  {session{Any: []wire.Attr{{Name: wire.QName{Local: "xmlns"}}}}, "/session: \"xmlns\" is no attribute name"},
		"namespace of a node": {session{Rest: []wire.Node{{Name: wire.QName{Space: "\x01", Local: "a", Prefix: "p"}}}}, "a namespace name: the character"},
		"namespace of xmlns":  {session{Rest: []wire.Node{{Name: wire.QName{Space: "http://www.w3.org/2000/xmlns/", Local: "a", Prefix: "p"}}}}, "/session: a namespace name: http://www.w3.org/2000/xmlns/ must not be declared"},
	} {
		enc := NewEncoder()
		for range 2 { // what an encoder keeps of a document at fault must not serve the next one
			enc.Reset([]byte("before"))
			err := enc.Document(sessionName, &tt.v)
			var e *wire.EncodeError
			if !errors.As(err, &e) || !strings.Contains(err.Error(), tt.want) || string(enc.Bytes()) != "before" {
				t.Errorf("%s: got %q, %v", name, enc.Bytes(), err)
			}
		}
		dst := []byte("before")
		if got, err := Append(dst, sessionName, &tt.v); err == nil || string(got) != "before" {
			t.Errorf("%s: got %q, %v", name, got, err)
		}
	}
}

func TestEncoderReuse(t *testing.T) {
	e := NewEncoder()
	v := full()
	for i := range 3 {
		e.Reset(append([]byte(nil), "x"...))
		if err := e.Document(sessionName, v); err != nil || string(e.Bytes()) != "x"+fullQualified {
			t.Errorf("round %d: %s, %v", i, e.Bytes(), err)
		}
		e.Reset(nil)
		if err := e.Document(sessionName, new(session)); err != nil || !strings.HasPrefix(string(e.Bytes()), `<svc:session xmlns:svc="http://example.com/service"><svc:key>`) {
			t.Errorf("round %d: %s, %v", i, e.Bytes(), err)
		}
	}
	buf := make([]byte, 0, 4096)
	allocs := testing.AllocsPerRun(100, func() {
		e.Reset(buf)
		e.Document(sessionName, v)
	})
	if allocs != 0 {
		t.Errorf("%v allocations", allocs)
	}
}

func TestFloats(t *testing.T) {
	for _, f := range []float64{0, math.Copysign(0, -1), 1, -1.25, 1e300, 5e-324, math.Inf(1), math.Inf(-1), math.MaxFloat64, 123456789012345, 0.000001} {
		got, ok := parseFloat(appendFloat(nil, f), 64)
		if !ok || got != f || math.Signbit(got) != math.Signbit(f) {
			t.Errorf("%v: %s gives %v", f, appendFloat(nil, f), got)
		}
	}
	for _, bad := range []string{"", "inf", "+INF", "nan", "0x1", "1_0", "1e", "--1", "1 2", "Infinity"} {
		if v, ok := parseFloat([]byte(bad), 64); ok {
			t.Errorf("%q gives %v", bad, v)
		}
	}
}

func TestStreamingItems(t *testing.T) {
	const items = 50_000
	doc := io.MultiReader(strings.NewReader(head), &repeater{text: "<s:guest floor='7'>someone</s:guest>\n", n: items}, strings.NewReader("</s:session>"))
	count := 0
	stream := objectFunc(func(d *Decoder) error {
		var x wire.Extra
		d.Begin(&x)
		for i := d.Next(&sessionTable); i != End; i = d.Next(&sessionTable) {
			if i != 11 {
				continue
			}
			var p place
			if d.Object(&p); p.Value == "someone" && *p.Floor == 7 {
				count++
			}
		}
		return d.Err()
	})
	if err := NewDecoder(doc).Document(sessionName, stream); err != nil || count != items {
		t.Errorf("%d items, %v", count, err)
	}
}

// objectFunc decodes with a function and encodes nothing.
type objectFunc func(d *Decoder) error

func (f objectFunc) DecodeXML(d *Decoder) error { return f(d) }
func (f objectFunc) AppendXML(*Encoder)         {}

// repeater delivers a text n times.
type repeater struct {
	text string
	n    int
	rest string
}

func (r *repeater) Read(p []byte) (int, error) {
	if r.rest == "" {
		if r.n == 0 {
			return 0, io.EOF
		}
		r.n--
		r.rest = r.text
	}
	n := copy(p, r.rest)
	r.rest = r.rest[n:]
	return n, nil
}

func TestErrorOfDecodeXMLIsReported(t *testing.T) {
	wrong := errors.New("wrong")
	err := NewDecoder(iotest.OneByteReader(strings.NewReader("<a><b/></a>"))).Document(Name{Local: "a"}, objectFunc(func(*Decoder) error { return wrong }))
	if !errors.Is(err, wrong) || err.Error() != "1:1: /a: wrong" {
		t.Error(err)
	}
}
