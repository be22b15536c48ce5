package cli

import (
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"github.com/wbxgen/wbxgen/internal/config"
	"github.com/wbxgen/wbxgen/internal/diag"
	"github.com/wbxgen/wbxgen/internal/profile"
	"github.com/wbxgen/wbxgen/internal/project"
	"github.com/wbxgen/wbxgen/internal/xsd"
)

func showCommand(env *environment) *cobra.Command {
	var schema string
	var full bool
	cmd := &cobra.Command{
		Use:   "show NAME",
		Short: "Show an operation, a type or a global element",
		Long: `Show prints an operation with the elements of its request and response, or a
type or global element with what it may hold; of an operation also the smallest
request, of an element the smallest document, and the Go code that makes it. NAME
is the name of an operation, such as CreateMeeting, or that of a type or element,
with or without its prefix.`,
		Example: `  wbxgen show CreateMeeting
  wbxgen show meet:scheduleType --schema 40.4.3`,
		Args: takes(1, 1, "the name of an operation, a type or an element"),
		RunE: func(_ *cobra.Command, args []string) error {
			cfg, err := env.config()
			if err != nil {
				return err
			}
			s, err := env.open(schema, project.Options{Config: cfg})
			if err != nil {
				return err
			}
			named := schema
			if named == "" {
				named = s.Documents.Name
			}
			return (&shower{config: cfg, named: named, asked: schema != "", of: s, schema: s.Components, profile: s.Profile, full: full, w: env.stdout}).show(args[0])
		},
	}
	cmd.Flags().BoolVar(&full, "full", false, "make a document with what is optional too, instead of the smallest")
	cmd.Flags().StringVar(&schema, "schema", "", "`schema`: a version, a directory, a .zip or an .xsd file (default the newest version)")
	return cmd
}

// shower prints components.
type shower struct {
	config  *config.Config
	full    bool   // with optional parts in documents
	named   string // what the user calls the schema
	asked   bool   // the user has named it
	of      *project.Schema
	schema  *xsd.Schema
	profile profile.Profile
	w       io.Writer
	within  []*xsd.ComplexType // anonymous types on the way: one can hold itself
}

// show prints what has the name: the operation if there is one, else all types
// and elements of that name.
func (s *shower) show(name string) error {
	var names []string
	for _, op := range s.profile.Operations(s.schema) {
		if op.Name == name {
			s.operation(op)
			s.sampleOperation(op)
			return nil
		}
		names = append(names, op.Name)
	}
	found := false
	for _, t := range s.schema.Types() {
		names = append(names, s.schema.Reading(t.TypeName()), t.TypeName().Local)
		if s.matches(t.TypeName(), name) {
			s.separate(&found)
			s.typeDef(t)
		}
	}
	for _, e := range s.schema.Elements() {
		names = append(names, s.schema.Reading(e.Name), e.Name.Local)
		if s.matches(e.Name, name) {
			s.separate(&found)
			s.element(e, "element "+s.schema.Reading(e.Name), "", 0)
			s.holds(e.Type, 1)
			s.sampleElement(e)
		}
	}
	if !found {
		near := diag.DidYouMean(name, names)
		if near == "" && !s.asked {
			near = "; --schema names another schema"
		}
		return fmt.Errorf("there is no operation, type or element %q in %s%s", name, s.of.Documents.Name, near)
	}
	return nil
}

func (s *shower) matches(n xsd.QName, name string) bool {
	return n.Local == name || s.schema.Reading(n) == name || s.schema.Label(n) == name || n.String() == name
}

func (s *shower) separate(found *bool) {
	if *found {
		fmt.Fprintln(s.w)
	}
	*found = true
}

func (s *shower) operation(op profile.Operation) {
	fmt.Fprintf(s.w, "operation %s\n", op.Name)
	if op.WireType != "" {
		fmt.Fprintf(s.w, "xsi:type %s\n", op.WireType)
	}
	fmt.Fprintln(s.w, "\nrequest")
	s.message(op.Request)
	fmt.Fprintln(s.w, "\nresponse")
	s.message(op.Response)
}

// message prints a request or response: its element, where it is one, and its
// type.
func (s *shower) message(m profile.Message) {
	if m.Element != nil {
		s.line(0, "element "+s.schema.Reading(m.Element.Name), s.typeWord(m.Type), xsd.Documentation(m.Element.Annotations))
	}
	s.typeDef(m.Type)
}

// line prints one component: indentation, what it is, and its text.
func (s *shower) line(depth int, words ...string) {
	text := words[len(words)-1]
	fmt.Fprintf(s.w, "%s%s\n", strings.Repeat("  ", depth), strings.Join(nonEmpty(words[:len(words)-1]), " "))
	if text != "" {
		fmt.Fprintf(s.w, "%s# %s\n", strings.Repeat("  ", depth+1), strings.ReplaceAll(text, "\n\n", " "))
	}
}

func nonEmpty(words []string) []string {
	var out []string
	for _, w := range words {
		if w != "" {
			out = append(out, w)
		}
	}
	return out
}
