package cli

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"strings"
	"time"

	"github.com/wbxgen/wbxgen/internal/project"

	"github.com/spf13/cobra"

	"github.com/wbxgen/wbxgen/internal/diff"
	"github.com/wbxgen/wbxgen/internal/diff/accept"
)

// acceptFlags are the flags of accept.
type acceptFlags struct{ file, reason, by, expires, until string }

func (a *app) acceptCommand() *cobra.Command {
	var f acceptFlags
	cmd := &cobra.Command{
		Use:   "accept FINGERPRINT OLD NEW --reason TEXT",
		Short: "Note that a change is known and fine",
		Long: `Accept adds the change with that fingerprint, which each report of "wbxgen diff"
shows, to a list for diff --accepted. The fingerprint is that of the rule, the
component and its values before and after; it stays while they do.`,
		Example: `  wbxgen accept 94b3b1648b9b 40.4.8 40.6.0 --reason "we never send it"
  wbxgen accept 6b72c9a35ed7 40.4.8 40.6.0 --reason "gone by May" --expires 2027-05-01`,
		Args: takes(3, 3, "a fingerprint and the two schemas whose comparison shows it"),
		RunE: func(_ *cobra.Command, args []string) error { return a.accept(args[0], args[1:], f) },
	}
	flags := cmd.Flags()
	flags.StringVar(&f.file, "accepted", acceptedFile, "`file` with the list; it is made if there is none")
	flags.StringVar(&f.reason, "reason", "", "why the change is fine, as `text`")
	flags.StringVar(&f.by, "by", "", "`who` says so")
	flags.StringVar(&f.expires, "expires", "", "last `day` on which the entry counts, as 2027-05-01")
	flags.StringVar(&f.until, "until-version", "", "first new `version` for which the entry no longer counts")
	return cmd
}

func (a *app) accept(fingerprint string, args []string, f acceptFlags) error {
	if strings.TrimSpace(f.reason) == "" {
		return errors.New("--reason is missing: say why the change is fine")
	}
	if f.expires != "" {
		if _, err := time.Parse(time.DateOnly, f.expires); err != nil {
			return fmt.Errorf("--expires %q is no day; write it as 2027-05-01", f.expires)
		}
	}
	cfg, err := a.config()
	if err != nil {
		return err
	}
	s, err := a.sides(args, cfg)
	if err != nil {
		return err
	}
	list, err := readAccepted(f.file)
	if errors.Is(err, fs.ErrNotExist) {
		list, err = new(accept.List), nil
	}
	if err != nil {
		return err
	}
	result := project.Compare(s.list[0], s.list[1], diff.Options{Docs: true})
	change, err := result.Change(fingerprint)
	if err != nil {
		return err
	}
	entry := accept.Entry{Fingerprint: change.Fingerprint, Reason: f.reason, By: f.by, Expires: f.expires, UntilVersion: f.until}
	if err := list.Add(result, entry); err != nil {
		return err
	}
	var b bytes.Buffer
	if err := list.Write(&b); err != nil {
		return err
	}
	if err := writeFile(f.file, b.Bytes()); err != nil {
		return err
	}
	fmt.Fprintf(a.stderr, "%s: %s\n", filepath.ToSlash(f.file), count(len(list.Entries), "accepted change"))
	return nil
}
