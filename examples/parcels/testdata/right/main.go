// Command right builds: a delivery is an event.
package main

import (
	"fmt"

	"github.com/wbxgen/wbxgen/examples/parcels/parcelsxml/event"
	"github.com/wbxgen/wbxgen/examples/parcels/parcelsxml/transport"
)

func main() {
	events := event.Events{Event: []event.Event{&transport.Delivery{Parcel: "P1"}}}
	fmt.Println(len(events.Event))
}
