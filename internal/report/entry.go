package report

import (
	"fmt"
	"slices"
	"strings"

	"github.com/wbxgen/wbxgen/internal/diag"
	"github.com/wbxgen/wbxgen/internal/diff/change"
)

// entry is what a report of documents tells at once: a change, or several that
// are the same edit in many places.
type entry []*change.Change

// minAlike is how many changes are told as one from, and manyValues how many
// values that an enumeration has lost: each breaks somebody, and each is proven.
const (
	minAlike   = 3
	manyValues = 13
)

// entries puts changes together that say the same of several components and ask
// nobody to act: an optional element that each of 178 types has gained, or what
// no document can hold. A report without a limit tells each.
func (v *viewer) entries(changes []change.Change) []entry {
	var list []entry
	at := map[string]int{}
	for i := range changes {
		c := &changes[i]
		key := v.alikeKey(c)
		if j, ok := at[key]; ok && key != "" {
			list[j] = append(list[j], c)
			continue
		}
		at[key] = len(list)
		list = append(list, entry{c})
	}
	var out []entry
	for _, e := range list {
		if e[0].ID == change.EnumValueRemoved && len(e) >= manyValues || e[0].ID != change.EnumValueRemoved && len(e) >= minAlike {
			out = append(out, e)
			continue
		}
		for _, c := range e {
			out = append(out, entry{c})
		}
	}
	return out
}

// alikeKey is the same for changes that can be told as one; "" for one that
// stands alone.
func (v *viewer) alikeKey(c *change.Change) string {
	level := c.Level(v.options.Strict)
	switch {
	case !v.words.documents || v.options.MaxBytes <= 0 || level > change.Info && c.ID != change.EnumValueRemoved:
		return ""
	case c.Accepted != nil || c.Policy != "" || c.Usage != "":
		return ""
	}
	key := level.String() + "\n" + string(c.ID) + "\n"
	real, _ := split(c.Operations)
	switch {
	case len(real) == 0:
		return key + "unreached"
	case c.ID == change.RootElementAdded:
		return key + "roots"
	case c.ID == change.EnumValueRemoved:
		return key + c.Component.String()
	case c.Component.Path == "":
		return ""
	}
	return key + strings.Join(v.operations(c), " ") + "\n" + lastStep(c.Component.Path) + "\n" + values(c) + "\n" + c.Severity.Strict.String()
}

func lastStep(path string) string { return path[strings.LastIndexByte(path, '/')+1:] }

// viewAll makes the view of an entry.
func (v *viewer) viewAll(e entry) view {
	if len(e) == 1 {
		return v.view(e[0])
	}
	c := e[0]
	out := v.view(c)
	if c.ID == change.EnumValueRemoved {
		return lostValues(out, e)
	}
	out.Fingerprint, out.Places, out.Witnesses, out.Go, out.Why, out.Since = "", nil, nil, "", "", ""
	out.Alike = v.alikeNames(e)
	if real, _ := split(c.Operations); len(real) == 0 || c.ID == change.RootElementAdded {
		out.Component, out.Values, out.Reaches = diag.Count(len(e), "component"), "", nil
		return out
	}
	out.Component = clean(lastStep(c.Component.Path)) + " in " + diag.Count(len(e), "component")
	for i := range out.Rows {
		out.Rows[i].Path, out.Rows[i].More = "", 0
	}
	out.Reaches = v.reachLines(out.Rows)
	return out
}

// lostValues makes the view of the values that an enumeration has lost, with the
// proof of the first.
func lostValues(out view, e entry) view {
	var values []string
	for i, c := range e {
		if i == maxAlike {
			values = append(values, fmt.Sprintf("and %d more", len(e)-i))
			break
		}
		values = append(values, shorten(c.Old.Text))
	}
	out.Values, out.Fingerprint = strings.Join(values, ", "), ""
	out.Alike = diag.Count(len(e), "value") + ", of which the first is shown; --max-length 0 tells each"
	return out
}

// maxAlike bounds the components that are named.
const maxAlike = 8

func (v *viewer) alikeNames(e entry) string {
	var names []string
	for _, c := range e {
		in := c.Component
		if in.Path != "" {
			in.Path = strings.TrimSuffix(strings.TrimSuffix(in.Path, lastStep(in.Path)), "/")
		}
		if name := v.code(clean(in.Display())); !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	if more := len(names) - maxAlike; more > 0 {
		names = append(names[:maxAlike], fmt.Sprintf("and %d more", more))
	}
	return strings.Join(names, ", ") + "; --max-length 0 tells each"
}

// reachLines puts rows in words.
func (v *viewer) reachLines(rows []row) []string {
	var lines []string
	for _, r := range rows {
		lines = append(lines, v.line(r))
	}
	return lines
}

// maxGlance bounds the lines of what is told at a glance, and minGlance says from
// how many changes on there are any.
const (
	maxGlance = 12
	minGlance = 4
)

// glance lists in a line each what breaks and what may, so that a long report can
// be judged by its first screen.
func (v *viewer) glance(changes []change.Change) []glanced {
	var list []glanced
	n := 0
	for _, e := range v.entries(changes) {
		c := e[0]
		level := c.Level(v.options.Strict)
		if level < change.Risk {
			break // they come worst first
		}
		if n++; n <= maxGlance {
			said := view{ID: string(c.ID), Component: clean(c.Component.Display()), Values: values(c)}
			switch {
			case len(e) > 1:
				said = lostValues(said, e)
			case c.ID == change.NamespaceChanged: // it is named for its new name
				said.Component, said.Values = said.Values, ""
			}
			list = append(list, glanced{level.String(), fmt.Sprintf("%-5s", strings.ToUpper(level.String())), v.whom(c) + ": " + oneLine(said)})
		}
	}
	if !v.words.documents || n < minGlance {
		return nil
	}
	if n > maxGlance {
		list = append(list, glanced{"", "     ", fmt.Sprintf("and %d more", n-maxGlance)})
	}
	return list
}

// glanced is a line at a glance.
type glanced struct{ Level, Label, Text string }

// whom says which documents a change is about.
func (v *viewer) whom(c *change.Change) string {
	response := c.Severity.Response
	if v.options.Strict {
		response = c.Severity.Strict
	}
	level := c.Level(v.options.Strict)
	switch old, now := c.Severity.Request == level, response == level; {
	case old && now:
		return "all documents"
	case old:
		return "old documents"
	}
	return "new documents"
}
