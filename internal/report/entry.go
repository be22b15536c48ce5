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

// entries puts changes together that say the same of several components and ask
// nobody to act, such as what no document can hold, or that are one edit: see
// likeness. A report without a limit tells each.
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
		if len(e) >= enough[v.likeness(e[0])] {
			out = append(out, e)
			continue
		}
		for _, c := range e {
			out = append(out, entry{c})
		}
	}
	return out
}

// holderOf returns what a component is in.
func holderOf(c change.Component) change.Component {
	c.Path = strings.TrimSuffix(strings.TrimSuffix(c.Path, lastStep(c.Path)), "/")
	return c
}

func lastStep(path string) string { return path[strings.LastIndexByte(path, '/')+1:] }

// viewAll makes the view of an entry.
func (v *viewer) viewAll(e entry) view {
	if len(e) == 1 {
		return v.view(e[0])
	}
	c := e[0]
	out := v.view(c)
	switch v.likeness(c) {
	case ofOneEnumeration, ofOneType:
		out.Places = nil
		return v.together(out, e)
	case ofOneHead:
		out.Places, out.Witnesses, out.Go, out.Since = nil, nil, "", ""
		return v.together(out, e)
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

// together makes the view of changes that are one edit: it names what each is about,
// and has the proof of the first.
func (v *viewer) together(out view, e entry) view {
	out.Fingerprint = ""
	switch v.likeness(e[0]) {
	case ofOneEnumeration:
		out.Values = listOf(e, func(c *change.Change) string { return shorten(c.Old.Text) })
		out.Alike = diag.Count(len(e), "value") + ", of which the first is shown; --max-length 0 tells each"
	case ofOneType:
		out.Component = clean(holderOf(e[0].Component).Display()) + "/" + listOf(e, func(c *change.Change) string { return clean(lastStep(c.Component.Path)) })
		out.Values = ""
		out.Alike = diag.Count(len(e), "attribute") + ", of which the first is shown; --max-length 0 tells each"
		for i := range out.Rows {
			out.Rows[i].Path = clean(strings.TrimSuffix(strings.TrimSuffix(out.Rows[i].Path, lastStep(e[0].Component.Path)), "/"))
			if out.Rows[i].Path == `""` {
				out.Rows[i].Path = ""
			}
		}
		out.Reaches = v.reachLines(out.Rows)
	case ofOneHead:
		out.Component = diag.Count(len(e), "type")
		if e[0].ID == change.SubstitutionMemberAdded {
			out.Component, out.Values = diag.Count(len(e), "element")+" in the place of "+out.Values, ""
		}
		out.Alike = v.alikeNames(e)
	}
	return out
}

// listOf names the first few of an entry.
func listOf(e entry, name func(*change.Change) string) string {
	var names []string
	for i, c := range e {
		if i == maxAlike {
			names = append(names, fmt.Sprintf("and %d more", len(e)-i))
			break
		}
		names = append(names, name(c))
	}
	return strings.Join(names, ", ")
}

// maxAlike bounds the components that are named.
const maxAlike = 8

func (v *viewer) alikeNames(e entry) string {
	var names []string
	for _, c := range e {
		if name := v.code(clean(holderOf(c.Component).Display())); !slices.Contains(names, name) {
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
