package cli

import (
	"context"
	"crypto/tls"
	"errors"
	"fmt"
	"net"
	"net/http"
	"os"
	"os/signal"
	"path/filepath"
	"strings"
	"syscall"
	"time"

	"github.com/spf13/cobra"

	"github.com/wbxgen/wbxgen/internal/diag"
	"github.com/wbxgen/wbxgen/internal/mock"
	"github.com/wbxgen/wbxgen/internal/profile/known"
	"github.com/wbxgen/wbxgen/internal/project"
)

// mockFlags are the flags of mock.
type mockFlags struct {
	schema, profile, listen, cert, key string
	options                            mock.Options
}

// How long a client may take, and how long answers that are under way may when
// the program is told to stop.
const (
	headerTime  = 10 * time.Second
	requestTime = time.Minute
	idleTime    = 2 * time.Minute
	stopTime    = 30 * time.Second
)

func mockCommand(env *environment) *cobra.Command {
	var f mockFlags
	cmd := &cobra.Command{
		Use:   "mock --schema SCHEMA",
		Short: "Stand in for the service of an API",
		Long: `Mock answers requests as the service does, on this machine alone unless --listen
says otherwise, until it is interrupted. It prints where it listens on standard
output, and a line for each operation and each mistake of a request on standard
error; secrets are in neither.

An operation is answered by a fixture where one fits, else, with --state, out of
what was created before, else with the smallest document that the schema allows.
A fixture is a file of --fixtures: OPERATION.xml answers every request of that
operation; NAME-response.xml with NAME-request.xml beside it those that say what
that request says. --record writes such pairs, which "diff --usage" reads too,
with REDACTED in the place of secrets.

Requests are read as clients send them: without namespaces, with java: names, in
any order, as a form with the field XML.`,
		Example: `  wbxgen mock --schema 40.6.0 --state
  wbxgen mock --schema api.zip --fixtures answers --listen 127.0.0.1:8080`,
		Args: takesNone,
		RunE: func(cmd *cobra.Command, _ []string) error { return serveMock(cmd.Context(), env, f) },
	}
	flags := cmd.Flags()
	flags.StringVar(&f.schema, "schema", "", "`schema`: a version, a directory, a .zip or an .xsd file (default the newest version)")
	flags.StringVar(&f.profile, "profile", "", "`API` to stand in for: "+strings.Join(known.Profiles().Names(), ", ")+" (default as configured)")
	flags.StringVar(&f.listen, "listen", "127.0.0.1:0", "`address` to listen at; without a host this machine alone, port 0 for any that is free")
	flags.StringVar(&f.options.Fixtures, "fixtures", "", "`folder` with answers")
	flags.StringVar(&f.options.Record, "record", "", "`folder` to write requests and answers to")
	flags.BoolVar(&f.options.State, "state", false, "keep what is created, and hold session tickets to what was given")
	flags.BoolVar(&f.options.Strict, "strict", false, "refuse requests that do not fit the schema")
	flags.DurationVar(&f.options.Life, "session-life", 0, "how `long` a session ticket is good (default 1h30m)")
	flags.IntVar(&f.options.Batch, "batch-limit", 0, "largest `number` of operations in a message (default no limit)")
	flags.Int64Var(&f.options.MaxBytes, "max-request", 0, "largest size of a request in `bytes` (default 8 MiB)")
	flags.StringVar(&f.cert, "tls-cert", "", "`file` with a certificate, to speak TLS")
	flags.StringVar(&f.key, "tls-key", "", "`file` with the key of --tls-cert")
	completeWith(cmd, "profile", known.Profiles().Names()...)
	return cmd
}

// serveMock answers until it is told to stop.
func serveMock(ctx context.Context, env *environment, f mockFlags) error {
	s, err := mockServer(env, f)
	if err != nil {
		return err
	}
	l, scheme, err := f.listener()
	if err != nil {
		return err
	}
	ctx, stop := signal.NotifyContext(contextOr(ctx), os.Interrupt, syscall.SIGTERM)
	defer stop()
	fmt.Fprintf(env.stderr, "%s, %s\n", diag.Count(s.Operations(), "operation"), diag.Count(s.Fixtures(), "fixture"))
	fmt.Fprintf(env.stdout, "%s://%s/\n", scheme, l.Addr())
	return serveUntil(ctx, l, s)
}

// contextOr returns ctx, or one that never ends where there is none.
func contextOr(ctx context.Context) context.Context {
	if ctx == nil {
		return context.Background()
	}
	return ctx
}

// serveUntil answers until the context ends, and then finishes what it has
// begun.
func serveUntil(ctx context.Context, l net.Listener, h http.Handler) error {
	server := &http.Server{
		Handler: h, ReadHeaderTimeout: headerTime, ReadTimeout: requestTime, WriteTimeout: requestTime, IdleTimeout: idleTime, MaxHeaderBytes: 64 << 10,
	}
	failed := make(chan error, 1)
	go func() { failed <- server.Serve(l) }()
	select {
	case err := <-failed:
		return err
	case <-ctx.Done():
	}
	end, cancel := context.WithTimeout(context.Background(), stopTime)
	defer cancel()
	return server.Shutdown(end)
}

func mockServer(env *environment, f mockFlags) (*mock.Server, error) {
	cfg, err := env.config()
	if err != nil {
		return nil, err
	}
	s, err := env.open(f.schema, project.Options{Config: cfg, Profile: f.profile})
	if err != nil {
		return nil, err
	}
	if len(s.Profile.Operations(s.Components)) == 0 {
		return nil, errors.New(noOperations(s.Components))
	}
	if f.options.Record != "" {
		if err := os.MkdirAll(f.options.Record, 0o700); err != nil {
			return nil, err
		}
	}
	f.options.Log = func(line string) { fmt.Fprintln(env.stderr, strings.ReplaceAll(line, "\n", " ")) }
	server, err := mock.New(s.Components, s.Profile, f.options)
	if err != nil && f.options.Fixtures != "" {
		err = fmt.Errorf("--fixtures %s: %w", filepath.ToSlash(f.options.Fixtures), err)
	}
	return server, err
}

// listener listens at an address: of this machine where it has no host.
func (f mockFlags) listener() (net.Listener, string, error) {
	host, port, err := net.SplitHostPort(f.listen)
	if err != nil {
		return nil, "", fmt.Errorf("--listen %s: write HOST:PORT, such as 127.0.0.1:8080", f.listen)
	}
	if host == "" {
		host = "127.0.0.1"
	}
	if (f.cert == "") != (f.key == "") {
		return nil, "", errors.New("--tls-cert and --tls-key go together")
	}
	l, err := net.Listen("tcp", net.JoinHostPort(host, port))
	if err != nil || f.cert == "" {
		return l, "http", err
	}
	pair, err := tls.LoadX509KeyPair(f.cert, f.key)
	if err != nil {
		l.Close()
		return nil, "", fmt.Errorf("--tls-cert: %w", err)
	}
	return tls.NewListener(l, &tls.Config{Certificates: []tls.Certificate{pair}, MinVersion: tls.VersionTLS12}), "https", nil
}
