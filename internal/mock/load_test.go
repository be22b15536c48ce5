package mock_test

import (
	"bytes"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"runtime"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/wbxgen/wbxgen/internal/mock"
	"github.com/wbxgen/wbxgen/internal/profile/webex"
)

// load is how hard the server is tried.
type load struct {
	clients int
	time    time.Duration
}

func loadOf() load {
	if os.Getenv("WBXGEN_LONG") != "" {
		return load{200, time.Minute}
	}
	return load{20, time.Second}
}

// drive has clients post what next says until the time is over, and returns
// how many answers there were. An answer that check does not like is an error.
func drive(t *testing.T, l load, url string, next func(client, n int) string, check func(client, n int, answer string) error) int64 {
	t.Helper()
	client := &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: l.clients}, Timeout: 30 * time.Second}
	defer client.CloseIdleConnections()
	end := time.Now().Add(l.time)
	var answers, failures atomic.Int64
	var all sync.WaitGroup
	for c := range l.clients {
		all.Go(func() {
			for n := 0; time.Now().Before(end); n++ {
				text, err := ask(client, url, next(c, n))
				if err == nil {
					err = check(c, n, text)
				}
				if err != nil {
					if failures.Add(1) < 5 {
						t.Errorf("client %d, request %d: %v", c, n, err)
					}
					return
				}
				answers.Add(1)
			}
		})
	}
	all.Wait()
	return answers.Load()
}

func ask(client *http.Client, url, body string) (string, error) {
	resp, err := client.Post(url, "text/xml", strings.NewReader(body))
	if err != nil {
		return "", err
	}
	defer resp.Body.Close()
	data, err := io.ReadAll(resp.Body)
	return string(data), err
}

// lives has each client create, get and delete a meeting of its own.
func lives() (next func(client, n int) string, check func(client, n int, answer string) error) {
	keys := make([]string, 1000)
	next = func(client, n int) string {
		switch n % 3 {
		case 0:
			return message("", "meeting.CreateMeeting", fmt.Sprintf("<metaData><confName>M %d</confName></metaData><schedule><startDate>06/30/2031 10:00:00</startDate></schedule>", client))
		case 1:
			return message("", "meeting.GetMeeting", "<meetingKey>"+keys[client]+"</meetingKey>")
		}
		return message("", "meeting.DelMeeting", "<meetingKey>"+keys[client]+"</meetingKey>")
	}
	check = func(client, n int, answer string) error {
		switch {
		case !strings.Contains(answer, "SUCCESS"):
			return fmt.Errorf("got %s", answer)
		case n%3 == 0:
			keys[client] = between(answer, "<meet:meetingkey>", "<")
		case n%3 == 1 && !strings.Contains(answer, fmt.Sprintf("<meet:confName>M %d<", client)):
			return fmt.Errorf("got that of another: %s", answer)
		}
		return nil
	}
	return next, check
}

// pests are clients that take what they can: they read slowly, send half a
// request, or what is too large or malicious.
func pests(t *testing.T, address string, stop <-chan struct{}) *sync.WaitGroup {
	bomb := `<!DOCTYPE a [<!ENTITY b "` + strings.Repeat("c", 1000) + `"><!ENTITY d "` + strings.Repeat("&b;", 1000) + `">]><a>&d;</a>`
	deep := strings.Repeat("<a>", 50_000)
	wide := `<serv:message><body><bodyContent xsi:type="site.LstTimeZone"` + strings.Repeat(" a='1'", 5000) + `>` + strings.Repeat("<b/>", 50_000) + `</bodyContent></body></serv:message>`
	var all sync.WaitGroup
	for i, send := range []string{
		"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\n<half",
		"POST / HTTP/1.1\r\nHost: x\r\nContent-Le",
		fmt.Sprintf("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: %d\r\n\r\n%s", len(bomb), bomb),
		fmt.Sprintf("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: %d\r\n\r\n%s", len(deep), deep),
		fmt.Sprintf("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: %d\r\n\r\n%s", len(wide), wide),
		"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 10000000000\r\n\r\n" + strings.Repeat("x", 1<<20),
		"POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nffffffffffffffff\r\n",
	} {
		all.Go(func() {
			for {
				c, err := net.Dial("tcp", address)
				if err != nil {
					t.Errorf("pest %d: %v", i, err)
					return
				}
				_ = c.SetDeadline(time.Now().Add(300 * time.Millisecond))
				_, _ = io.WriteString(c, send)
				_, _ = io.CopyN(io.Discard, c, 1) // and no more of the answer
				select {
				case <-stop:
					c.Close()
					return
				case <-time.After(20 * time.Millisecond):
				}
				c.Close()
			}
		})
	}
	return &all
}

// TestManyClientsAtATime has clients at work among pests: no error, and memory
// that does not grow with the requests.
func TestManyClientsAtATime(t *testing.T) {
	l := loadOf()
	m := server(t, compiled(t, "40.6.0"), webex.Profile, mock.Options{State: true, MaxBytes: 1 << 20})
	s := httptest.NewServer(m)
	defer s.Close()
	next, check := lives()
	warm := l
	warm.time = l.time / 4
	drive(t, warm, s.URL, next, check)
	before := heap()
	stop := make(chan struct{})
	annoying := pests(t, s.Listener.Addr().String(), stop)
	next, check = lives()
	n := drive(t, l, s.URL, next, check)
	close(stop)
	annoying.Wait()
	after := heap()
	t.Logf("%d clients for %v: %d answers; heap %d KiB before, %d KiB after", l.clients, l.time, n, before>>10, after>>10)
	if grown := int64(after) - int64(before); grown > 8<<20 {
		t.Errorf("the heap has grown by %d KiB", grown>>10)
	}
}

func heap() uint64 {
	runtime.GC()
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.HeapAlloc
}

// TestThroughputBesideABareServer compares with a server that copies a fixture
// and looks at nothing.
func TestThroughputBesideABareServer(t *testing.T) {
	if os.Getenv("WBXGEN_LONG") == "" {
		t.Skip("a long test: WBXGEN_LONG=1")
	}
	l := load{16, 5 * time.Second}
	m := server(t, compiled(t, "40.6.0"), webex.Profile, mock.Options{})
	request := message("", "meeting.GetMeeting", "<meetingKey>1</meetingKey>")
	_, fixture := post(m, request)
	bare := http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		_, _ = io.Copy(io.Discard, r.Body)
		_, _ = io.Copy(w, bytes.NewReader([]byte(fixture)))
	})
	rate := func(h http.Handler) float64 {
		s := httptest.NewServer(h)
		defer s.Close()
		n := drive(t, l, s.URL, func(int, int) string { return request }, func(_, _ int, answer string) error {
			if answer != fixture {
				return fmt.Errorf("got %s", answer)
			}
			return nil
		})
		return float64(n) / l.time.Seconds()
	}
	ours, theirs := rate(m), rate(bare)
	t.Logf("%.0f answers a second, a bare server %.0f: %.2f of it", ours, theirs, ours/theirs)
	if ours < theirs/20 {
		t.Errorf("%.2f of what a bare server does", ours/theirs)
	}
}
