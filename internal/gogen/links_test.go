package gogen_test

import (
	"go/ast"
	"go/doc"
	"go/doc/comment"
	"go/parser"
	"go/token"
	"maps"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"
)

// bracketed is what a comment means as a link.
var bracketed = regexp.MustCompile(`\[\*?[A-Za-z][\w./]*\]`)

// TestLinksLeadSomewhere reads the comments of generated packages as go doc does:
// what is in brackets must be a link, and what it names must exist.
func TestLinksLeadSomewhere(t *testing.T) {
	a := &txtar.Archive{Files: []txtar.File{
		{Name: "a.xsd", Data: []byte(`<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:top" xmlns:b="urn:base" xmlns:t="urn:top" elementFormDefault="qualified"><xs:import namespace="urn:base" schemaLocation="b.xsd"/>
<xs:complexType name="Req"><xs:attribute name="z" type="xs:string"/></xs:complexType><xs:element name="Ping" type="b:Req"/>
<xs:complexType name="more"><xs:complexContent><xs:extension base="b:groups"><xs:sequence maxOccurs="2"><xs:element name="x"/><xs:element name="y"/></xs:sequence></xs:extension></xs:complexContent></xs:complexType>
<xs:element name="more" type="t:more"/><xs:complexType name="uses"><xs:group ref="b:g" maxOccurs="3"/></xs:complexType></xs:schema>`)},
		{Name: "b.xsd", Data: []byte(`<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:base" xmlns:b="urn:base" elementFormDefault="qualified">
<xs:complexType name="Req"><xs:attribute name="a" type="xs:int"/></xs:complexType>
<xs:group name="g"><xs:sequence><xs:element name="k"/><xs:choice><xs:element name="v"/><xs:element name="w"/></xs:choice></xs:sequence></xs:group>
<xs:complexType name="groups"><xs:sequence><xs:sequence maxOccurs="unbounded"><xs:element name="a"/><xs:element name="b"/></xs:sequence><xs:choice><xs:element name="c"/><xs:element name="d" type="b:open"/></xs:choice></xs:sequence></xs:complexType>
<xs:complexType name="open" abstract="true"/><xs:element name="head"/><xs:element name="member" substitutionGroup="b:head"/><xs:element name="holds"><xs:complexType><xs:sequence><xs:element ref="b:head" maxOccurs="2"/><xs:element name="o" type="b:open"/></xs:sequence></xs:complexType></xs:element></xs:schema>`)},
		{Name: "c.xsd", Data: []byte(`<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:alone" xmlns:b="urn:base"><xs:import namespace="urn:base" schemaLocation="b.xsd"/><xs:element name="Ping" type="b:Req"/></xs:schema>`)},
	}}
	found := links(t, generate(t, a, nil))
	for _, want := range []string{"example.com/api/base.Req", "base.Req", "Groups", "GroupsChoice", "wire.Types"} {
		if !slices.Contains(found, want) {
			t.Errorf("no link to %s among %q", want, found)
		}
	}
}

// links returns what the comments of generated packages link to.
func links(t *testing.T, files map[string][]byte) (found []string) {
	t.Helper()
	fset := token.NewFileSet()
	packages := map[string][]*ast.File{}
	for _, name := range slices.Sorted(maps.Keys(files)) {
		f, err := parser.ParseFile(fset, name, files[name], parser.ParseComments)
		if err != nil {
			t.Fatal(err)
		}
		dir := path.Join("example.com/api", path.Dir(name))
		packages[dir] = append(packages[dir], f)
	}
	symbols := map[string]bool{}
	for dir, list := range packages {
		for _, f := range list {
			for name := range f.Scope.Objects {
				symbols[dir+"."+name] = true
			}
		}
	}
	for dir, list := range packages {
		groups := slices.Concat(comments(list)...)
		p, err := doc.NewFromFiles(fset, list, dir)
		if err != nil {
			t.Fatal(err)
		}
		for _, g := range groups {
			found = append(found, linksOf(t, p.Parser().Parse(g.Text()), dir, symbols)...)
		}
	}
	return found
}

func comments(files []*ast.File) (list [][]*ast.CommentGroup) {
	for _, f := range files {
		list = append(list, f.Comments)
	}
	return list
}

// linksOf returns the links of a comment, and fails where one leads nowhere.
func linksOf(t *testing.T, d *comment.Doc, dir string, symbols map[string]bool) (found []string) {
	t.Helper()
	for _, block := range d.Content {
		p, ok := block.(*comment.Paragraph)
		if !ok {
			continue
		}
		for _, text := range p.Text {
			switch text := text.(type) {
			case comment.Plain:
				if m := bracketed.FindString(string(text)); m != "" {
					t.Errorf("%s: %s is no link: %s", dir, m, text)
				}
			case *comment.DocLink:
				target := text.ImportPath
				if target == "" {
					target = dir
				}
				if strings.HasPrefix(target, "example.com/") && text.Recv == "" && !symbols[target+"."+text.Name] {
					t.Errorf("%s: nothing is called %s.%s", dir, target, text.Name)
				}
				found = append(found, strings.TrimPrefix(words(text.Text), "*"))
			}
		}
	}
	return found
}

func words(list []comment.Text) string {
	var b strings.Builder
	for _, t := range list {
		if p, ok := t.(comment.Plain); ok {
			b.WriteString(string(p))
		}
	}
	return b.String()
}

// TestLinksOfOperations does the same for the packages of an API.
func TestLinksOfOperations(t *testing.T) {
	if len(links(t, webexFiles(t))) < 500 {
		t.Error("there are few links")
	}
}
