package diff

import (
	"bytes"
	"strings"
	"testing"
)

// renamedElement is a comparison with one break.
func renamedElement(t *testing.T) *Result {
	t.Helper()
	old := NewSide("1.0", schemaOf(t, order(`<xs:element name="a" type="xs:int"/>`)), nil)
	now := NewSide("2.0", schemaOf(t, order(`<xs:element name="A" type="xs:int"/>`)), nil)
	return Compare(old, now, Options{})
}

func TestAcceptedChangeDoesNotCount(t *testing.T) {
	r := renamedElement(t)
	if r.Worst(false) != Break {
		t.Fatalf("the worst is %s", r.Worst(false))
	}
	var list Accepted
	if err := list.Add(r, AcceptedEntry{Fingerprint: r.Changes[0].Fingerprint, Reason: "all clients know", Expires: "2030-01-01"}); err != nil {
		t.Fatal(err)
	}
	var file bytes.Buffer
	if err := list.Write(&file); err != nil {
		t.Fatal(err)
	}
	read, err := ReadAccepted(&file)
	if err != nil {
		t.Fatal(err)
	}
	if stale, expired := read.Mark(r, "2029-12-31"); len(stale)+len(expired) != 0 {
		t.Errorf("stale %v, expired %v", stale, expired)
	}
	if r.Worst(false) != None || r.Changes[0].Accepted.Reason != "all clients know" {
		t.Errorf("the worst is %s, accepted %v", r.Worst(false), r.Changes[0].Accepted)
	}
}

func TestAcceptedListGetsOld(t *testing.T) {
	r := renamedElement(t)
	print := r.Changes[0].Fingerprint
	for _, c := range []struct {
		name           string
		entry          AcceptedEntry
		stale, expired int
	}{
		{"no such change", AcceptedEntry{Fingerprint: "000000000000", ID: "element-renamed"}, 1, 0},
		{"another rule", AcceptedEntry{Fingerprint: print, ID: "element-renamed"}, 1, 0},
		{"past its day", AcceptedEntry{Fingerprint: print, ID: "element-case-changed", Expires: "2029-12-30"}, 0, 1},
		{"at its version", AcceptedEntry{Fingerprint: print, ID: "element-case-changed", UntilVersion: "2.0"}, 0, 1},
		{"before its version", AcceptedEntry{Fingerprint: print, ID: "element-case-changed", UntilVersion: "10.0"}, 0, 0},
	} {
		list := Accepted{[]AcceptedEntry{c.entry}}
		stale, expired := list.Mark(renamedElement(t), "2029-12-31")
		if len(stale) != c.stale || len(expired) != c.expired {
			t.Errorf("%s: stale %v, expired %v", c.name, stale, expired)
		}
	}
}

func TestAcceptedListIsChecked(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{`{`, "cannot be read"},
		{`{"format":"x","accepted":[]}`, "format"},
		{`{"format":"wbxgen-accepted/1","accepted":[{"fingerprint":"xyz","id":"element-moved","reason":"r"}]}`, "fingerprint"},
		{`{"format":"wbxgen-accepted/1","accepted":[{"fingerprint":"0123456789ab","id":"no-rule","reason":"r"}]}`, "no rule"},
		{`{"format":"wbxgen-accepted/1","accepted":[{"fingerprint":"0123456789ab","id":"element-moved","reason":" "}]}`, "reason"},
		{`{"format":"wbxgen-accepted/1","accepted":[{"fingerprint":"0123456789ab","id":"element-moved","reason":"r","expires":"soon"}]}`, "day"},
		{`{"format":"wbxgen-accepted/1","accepted":[{"rule":"all"}]}`, "unknown field"},
	} {
		if _, err := ReadAccepted(strings.NewReader(c.text)); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: got %v, want %q", c.text, err, c.want)
		}
	}
	var list Accepted
	if err := list.Add(renamedElement(t), AcceptedEntry{Fingerprint: "000000000000", Reason: "r"}); err == nil {
		t.Error("a change that is not there was accepted")
	}
}
