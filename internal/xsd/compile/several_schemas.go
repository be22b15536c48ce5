package compile

import (
	"cmp"
	"slices"
	"strings"

	"github.com/wbxgen/wbxgen/internal/diag"
)

// reportTwice reports names that are declared twice (sch-props-correct.2). Where
// a folder was opened, that is often no slip in a document but several schemas
// in one folder: versions side by side, one document for all and one for each
// part. Then it says once so, and which documents to start from instead.
func (ld *loader) reportTwice(several bool) {
	rest := ld.sy.twice
	if several {
		rest = ld.severalSchemas()
	}
	for _, t := range rest {
		ld.log.diags.Error(posOf(t.second.e, "name"), "sch-props-correct.2", "%s %q is declared twice", t.second.kind, t.second.doc.Label(t.second.name)).
			See(posOf(t.first.e, "name"), "first declared here")
	}
}

// severalSchemas reports the conflicts between documents that need not be read
// together, and returns those that are left.
func (ld *loader) severalSchemas() (left []conflict) {
	entries := ld.entries()
	var apart []conflict
	for _, t := range ld.sy.twice {
		together := slices.ContainsFunc(entries, func(e entry) bool { return e.holds(t) })
		if together || t.first.doc == t.second.doc {
			left = append(left, t)
		} else {
			apart = append(apart, t)
		}
	}
	entries = slices.DeleteFunc(entries, func(e entry) bool {
		return slices.ContainsFunc(left, e.holds) || !slices.ContainsFunc(apart, e.touches)
	})
	if len(apart) == 0 || len(entries) < 2 {
		return ld.sy.twice
	}
	t := apart[0]
	d := ld.log.diags.Error(diag.Pos{File: ld.set.Name}, "sch-props-correct.2",
		"%s declare %s in different ways, such as %q: there are several schemas here; start from one of their documents, such as %s",
		diag.Count(documentsOf(apart), "document"), diag.Count(len(apart), "thing"), t.second.doc.Label(t.second.name), ld.proposals(entries)).AsCause()
	d.See(posOf(t.first.e, "name"), "first declared here").See(posOf(t.second.e, "name"), "declared again here")
	return left
}

// documentsOf counts the documents that take part in conflicts.
func documentsOf(list []conflict) int {
	docs := map[*document]bool{}
	for _, t := range list {
		docs[t.first.doc], docs[t.second.doc] = true, true
	}
	return len(docs)
}

// proposals names up to three entry documents, as the command line takes them.
func (ld *loader) proposals(entries []entry) string {
	words := ""
	for i, e := range entries[:min(3, len(entries))] {
		if i > 0 {
			words += " or "
		}
		words += ld.set.Inside(e.doc.file)
	}
	return words
}

// entry is a document that no other refers to, with all that it reaches.
type entry struct {
	doc     *document
	reaches map[*document]bool
}

func (e entry) holds(t conflict) bool { return e.reaches[t.first.doc] && e.reaches[t.second.doc] }

func (e entry) touches(t conflict) bool { return e.reaches[t.first.doc] || e.reaches[t.second.doc] }

// entries returns the documents that a schema can be started from: those that
// reach most first, then those that are nearest to the top.
func (ld *loader) entries() []entry {
	referred := map[*document]bool{}
	for _, d := range ld.docs {
		for _, to := range d.refers {
			if to != d {
				referred[to] = true
			}
		}
	}
	var list []entry
	for _, d := range ld.docs {
		if referred[d] {
			continue
		}
		e := entry{d, map[*document]bool{}}
		e.reach(d)
		list = append(list, e)
	}
	slices.SortStableFunc(list, func(a, b entry) int {
		return cmp.Or(cmp.Compare(len(b.reaches), len(a.reaches)),
			cmp.Compare(strings.Count(a.doc.file, "/"), strings.Count(b.doc.file, "/")), cmp.Compare(a.doc.file, b.doc.file))
	})
	return list
}

func (e entry) reach(d *document) {
	if e.reaches[d] {
		return
	}
	e.reaches[d] = true
	for _, to := range d.refers {
		e.reach(to)
	}
}
