package cli

import (
	"fmt"
	"slices"

	"github.com/spf13/cobra"

	"github.com/wbxgen/wbxgen/internal/diag"
	"github.com/wbxgen/wbxgen/internal/diff"
	"github.com/wbxgen/wbxgen/internal/project"
)

// spaceFlags say which namespaces of two versions are one under another name,
// as where a namespace carries the version.
type spaceFlags struct{ pairs []string }

func (f *spaceFlags) addTo(cmd *cobra.Command) {
	cmd.Flags().StringArrayVar(&f.pairs, "map-namespace", nil, "`OLD=NEW`: a namespace of the old version that has another name in the new one; may be repeated")
}

// namespaces reads the pairs; both names must be those of a document.
func (f *spaceFlags) namespaces(sides []*diff.Side) (map[string]string, error) {
	_, known := project.Names(sides)
	out := map[string]string{}
	for _, pair := range f.pairs {
		from, to, err := splitPair(pair, known)
		if err != nil {
			return nil, err
		}
		out[from] = to
	}
	return out, nil
}

// splitPair finds the equals sign that parts two known names: a name can have
// one too.
func splitPair(pair string, known []string) (from, to string, err error) {
	parted := false
	for i := range len(pair) {
		if pair[i] != '=' {
			continue
		}
		if !parted {
			from, to, parted = pair[:i], pair[i+1:], true
		}
		if slices.Contains(known, pair[:i]) && slices.Contains(known, pair[i+1:]) {
			return pair[:i], pair[i+1:], nil
		}
	}
	if !parted {
		return "", "", fmt.Errorf("--map-namespace %q has no equals sign; write OLD=NEW", pair)
	}
	missing := from
	if slices.Contains(known, from) {
		missing = to
	}
	return "", "", fmt.Errorf("--map-namespace %q: no document has the namespace %q%s", pair, missing, diag.DidYouMean(missing, known))
}
