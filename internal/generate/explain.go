package generate

import (
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"

	"github.com/wbxgen/wbxgen/internal/binding"
	"github.com/wbxgen/wbxgen/internal/config"
	"github.com/wbxgen/wbxgen/internal/diag"
	"github.com/wbxgen/wbxgen/internal/goname"
	"github.com/wbxgen/wbxgen/internal/project"
)

// Explain says of a Go name what has it, why it is what it is, and where it is
// locked. The name may have that of its package or type before it: order.Order,
// Order.Lines.
func (r *Run) Explain(w io.Writer, cfg *config.Config, name string) error {
	parts := strings.Split(name, ".")
	wanted, qualifier := parts[len(parts)-1], strings.Join(parts[:len(parts)-1], ".")
	found := false
	var all []string
	for _, file := range r.lockFiles {
		written, err := project.ReadLock(file)
		if err != nil {
			return err
		}
		x := &explainer{run: r, cfg: cfg, file: filepath.ToSlash(file), entries: r.names[file].Entries(), written: written.Entries()}
		for _, e := range x.entries {
			all = append(all, e.Name)
			if e.Name == wanted && x.isIn(e, qualifier) {
				if found {
					fmt.Fprintln(w)
				}
				found = true
				fmt.Fprintf(w, "%s: %s\n  why: %s\n  locked: %s\n", e.Name, x.what(e), x.why(e), x.where(e))
			}
		}
	}
	if !found {
		return fmt.Errorf("no name of generated code is %q%s", name, diag.DidYouMean(wanted, all))
	}
	return nil
}

// explainer explains the names of one lock.
type explainer struct {
	run     *Run
	cfg     *config.Config
	file    string
	entries []binding.LockEntry
	written []binding.LockEntry // those that the file has: the names of code to come are not there yet
}

// where says where a name is locked.
func (x *explainer) where(e binding.LockEntry) string {
	for _, w := range x.written {
		if w.Scope == e.Scope && w.Thing == e.Thing && w.Name == e.Name {
			return fmt.Sprintf("%s:%d", x.file, w.Line)
		}
	}
	return "not yet; generate writes it into " + x.file
}

// isIn reports whether an entry is in the package or type that stands before a
// name.
func (x *explainer) isIn(e binding.LockEntry, qualifier string) bool {
	_, in, _ := strings.Cut(e.Scope, " ")
	return qualifier == "" || in == qualifier || strings.HasSuffix(in, "."+qualifier)
}

// what says what has a name.
func (x *explainer) what(e binding.LockEntry) string {
	scope, in, _ := strings.Cut(e.Scope, " ")
	kind, rest, _ := strings.Cut(e.Thing, " ")
	switch scope {
	case "fields":
		if name, attribute := strings.CutPrefix(e.Thing, "@"); attribute {
			return fmt.Sprintf("the field of the attribute %s in %s (struct %s)", local(name), x.owner(in), in)
		}
		if strings.HasPrefix(e.Thing, "{") || !isMade(e.Thing) {
			return fmt.Sprintf("the field of the element %s in %s (struct %s)", local(e.Thing), x.owner(in), in)
		}
		return fmt.Sprintf("a field of %s (struct %s): %s", x.owner(in), in, e.Thing)
	case "packages":
		return fmt.Sprintf("the package of the namespace %s", e.Thing)
	case "namespaces":
		return fmt.Sprintf("the variable that holds the namespace %s", e.Thing)
	case "package":
		switch kind {
		case "type":
			return fmt.Sprintf("the Go type of type %s (package %s)", x.label(rest), in)
		case "attributeGroup":
			return fmt.Sprintf("the Go type of the attribute group %s (package %s)", x.label(rest), in)
		case "anonymous":
			return fmt.Sprintf("the Go type of the type without a name in %s (package %s)", x.label(rest), in)
		case "element":
			return fmt.Sprintf("the variable of the root element %s (package %s)", x.label(rest), in)
		case "value":
			name, value, _ := strings.Cut(rest, " ")
			return fmt.Sprintf("the constant of the value %q of %s (package %s)", value, x.owner(in+"."+name), in)
		}
	}
	return fmt.Sprintf("%s in %s", e.Thing, e.Scope)
}

// isMade reports whether a field belongs to no element or attribute, but to a
// part of a content model.
func isMade(thing string) bool {
	for _, start := range []string{"choice", "group", "any", "value", "content"} {
		if rest, found := strings.CutPrefix(thing, start); found && strings.Trim(rest, "0123456789") == "" || thing == "anyAttribute" {
			return true
		}
	}
	return false
}

func local(name string) string {
	if _, after, found := strings.Cut(name, "}"); found {
		return after
	}
	return name
}

// owner is what a Go type was made of, as the lock has it.
func (x *explainer) owner(goType string) string {
	pkg, name, _ := strings.Cut(goType, ".")
	for _, e := range x.entries {
		if e.Scope == "package "+pkg && e.Name == name {
			kind, rest, _ := strings.Cut(e.Thing, " ")
			if kind == "type" || kind == "anonymous" {
				return x.label(rest)
			}
			return kind + " " + x.label(rest)
		}
	}
	return goType
}

// label writes a name with the prefix of its namespace.
func (x *explainer) label(name string) string {
	rest, found := strings.CutPrefix(name, "{")
	space, after, closed := strings.Cut(rest, "}")
	if !found || !closed {
		return name
	}
	for _, out := range x.run.Outputs {
		for _, n := range out.Code.Namespaces {
			if n.URI == space && n.Prefix != "" {
				return n.Prefix + ":" + after
			}
		}
	}
	return name
}

// why says how a name came about.
func (x *explainer) why(e binding.LockEntry) string {
	if at, text := x.chosen(e); text != "" {
		return fmt.Sprintf("the configuration says so: %s, %s", text, at)
	}
	kind, rest, _ := strings.Cut(e.Thing, " ")
	name := local(strings.TrimPrefix(e.Thing, "@"))
	if strings.HasPrefix(e.Scope, "package ") {
		name = local(rest)
	}
	plain := goname.Exported(name[strings.LastIndexByte(name, '/')+1:])
	switch {
	case kind == "anonymous":
		return "it stands within something: the Go name of that, and its own"
	case kind == "element":
		return "the variables of root elements start with Element"
	case kind == "value":
		return "the Go name of the type, and the words of the value"
	case strings.EqualFold(e.Name, plain):
		return "it is the XML name with a capital, and Go's initialisms"
	case strings.EqualFold(e.Name, goname.Exported(goname.TrimType(name))):
		return "it is the XML name without the Type at its end"
	case strings.HasPrefix(e.Scope, "package"), strings.HasPrefix(e.Scope, "fields"):
		if other := x.holder(e, plain); other != "" {
			return fmt.Sprintf("%s is the name of %s", plain, other)
		}
	}
	return "it was given once, and a name once given stays"
}

// holder is what has the name that a thing would have.
func (x *explainer) holder(e binding.LockEntry, name string) string {
	i := slices.IndexFunc(x.entries, func(o binding.LockEntry) bool {
		return o.Scope == e.Scope && strings.EqualFold(o.Name, name) && o.Thing != e.Thing
	})
	if i < 0 {
		return ""
	}
	return x.what(x.entries[i])
}

// chosen returns the entry of the configuration that a name comes from.
func (x *explainer) chosen(e binding.LockEntry) (at diag.Pos, text string) {
	if e.Scope == "packages" && x.cfg.Packages[e.Thing].Name == e.Name {
		return x.cfg.KeyAt("packages", e.Thing), "packages"
	}
	for key, name := range x.cfg.Rename {
		if name == e.Name || "Element"+name == e.Name {
			return x.cfg.KeyAt("rename", key), "rename " + key
		}
	}
	return diag.Pos{}, ""
}
