package request_test

import (
	"fmt"
	"runtime"
	"strings"
	"testing"

	"github.com/wbxgen/wbxgen/internal/profile/webex"
)

// TestWhatIsSentCostsWhatItIsLong: four times the request is about four times the memory, whatever it repeats.
func TestWhatIsSentCostsWhatItIsLong(t *testing.T) {
	r := reader(t, "40.6.0", webex.Profile)
	declared := func(n int) string {
		var b strings.Builder
		for i := range n {
			fmt.Fprintf(&b, ` xmlns:p%d="urn:p:%d"`, i, i)
		}
		return b.String()
	}
	many := func(n int, form string) string {
		var b strings.Builder
		for i := range n {
			fmt.Fprintf(&b, form, i)
		}
		return b.String()
	}
	for name, text := range map[string]func(n int) string{
		"pieces of text":    func(n int) string { return envelope("<x>" + strings.Repeat("a<!-- -->", 10*n) + "</x>") },
		"prefixes in scope": func(n int) string { return "<m" + declared(200) + ">" + strings.Repeat("<x/>", 10*n) + "</m>" },
		"prefixes of each":  func(n int) string { return "<m" + declared(200) + ">" + many(5*n, `<x xmlns:q="urn:%d"/>`) + "</m>" },
		"namespaces":        func(n int) string { return envelope(many(n, `<x xmlns="urn:%d"/>`)) },
		"unknown operations": func(n int) string {
			return `<serv:message xmlns:serv="http://www.webex.com/schemas/2002/06/service" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><body>` + many(n, `<bodyContent xsi:type="creatMeetng%d"/>`) + `</body></serv:message>`
		},
	} {
		cost := func(n int) uint64 {
			data := []byte(text(n))
			var before, after runtime.MemStats
			runtime.ReadMemStats(&before)
			r.Judge(data, "x.xml")
			runtime.ReadMemStats(&after)
			return after.TotalAlloc - before.TotalAlloc
		}
		cost(1000)
		if once, four := cost(1000), cost(4000); four > 6*once {
			t.Errorf("%s: %d bytes, of four times as much %d", name, once, four)
		} else {
			t.Logf("%s: %d bytes, of four times as much %d", name, once, four)
		}
	}
}

// TestARequestIsWrittenOneWay: what is recorded of a request has the same bytes each time.
func TestARequestIsWrittenOneWay(t *testing.T) {
	r := reader(t, "40.6.0", webex.Profile)
	text := []byte(strings.Replace(envelope(`<x xmlns="urn:one"/><x xmlns="urn:two"/><x xmlns="urn:three"/>`), "<serv:message", `<serv:message xmlns:a="urn:a" xmlns:b="urn:b" xmlns:c="urn:c"`, 1))
	first := ""
	for range 20 {
		m, err := r.Read(text)
		if err != nil {
			t.Fatal(err)
		}
		if form := string(r.Form(m)); first == "" {
			first = form
		} else if form != first {
			t.Fatalf("%s\nand\n%s", first, form)
		}
	}
	if !strings.Contains(first, `xmlns:b="urn:b"`) {
		t.Error(first)
	}
}
