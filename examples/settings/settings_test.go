package settings_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/wbxgen/wbxgen/examples/settings/settingsxml/limits"
	"github.com/wbxgen/wbxgen/examples/settings/settingsxml/settings"
	"github.com/wbxgen/wbxgen/wire"
)

const file = `<?xml version="1.0" encoding="UTF-8"?>
<!-- Ask the network team before you change this. -->
<settings xmlns="urn:example:settings">
  <name>shop</name>
  <timeout>PT30S</timeout>
  <!-- The old one goes in May. -->
  <server name="old">
    <host>old.example.com</host>
    <!-- 8080 is closed from outside. -->
    <port>8443</port>
  </server>
  <!-- Behind the load balancer. -->
  <server name="new">
    <host>new.example.com</host>
    <port/>
  </server>
  <plugins>
    <l:limits xmlns:l="urn:example:limits">
      <!-- Agreed with sales. -->
      <l:perMinute>60</l:perMinute>
    </l:limits>
    <x:theme xmlns:x="urn:example:unknown">dark</x:theme>
  </plugins>
  <!-- vim: set ts=2: -->
</settings>`

// Example changes a file that people write too: their comments stay where they
// were, and go where their element goes.
func Example() {
	var s settings.Settings
	if err := wire.Unmarshal([]byte(file), &s, wire.Comments()); err != nil {
		fmt.Println(err)
		return
	}
	s.Server = slices.DeleteFunc(s.Server, func(server settings.Server) bool { return server.Name == "old" })
	added := settings.Server{Name: "next", Host: "next.example.com", Port: 8443}
	added.XMLExtra.SetComments([]wire.Node{wire.CommentNode(" Added by the installer. ")})
	s.Server = append(s.Server, added)

	if err := raise(s.Plugins.Any, 2); err != nil {
		fmt.Println(err)
		return
	}
	out, err := wire.Marshal(&s, wire.Indent("  "))
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Print(string(out))
	// Output:
	// <!-- Ask the network team before you change this. -->
	// <settings xmlns="urn:example:settings" xmlns:limits="urn:example:limits" xmlns:x="urn:example:unknown">
	//   <name>shop</name>
	//   <timeout>PT30S</timeout>
	//   <!-- Behind the load balancer. -->
	//   <server name="new">
	//     <host>new.example.com</host>
	//     <port/>
	//   </server>
	//   <!-- Added by the installer. -->
	//   <server name="next">
	//     <host>next.example.com</host>
	//     <port>8443</port>
	//   </server>
	//   <plugins>
	//     <limits:limits>
	//       <!-- Agreed with sales. -->
	//       <limits:perMinute>120</limits:perMinute>
	//     </limits:limits>
	//     <x:theme>dark</x:theme>
	//   </plugins>
	//   <!-- vim: set ts=2: -->
	// </settings>
}

// raise multiplies the limits among the settings of plugins. What else is there is
// left as it is: a registry says what this program knows.
func raise(plugins []wire.Node, times uint32) error {
	known := wire.NewRegistry()
	known.AddObjects(new(limits.Limits))
	for i := range plugins {
		v, ok := known.NewFor(plugins[i])
		if !ok {
			continue
		}
		if err := plugins[i].Decode(v, wire.Comments()); err != nil {
			return err
		}
		if l, ok := v.(*limits.Limits); ok {
			l.PerMinute *= times
		}
		changed, err := wire.NodeOf(v)
		if err != nil {
			return err
		}
		plugins[i] = changed
	}
	return nil
}

// TestAnEditThatChangesNothing reads and writes: apart from layout it is the same
// file, comments and the unknown element included, and it stays so.
func TestAnEditThatChangesNothing(t *testing.T) {
	text := file
	for range 2 {
		var s settings.Settings
		if err := wire.Unmarshal([]byte(text), &s, wire.Comments(), wire.Unknown(wire.RefuseUnknown)); err != nil {
			t.Fatal(err)
		}
		if err := s.Validate(); err != nil {
			t.Error(err)
		}
		out, err := wire.Marshal(&s, wire.Indent("  "), wire.Declaration())
		if err != nil {
			t.Fatal(err)
		}
		text = string(out)
	}
	if strings.Count(text, "<!--") != 6 || !strings.Contains(text, "<!-- 8080 is closed from outside. -->\n    <port>8443</port>") {
		t.Errorf("got %s", text)
	}
}
