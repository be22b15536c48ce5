package wire_test

import (
	"encoding/json"
	"errors"
	"reflect"
	"strings"
	"testing"

	"github.com/wbxgen/wbxgen/wire"
)

// TestExtraComesBackFromJSON: each thing that an Extra keeps makes it differ from one without, and comes back.
func TestExtraComesBackFromJSON(t *testing.T) {
	for text, words := range map[string]string{
		`{"Type":"{urn:t}t"}`: "{xsi:type {urn:t}t}",
		`{"Nil":true}`:        "{nil}",
		`{"Attrs":[{"Name":"{urn:t}a","Value":"1"}]}`:                        "{1 attribute}",
		`{"Elements":[{"Name":"b","Children":[{"Text":"x"}]},{"Name":"c"}]}`: "{2 elements}",
		`{"Bindings":[{"Prefix":"p","URI":"urn:p"}]}`:                        "{}",
		`{"Absent":["{urn:t}a"]}`:                                            "{1 absence}",
		`{"AbsentBelow":["{urn:t}a"]}`:                                       "{1 absence}",
		`{"AbsentAttrs":["a"]}`:                                              "{1 absence}",
		`{"Absent":["a"],"AbsentBelow":["b"],"AbsentAttrs":["c"]}`:           "{3 absences}",
		`{"Empty":["a"]}`:                                                    "{}",
		`{"Blank":["a"]}`:                                                    "{}",
		`{"Leaves":[{"Name":"a","Run":2,"Type":"{urn:t}t"}]}`:                "{}",
		`{"Defaults":[{"Name":"a","Text":"1"}]}`:                             "{}",
		`{"Filled":[{"Name":"a","Run":1,"Text":"1"}]}`:                       "{}",
		`{"Before":[{"Text":"c","Kind":"comment"}]}`:                         "{1 comment}",
		`{"After":[{"Name":"p","Text":"c","Kind":"instruction"}]}`:           "{1 comment}",
		`{"Notes":[{"Name":"a","Run":1,"Inside":true,"At":2,"Gap":3,"Node":{"Text":"c","Kind":"comment"}}]}`: "{1 comment}",
	} {
		var x, same wire.Extra
		if err := errors.Join(json.Unmarshal([]byte(text), &x), json.Unmarshal([]byte(text), &same)); err != nil {
			t.Errorf("%s: %v", text, err)
		}
		if again, err := json.Marshal(x); err != nil || string(again) != text {
			t.Errorf("%s comes back as %s, %v", text, again, err)
		}
		if x.String() != words {
			t.Errorf("%s says %s, want %s", text, x, words)
		}
		if x.IsZero() || x.Equal(wire.Extra{}) || (wire.Extra{}).Equal(x) || !x.Equal(same) || !x.Equal(x) {
			t.Errorf("%s: equal to nothing, or not to itself", text)
		}
	}
	for _, text := range []string{"{}", "null", `{"Attrs":[]}`} {
		x := new(wire.Extra)
		x.SetNil(true)
		if err := json.Unmarshal([]byte(text), x); err != nil || !x.IsZero() || x.Nil() {
			t.Errorf("%s: %v, %v", text, x, err)
		}
	}
	for _, text := range []string{`{"Type":1}`, `{"Type":"{urn"}`, `[]`, `{"Before":[{"Kind":"other"}]}`} {
		if err := json.Unmarshal([]byte(text), new(wire.Extra)); err == nil {
			t.Errorf("%s is read", text)
		}
	}
}

// TestNotesThatDifferAreNotEqual: in each of their parts, and leaves, defaults and names too.
func TestNotesThatDifferAreNotEqual(t *testing.T) {
	const base = `{"Leaves":[{"Name":"a","Run":2,"Type":"t"}],"Filled":[{"Name":"a","Run":2,"Text":"t"}],"Notes":[{"Name":"a","Run":2,"Inside":true,"At":2,"Gap":2,"Node":{"Text":"t"}}]}`
	read := func(text string) (x wire.Extra) {
		if err := json.Unmarshal([]byte(text), &x); err != nil {
			t.Fatal(err)
		}
		return x
	}
	for _, part := range []string{`"Name":"a"`, `"Run":2`, `"Type":"t"`, `"Text":"t"`, `"Inside":true`, `"At":2`, `"Gap":2`} {
		other := strings.NewReplacer("true", "false", "2", "3", `"a"`, `"b"`, `"t"`, `"u"`).Replace(part)
		for from := 0; ; {
			i := strings.Index(base[from:], part)
			if i < 0 {
				break
			}
			at := from + i
			from = at + len(part)
			if changed := base[:at] + other + base[from:]; read(base).Equal(read(changed)) {
				t.Errorf("equal: %s and %s", base, changed)
			}
		}
	}
	prefixed := func(p string) (x wire.Extra) {
		x.SetType(wire.QName{Space: "urn:t", Local: "t", Prefix: p})
		return x
	}
	if !prefixed("a").Equal(prefixed("b")) {
		t.Error("the prefix counts")
	}
}

// TestExtraIsSetAndForgotten: what is set is what is had, and a copy keeps its own.
func TestExtraIsSetAndForgotten(t *testing.T) {
	var x wire.Extra
	if _, ok := x.Type(); ok || x.Nil() || x.Elements() != nil || x.Attrs() != nil || x.Comments() != nil || x.Empty() != nil || x.Absent() != nil || !x.IsZero() || x.String() != "{}" {
		t.Error("the zero Extra has something")
	}
	if _, ok := x.Root(); ok {
		t.Error("the zero Extra has a root element")
	}
	for _, forget := range []func(){x.ForgetAbsent, x.ForgetChildTypes, x.ForgetComments, x.ForgetEmpty} {
		if forget(); !x.IsZero() {
			t.Error("forgetting adds something")
		}
	}
	x.SetType(wire.QName{Local: "t"})
	x.SetNil(true)
	x.SetElements([]wire.Node{wire.TextNode("e")})
	x.SetAttrs([]wire.Attr{{Name: wire.QName{Local: "a"}}})
	x.SetComments([]wire.Node{wire.CommentNode("c")})
	all := x
	q, ok := all.Type()
	if !ok || q.Local != "t" || !all.Nil() || all.Elements()[0].Text != "e" || all.Attrs()[0].Name.Local != "a" || all.Comments()[0].Text != "c" {
		t.Errorf("got %v", all)
	}
	for name, change := range map[string]func(*wire.Extra){
		"type":     func(x *wire.Extra) { x.SetType(wire.QName{}) },
		"nil":      func(x *wire.Extra) { x.SetNil(false) },
		"elements": func(x *wire.Extra) { x.SetElements(nil) },
		"attrs":    func(x *wire.Extra) { x.SetAttrs(nil) },
		"comments": func(x *wire.Extra) { x.ForgetComments() },
	} {
		y := all
		if change(&y); y.Equal(all) || !all.Equal(x) {
			t.Errorf("%s: the copy is changed %v, the original %v", name, !y.Equal(all), !all.Equal(x))
		}
	}
}

// TestWhatADocumentLacksIsForgotten: each list by its own function.
func TestWhatADocumentLacksIsForgotten(t *testing.T) {
	const text = `{"Absent":["{urn:t}b"],"AbsentBelow":["c"],"AbsentAttrs":["a"],"Empty":["{urn:t}e"],"Leaves":[{"Name":"l","Type":"t"}],"Before":[{"Kind":"comment"}],"After":[{"Kind":"comment"}],"Notes":[{"Name":"n","Node":{"Kind":"comment"}}]}`
	names := func(list []wire.QName) (all []string) {
		for _, q := range list {
			all = append(all, q.String())
		}
		return all
	}
	var x wire.Extra
	if err := json.Unmarshal([]byte(text), &x); err != nil {
		t.Fatal(err)
	}
	if got := names(x.Absent()); !reflect.DeepEqual(got, []string{"a", "{urn:t}b", "c"}) {
		t.Errorf("absent are %v", got)
	}
	if got := names(x.Empty()); !reflect.DeepEqual(got, []string{"{urn:t}e"}) {
		t.Errorf("empty are %v", got)
	}
	for _, c := range []struct {
		forget func(*wire.Extra)
		gone   []string
	}{
		{(*wire.Extra).ForgetAbsent, []string{"Absent", "AbsentBelow", "AbsentAttrs"}},
		{(*wire.Extra).ForgetEmpty, []string{"Empty"}},
		{(*wire.Extra).ForgetChildTypes, []string{"Leaves"}},
		{(*wire.Extra).ForgetComments, []string{"Before", "After", "Notes"}},
	} {
		y := x
		c.forget(&y)
		var had, has map[string]any
		if b, err := json.Marshal(x); err != nil || json.Unmarshal(b, &had) != nil {
			t.Fatal(err)
		}
		if b, err := json.Marshal(y); err != nil || json.Unmarshal(b, &has) != nil {
			t.Fatal(err)
		}
		for _, key := range c.gone {
			delete(had, key)
		}
		if !reflect.DeepEqual(has, had) {
			t.Errorf("without %v: %v", c.gone, has)
		}
	}
}
