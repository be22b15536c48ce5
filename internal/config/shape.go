package config

import (
	"slices"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v3"

	"github.com/wbxgen/wbxgen/internal/diag"
)

// form is what kind of YAML a value is.
type form uint8

const (
	text    form = iota
	flag         // true or false
	list         //
	mapping      // of keys that the user chooses
	record       // of keys that are known
)

func (f form) String() string {
	return [...]string{"a text", "true or false", "a list", keyValue, keyValue}[f]
}

const keyValue = "a mapping of the form \"key: value\""

// shape says what a value can be. The program reads by it, the JSON Schema and
// the page of settings are made from it.
type shape struct {
	form form
	or   *shape // another shape that does as well
	each *shape // of the items of a list and the values of a mapping
	key  *texts // of the keys of a mapping; nil for any
	of   *texts // of a text; nil for any
	// fields are the keys of an object, needs those that it must have.
	fields []field
	needs  []string
	// judge says what is wrong with an object as a whole; nil for nothing.
	judge func(r *reader, n *yaml.Node)
	// read reads a value in place of the rest; nil for most.
	read func(r *reader, n *yaml.Node)
	// more has what the JSON Schema says where judge or read does.
	more map[string]any
}

// field is a key of an object.
type field struct {
	name  string
	shape shape
	doc   string
}

// texts are the texts that a value can be.
type texts struct {
	words   []string            // all that there are; nil for those that fit the others
	wrong   func(string) string // what is wrong with one, as the end of a sentence; "" for nothing
	pattern string              // the same for a JSON Schema
	not     string              // what fits this pattern is none
}

func (s *shape) takes(n *yaml.Node) bool {
	switch got := formOf(n); s.form {
	case flag:
		return got == text && n.ShortTag() == "!!bool"
	case record:
		return got == mapping
	default:
		return got == s.form
	}
}

// forms are the words for all shapes that do.
func (s *shape) forms() string {
	var words []string
	for ; s != nil; s = s.or {
		words = append(words, s.form.String())
	}
	return strings.Join(slices.Compact(words), " or ")
}

// value reads a value of a setting. of says whose value it is, as the start of
// a sentence, and name names the setting.
func (r *reader) value(of, name string, s *shape, n *yaml.Node, at []string) {
	n = resolve(n)
	if r.tagged(n) {
		return
	}
	if s.read != nil {
		s.read(r, n)
		return
	}
	for one := s; one != nil; one = one.or {
		if one.takes(n) {
			r.shaped(name, one, n, at)
			return
		}
	}
	if isNull(n) {
		r.error(n, "a value of %q is empty", name)
		return
	}
	r.error(n, "%s %s, and this is %s", of, s.forms(), formOf(n))
}

func (r *reader) shaped(name string, s *shape, n *yaml.Node, at []string) {
	switch s.form {
	case text:
		r.text(name, s.of, n)
	case list:
		r.list(name, s, n, at)
	case mapping:
		r.mapping(name, s, n, at)
	case record:
		before := r.diags.Len()
		r.object(s, n, at)
		if s.judge != nil && r.diags.Len() == before { // else what is missing may be there, and wrong
			s.judge(r, n)
		}
	}
}

// text reads a text.
func (r *reader) text(name string, of *texts, n *yaml.Node) {
	switch {
	case isNull(n) || strings.TrimSpace(n.Value) == "":
		r.error(n, "a value of %q is empty", name)
	case of == nil:
	case of.words != nil && !slices.Contains(of.words, n.Value):
		r.error(n, "there is no %s %q (known are %s)%s", name, n.Value, strings.Join(of.words, ", "), diag.DidYouMean(n.Value, of.words))
	case of.wrong != nil:
		if why := of.wrong(n.Value); why != "" {
			r.error(n, "the name %q %s", n.Value, why)
		}
	}
}

// list reads entries one after the other, and reports texts that are there twice.
func (r *reader) list(name string, s *shape, n *yaml.Node, at []string) {
	seen := map[string]*yaml.Node{}
	for i, item := range n.Content {
		below := append(slices.Clip(at), strconv.Itoa(i))
		r.config.places[placeOf(below)] = place{r.pos(item), r.pos(item)}
		value := resolve(item).Value // "" where it is no text
		if first := seen[value]; first != nil && value != "" {
			r.twice(name, item, value, first)
			continue
		}
		seen[value] = item
		r.value("in "+quote(name)+" each entry is", name, s.each, item, below)
	}
}

// twice reports what a list or a mapping has twice.
func (r *reader) twice(name string, n *yaml.Node, text string, first *yaml.Node) {
	r.error(n, "%q has %q twice", name, text).See(r.pos(first), "first here")
}

// mapping reads entries whose keys the user chooses.
func (r *reader) mapping(name string, s *shape, n *yaml.Node, at []string) {
	r.entries(n, name, func(key, value *yaml.Node) {
		if s.key != nil {
			r.text(name, s.key, key)
		}
		below := append(slices.Clip(at), key.Value)
		r.config.places[placeOf(below)] = place{r.pos(key), r.pos(value)}
		r.value("in "+quote(name)+" each entry is", name, s.each, value, below)
	})
}

// object reads entries whose keys are known.
func (r *reader) object(s *shape, n *yaml.Node, at []string) {
	var names []string
	for _, f := range s.fields {
		names = append(names, f.name)
	}
	has := map[string]bool{}
	r.entries(n, "", func(key, value *yaml.Node) {
		i := slices.Index(names, key.Value)
		if i < 0 {
			here := " here"
			if len(at) == 0 {
				here = ""
			}
			r.error(key, "there is no setting %q%s%s", key.Value, here, meant(key.Value, names))
			return
		}
		has[key.Value] = true
		r.field(&s.fields[i], key, value, append(slices.Clip(at), key.Value))
	})
	for _, name := range s.needs {
		if !has[name] {
			r.error(n, "the entry has no %q", name)
		}
	}
}

// meant offers the name that was meant, or else all that there are.
func meant(name string, names []string) string {
	if near := diag.DidYouMean(name, names); near != "" {
		return near
	}
	return " (known are " + strings.Join(names, ", ") + ")"
}

// field reads the value of a key that is known. No value is none of a list or a
// mapping.
func (r *reader) field(f *field, key, value *yaml.Node, at []string) {
	r.config.places[placeOf(at)] = place{r.pos(key), r.pos(value)}
	if isNull(resolve(value)) {
		if f.shape.form == text || f.shape.form == flag {
			r.error(key, "%q has no value; leave it out to have the default", f.name)
		}
		return
	}
	r.value(quote(f.name)+" takes", f.name, &f.shape, value, at)
}

// entries goes over a mapping, and reports keys that are there twice.
func (r *reader) entries(n *yaml.Node, name string, read func(key, value *yaml.Node)) {
	seen := map[string]*yaml.Node{}
	for i := 0; i+1 < len(n.Content); i += 2 {
		key := n.Content[i]
		if r.tagged(key) {
			continue
		}
		switch first := seen[key.Value]; {
		case first != nil && name == "":
			r.error(key, "the setting %q is there twice", key.Value).See(r.pos(first), "first here")
		case first != nil:
			r.twice(name, key, key.Value, first)
		default:
			seen[key.Value] = key
			read(key, n.Content[i+1])
		}
	}
}

// tagged refuses a type that is written before a value: settings have theirs, and
// !!binary or !!bool would make another value of what stands there.
func (r *reader) tagged(n *yaml.Node) bool {
	if n.Style&yaml.TaggedStyle == 0 {
		return false
	}
	r.error(n, "the tag %s means nothing here; leave it out", n.Tag)
	return true
}

// resolve follows an alias to what it stands for.
func resolve(n *yaml.Node) *yaml.Node {
	for n.Kind == yaml.AliasNode {
		n = n.Alias
	}
	return n
}

func isNull(n *yaml.Node) bool { return n.Kind == yaml.ScalarNode && n.Tag == "!!null" }

func formOf(n *yaml.Node) form {
	switch n.Kind {
	case yaml.SequenceNode:
		return list
	case yaml.MappingNode:
		return mapping
	}
	return text
}

func quote(s string) string { return strconv.Quote(s) }
