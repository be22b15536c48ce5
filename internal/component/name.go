package component

import (
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strings"

	"github.com/wbxgen/wbxgen/internal/diag"
)

// Kind is the word that a name starts with.
type Kind string

// The kinds of name.
const (
	Type           Kind = "type"
	Element        Kind = "element"
	Attribute      Kind = "attribute"
	AttributeGroup Kind = "attributeGroup"
	Enum           Kind = "enum" // a value that a simple type lists
)

// Kinds are all of them, in the order in which messages name them.
var Kinds = []Kind{Type, Element, Attribute, AttributeGroup, Enum}

// Pattern is what names of the kinds look like, as a regular expression that
// ECMAScript and Go both know. With defaults the kind can be left out.
func Pattern(defaults bool, kinds ...Kind) string {
	const name = `(\{[^}]*\}|` + ncname + `:)?` + ncname + `(/@?(` + ncname + `:)?` + ncname + `)*`
	var words, all []string
	for _, k := range kinds {
		if k == Enum {
			all = append(all, `enum +`+name+`=[\s\S]*`)
		} else {
			words = append(words, string(k))
		}
	}
	if len(words) > 0 {
		start := `(` + strings.Join(words, "|") + `) +`
		if defaults {
			start = `(` + start + `)?`
		}
		all = append(all, start+name)
	}
	return `^(` + strings.Join(all, "|") + `)$`
}

// Name is the name of a component, or of several that are alike: a global one,
// or the elements and attributes of a name on the way down from it.
type Name struct {
	Kind Kind
	// Space is the namespace where it is written out, Prefix where it is not.
	// Without either the local name may be of any namespace.
	Space, Prefix, Local string
	HasSpace             bool
	Path                 []Step
	Value                string // of an Enum
	text                 string
}

// Step is an element or attribute below a component.
type Step struct {
	Attribute     bool
	Prefix, Local string // Prefix is "" for any namespace
}

// String returns the name as it was written.
func (n Name) String() string { return n.text }

// Parse reads a name: "type ord:OrderType", "element ord:order/@id", "enum
// ord:StatusType=NEW". It is an error if its kind is none of kinds. The first of
// them counts where the name has none, if defaults is set.
func Parse(text string, defaults bool, kinds ...Kind) (Name, error) {
	n := Name{text: text}
	word, rest, found := strings.Cut(text, " ")
	switch {
	case found && word != "" && !strings.ContainsAny(word, ":/={"):
		n.Kind, rest = Kind(word), strings.TrimLeft(rest, " ")
	case defaults:
		n.Kind, rest = kinds[0], text
	default:
		return n, fmt.Errorf("does not say of what kind it is; start it with %s", wordsOf(kinds))
	}
	if !slices.Contains(kinds, n.Kind) {
		var known []string
		for _, k := range kinds {
			known = append(known, string(k))
		}
		return n, fmt.Errorf("starts with %q, which is no kind that fits here (%s)%s", word, strings.Join(known, ", "), diag.DidYouMean(word, known))
	}
	return n, n.read(rest)
}

func wordsOf(kinds []Kind) string {
	var words []string
	for _, k := range kinds {
		words = append(words, fmt.Sprintf("%q", string(k)))
	}
	return strings.Join(words, " or ")
}

// ncname is a name without a prefix, as far as names of components need telling
// from what stands around them; one that starts with a digit is none.
const ncname = `[^\s:/@={}0-9.\-][^\s:/@={}]*`

var part = regexp.MustCompile(`^` + ncname + `$`)

// read reads what follows the kind.
func (n *Name) read(text string) error {
	if rest, found := strings.CutPrefix(text, "{"); found {
		space, after, closed := strings.Cut(rest, "}")
		if !closed {
			return errors.New("has a namespace without its closing brace")
		}
		n.Space, n.HasSpace, text = space, true, after
	}
	text, value, found := strings.Cut(text, "=")
	switch {
	case n.Kind == Enum && !found:
		return errors.New("names no value; write enum TYPE=VALUE")
	case n.Kind != Enum && found:
		return fmt.Errorf("has a value, which only names of the kind %q have", Enum)
	}
	n.Value = value
	steps := strings.Split(text, "/")
	if err := n.head(steps[0]); err != nil {
		return err
	}
	for _, text := range steps[1:] {
		s, err := step(text)
		if err != nil {
			return err
		}
		n.Path = append(n.Path, s)
	}
	return nil
}

// head reads the name of the global component.
func (n *Name) head(text string) error {
	prefix, local, found := strings.Cut(text, ":")
	if !found {
		prefix, local = "", text
	}
	n.Prefix, n.Local = prefix, local
	if !part.MatchString(local) || found && (n.HasSpace || !part.MatchString(prefix)) {
		return errors.New("has no name of a component behind its kind, such as ord:order or {http://example.com/orders}order")
	}
	return nil
}

func step(text string) (Step, error) {
	var s Step
	rest, attribute := strings.CutPrefix(text, "@")
	prefix, local, found := strings.Cut(rest, ":")
	if !found {
		prefix, local = "", rest
	}
	s = Step{attribute, prefix, local}
	if !part.MatchString(local) || found && !part.MatchString(prefix) {
		return s, fmt.Errorf("has a step %q, which is no name of an element, or of an attribute with @ before it", text)
	}
	return s, nil
}

func (s Step) String() string {
	text := s.Local
	if s.Prefix != "" {
		text = s.Prefix + ":" + text
	}
	if s.Attribute {
		text = "@" + text
	}
	return text
}
