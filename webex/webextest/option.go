package webextest

import (
	"time"

	"github.com/wbxgen/wbxgen/webex"
)

// Option is a property of a server.
type Option func(*options)

type options struct {
	users  map[string]string // passwords by user name or email address; nil for all
	tokens []string          // access tokens; nil for all
	keys   []string          // API keys; nil for all
	life   time.Duration     // of a session ticket
	batch  int               // operations in a message; 0 for any number
	gsb    webex.GSBStatus
}

// WithUser lets in that user with that password, and others who are named in the same way, and no one else.
func WithUser(name, password string) Option {
	return func(o *options) {
		if o.users == nil {
			o.users = map[string]string{}
		}
		o.users[name] = password
	}
}

// WithToken lets in that access token, and others that are named in the same way, and no other.
func WithToken(token string) Option {
	return func(o *options) { o.tokens = append(o.tokens, token) }
}

// WithAPIKey lets in that key in the HTTP header JWTToken, and others that are named in the same way, and no other.
func WithAPIKey(key string) Option {
	return func(o *options) { o.keys = append(o.keys, key) }
}

// WithTicketLife sets how long a session ticket is good, 90 minutes otherwise. The service tells it in seconds.
func WithTicketLife(d time.Duration) Option { return func(o *options) { o.life = d } }

// WithBatchLimit refuses messages with more than n operations, as the service does since 40.4.4.
func WithBatchLimit(n int) Option { return func(o *options) { o.batch = n } }

// WithBackup makes the server answer as the backup site does.
func WithBackup() Option { return func(o *options) { o.gsb = webex.GSBBackup } }
