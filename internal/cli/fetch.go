package cli

import (
	"fmt"
	"io"
	"net/http"
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
	client := &http.Client{Timeout: fetchTime}
	return func(url string) ([]byte, error) {
		fmt.Fprintf(env.info, "fetching %s\n", url)
		resp, err := client.Get(url)
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
