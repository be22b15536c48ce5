package track_test

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/wbxgen/wbxgen/examples/track/trackxml/track"
	"github.com/wbxgen/wbxgen/wire"
	"github.com/wbxgen/wbxgen/wire/datatype"
)

const document = `<track xmlns="http://example.com/track/1/1" version="1.1" creator="watch">` +
	`<name>To the lake</name>` +
	`<segment><point lat="47.370" lon="8.54"><elevation>408.0</elevation><time>2026-03-01T08:00:00Z</time><fix>3d</fix></point>` +
	`<point lat="47.36" lon="8.55"/></segment>` +
	`<extensions><h:heart xmlns:h="urn:example:heart" h:rate="120"><h:zone>2</h:zone></h:heart></extensions></track>`

// Example reads a track, and what another program added to it.
func Example() {
	var walk track.Track
	if err := wire.Unmarshal([]byte(document), &walk); err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(wire.Value(walk.Name))
	for _, segment := range walk.Segment {
		for _, p := range segment.Point {
			fmt.Println(p.Lat, p.Lon, wire.Value(p.Fix) == track.Fix3d)
		}
	}
	for _, n := range walk.Extensions.Any {
		fmt.Println(n.Name.Space, n.Name.Local, n.Attrs[0].Value)
	}
	// Output:
	// To the lake
	// 47.370 8.54 true
	// 47.36 8.55 false
	// urn:example:heart heart 120
}

// Example_write writes a track that a program makes.
func Example_write() {
	walk := track.Track{
		Creator: "watch",
		Segment: []track.Segment{{Point: []track.Point{{
			Lat:  track.MustLatitude("47.37"),
			Lon:  track.MustLongitude("8.54"),
			Time: new(datatype.DateTimeOf(time.Date(2026, 3, 1, 8, 0, 0, 0, time.UTC))),
			Fix:  new(track.Fix3d),
		}}}},
	}
	data, err := wire.Marshal(&walk, wire.Indent("  "))
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(string(data))
	// Output:
	// <track xmlns="http://example.com/track/1/1" version="1.1" creator="watch">
	//   <segment>
	//     <point lat="47.37" lon="8.54">
	//       <time>2026-03-01T08:00:00Z</time>
	//       <fix>3d</fix>
	//     </point>
	//   </segment>
	// </track>
}

// TestNothingIsLost reads and writes: scales, the raw extension and the fixed attribute stay.
func TestNothingIsLost(t *testing.T) {
	var walk track.Track
	if err := wire.Unmarshal([]byte(document), &walk); err != nil {
		t.Fatal(err)
	}
	if err := walk.Validate(); err != nil {
		t.Error(err)
	}
	data, err := wire.Marshal(&walk, wire.Prefix("http://example.com/track/1/1", ""))
	if err != nil {
		t.Fatal(err)
	}
	for _, part := range []string{`lat="47.370"`, `>408.0<`, `:rate="120"`, `:zone>2<`, `version="1.1"`} {
		if !strings.Contains(string(data), part) {
			t.Errorf("no %s in %s", part, data)
		}
	}
}

// TestValidateKnowsBoundsAndTheFixedValue checks a track that the schema does not allow.
func TestValidateKnowsBoundsAndTheFixedValue(t *testing.T) {
	wrong := track.Track{Version: new("1.0"), Creator: "watch", Segment: []track.Segment{{Point: []track.Point{{
		Lat: track.Latitude{Decimal: datatype.MustDecimal("90.1")},
		Lon: track.Longitude{Decimal: datatype.MustDecimal("180")},
	}}}}}
	err := wrong.Validate()
	if err == nil {
		t.Fatal("nothing is wrong")
	}
	for _, part := range []string{"version: ", "lat: ", "lon: "} {
		if !strings.Contains(err.Error(), part) {
			t.Errorf("no %q in %v", part, err)
		}
	}
}

// TestAFixedAttributeOfANewValueIsWritten: what was read without it stays so, also by way of JSON.
func TestAFixedAttributeOfANewValueIsWritten(t *testing.T) {
	fresh, err := wire.Marshal(&track.Track{Creator: "watch"})
	if want := `<track xmlns="http://example.com/track/1/1" version="1.1" creator="watch"/>`; err != nil || string(fresh) != want {
		t.Errorf("got %s, %v, want %s", fresh, err, want)
	}
	bare := strings.Replace(string(fresh), ` version="1.1"`, "", 1)
	var read, back track.Track
	if err := wire.Unmarshal([]byte(bare), &read); err != nil {
		t.Fatal(err)
	}
	text, err := json.Marshal(&read)
	if err == nil {
		err = json.Unmarshal(text, &back)
	}
	if err != nil {
		t.Fatal(err)
	}
	dropped := read
	dropped.Version = nil
	for _, v := range []*track.Track{&read, &back, &dropped} {
		if again, err := wire.Marshal(v); err != nil || string(again) != bare {
			t.Errorf("got %s, %v, want %s", again, err, bare)
		}
	}
}
