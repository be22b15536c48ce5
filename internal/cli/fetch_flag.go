package cli

import (
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"time"

	"github.com/wbxgen/wbxgen/internal/source"
)

// fetchTime is how long one document may take.
const fetchTime = 30 * time.Second

// fetcher gets documents from the network, up to a size each, and says of each
// that it does.
func (env *environment) fetcher() source.Fetch {
	limit := env.limits.Bytes
	if limit <= 0 {
		limit = source.DefaultLimits.Bytes
	}
	client := &http.Client{Timeout: fetchTime, CheckRedirect: redirect}
	return func(address string) ([]byte, error) {
		fmt.Fprintf(env.info, "fetching %s\n", source.Redacted(address))
		resp, err := client.Get(address)
		if e, ok := errors.AsType[*url.Error](err); ok {
			err = e.Err // the message has the address already
		}
		if err != nil {
			return nil, err
		}
		defer resp.Body.Close()
		if resp.StatusCode != http.StatusOK {
			return nil, fmt.Errorf("the server says %s", resp.Status)
		}
		data, err := io.ReadAll(io.LimitReader(resp.Body, limit+1))
		if err == nil && int64(len(data)) > limit {
			err = fmt.Errorf("it has more than %d bytes", limit)
		}
		return data, err
	}
}

// redirect refuses what would make a document less sure, or has no end. That it
// leads to http or https is the client's own rule.
func redirect(next *http.Request, via []*http.Request) error {
	switch {
	case len(via) >= 10:
		return errors.New("it leads on and on, ten times so far")
	case next.URL.Scheme != "https" && via[len(via)-1].URL.Scheme == "https":
		return fmt.Errorf("it leads from https to %s", next.URL.Redacted())
	}
	return nil
}
