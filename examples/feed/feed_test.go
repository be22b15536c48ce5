package feed_test

import (
	"fmt"
	"testing"

	"github.com/wbxgen/wbxgen/examples/feed/feedxml/feed"
	"github.com/wbxgen/wbxgen/wire"
	"github.com/wbxgen/wbxgen/wire/datatype"
)

const document = `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="urn:example:feed" xmlns:x="urn:example:other">
  <updated>2026-03-01T08:00:00Z</updated>
  <story id="s1"><title>Rain</title><text>It rains.</text></story>
  <picture id="p1" href="rain.png"><title>A cloud</title></picture>
  <x:weather>wet</x:weather>
</feed>`

// Example reads the entries of a feed: each is of the type of its element.
func Example() {
	var f feed.Feed
	if err := wire.Unmarshal([]byte(document), &f); err != nil {
		fmt.Println(err)
		return
	}
	for _, e := range f.Entry {
		switch e := e.(type) {
		case *feed.Story:
			fmt.Printf("story %s: %s %s\n", e.ID, e.Title, e.Text)
		case *feed.Picture:
			fmt.Printf("picture %s: %s in %s\n", e.ID, e.Title, e.Href)
		}
	}
	fmt.Println(f.Any[0].Name.Local)
	// Output:
	// story s1: Rain It rains.
	// picture p1: A cloud in rain.png
	// weather
}

// TestAFeedIsBuilt writes a feed that a program makes, and reads it back.
func TestAFeedIsBuilt(t *testing.T) {
	made := &feed.Feed{
		Updated: datatype.MustDateTime("2026-03-01T08:00:00Z"),
		Entry: []feed.EntryElement{
			&feed.Picture{ID: "p1", Title: "A cloud", Href: "rain.png"},
			&feed.Story{ID: "s1", Title: "Rain", Text: "It rains."},
		},
	}
	if err := made.Validate(); err != nil {
		t.Error(err)
	}
	data, err := wire.Marshal(made)
	if err != nil {
		t.Fatal(err)
	}
	var read feed.Feed
	if err := wire.Unmarshal(data, &read); err != nil {
		t.Fatal(err)
	}
	if len(read.Entry) != 2 || read.Entry[0].(*feed.Picture).Href != "rain.png" || read.Entry[1].(*feed.Story).Text != "It rains." {
		t.Errorf("%s is read as %+v", data, read)
	}
}
