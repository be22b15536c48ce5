package wire

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"github.com/wbxgen/wbxgen/wire/internal/chars"
	"github.com/wbxgen/wbxgen/wire/internal/door"
)

// IsZero reports whether nothing is kept.
func (x Extra) IsZero() bool { return x.in.P == nil || x.text().isZero() }

// Equal reports whether x and o keep the same, whatever the prefixes of names are.
func (x Extra) Equal(o Extra) bool {
	if x.in.P == o.in.P {
		return true
	}
	a, b := x.text(), o.text()
	return a.Type.Equal(b.Type) && a.Nil == b.Nil && slices.EqualFunc(a.Attrs, b.Attrs, Attr.Equal) &&
		slices.EqualFunc(a.Elements, b.Elements, Node.Equal) && slices.Equal(a.Bindings, b.Bindings) && slices.Equal(a.Absent, b.Absent) &&
		slices.Equal(a.AbsentBelow, b.AbsentBelow) && slices.Equal(a.AbsentAttrs, b.AbsentAttrs) && slices.Equal(a.Empty, b.Empty) &&
		slices.Equal(a.Blank, b.Blank) && slices.EqualFunc(a.Leaves, b.Leaves, leafText.equal) && slices.Equal(a.Defaults, b.Defaults) &&
		slices.Equal(a.Filled, b.Filled) && slices.EqualFunc(a.Before, b.Before, Node.Equal) && slices.EqualFunc(a.After, b.After, Node.Equal) &&
		slices.EqualFunc(a.Notes, b.Notes, note.equal)
}

// String says what is kept in few words, without the values.
func (x Extra) String() string {
	t := x.text()
	var words []string
	if !t.Type.IsZero() {
		words = append(words, "xsi:type "+t.Type.String())
	}
	if t.Nil {
		words = append(words, "nil")
	}
	for _, c := range []struct {
		n    int
		what string
	}{{len(t.Attrs), "attribute"}, {len(t.Elements), "element"}, {len(t.Absent) + len(t.AbsentBelow) + len(t.AbsentAttrs), "absence"},
		{len(t.Before) + len(t.After) + len(t.Notes), "comment"}} {
		if c.n > 0 {
			words = append(words, chars.Count(c.n, c.what))
		}
	}
	return "{" + strings.Join(words, ", ") + "}"
}

// extraText is what an Extra keeps, for JSON. Names are written as {namespace}local.
type extraText struct {
	Type        QName       `json:",omitzero"`
	Nil         bool        `json:",omitzero"`
	Attrs       []Attr      `json:",omitempty"`
	Elements    []Node      `json:",omitempty"`
	Bindings    []Binding   `json:",omitempty"`
	Absent      []QName     `json:",omitempty"`
	AbsentBelow []QName     `json:",omitempty"`
	AbsentAttrs []QName     `json:",omitempty"`
	Empty       []QName     `json:",omitempty"`
	Blank       []QName     `json:",omitempty"`
	Leaves      []leafText  `json:",omitempty"`
	Defaults    []defaultOf `json:",omitempty"`
	Filled      []defaultOf `json:",omitempty"`
	Before      []Node      `json:",omitempty"`
	After       []Node      `json:",omitempty"`
	Notes       []note      `json:",omitempty"`
}

type leafText struct {
	Name QName
	Run  int `json:",omitzero"`
	Type QName
	// Bindings are those of the text.
	Bindings []Binding `json:",omitempty"`
}

func (l leafText) equal(o leafText) bool {
	return l.Name == o.Name && l.Run == o.Run && l.Type.Equal(o.Type) && slices.Equal(l.Bindings, o.Bindings)
}

type defaultOf struct {
	Name QName
	Run  int `json:",omitzero"`
	Text string
}

func (t *extraText) isZero() bool {
	return t.Type.IsZero() && !t.Nil && len(t.Attrs)+len(t.Elements)+len(t.Bindings)+len(t.Absent)+len(t.AbsentBelow)+len(t.AbsentAttrs)+
		len(t.Empty)+len(t.Blank)+len(t.Leaves)+len(t.Defaults)+len(t.Filled)+len(t.Before)+len(t.After)+len(t.Notes) == 0
}

func (x Extra) text() *extraText {
	if x.in.P == nil {
		return new(extraText)
	}
	t := &extraText{
		Type: x.in.P.Typ, Nil: x.in.P.Null, Attrs: x.in.P.Attrs, Elements: x.in.P.Elements, Bindings: x.in.P.Bindings, Absent: plainNames(x.in.P.Absent),
		AbsentBelow: plainNames(x.in.P.AbsentBelow), AbsentAttrs: plainNames(x.in.P.AbsentAttrs), Empty: plainNames(x.in.P.Empty), Blank: plainNames(x.in.P.Blank),
		Before: x.in.P.Before, After: x.in.P.After, Notes: x.in.P.Notes,
	}
	for _, l := range x.in.P.Leaves {
		t.Leaves = append(t.Leaves, leafText{bareName(l.Name), l.Run, l.Typ, l.Bindings})
	}
	for _, d := range x.in.P.Defaults {
		t.Defaults = append(t.Defaults, defaultOf{Name: bareName(d.Name), Text: d.Text})
	}
	for _, f := range x.in.P.Filled {
		t.Filled = append(t.Filled, defaultOf{bareName(f.Name), f.Run, f.Text})
	}
	return t
}

// plainNames returns names without prefixes, which say nothing.
func plainNames(names []*door.Name) (list []QName) {
	for _, n := range names {
		list = append(list, bareName(n))
	}
	return list
}

func bareName(n *door.Name) QName { return QName{Space: n.URI(), Local: n.Local} }

// MarshalJSON writes all that is kept, so that a struct with fields of basic types comes back the same. It leaves out what is in
// secrets, which do not come back either.
func (x Extra) MarshalJSON() ([]byte, error) {
	t := x.text()
	t.Notes = slices.DeleteFunc(slices.Clone(t.Notes), func(n note) bool { return n.Secret })
	return json.Marshal(t)
}

// UnmarshalJSON reads what MarshalJSON writes.
func (x *Extra) UnmarshalJSON(data []byte) error {
	var t extraText
	if err := json.Unmarshal(data, &t); err != nil {
		return err
	}
	x.in.P = nil
	if t.isZero() {
		return nil
	}
	x.in.P = &extra{
		Typ: t.Type, Null: t.Nil, Attrs: t.Attrs, Elements: t.Elements, Bindings: t.Bindings, Foreign: true, Absent: pointers(t.Absent),
		AbsentBelow: pointers(t.AbsentBelow), AbsentAttrs: pointers(t.AbsentAttrs), Empty: pointers(t.Empty), Blank: pointers(t.Blank),
		Before: t.Before, After: t.After, Notes: t.Notes,
	}
	for _, l := range t.Leaves {
		x.in.P.Leaves = append(x.in.P.Leaves, leafType{pointer(l.Name), l.Run, l.Type, l.Bindings})
	}
	for _, d := range t.Defaults {
		x.in.P.Defaults = append(x.in.P.Defaults, defaulted{pointer(d.Name), d.Text})
	}
	for _, f := range t.Filled {
		x.in.P.Filled = append(x.in.P.Filled, filled{pointer(f.Name), f.Run, f.Text})
	}
	return nil
}

func pointers(names []QName) (list []*door.Name) {
	for _, q := range names {
		list = append(list, pointer(q))
	}
	return list
}

func pointer(q QName) *door.Name {
	if q.Space == "" {
		return &door.Name{Local: q.Local}
	}
	return &door.Name{Space: &door.Namespace{URI: q.Space}, Local: q.Local}
}

// Equal reports whether both are the same attribute, whatever their prefixes.
func (a Attr) Equal(o Attr) bool { return a.Name.Equal(o.Name) && a.Value == o.Value }

// Equal reports whether both are the same content, whatever the prefixes of names are.
func (n Node) Equal(o Node) bool {
	return n.Kind == o.Kind && n.Name.Equal(o.Name) && n.Text == o.Text && slices.EqualFunc(n.Attrs, o.Attrs, Attr.Equal) &&
		slices.EqualFunc(n.Children, o.Children, Node.Equal) && slices.Equal(n.Bindings, o.Bindings)
}

// MarshalText returns the name as {namespace}local, without its prefix.
func (q QName) MarshalText() ([]byte, error) { return []byte(q.String()), nil }

// UnmarshalText reads {namespace}local, or a local name alone. In documents qualified names have prefixes instead.
func (q *QName) UnmarshalText(b []byte) error {
	space, local := door.Split(string(b))
	if strings.HasPrefix(local, "{") || local == "" && space != "" {
		return fmt.Errorf("%s is not of the form {namespace}local", chars.Quoted(b))
	}
	*q = QName{Space: space, Local: local}
	return nil
}

// scopedText is a ScopedText without its methods.
type scopedText ScopedText

// MarshalText returns the text, without what its prefixes stand for.
func (t ScopedText) MarshalText() ([]byte, error) { return []byte(t.Text), nil }

// MarshalJSON writes text and bindings.
func (t ScopedText) MarshalJSON() ([]byte, error) { return json.Marshal(scopedText(t)) }

// UnmarshalJSON reads what MarshalJSON writes, or a string, which is the text.
func (t *ScopedText) UnmarshalJSON(data []byte) error {
	if len(data) > 0 && data[0] == '"' {
		*t = ScopedText{}
		return json.Unmarshal(data, &t.Text)
	}
	return json.Unmarshal(data, (*scopedText)(t))
}
