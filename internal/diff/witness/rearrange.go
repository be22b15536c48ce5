package witness

import (
	"strings"

	"github.com/wbxgen/wbxgen/internal/sample"
	"github.com/wbxgen/wbxgen/internal/xsd"
)

// rearranged is a document in the shape of the other version, with what each of
// its elements was.
type rearranged struct {
	root *sample.Draft
	was  map[*sample.Draft]*sample.Draft
}

// rearrange puts children of a document into the elements that the other version
// has around them, and in the place of those that it does not have.
func (t translation) rearrange(root *sample.Draft) rearranged {
	r := rearranged{was: map[*sample.Draft]*sample.Draft{}}
	var in xsd.Type
	if e := t.from.side.Schema.Element(root.Name); e != nil {
		in = e.Type
	}
	r.root = r.copied(root, t.kids(&r, root, in))
	return r
}

func (r *rearranged) copied(d *sample.Draft, kids []*sample.Draft) *sample.Draft {
	c := *d
	c.Kids = kids
	r.was[&c] = d
	return &c
}

func (t translation) kids(r *rearranged, d *sample.Draft, in xsd.Type) []*sample.Draft {
	if !d.As.IsZero() {
		in = t.from.side.Schema.Type(d.As)
	}
	var list []*sample.Draft
	around := map[*wrap]*sample.Draft{}
	for _, k := range d.Kids {
		var of xsd.Type
		if e := t.from.child(in, k.Name); e != nil {
			of = e.Type
		}
		kids := t.kids(r, k, of)
		if t.dissolved(in, k.Name) != nil {
			list = append(list, kids...)
			continue
		}
		one, w := r.copied(k, kids), t.around(in, k.Name)
		switch {
		case w == nil:
			list = append(list, one)
		case around[w] == nil:
			around[w] = &sample.Draft{Name: t.backwards(w.wrapper.Name), Kids: []*sample.Draft{one}}
			r.was[around[w]] = k
			list = append(list, around[w])
		default:
			around[w].Kids = append(around[w].Kids, one)
		}
	}
	return list
}

// tag is a start tag of a document, or the end tag of an element.
type tag struct {
	of  *sample.Draft
	end bool
}

// tagsOf returns the tags of a document as they are written.
func tagsOf(d *sample.Draft, list []tag) []tag {
	list = append(list, tag{d, false})
	if d.Text == "" && len(d.Kids) == 0 {
		return list
	}
	for _, k := range d.Kids {
		list = tagsOf(k, list)
	}
	return append(list, tag{d, true})
}

// columnIn returns where the tag begins in a document that stands at a column
// of its translation: names have other lengths there, and elements come and go.
func (r rearranged) columnIn(root *sample.Draft, text, translated string, col int) int {
	n := strings.Count(translated[:min(col, len(translated))], "<")
	if r.root != nil && n > 0 {
		n = r.number(root, n)
	}
	for i := range len(text) {
		if text[i] == '<' {
			if n--; n == 0 {
				return i + 1
			}
		}
	}
	return 1
}

// number returns which tag of a document is the nth of what it was made into.
func (r rearranged) number(root *sample.Draft, n int) int {
	tags := tagsOf(r.root, nil)
	is := tags[min(n, len(tags))-1]
	was := tag{r.was[is.of], is.end}
	for i, one := range tagsOf(root, nil) {
		if one == was {
			return i + 1
		}
	}
	return 1
}
