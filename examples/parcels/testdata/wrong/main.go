// Command wrong must not build: a list of events is no event.
package main

import (
	"fmt"

	"github.com/wbxgen/wbxgen/examples/parcels/parcelsxml/event"
)

func main() {
	events := event.Events{Event: []event.Event{&event.Events{}}}
	fmt.Println(len(events.Event))
}
