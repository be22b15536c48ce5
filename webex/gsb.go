package webex

import (
	"context"
	"errors"
	"net/http"
	"strings"
)

// GSBStatus asks whether the site runs on its own system or on its global site backup. The page that it asks is public.
//
// That TRUE means backup is inferred from its name.
func (c *Client) GSBStatus(ctx context.Context) (GSBStatus, error) {
	const name = "GSBStatus"
	switch {
	case c.err != nil:
		return "", unsent(name, c.err)
	case c.endpoint.gsb == "":
		return "", unsent(name, errors.New("the host of the site is not known: use WithSiteName"))
	}
	r, err := http.NewRequestWithContext(ctx, http.MethodGet, c.endpoint.gsb, nil)
	if err != nil {
		return "", unsent(name, err)
	}
	x := &exchange{client: c, name: name, host: r.URL.Host}
	r.Header.Set("Accept-Encoding", "gzip")
	r.Header.Set("User-Agent", c.agent)
	resp, err := c.http.Do(r)
	if err != nil {
		return "", x.broken(err)
	}
	defer resp.Body.Close()
	x.status, x.wait = resp.StatusCode, retryAfter(resp.Header.Get("Retry-After"))
	b, err := openBody(resp)
	switch {
	case x.status != http.StatusOK:
		return "", x.refused(b, resp.Header.Get("Location"))
	case err != nil:
		return "", x.unreadable(b, err)
	}
	return x.gsb(b)
}

// gsb reads TRUE or FALSE.
func (x *exchange) gsb(b *body) (GSBStatus, error) {
	text := string(b.head())
	switch word := strings.TrimSpace(strings.TrimPrefix(text, "\uFEFF")); {
	case b.fault != nil:
		return "", x.unreadable(b, b.fault)
	case strings.EqualFold(word, "TRUE"):
		return GSBBackup, nil
	case strings.EqualFold(word, "FALSE"):
		return GSBPrimary, nil
	}
	return "", x.protocol(nil, "the answer is neither TRUE nor FALSE: %s", shorten(summary([]byte(text))))
}
