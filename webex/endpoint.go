package webex

import (
	"errors"
	"net"
	"net/url"
	"strings"
)

const (
	servicePath = "/WBXService/XMLService"
	gsbPath     = "/webex/gsbstatus.php"
	domain      = ".webex.com"
	commonHost  = "api.webex.com"
)

// endpoint is where a client sends its requests.
type endpoint struct {
	service  string // URL
	host     string
	siteName string // "" where the host name does not tell it
	gsb      string // URL of the backup status
}

// endpointOf returns the endpoint that a site name, a host name or a URL tells. Errors do not repeat the text, because
// a URL may have a password.
func endpointOf(site string) (endpoint, error) {
	switch {
	case site == "":
		return endpoint{}, errors.New("the site has no name")
	case strings.Contains(site, "://"):
		return endpointOfURL(site)
	case !strings.Contains(site, "."):
		site += domain
	}
	if !isHostName(site) {
		return endpoint{}, errors.New("the site is neither a name such as acme, nor a host name, nor a URL")
	}
	return endpointOfURL("https://" + site)
}

func endpointOfURL(text string) (endpoint, error) {
	u, err := url.Parse(text)
	switch {
	case err != nil || u.Host == "":
		return endpoint{}, errors.New("the site is not a valid URL")
	case u.Scheme != "https" && u.Scheme != "http":
		return endpoint{}, errors.New("the URL of the site has neither the scheme https nor http")
	case u.User != nil:
		return endpoint{}, errors.New("the URL of the site has a user name: give credentials by an option")
	}
	if u.Path == "" || u.Path == "/" {
		u.Path = servicePath
	}
	u.Host = strings.ToLower(u.Host)
	gsb := url.URL{Scheme: u.Scheme, Host: u.Host, Path: gsbPath}
	return endpoint{service: u.String(), host: u.Host, siteName: siteNameOf(u.Hostname()), gsb: gsb.String()}, nil
}

// onCommonHost returns the endpoint that serves the sites of all customers.
func (e endpoint) onCommonHost() (endpoint, error) {
	if e.host != commonHost && e.host != e.siteName+domain {
		return e, errors.New("the common host has the sites of webex.com alone, which are told by their names")
	}
	common, err := endpointOfURL("https://" + commonHost)
	common.siteName = e.siteName
	return common, err
}

// gsbOf returns where the backup status of a site is, "" if the name is none.
func gsbOf(siteName string) string {
	if !isHostName(siteName) || strings.Contains(siteName, ".") {
		return ""
	}
	return "https://" + siteName + domain + gsbPath
}

// siteNameOf returns the first label of the host name of a site.
func siteNameOf(host string) string {
	label, rest, ok := strings.Cut(strings.ToLower(host), ".")
	if !ok || net.ParseIP(host) != nil || host == commonHost || rest != domain[1:] && rest != domain[1:]+".cn" {
		return ""
	}
	return label
}

// isHostName reports whether s consists of labels of letters, digits, hyphens and underscores.
func isHostName(s string) bool {
	for label := range strings.SplitSeq(s, ".") {
		if label == "" || strings.Trim(label, "-") != label {
			return false
		}
		for _, c := range label {
			if (c < 'a' || c > 'z') && (c < 'A' || c > 'Z') && (c < '0' || c > '9') && c != '-' && c != '_' {
				return false
			}
		}
	}
	return true
}
