package cli

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/wbxgen/wbxgen/internal/diag"
	"github.com/wbxgen/wbxgen/internal/diff/accept"
	"github.com/wbxgen/wbxgen/internal/diff/change"
)

// acceptFlags are the flags of accept.
type acceptFlags struct {
	spaceFlags
	file, reason, by, expires, until, level string
	all, prune                              bool
}

func acceptCommand(env *environment) *cobra.Command {
	var f acceptFlags
	cmd := &cobra.Command{
		Use:   "accept FINGERPRINT... OLD NEW --reason TEXT",
		Short: "Note that changes are known and fine",
		Long: `Accept adds the changes with those fingerprints, which each report of "wbxgen
diff" shows, to a list for diff --accepted. The fingerprint is that of the rule,
the component and its values before and after; it stays while they do. With
--all it adds all changes of a level or worse.

Once a change is merged, nothing differs there any more: diff then says in a note
that its entry can go, and --prune takes such entries, and those that are over,
off the list.`,
		Example: `  wbxgen accept 94b3b1648b9b 40.4.8 40.6.0 --reason "we never send it"
  wbxgen accept 6b72c9a35ed7 40.4.8 40.6.0 --reason "gone" --expires 2027-05-01
  wbxgen accept --all --level break main:schemas schemas --reason "see #12"
  wbxgen accept --prune origin/main:schemas schemas`,
		Args: takes(2, -1, "fingerprints and the two schemas whose comparison shows them"),
		RunE: func(_ *cobra.Command, args []string) error {
			prints, sides := args[:len(args)-2], args[len(args)-2:]
			if err := f.check(prints); err != nil {
				return err
			}
			return runAccept(env, prints, sides, f)
		},
	}
	flags := cmd.Flags()
	flags.BoolVar(&f.all, "all", false, "accept all changes that there are at --level or worse")
	flags.StringVar(&f.level, "level", "info", "with --all, the least `level`: "+strings.Join(diffLevels, ", "))
	flags.BoolVar(&f.prune, "prune", false, "take entries off the list that fit no change, or are over")
	flags.StringVar(&f.file, "accepted", "", "`file` with the list; it is made if there is none (default "+acceptedFile+", or what wbxgen.yaml says)")
	flags.StringVar(&f.reason, "reason", "", "why the changes are fine, as `text`")
	flags.StringVar(&f.by, "by", "", "`who` says so")
	flags.StringVar(&f.expires, "expires", "", "last `day` on which the entries count, as 2027-05-01")
	flags.StringVar(&f.until, "until-version", "", "first new `version` for which the entries no longer count")
	f.addTo(cmd)
	completeWith(cmd, "level", diffLevels...)
	return cmd
}

// check looks at what is asked for.
func (f acceptFlags) check(prints []string) error {
	switch {
	case f.prune && (f.all || len(prints) > 0):
		return errors.New("--prune takes entries away; it goes with the two schemas alone")
	case f.prune:
		return nil
	case f.all && len(prints) > 0:
		return errors.New("--all takes all changes; leave the fingerprints out")
	case !f.all && len(prints) == 0:
		return errors.New("accept takes fingerprints and the two schemas whose comparison shows them; --all stands for all of them")
	case strings.TrimSpace(f.reason) == "":
		return errors.New("--reason is missing: say why the change is fine")
	}
	if f.expires != "" {
		if _, err := time.Parse(time.DateOnly, f.expires); err != nil {
			return fmt.Errorf("--expires %q is no day; write it as 2027-05-01", f.expires)
		}
		if now := today(); f.expires < now {
			return fmt.Errorf("--expires %s is over, as today is %s (UTC): the entries would never count; name the last day on which they shall", f.expires, now)
		}
	}
	return oneOf("level", f.level, diffLevels...)
}

func runAccept(env *environment, prints, args []string, f acceptFlags) error {
	cfg, err := env.config()
	if err != nil {
		return err
	}
	file := acceptedName(f.file, cfg)
	list, err := readAccepted(file)
	if errors.Is(err, fs.ErrNotExist) {
		list, err = new(accept.List), nil
	}
	if err != nil {
		return err
	}
	result, err := compareAll(env, args, cfg, f.spaceFlags)
	if err != nil {
		return err
	}
	if f.prune {
		return pruneAccepted(env, file, list, result)
	}
	if f.all {
		prints = atLeast(result, f.level)
	}
	entry := accept.Entry{Reason: f.reason, By: f.by, Expires: f.expires, UntilVersion: f.until}
	if entry.Over(today(), result.New.Label) {
		return fmt.Errorf("--until-version %s: %s is that version or a later one, so the entries would never count; name the first one for which they no longer shall", f.until, result.New.Label)
	}
	if err := list.Add(result, entry, prints...); err != nil {
		return err
	}
	return writeAccepted(env, file, list)
}

// atLeast returns the fingerprints of the changes of a level or worse.
func atLeast(r *change.Result, word string) []string {
	level, _ := change.ParseLevel(word)
	var prints []string
	for i := range r.Changes {
		if c := &r.Changes[i]; c.Level(false) >= level {
			prints = append(prints, c.Fingerprint)
		}
	}
	return prints
}

// pruneAccepted rewrites a list without the entries that are done.
func pruneAccepted(env *environment, file string, list *accept.List, r *change.Result) error {
	gone := list.Prune(r, today())
	for _, e := range gone {
		fmt.Fprintf(env.info, "%s: %s, %s of %s, is off the list\n", filepath.ToSlash(file), e.Fingerprint, e.ID, e.Component)
	}
	if len(gone) == 0 {
		fmt.Fprintf(env.info, "%s: nothing to take off the list\n", filepath.ToSlash(file))
		return nil
	}
	return writeAccepted(env, file, list)
}

// writeAccepted writes a list and says how long it is.
func writeAccepted(env *environment, file string, list *accept.List) error {
	var b bytes.Buffer
	if err := list.Write(&b); err != nil {
		return err
	}
	if err := writeFile(file, b.Bytes()); err != nil {
		return err
	}
	fmt.Fprintf(env.info, "%s: %s\n", filepath.ToSlash(file), diag.Count(len(list.Entries), "accepted change"))
	return nil
}
