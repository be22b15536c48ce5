package judge

import (
	"bufio"
	_ "embed"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
)

//go:embed java/Xerces.java
var program []byte

// A JVM is a running Java process with Xerces in it. It is safe for concurrent
// use; requests are answered one at a time.
type JVM struct {
	mu      sync.Mutex
	in      io.Writer
	out     *bufio.Reader
	allowed map[string]bool
	schemas map[string]*Schema // by cache key
	number  int                // of the last schema
}

var start = sync.OnceValues(startJVM)

// Xerces returns the Java process of this test binary, and starts it when it
// is asked for first. It skips the test where there is no java program. The
// process ends with the test binary, whose end closes its input.
func Xerces(t testing.TB) *JVM {
	t.Helper()
	j, err := start()
	if errors.Is(err, exec.ErrNotFound) {
		t.Skip("java is not installed")
	}
	if err != nil {
		t.Fatal(err)
	}
	return j
}

// startJVM starts the program from its source. The two flags keep it from
// taking more than one processor: it is short-lived and mostly waits for us.
func startJVM() (*JVM, error) {
	java, err := exec.LookPath("java")
	if err != nil {
		return nil, err
	}
	dir, err := os.MkdirTemp("", "judge")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir)
	source := filepath.Join(dir, "Xerces.java")
	if err := os.WriteFile(source, program, 0o666); err != nil {
		return nil, err
	}
	cmd := exec.Command(java, "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xss8m", "-Xmx1g", source)
	cmd.Stderr = os.Stderr
	in, err := cmd.StdinPipe()
	if err != nil {
		return nil, err
	}
	out, err := cmd.StdoutPipe()
	if err != nil {
		return nil, err
	}
	if err := cmd.Start(); err != nil {
		return nil, err
	}
	j := &JVM{in: in, out: bufio.NewReader(out), allowed: map[string]bool{}, schemas: map[string]*Schema{}}
	// The source is compiled once the greeting arrives, and may go then.
	if line, err := j.out.ReadString('\n'); err != nil || line != "ready\n" {
		return nil, fmt.Errorf("java did not start: %q, %v", line, err)
	}
	return j, nil
}

// ask sends one request and returns nil for "ok", an [*Invalid] for "no", and
// another error where the request could not be carried out.
func (j *JVM) ask(fields ...string) error {
	for i, field := range fields {
		fields[i] = escaper.Replace(field)
	}
	if _, err := io.WriteString(j.in, strings.Join(fields, "\t")+"\n"); err != nil {
		return fmt.Errorf("java: %w", err)
	}
	line, err := j.out.ReadString('\n')
	if err != nil {
		return fmt.Errorf("java: %w", err)
	}
	answer := strings.Split(strings.TrimRight(line, "\r\n"), "\t")
	for i, field := range answer {
		answer[i] = unescaper.Replace(field)
	}
	switch answer[0] {
	case "ok":
		return nil
	case "no":
		return &Invalid{Messages: answer[1:]}
	}
	return fmt.Errorf("java: %s", strings.Join(answer, " "))
}

var (
	escaper   = strings.NewReplacer(`\`, `\\`, "\t", `\t`, "\n", `\n`, "\r", `\r`)
	unescaper = strings.NewReplacer(`\\`, `\`, `\t`, "\t", `\n`, "\n", `\r`, "\r")
)

// Invalid is the error for a schema or document that a judge refuses.
type Invalid struct {
	// Messages are the judge's own words, in document order, at least one and
	// at most a hundred.
	Messages []string
}

// Error returns the messages, one a line.
func (e *Invalid) Error() string { return strings.Join(e.Messages, "\n") }
