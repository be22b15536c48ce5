package corpora_test

import (
	"strings"
	"testing"

	"github.com/wbxgen/wbxgen/internal/binding"
	"github.com/wbxgen/wbxgen/internal/xsd"
)

// everySecret has secrets in every place that a value can stand in, of several
// types, and a document in which each of them has SENTINEL or 271828 in it.
const everySecret = `
	<xs:simpleType name="Key"><xs:restriction base="xs:token"><xs:maxLength value="30"/><xs:pattern value="[A-Z0-9]*"/></xs:restriction></xs:simpleType>
	<xs:simpleType name="Pins"><xs:list itemType="xs:int"/></xs:simpleType>
	<xs:complexType name="Login"><xs:sequence><xs:element name="name" type="xs:string"/><xs:element name="password" type="xs:string"/><xs:element name="old" type="Key" minOccurs="0" maxOccurs="3"/></xs:sequence><xs:attribute name="token" type="xs:string"/><xs:attribute name="pin" type="xs:int" use="required"/></xs:complexType>
	<xs:complexType name="Ticket"><xs:simpleContent><xs:extension base="xs:string"><xs:attribute name="for" type="xs:string"/></xs:extension></xs:simpleContent></xs:complexType>
	<xs:complexType name="Any" abstract="true"/>
	<xs:complexType name="Derived"><xs:complexContent><xs:extension base="Any"><xs:sequence><xs:element name="code" type="Key" nillable="true"/></xs:sequence></xs:extension></xs:complexContent></xs:complexType>
	<xs:element name="r"><xs:complexType><xs:sequence>
		<xs:element name="login" type="Login"/><xs:element name="more" type="Login" minOccurs="0" maxOccurs="9"/><xs:element name="maybe" type="Login" minOccurs="0"/>
		<xs:choice><xs:element name="key" type="Key"/><xs:element name="other" type="xs:int"/></xs:choice>
		<xs:element name="ticket" type="Ticket"/><xs:element name="pins" type="Pins"/><xs:element name="any" type="Any"/>
		<xs:choice maxOccurs="9"><xs:element name="k" type="Key"/><xs:element name="n" type="xs:int"/></xs:choice>
		<xs:element name="bytes" type="xs:base64Binary"/>
	</xs:sequence></xs:complexType></xs:element>`

const everySecretDoc = `<r xmlns="urn:c" ` + xsiDeclared + `><login pin="271828" token="SENTINEL"><name>me</name><password>SENTINEL</password><old>SENTINEL</old></login>` +
	`<more pin="271828" token="SENTINEL"><name>me</name><password> SENTINEL </password></more><maybe pin="271828"><name>me</name><password>SENTINEL</password></maybe>` +
	`<key>SENTINEL</key><ticket for="x">SENTINEL</ticket><pins>271828 271828</pins><any xsi:type="Derived"><code>SENTINEL</code></any><k>SENTINEL</k><k>SENTINEL2</k><bytes>SENTINEL</bytes></r>`

// TestSecretsDoNotShow prints a value with secrets, and holders of it, in every
// way: no secret is in what comes out, what is no secret is, and the document has
// all of them.
func TestSecretsDoNotShow(t *testing.T) {
	secret := func(o *binding.Options, s *xsd.Schema) {
		o.Secrets = map[xsd.Component]bool{s.Type(xsd.QName{Space: "urn:c", Local: "Key"}): true, s.Type(xsd.QName{Space: "urn:c", Local: "Pins"}): true}
		var walk func(p *xsd.Particle)
		walk = func(p *xsd.Particle) {
			if p == nil {
				return
			}
			switch x := p.Term.(type) {
			case *xsd.ElementDecl:
				if x.Name.Local == "ticket" || x.Name.Local == "bytes" || x.Name.Local == "password" {
					o.Secrets[x] = true
				}
			case *xsd.ModelGroup:
				for _, q := range x.Particles {
					walk(q)
				}
			}
		}
		login := s.Type(xsd.QName{Space: "urn:c", Local: "Login"}).(*xsd.ComplexType)
		for _, u := range login.AttributeUses {
			o.Secrets[u.Decl] = true
		}
		walk(login.Content.Particle)
		walk(s.Element(xsd.QName{Space: "urn:c", Local: "r"}).Type.(*xsd.ComplexType).Content.Particle)
	}
	m, b := programOf(t, schemaOf(everySecret), secret)
	const run = `package main
import ("bytes"; "encoding/json"; "fmt"; "log/slog"; c "PACKAGE"; all "ALL"; "github.com/wbxgen/wbxgen/wire")
type open struct { V c.R; P *c.R; S []c.R; I any; M map[string]*c.R; L c.Login }
type closed struct { v c.R; p *c.R; s []c.R; i any; m map[string]*c.R; l c.Login; f fmt.Stringer }
func main() {
	var v c.R
	doc := ` + "`DOC`" + `
	if err := wire.Unmarshal([]byte(doc), &v, wire.Types(all.Registry())); err != nil { panic(err) }
	out, err := wire.Marshal(&v)
	fmt.Println("document", bytes.Count(out, []byte("SENTINEL")), bytes.Count(out, []byte("271828")), err, v.Validate())
	o := open{v, &v, []c.R{v}, &v, map[string]*c.R{"a": &v}, v.Login}
	u := closed{v, &v, []c.R{v}, v, map[string]*c.R{"a": &v}, v.Login, &v}
	for _, x := range []any{v, &v, o, &o, u, &u, []any{v, &v, &u}, v.Login, &v.Login, v.Login.Password, &v.Login.Password, v.Login.Token, v.Login.Old, v.Choice, v.Any} {
		for _, verb := range []string{"%v", "%+v", "%#v", "%s", "%q", "%x", "%d", "%T %v"} {
			args := []any{x}
			if verb == "%T %v" { args = []any{x, x} }
			fmt.Println("shown", fmt.Sprintf(verb, args...))
		}
		fmt.Println("shown", x)
		if data, err := json.Marshal(x); err != nil { panic(err) } else { fmt.Println("shown", string(data)) }
		var log bytes.Buffer
		slog.New(slog.NewTextHandler(&log, nil)).Info("m", "x", x)
		slog.New(slog.NewJSONHandler(&log, nil)).Info("m", "x", x)
		fmt.Println("shown", log.String())
	}
	fmt.Println("string", v.String())
	long := c.Login{Password: wire.SecretOf("SENTINEL"), Old: []wire.Secret{wire.SecretOf("SENTINEL lower case is not allowed here")}, Token: wire.SecretOf("")}
	fmt.Println("shown", long.Validate())
	if long.Validate() == nil { panic("no mistake") }
	fmt.Println("equal", long.Token.IsSet(), v.Maybe.Token.IsSet(), wire.SecretOf("a").Equal(wire.SecretOf("a")), wire.SecretOf("").Equal(wire.Secret{}))
}
`
	program := strings.NewReplacer("PACKAGE", b.plan.Packages[0].ImportPath, "ALL", b.plan.ImportPath+"/all", "DOC", everySecretDoc).Replace(run)
	out := m.run(t, program)
	lines := strings.Split(out, "\n")
	if want := "document 12 5 <nil> <nil>"; lines[0] != want {
		t.Errorf("got %s, want %s", lines[0], want)
	}
	rest := strings.Join(lines[1:], "\n")
	for _, word := range []string{"SENTINEL", "271828", "U0VOVElORUw", "53454e54494e454c", "53454E54494E454C"} {
		if i := strings.Index(rest, word); i >= 0 {
			t.Errorf("%s shows: %.300s", word, rest[max(0, i-200):])
		}
	}
	for _, want := range []string{"REDACTED", `"Name":"me"`, "<name>me</name>", "equal true false true false"} {
		if !strings.Contains(rest, want) {
			t.Errorf("%s is not shown", want)
		}
	}
	_, text, _ := strings.Cut(rest, "string ")
	if text, _, _ = strings.Cut(text, "\n"); strings.Count(text, "REDACTED") < 11 {
		t.Errorf("as XML: %s", text)
	}
}
