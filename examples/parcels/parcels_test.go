package parcels_test

import (
	"bytes"
	"fmt"
	"os/exec"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/wbxgen/wbxgen/examples/parcels/parcelsxml/all"
	"github.com/wbxgen/wbxgen/examples/parcels/parcelsxml/event"
	"github.com/wbxgen/wbxgen/examples/parcels/parcelsxml/transport"
	"github.com/wbxgen/wbxgen/wire"
)

const message = `<?xml version="1.0" encoding="UTF-8"?>
<events xmlns="urn:example:parcels:event" xmlns:t="urn:example:parcels:transport" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
  <event xsi:type="noteType"><at>2026-03-01T08:00:00Z</at><parcel>P-1</parcel><text>at the door</text></event>
  <event xsi:type="t:handoverType"><at>2026-03-01T09:30:00Z</at><parcel>P-1</parcel><t:from>Anna</t:from><t:to>Ben</t:to></event>
  <event xsi:type="t:deliveryType"><at>2026-03-01T11:15:00Z</at><parcel>P-1</parcel><t:signedBy>Cleo</t:signedBy></event>
</events>`

// Example reads a message whose events are of two packages. Package event knows its
// own; the others come with wire.Types.
func Example() {
	var events event.Events
	if err := wire.Unmarshal([]byte(message), &events, wire.Types(all.Registry())); err != nil {
		fmt.Println(err)
		return
	}
	for _, e := range events.Event {
		switch e := e.(type) {
		case *event.Note:
			fmt.Println(e.Parcel, "note:", e.Text)
		case *transport.Handover:
			fmt.Println(e.Parcel, "from", e.From, "to", e.To)
		case *transport.Delivery:
			fmt.Println(e.Parcel, "signed by", *e.SignedBy)
		}
	}
	// Output:
	// P-1 note: at the door
	// P-1 from Anna to Ben
	// P-1 signed by Cleo
}

// TestWithoutOptions reads the same message without options: what package event
// can see has its type, the rest is kept whole and written again.
func TestWithoutOptions(t *testing.T) {
	var events event.Events
	if err := wire.Unmarshal([]byte(message), &events); err != nil {
		t.Fatal(err)
	}
	note, ok := events.Event[0].(*event.Note)
	if !ok || note.Text != "at the door" {
		t.Errorf("the note is %#v", events.Event[0])
	}
	unknown, ok := events.Event[1].(*event.UnknownEvent)
	if !ok || unknown.Type.Local != "handoverType" || len(unknown.Children) != 4 {
		t.Fatalf("the handover is %#v", events.Event[1])
	}
	data, err := wire.Marshal(&events)
	if err != nil {
		t.Fatal(err)
	}
	var known, again event.Events
	for doc, v := range map[string]*event.Events{message: &known, string(data): &again} {
		if err := wire.Unmarshal([]byte(doc), v, wire.Types(all.Registry())); err != nil {
			t.Fatal(err)
		}
	}
	if d := cmp.Diff(fmt.Sprintf("%+v", deref(known)), fmt.Sprintf("%+v", deref(again))); d != "" {
		t.Error(d)
	}
}

// deref shows events by value.
func deref(events event.Events) (list []any) {
	for _, e := range events.Event {
		switch e := e.(type) {
		case *event.Note:
			list = append(list, *e)
		case *transport.Handover:
			list = append(list, *e)
		case *transport.Delivery:
			list = append(list, *e.SignedBy)
		}
	}
	return list
}

// TestOnlyEventsFit builds two programs: one puts a delivery among the events, one
// something that is no event.
func TestOnlyEventsFit(t *testing.T) {
	if out, err := exec.Command("go", "build", "-o", t.TempDir(), "./testdata/right").CombinedOutput(); err != nil {
		t.Errorf("%v: %s", err, out)
	}
	out, err := exec.Command("go", "build", "-o", t.TempDir(), "./testdata/wrong").CombinedOutput()
	if err == nil || !bytes.Contains(out, []byte("missing method IsEvent")) {
		t.Errorf("%v: %s", err, out)
	}
}

// TestAnElementOfAnotherPackage reads an element that stands for one of package
// event, which does not know it: with wire.Types it has its type, without it is
// kept as it is.
func TestAnElementOfAnotherPackage(t *testing.T) {
	const document = `<log xmlns="urn:example:parcels:event"><remark><station>A</station></remark>` +
		`<t:scan xmlns:t="urn:example:parcels:transport"><station>B</station><t:belt>7</t:belt></t:scan></log>`
	var known, unknown event.Log
	if err := wire.Unmarshal([]byte(document), &known, wire.Types(all.Registry())); err != nil {
		t.Fatal(err)
	}
	if s, ok := known.Entry[1].(*transport.Scan); !ok || s.Belt != 7 || s.Station != "B" {
		t.Errorf("got %#v", known.Entry[1])
	}
	if err := wire.Unmarshal([]byte(document), &unknown); err != nil {
		t.Fatal(err)
	}
	if n, ok := unknown.Entry[1].(*event.RawNode); !ok || n.Name.Local != "scan" {
		t.Errorf("got %#v", unknown.Entry[1])
	}
	for _, l := range []*event.Log{&known, &unknown, {Entry: []event.EntryElement{&event.Entry{Station: "A"}, &transport.Scan{Station: "B", Belt: 7}}}} {
		if err := l.Validate(); err != nil {
			t.Error(err)
		}
		data, err := wire.Marshal(l)
		if err != nil {
			t.Fatal(err)
		}
		var again event.Log
		if err := wire.Unmarshal(data, &again, wire.Types(all.Registry())); err != nil {
			t.Fatal(err)
		}
		if s, ok := again.Entry[1].(*transport.Scan); !ok || s.Belt != 7 {
			t.Errorf("%s is read as %#v", data, again.Entry[1])
		}
	}
}
