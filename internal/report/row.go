package report

import (
	"fmt"
	"slices"
	"strings"

	"github.com/wbxgen/wbxgen/internal/diff/change"
)

// row is what a change means somewhere.
type row struct {
	Who           string // an operation and a direction, or what stands for several
	Path          string // the shortest way to it; "" where there is none to tell
	More          int    // how many other ways there are
	Level, Strict string // Strict only where it differs; both are "" for what is only named
}

// line puts a row in words.
func (v *viewer) line(r row) string {
	text := r.Who
	if r.Path != "" {
		if v.words.documents {
			text += ", at"
		}
		text += " " + v.code(r.Path)
	}
	if r.More > 0 {
		text += fmt.Sprintf(" (and %d more)", r.More)
	}
	if r.Level != "" {
		text += ": " + r.Level
	}
	if r.Strict != "" {
		text += " (strict readers: " + r.Strict + ")"
	}
	return text
}

// bytesPerRow is about what a row takes.
const bytesPerRow = 60

// rows says for each operation what the change means there.
func (v *viewer) rows(c *change.Change) []row {
	real, via := split(c.Operations)
	if len(real) == 0 && len(via) == 0 {
		return []row{{Who: v.words.unreached}}
	}
	if v.total > 2 && len(real) == v.total && samePath(c, real) {
		return v.everywhere(c, real[0])
	}
	var list []row
	most := v.options.most(len(real), bytesPerRow)
	for i, r := range real {
		if i == most {
			list = append(list, row{Who: fmt.Sprintf("and %d more", len(real)-i)})
			break
		}
		list = append(list, rowOf(v.whose(r), c, r, r.Direction))
	}
	if len(via) > 0 {
		list = append(list, row{Who: "via xsi:type: " + v.names(via)})
	}
	return list
}

// everywhere is one row where a change means the same in both directions, or
// else one for each.
func (v *viewer) everywhere(c *change.Change, r change.Reach) []row {
	request, response := rowOf(v.words.who[change.Request], c, r, change.Request), rowOf(v.words.who[change.Response], c, r, change.Response)
	if request.Level == response.Level && response.Strict == "" {
		request.Who = v.words.all
		return []row{request}
	}
	return []row{request, response}
}

// rowOf says the level in a direction; for strict readers where it differs.
func rowOf(who string, c *change.Change, r change.Reach, d change.Direction) row {
	out := row{Who: who, Level: c.Severity.Request.String()}
	if path := c.Path(r); path != "" {
		out.Path, out.More = clean(path), max(r.Count-1, 0)
	}
	if d == change.Response {
		out.Level = c.Severity.Response.String()
		if c.Severity.Strict != c.Severity.Response {
			out.Strict = c.Severity.Strict.String()
		}
	}
	return out
}

func split(all []change.Reach) (real, via []change.Reach) {
	if !slices.ContainsFunc(all, func(r change.Reach) bool { return r.ViaType }) {
		return all, nil
	}
	for _, r := range all {
		if r.ViaType {
			via = append(via, r)
		} else {
			real = append(real, r)
		}
	}
	return real, via
}

func samePath(c *change.Change, list []change.Reach) bool {
	for _, r := range list {
		if c.Path(r) != c.Path(list[0]) {
			return false
		}
	}
	return true
}

func (v *viewer) name(r change.Reach) string {
	switch {
	case v.words.documents:
		return clean(r.Operation)
	case r.Operation == change.AllOperations:
		return "every operation's"
	case v.twice[r.Operation]:
		return r.Service + "." + r.Operation
	}
	return r.Operation
}

func (v *viewer) names(list []change.Reach) string {
	var words []string
	most := v.options.most(len(list), bytesPerRow)
	for i, r := range list {
		if i == most {
			words = append(words, fmt.Sprintf("and %d more", len(list)-i))
			break
		}
		words = append(words, v.whose(r))
	}
	return strings.Join(words, ", ")
}

func (v *viewer) whose(r change.Reach) string { return v.words.whose(v.name(r), r.Direction) }

// ambiguous returns the names of operations that several services have.
func ambiguous(r *change.Result) map[string]bool {
	count := map[string]int{}
	for _, o := range r.Operations {
		count[o.Operation]++
	}
	twice := map[string]bool{}
	for name, n := range count {
		if n > 1 {
			twice[name] = true
		}
	}
	return twice
}

func (v *viewer) noteName(r change.Reach) string {
	if r.Operation == change.AllOperations {
		return v.words.all
	}
	return v.name(r)
}
