package cli_test

import (
	"bufio"
	"bytes"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"encoding/pem"
	"fmt"
	"io"
	"math/big"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/wbxgen/wbxgen/internal/judge"
)

// program builds the program once for all tests of this file.
func program(t *testing.T) string {
	t.Helper()
	file := filepath.Join(t.TempDir(), "wbxgen")
	cmd := exec.Command("go", "build", "-o", file, "./cmd/wbxgen")
	cmd.Dir = judge.Root(t)
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	return file
}

// startMock starts "wbxgen mock" and returns its URL, and what stops it and
// returns what it said.
func startMock(t *testing.T, program string, args ...string) (url string, stop func() string) {
	t.Helper()
	cmd := exec.Command(program, append([]string{"mock", "--schema", "40.6.0"}, args...)...)
	cmd.Dir = t.TempDir()
	var log bytes.Buffer
	cmd.Stderr = &log
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	ended := false
	t.Cleanup(func() {
		if !ended {
			_ = cmd.Process.Kill()
			_ = cmd.Wait()
		}
	})
	line, err := bufio.NewReader(out).ReadString('\n')
	if err != nil {
		t.Fatalf("%v\n%s", err, &log)
	}
	return strings.TrimSpace(line), func() string {
		ended = true
		_ = cmd.Process.Signal(syscall.SIGTERM)
		if err := cmd.Wait(); err != nil {
			t.Errorf("wbxgen mock ends with %v\n%s", err, &log)
		}
		return log.String()
	}
}

// TestProgramsOfOthersUseTheStandIn runs programs that know nothing of ours
// through a flow, and a comparison with what was recorded of it.
func TestProgramsOfOthersUseTheStandIn(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("the program is stopped by a signal")
	}
	wbxgen := program(t)
	for _, tt := range []struct{ tool, script string }{{"sh", "flow.sh"}, {"python3", "flow.py"}, {"node", "flow.mjs"}} {
		t.Run(tt.script, func(t *testing.T) {
			needs := tt.tool
			if tt.tool == "sh" {
				needs = "curl"
			}
			for _, tool := range []string{tt.tool, needs} {
				if _, err := exec.LookPath(tool); err != nil {
					t.Skipf("%s is not here", tool)
				}
			}
			record := filepath.Join(t.TempDir(), "record")
			url, stop := startMock(t, wbxgen, "--state", "--strict", "--session-life", "2s", "--record", record)
			if !strings.HasPrefix(url, "http://127.0.0.1:") {
				t.Fatalf("listens at %s", url)
			}
			script, err := filepath.Abs(filepath.Join("testdata", "mock", tt.script))
			if err != nil {
				t.Fatal(err)
			}
			cmd := exec.Command(tt.tool, script, url)
			cmd.Env = append(os.Environ(), "no_proxy=127.0.0.1", "NO_PROXY=127.0.0.1")
			out, err := cmd.CombinedOutput()
			log := stop()
			if err != nil || strings.TrimSpace(string(out)) != "done" {
				t.Fatalf("%v: %s\n%s", err, out, log)
			}
			if strings.Contains(log, "pass-word") || strings.Contains(log, "TICKET") {
				t.Errorf("the log has a secret:\n%s", log)
			}
			checkRecording(t, wbxgen, record)
		})
	}
}

// checkRecording compares two versions for what a recording shows in use.
func checkRecording(t *testing.T, wbxgen, record string) {
	t.Helper()
	cmd := exec.Command(wbxgen, "diff", "40.6.0", "40.4.8", "--usage", record, "--fail-on", "never")
	cmd.Dir = t.TempDir()
	out, err := cmd.CombinedOutput()
	text := string(out)
	if err != nil || strings.Contains(text, "left out") {
		t.Errorf("%v\n%s", err, text)
	}
	shown := map[string]bool{}
	for _, change := range regexp.MustCompile(`\n  [A-Z]`).Split(text, -1) {
		if strings.Contains(change, "traffic: captured documents show it") {
			for _, operation := range []string{"GetMeeting", "SetMeeting", "DelMeeting", "GetUser"} {
				shown[operation] = shown[operation] || strings.Contains(change, operation+" request")
			}
		}
	}
	if !shown["GetMeeting"] || !shown["SetMeeting"] || !shown["DelMeeting"] || shown["GetUser"] {
		t.Errorf("the recording shows %v:\n%s", shown, text)
	}
}

// TestTheStandInFinishesWhatItAnswers stops the program while it reads a
// request.
func TestTheStandInFinishesWhatItAnswers(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("the program is stopped by a signal")
	}
	url, stop := startMock(t, program(t))
	conn, err := net.Dial("tcp", strings.Trim(strings.TrimPrefix(url, "http://"), "/"))
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close()
	text := `<serv:message xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><header/><body><bodyContent xsi:type="site.LstTimeZone"/></body></serv:message>`
	fmt.Fprintf(conn, "POST / HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Length: %d\r\n\r\n", len(text))
	in := bufio.NewReader(conn)
	if line, err := in.ReadString('\n'); err != nil || !strings.Contains(line, "100") { // it reads the body now
		t.Fatal(line, err)
	}
	fmt.Fprint(conn, text[:20])
	done := make(chan struct{})
	go func() {
		defer close(done)
		stop()
	}()
	for { // until it listens no more
		c, err := net.Dial("tcp", conn.RemoteAddr().String())
		if err != nil {
			break
		}
		c.Close()
		time.Sleep(time.Millisecond)
	}
	fmt.Fprint(conn, text[20:])
	rest, err := io.ReadAll(in)
	if err != nil || !strings.Contains(string(rest), "SUCCESS") {
		t.Errorf("%v %s", err, rest)
	}
	<-done
}

// TestTheStandInSpeaksTLS calls it with the certificate that it was given.
func TestTheStandInSpeaksTLS(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("the program is stopped by a signal")
	}
	dir := t.TempDir()
	cert, pool := certificate(t, dir)
	url, stop := startMock(t, program(t), "--tls-cert", cert+".pem", "--tls-key", cert+".key")
	defer stop()
	client := &http.Client{Transport: &http.Transport{TLSClientConfig: &tls.Config{RootCAs: pool}}}
	defer client.CloseIdleConnections()
	if !strings.HasPrefix(url, "https://127.0.0.1:") {
		t.Fatalf("listens at %s", url)
	}
	resp, err := client.Post(url, "text/xml", strings.NewReader(`<serv:message><header/><body><bodyContent xsi:type="site.LstTimeZone"/></body></serv:message>`))
	if err != nil {
		t.Fatal(err)
	}
	defer resp.Body.Close()
	if text, err := io.ReadAll(resp.Body); err != nil || !strings.Contains(string(text), "SUCCESS") {
		t.Errorf("%v %s", err, text)
	}
}

// certificate writes a certificate of this machine and its key, and returns the start of their names.
func certificate(t *testing.T, dir string) (name string, pool *x509.CertPool) {
	t.Helper()
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	about := &x509.Certificate{
		SerialNumber: big.NewInt(1), NotBefore: time.Now().Add(-time.Hour), NotAfter: time.Now().Add(time.Hour),
		IPAddresses: []net.IP{net.IPv4(127, 0, 0, 1)}, IsCA: true, BasicConstraintsValid: true,
	}
	der, err := x509.CreateCertificate(rand.Reader, about, about, &key.PublicKey, key)
	if err != nil {
		t.Fatal(err)
	}
	secret, err := x509.MarshalECPrivateKey(key)
	if err != nil {
		t.Fatal(err)
	}
	name = filepath.Join(dir, "server")
	text := pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: der})
	for file, data := range map[string][]byte{name + ".pem": text, name + ".key": pem.EncodeToMemory(&pem.Block{Type: "EC PRIVATE KEY", Bytes: secret})} {
		if err := os.WriteFile(file, data, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	pool = x509.NewCertPool()
	pool.AppendCertsFromPEM(text)
	return name, pool
}
