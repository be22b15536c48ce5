package webex

import "testing"

func TestEndpoints(t *testing.T) {
	tests := []struct {
		name          string
		site          string
		opts          []Option
		service, gsb  string
		siteName, err string
	}{
		{"site name", "acme", nil, "https://acme.webex.com/WBXService/XMLService", "https://acme.webex.com/webex/gsbstatus.php", "acme", ""},
		{"capitals", "Acme", nil, "https://acme.webex.com/WBXService/XMLService", "https://acme.webex.com/webex/gsbstatus.php", "acme", ""},
		{"host name", "acme.webex.com", nil, "https://acme.webex.com/WBXService/XMLService", "https://acme.webex.com/webex/gsbstatus.php", "acme", ""},
		{"China", "acme.webex.com.cn", nil, "https://acme.webex.com.cn/WBXService/XMLService", "https://acme.webex.com.cn/webex/gsbstatus.php", "acme", ""},
		{"URL", "https://acme.webex.com", nil, "https://acme.webex.com/WBXService/XMLService", "https://acme.webex.com/webex/gsbstatus.php", "acme", ""},
		{"URL with a path", "http://127.0.0.1:8080/x?y=z", nil, "http://127.0.0.1:8080/x?y=z", "http://127.0.0.1:8080/webex/gsbstatus.php", "", ""},
		{"another host", "webex.example.com", nil, "https://webex.example.com/WBXService/XMLService", "https://webex.example.com/webex/gsbstatus.php", "", ""},
		{"given name", "webex.example.com", []Option{WithSiteName("acme")}, "https://webex.example.com/WBXService/XMLService",
			"https://webex.example.com/webex/gsbstatus.php", "acme", ""},
		{"common host", "acme", []Option{WithCommonHost()}, "https://api.webex.com/WBXService/XMLService", "https://acme.webex.com/webex/gsbstatus.php", "acme", ""},
		{"common host by name", "api.webex.com", []Option{WithSiteName("acme")}, "https://api.webex.com/WBXService/XMLService",
			"https://acme.webex.com/webex/gsbstatus.php", "acme", ""},
		{"common host with a number", "api", []Option{WithSiteID(7)}, "https://api.webex.com/WBXService/XMLService", "", "", ""},
		{"common host with a bad name", "api", []Option{WithSiteName("a/b")}, "https://api.webex.com/WBXService/XMLService", "", "a/b", ""},
		{"common host without a site", "api", []Option{WithCommonHost()}, "", "", "", "the common host does not know which site is meant: use WithSiteName"},
		{"common host for China", "acme.webex.com.cn", []Option{WithCommonHost()}, "", "", "",
			"the common host has the sites of webex.com alone, which are told by their names"},
		{"nothing", "", nil, "", "", "", "the site has no name"},
		{"white space", "ac me", nil, "", "", "", "the site is neither a name such as acme, nor a host name, nor a URL"},
		{"path", "acme/x", nil, "", "", "", "the site is neither a name such as acme, nor a host name, nor a URL"},
		{"hyphen", "-acme", nil, "", "", "", "the site is neither a name such as acme, nor a host name, nor a URL"},
		{"dots", "acme..com", nil, "", "", "", "the site is neither a name such as acme, nor a host name, nor a URL"},
		{"scheme", "ftp://acme.webex.com", nil, "", "", "", "the URL of the site has neither the scheme https nor http"},
		{"no host", "https:///x", nil, "", "", "", "the site is not a valid URL"},
		{"bad URL", "https://a b", nil, "", "", "", "the site is not a valid URL"},
		{"user", "https://me:secret@acme.webex.com", nil, "", "", "", "the URL of the site has a user name: give credentials by an option"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			c := NewClient(tt.site, append(tt.opts, nil)...)
			if tt.err != "" {
				if err := c.Err(); err == nil || err.Error() != "webex: "+tt.err {
					t.Errorf("got %v", err)
				}
				return
			}
			if err := c.Err(); err != nil {
				t.Fatal(err)
			}
			if c.endpoint.service != tt.service || c.endpoint.gsb != tt.gsb || c.base.SiteName != tt.siteName {
				t.Errorf("got %+v, site name %q", c.endpoint, c.base.SiteName)
			}
		})
	}
}
