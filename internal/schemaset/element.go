package schemaset

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"
)

// An element is one element of a master document. Names keep the prefix they
// are written with: the master always writes xsd for XML Schema and rel for
// the release notes, and its QName-valued attributes need their prefixes.
type element struct {
	name  string
	attrs []attr
	kids  []*element
	text  string // character data of an element without child elements
}

type attr struct{ name, value string }

// get returns the value of the attribute called name, "" where there is none.
func (e *element) get(name string) string {
	for _, a := range e.attrs {
		if a.name == name {
			return a.value
		}
	}
	return ""
}

// parse reads one master document. It is the only place that reads XML.
func parse(data []byte) (*element, error) {
	d := xml.NewDecoder(bytes.NewReader(data))
	var open []*element
	var root *element
	for {
		token, err := d.RawToken()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, err
		}
		switch t := token.(type) {
		case xml.StartElement:
			e := startElement(t)
			if len(open) > 0 {
				parent := open[len(open)-1]
				parent.kids = append(parent.kids, e)
			} else if root == nil {
				root = e
			}
			open = append(open, e)
		case xml.EndElement:
			// RawToken does not match tags, so a stray end tag arrives here.
			if len(open) == 0 || open[len(open)-1].name != qualified(t.Name) {
				return nil, fmt.Errorf("end tag </%s> matches no start tag", qualified(t.Name))
			}
			open = open[:len(open)-1]
		case xml.CharData:
			if err := addText(open, string(t)); err != nil {
				return nil, err
			}
		}
	}
	if root == nil || len(open) > 0 {
		return nil, errors.New("document is not complete")
	}
	return root, nil
}

func startElement(t xml.StartElement) *element {
	e := &element{name: qualified(t.Name)}
	for _, a := range t.Attr {
		e.attrs = append(e.attrs, attr{qualified(a.Name), a.Value})
	}
	return e
}

// addText appends to the innermost open element. Only documentation holds
// text, and it holds nothing else; its white space is the layout's, not ours.
func addText(open []*element, text string) error {
	words := strings.Join(strings.Fields(text), " ")
	if words == "" {
		return nil
	}
	if len(open) == 0 {
		return fmt.Errorf("text outside the root element: %q", words)
	}
	e := open[len(open)-1]
	if e.name != "xsd:documentation" {
		return fmt.Errorf("text in <%s>: %q", e.name, words)
	}
	e.text = strings.TrimSpace(e.text + " " + words)
	return nil
}

func qualified(n xml.Name) string {
	if n.Space == "" {
		return n.Local
	}
	return n.Space + ":" + n.Local
}
