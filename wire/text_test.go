package wire_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"log/slog"
	"testing"

	"github.com/wbxgen/wbxgen/wire"
)

func TestNames(t *testing.T) {
	for name, want := range map[wire.Name][2]string{
		"a": {"", "a"}, "{urn:t}a": {"urn:t", "a"}, "{urn:{t}}a": {"urn:{t}", "a"}, "": {"", ""}, "{a": {"", "{a"}, "{}a": {"", "a"},
	} {
		if got := [2]string{name.Space(), name.Local()}; got != want {
			t.Errorf("%s: %q, want %q", name, got, want)
		}
	}
	if n := wire.NameOf("", "a"); n != "a" {
		t.Error(n)
	}
	q := wire.QName{Space: "urn:t", Local: "a", Prefix: "p"}
	if q.Name() != "{urn:t}a" || q.String() != "{urn:t}a" || !q.Is("{urn:t}a") || q.Is("a") || q.Is("{urn:t}b") || q.Is("{urn:u}a") {
		t.Errorf("%v is another name", q)
	}
	if !q.Equal(wire.QName{Space: "urn:t", Local: "a", Prefix: "x"}) || q.Equal(wire.QName{Local: "a"}) || q.Equal(wire.QName{Space: "urn:t", Local: "b"}) {
		t.Error("equality of names")
	}
	if q.IsZero() || !(wire.QName{}).IsZero() || !(wire.QName{Space: "urn:t"}).IsZero() {
		t.Error("what is no name")
	}
}

func TestQNamesAsText(t *testing.T) {
	for text, want := range map[string]wire.QName{"{urn:t}a": {Space: "urn:t", Local: "a"}, "a": {Local: "a"}, "": {}} {
		var q wire.QName
		if err := q.UnmarshalText([]byte(text)); err != nil || q != want {
			t.Errorf("%s: %+v, %v", text, q, err)
		}
		if b, err := q.MarshalText(); err != nil || string(b) != text {
			t.Errorf("%s comes back as %s, %v", text, b, err)
		}
	}
	for _, text := range []string{"{urn:t", "{urn:t}", "{urn:t}{a"} {
		if err := new(wire.QName).UnmarshalText([]byte(text)); err == nil || err.Error() != fmt.Sprintf("%q is not of the form {namespace}local", text) {
			t.Errorf("%s: %v", text, err)
		}
	}
}

func TestScopedText(t *testing.T) {
	s := wire.ScopedText{Text: "p:a b", Bindings: []wire.Binding{{Prefix: "p", URI: "urn:p"}, {Prefix: "p", URI: "urn:later"}}}
	for word, want := range map[string]struct {
		q  wire.QName
		ok bool
	}{
		"p:a": {wire.QName{Space: "urn:p", Local: "a", Prefix: "p"}, true},
		"b":   {wire.QName{Local: "b"}, true},
		"q:a": {wire.QName{Local: "a"}, false}, ":a": {}, "p:": {}, "1": {}, "": {}, "a b": {}, "p:a:b": {},
	} {
		if q, ok := s.QName(word); q != want.q || ok != want.ok {
			t.Errorf("%q: %+v, %v", word, q, ok)
		}
	}
	inDefault := wire.ScopedText{Bindings: []wire.Binding{{URI: "urn:d"}}}
	if q, ok := inDefault.QName("b"); !ok || q.Space != "urn:d" {
		t.Errorf("in the default namespace: %v", q)
	}
	other, unbound := s, s
	other.SetScoped("p:a c", s.Scope())
	unbound.SetScoped(s.Text, nil)
	if !s.Equal(s) || s.Equal(other) || s.Equal(unbound) || s.String() != "p:a b" {
		t.Error("equality")
	}
	var back, text wire.ScopedText
	b, err := json.Marshal(s)
	if err != nil || json.Unmarshal(b, &back) != nil || !back.Equal(s) {
		t.Errorf("JSON %s gives %v, %v", b, back, err)
	}
	text = s
	if err := json.Unmarshal([]byte(`"x"`), &text); err != nil || text.Text != "x" || text.Bindings != nil {
		t.Errorf("a string gives %v, %v", text, err)
	}
	text = s
	if err := text.UnmarshalText([]byte(" x ")); err != nil || text.Text != " x " || text.Bindings != nil {
		t.Errorf("text gives %v, %v", text, err)
	}
	if b, _ := text.AppendText([]byte("<")); string(b) != "< x " {
		t.Errorf("%s", b)
	}
	if b, _ := s.MarshalText(); string(b) != "p:a b" {
		t.Errorf("%s", b)
	}
}

func TestTextIsKeptAsItIs(t *testing.T) {
	var x wire.Text
	if err := x.UnmarshalText([]byte(" 1 ")); err != nil || x != " 1 " || x.String() != " 1 " || !x.Equal(" 1 ") || x.Equal("1") {
		t.Errorf("%q, %v", x, err)
	}
	b, _ := x.AppendText([]byte("<"))
	if m, _ := x.MarshalText(); string(m) != " 1 " || string(b) != "< 1 " {
		t.Errorf("%q, %q", m, b)
	}
	if wire.Value(&x) != " 1 " || wire.Value[wire.Text](nil) != "" {
		t.Error("the value of a pointer")
	}
}

// TestSecretsAreNotShown: nothing that prints, logs or writes says what it is.
func TestSecretsAreNotShown(t *testing.T) {
	const hush = "swordfish"
	type holder struct {
		Password wire.Secret
		inner    wire.Secret
	}
	h := holder{wire.SecretOf(hush), wire.SecretOf(hush)}
	var log bytes.Buffer
	slog.New(slog.NewTextHandler(&log, nil)).Info("x", "a", h.Password, "h", h)
	doc, err := json.Marshal(h)
	text, _ := h.Password.MarshalText()
	shown := fmt.Sprintf("%v %+v %#v %s %q %x %d", h, h, h, h.Password, h.Password, h.Password, h.inner) + log.String() + string(doc) + string(text) + h.Password.String()
	if err != nil || bytes.Contains([]byte(shown), []byte(hush)) || bytes.Contains([]byte(shown), []byte(fmt.Sprintf("%x", hush))) || string(text) != wire.Redacted {
		t.Errorf("shown: %s, %v", shown, err)
	}
	if string(doc) != `{"Password":"REDACTED"}` || h.Password.Reveal() != hush {
		t.Errorf("%s, %s", doc, h.Password.Reveal())
	}
}

func TestSecretsAreSetOrNot(t *testing.T) {
	var none wire.Secret
	empty, one, other := wire.SecretOf(""), wire.SecretOf("1"), wire.SecretOf("2")
	for _, c := range []struct {
		s             wire.Secret
		set           bool
		reveal, shown string
		json          string
	}{{none, false, "", "", "null"}, {empty, true, "", "REDACTED", `"REDACTED"`}, {one, true, "1", "REDACTED", `"REDACTED"`}} {
		doc, err := json.Marshal(c.s)
		if c.s.IsSet() != c.set || c.s.IsZero() == c.set || c.s.Reveal() != c.reveal || c.s.String() != c.shown || fmt.Sprint(c.s) != c.shown || string(doc) != c.json || err != nil {
			t.Errorf("%+v: set %v, %q, %s, %v", c, c.s.IsSet(), c.s.String(), doc, err)
		}
	}
	if !one.Equal(wire.SecretOf("1")) || one.Equal(other) || none.Equal(empty) || !none.Equal(wire.Secret{}) {
		t.Error("equality")
	}
	for doc, want := range map[string]wire.Secret{`null`: none, `""`: empty, `"1"`: one} {
		got := other
		if err := json.Unmarshal([]byte(doc), &got); err != nil || !got.Equal(want) {
			t.Errorf("%s: %v, %q", doc, err, got.Reveal())
		}
	}
	if err := json.Unmarshal([]byte(`123`), &one); err == nil || err.Error() != "a secret is a string or null" || one.Reveal() != "1" {
		t.Errorf("a number: %v", err)
	}
	if err := none.UnmarshalText([]byte("3")); err != nil || none.Reveal() != "3" {
		t.Error(err)
	}
}

func TestKindsOfNodes(t *testing.T) {
	for kind, want := range map[wire.NodeKind]string{wire.Content: "", wire.Comment: "comment", wire.Instruction: "instruction", 3: "NodeKind(3)"} {
		text, err := kind.MarshalText()
		if kind.String() != want || string(text) != want || err != nil {
			t.Errorf("%d is %s, %v", kind, kind, err)
		}
		back := wire.NodeKind(9)
		if err := back.UnmarshalText(text); (err == nil) != (kind < 3) || err == nil && back != kind {
			t.Errorf("%s comes back as %d, %v", want, back, err)
		}
	}
	for _, c := range []struct {
		n             wire.Node
		element, text bool
	}{
		{wire.TextNode("x"), false, true}, {wire.CommentNode("x"), false, false}, {wire.InstructionNode("x", "y"), false, false},
		{wire.Node{Name: wire.QName{Local: "a"}}, true, false},
	} {
		if c.n.IsElement() != c.element || c.n.IsText() != c.text {
			t.Errorf("%+v: element %v, text %v", c.n, c.n.IsElement(), c.n.IsText())
		}
	}
}
