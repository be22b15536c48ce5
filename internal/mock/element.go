package mock

import (
	"strings"

	"github.com/wbxgen/wbxgen/internal/profile"
	"github.com/wbxgen/wbxgen/internal/request"
	"github.com/wbxgen/wbxgen/internal/xsd"
)

// element is an element of an answer.
type element struct {
	name  xsd.QName
	as    xsd.QName // what xsi:type says; zero for no such attribute
	attrs []attr
	text  string
	kids  []*element
}

type attr struct {
	name xsd.QName
	text string
}

func ofNode(n profile.Node) *element {
	e := &element{name: n.Name, text: n.Text}
	for _, k := range n.Kids {
		e.kids = append(e.kids, ofNode(k))
	}
	return e
}

// ofRequest is an element as a document has it.
func ofRequest(n *request.Node) *element {
	e := &element{name: n.Name, text: n.Text}
	if len(n.Kids) > 0 && strings.TrimSpace(n.Text) == "" {
		e.text = ""
	}
	for _, a := range n.Attrs {
		name := xsd.QName{Space: a.Name.Space, Local: a.Name.Local}
		if name == (xsd.QName{Space: xsd.InstanceNamespace, Local: "type"}) {
			e.as = n.QName(a.Value)
			continue
		}
		e.attrs = append(e.attrs, attr{name, a.Value})
	}
	for _, k := range n.Kids {
		e.kids = append(e.kids, ofRequest(k))
	}
	return e
}
