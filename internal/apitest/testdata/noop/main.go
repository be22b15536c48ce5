// Command noop has what oneop has, but for the generated package.
package main

import (
	"context"
	"fmt"

	"github.com/wbxgen/wbxgen/webex"
)

func main() {
	c := webex.NewClient("acme", webex.WithAccessToken("t"))
	fmt.Println(c.Call(context.Background(), nil, nil, nil))
}
