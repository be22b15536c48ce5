package accept_test

import (
	"bytes"
	"strings"
	"testing"

	"github.com/wbxgen/wbxgen/internal/diff"
	"github.com/wbxgen/wbxgen/internal/diff/accept"
	"github.com/wbxgen/wbxgen/internal/diff/change"
	"github.com/wbxgen/wbxgen/internal/diff/pairs"
	"github.com/wbxgen/wbxgen/internal/project"
)

// side is a schema whose only type has one element with that name.
func side(t *testing.T, label, element string) *diff.Side {
	t.Helper()
	text := `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:t" elementFormDefault="qualified"><xs:element name="order"><xs:complexType><xs:sequence><xs:element name="` +
		element + `" type="xs:int"/></xs:sequence></xs:complexType></xs:element></xs:schema>`
	return pairs.Side(t, label, text)
}

// worst is the worst level that nobody has accepted.
func worst(r *change.Result) change.Level {
	level := change.None
	for i := range r.Changes {
		if c := &r.Changes[i]; c.Accepted == nil {
			level = max(level, c.Level(false))
		}
	}
	return level
}

// renamedElement is a comparison with one break.
func renamedElement(t *testing.T) *change.Result {
	t.Helper()
	return project.Compare(side(t, "1.0", "a"), side(t, "2.0", "A"), diff.Options{})
}

func TestAcceptedChangeDoesNotCount(t *testing.T) {
	r := renamedElement(t)
	if worst(r) != change.Break {
		t.Fatalf("the worst is %s", worst(r))
	}
	var list accept.List
	if err := list.Add(r, accept.Entry{Reason: "all clients know", Expires: "2030-01-01"}, r.Changes[0].Fingerprint); err != nil {
		t.Fatal(err)
	}
	var file bytes.Buffer
	if err := list.Write(&file); err != nil {
		t.Fatal(err)
	}
	read, err := accept.Read(&file)
	if err != nil {
		t.Fatal(err)
	}
	if stale, expired := read.Mark(r, "2029-12-31"); len(stale)+len(expired) != 0 {
		t.Errorf("stale %v, expired %v", stale, expired)
	}
	if worst(r) != change.None || r.Changes[0].Accepted.Reason != "all clients know" {
		t.Errorf("the worst is %s, accepted %v", worst(r), r.Changes[0].Accepted)
	}
}

func TestAcceptedListGetsOld(t *testing.T) {
	r := renamedElement(t)
	print := r.Changes[0].Fingerprint
	for _, c := range []struct {
		name           string
		entry          accept.Entry
		stale, expired int
	}{
		{"no such change", accept.Entry{Fingerprint: "000000000000", ID: "element-renamed"}, 1, 0},
		{"another rule", accept.Entry{Fingerprint: print, ID: "element-renamed"}, 1, 0},
		{"past its day", accept.Entry{Fingerprint: print, ID: "element-case-changed", Expires: "2029-12-30"}, 0, 1},
		{"at its version", accept.Entry{Fingerprint: print, ID: "element-case-changed", UntilVersion: "2.0"}, 0, 1},
		{"before its version", accept.Entry{Fingerprint: print, ID: "element-case-changed", UntilVersion: "10.0"}, 0, 0},
		{"before a version with a v", accept.Entry{Fingerprint: print, ID: "element-case-changed", UntilVersion: "v2.1"}, 0, 0},
		{"at a version with a v", accept.Entry{Fingerprint: print, ID: "element-case-changed", UntilVersion: "v2.0.0"}, 0, 1},
		{"behind its pre-release", accept.Entry{Fingerprint: print, ID: "element-case-changed", UntilVersion: "2.0-rc1"}, 0, 1},
		{"until what is no version", accept.Entry{Fingerprint: print, ID: "element-case-changed", UntilVersion: "next"}, 0, 0},
	} {
		list := accept.List{Entries: []accept.Entry{c.entry}}
		stale, expired := list.Mark(renamedElement(t), "2029-12-31")
		if len(stale) != c.stale || len(expired) != c.expired {
			t.Errorf("%s: stale %v, expired %v", c.name, stale, expired)
		}
		if gone := list.Prune(renamedElement(t), "2029-12-31"); len(gone) != c.stale+c.expired || len(gone)+len(list.Entries) != 1 {
			t.Errorf("%s: pruned %v, left %v", c.name, gone, list.Entries)
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
		if _, err := accept.Read(strings.NewReader(c.text)); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: got %v, want %q", c.text, err, c.want)
		}
	}
	var list accept.List
	if err := list.Add(renamedElement(t), accept.Entry{Reason: "r"}, "000000000000"); err == nil {
		t.Error("a change that is not there was accepted")
	}
}

func TestManyAreAcceptedOrNone(t *testing.T) {
	r := renamedElement(t)
	good := r.Changes[0].Fingerprint
	var list accept.List
	err := list.Add(r, accept.Entry{Reason: "r"}, good, "000000000000", "111111111111")
	if err == nil || !strings.Contains(err.Error(), "000000000000") || !strings.Contains(err.Error(), "111111111111") || len(list.Entries) > 0 {
		t.Errorf("got %v and %v", list.Entries, err)
	}
	if err := list.Add(r, accept.Entry{Reason: "r"}, good, strings.ToUpper(good)); err != nil || len(list.Entries) != 1 {
		t.Errorf("got %v and %v", list.Entries, err)
	}
}

func TestTheGateStaysShut(t *testing.T) {
	r := renamedElement(t)
	if n := len(accept.Refused(r, change.Break, false)); n != 1 {
		t.Errorf("%d changes are refused", n)
	}
	r.Changes[0].Usage = change.Untouched
	if len(accept.Refused(r, change.Break, false)) != 0 {
		t.Error("a change beside the traffic is refused")
	}
}
