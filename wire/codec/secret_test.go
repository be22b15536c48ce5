package codec_test

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"github.com/wbxgen/wbxgen/wire"
	"github.com/wbxgen/wbxgen/wire/codec"
)

// account has secrets in each place where a schema can have one.
type account struct {
	Token    wire.Secret // an attribute
	Key      wire.Secret // an optional one
	Password wire.Secret
	Pin      wire.Secret // an optional one
	Old      []wire.Secret
	Hints    []wire.Secret
	XMLExtra wire.Extra
}

var accountTable = codec.Table{RootNames: "account", Names: "password pin old* hint*", AttrNames: "token key"}

func (v *account) XMLType() wire.Name     { return "accountType" }
func (v *account) XMLTable() *codec.Table { return &accountTable }

func (v *account) DecodeXML(d *codec.Decoder) error {
	d.Begin(&v.XMLExtra)
	for i := d.Attr(&accountTable); i != codec.End; i = d.Attr(&accountTable) {
		codec.ReadSecretToken(d, []*wire.Secret{&v.Token, &v.Key}[i])
	}
	for i := d.Next(&accountTable); i != codec.End; i = d.Next(&accountTable) {
		switch i {
		case 0:
			codec.ReadSecret(d, &v.Password)
		case 1:
			codec.ReadSecretToken(d, &v.Pin)
		case 2:
			codec.ReadSecrets(d, &v.Old)
		case 3:
			codec.ReadSecretTokens(d, &v.Hints)
		}
	}
	return d.Err()
}

func (v *account) AppendXML(e *codec.Encoder) {
	e.Begin(&v.XMLExtra)
	codec.WriteSecretAttr(e, accountTable.Attr(0), v.Token)
	codec.WriteOptSecretAttr(e, accountTable.Attr(1), v.Key)
	codec.WriteSecret(e, accountTable.Element(0), v.Password)
	codec.WriteOptSecret(e, accountTable.Element(1), v.Pin)
	codec.WriteSecrets(e, accountTable.Element(2), v.Old)
	codec.WriteSecrets(e, accountTable.Element(3), v.Hints)
}

// TestSecretsAreSentAndNotShown: a document has them, what people see has not.
func TestSecretsAreSentAndNotShown(t *testing.T) {
	const doc = `<account token="t 1" key="k1"><password> p1 </password><pin>n 1</pin><old>o1</old><old/><hint>h 1</hint><hint>h2</hint></account>`
	var v account
	if err := wire.Unmarshal([]byte(strings.Replace(doc, "t 1", " t  1 ", 1)), &v); err != nil {
		t.Fatal(err)
	}
	if v.Token.Reveal() != "t 1" || v.Password.Reveal() != " p1 " || v.Pin.Reveal() != "n 1" || len(v.Old) != 2 || !v.Old[1].IsSet() || len(v.Hints) != 2 || v.Hints[1].Reveal() != "h2" {
		t.Errorf("got %q, %q, %q, %d, %d", v.Token.Reveal(), v.Password.Reveal(), v.Pin.Reveal(), len(v.Old), len(v.Hints))
	}
	if sent, err := wire.Marshal(&v); err != nil || string(sent) != doc {
		t.Errorf("sent %s, %v", sent, err)
	}
	const shown = `<account token="REDACTED" key="REDACTED"><password>REDACTED</password><pin>REDACTED</pin><old>REDACTED</old><old>REDACTED</old><hint>REDACTED</hint><hint>REDACTED</hint></account>`
	if got := codec.Shown(&v); got != shown {
		t.Errorf("shown %s", got)
	}
	if sent, err := wire.Marshal(&v); err != nil || string(sent) != doc {
		t.Errorf("sent after it was shown: %s, %v", sent, err)
	}
	if sent, err := wire.Marshal(new(account)); err != nil || string(sent) != `<account token=""><password/></account>` {
		t.Errorf("none is sent as %s, %v", sent, err)
	}
	if got := codec.Shown((*account)(nil)); got != "<nil>" {
		t.Error(got)
	}
	bad := account{Password: wire.SecretOf("\x01hush")}
	if _, err := wire.Marshal(&bad); err == nil || strings.Contains(err.Error(), "hush") {
		t.Errorf("an error of a secret: %v", err)
	}
}

// TestSecretsAreCheckedAndNotShown: messages say what is wrong without the text.
func TestSecretsAreCheckedAndNotShown(t *testing.T) {
	digits := codec.Facets{Patterns: []codec.Pattern{{Text: "[0-9]+", Any: []string{`\A(?:[0-9]+)\z`}}}}
	long := codec.Facets{MinLength: 8}
	for _, c := range []struct {
		secret string
		f      *codec.Facets
		want   string
	}{
		{"123", &digits, ""},
		{"hush", &digits, "pin: is not as the schema asks; what it is must not be shown"},
		{`hu"sh`, &digits, "pin: is not as the schema asks; what it is must not be shown"},
		{strings.Repeat("hush", 500), &digits, "pin: is not as the schema asks; what it is must not be shown"},
		{" 010 ", &codec.Facets{Of: "integer", Max: "9"}, "pin: is not as the schema asks; what it is must not be shown"},
		{"hush", &codec.Facets{Members: []*codec.Facets{&digits, &long}}, "pin: is not as the schema asks; what it is must not be shown"},
		{"hush", &long, "pin: has 4 characters, at least 8 are needed"},
	} {
		err := wire.Validate(checkFunc(func(check *codec.Checker) { check.Secret("pin", -1, wire.SecretOf(c.secret), c.f) }))
		got := ""
		if err != nil {
			got = err.Error()
		}
		if got != c.want {
			t.Errorf("%s: got %q, want %q", c.secret, got, c.want)
		}
	}
}

// TestCommentsInSecretsAreNotShown: what is in the text of a secret may be a part of it.
func TestCommentsInSecretsAreNotShown(t *testing.T) {
	const doc = `<account token=""><!-- mine --><password>p<!--hush1-->1<?hush 2?></password><pin><!--hush3--></pin><!-- old --><old>o<!--hush4--></old><hint>h<!--hush5--></hint></account>`
	var v account
	if err := wire.Unmarshal([]byte(doc), &v, wire.Comments()); err != nil {
		t.Fatal(err)
	}
	js, err := json.Marshal(&v)
	if err != nil {
		t.Fatal(err)
	}
	for _, shown := range []string{codec.Shown(&v), string(js), fmt.Sprintf("%+v", v)} {
		if strings.Contains(shown, "hush") {
			t.Errorf("shown: %s", shown)
		}
	}
	if shown := codec.Shown(&v); !strings.Contains(shown, "<!-- mine -->") || !strings.Contains(shown, "<!-- old -->") || !strings.Contains(string(js), " mine ") {
		t.Errorf("others are shown: %s, %s", shown, js)
	}
	if sent, err := wire.Marshal(&v); err != nil || string(sent) != doc {
		t.Errorf("sent %s, %v", sent, err)
	}
}
