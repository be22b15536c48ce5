package webextest

import (
	"fmt"
	"io"
	"log/slog"
	"net/http"

	"github.com/wbxgen/wbxgen/webex"
	"github.com/wbxgen/wbxgen/wire"
)

// Call is an operation of a request, as the server got it. It prints without its secrets.
type Call struct {
	Operation *webex.Operation
	Security  webex.SecurityContext
	Request   wire.Typed  // of the operation's request type; a [*wire.RawTyped] where the server does not know that
	Header    http.Header // of the HTTP request
	Document  []byte      // the whole request
}

// String returns the operation and the security context without its secrets.
func (c Call) String() string {
	name := ""
	if c.Operation != nil {
		name = c.Operation.Name
	}
	return "webextest.Call{" + name + " " + c.Security.String() + "}"
}

// Format writes what String returns, whatever the verb: the request may have passwords.
func (c Call) Format(f fmt.State, _ rune) { _, _ = io.WriteString(f, c.String()) }

// LogValue returns what String returns.
func (c Call) LogValue() slog.Value { return slog.StringValue(c.String()) }
