package sample

import (
	"fmt"
	"slices"
	"strings"

	"github.com/wbxgen/wbxgen/internal/xsd"
)

// keys knows which values identity constraints of one field speak of, by the
// names around the value: near enough for documents of which the invalid ones
// are dropped.
type keys struct {
	held     map[place][]int // places of values that must differ, as numbers of tables
	referred map[place]int   // places of values that some table must have
	numbers  map[*xsd.IdentityConstraint]int
}

// place is an attribute, a child, or with neither the text of an element, or
// that of each child of the element, which has no name where it can be any.
type place struct {
	element, field xsd.QName
	attribute      bool
	ofChildren     bool
}

func newKeys(schema *xsd.Schema) *keys {
	k := &keys{map[place][]int{}, map[place]int{}, map[*xsd.IdentityConstraint]int{}}
	schema.Walk(func(c xsd.Component) bool {
		if ic, ok := c.(*xsd.IdentityConstraint); ok && len(ic.Fields) == 1 {
			k.constraint(ic)
		}
		return true
	})
	return k
}

func (k *keys) constraint(c *xsd.IdentityConstraint) {
	for _, from := range c.Selector.Paths {
		for _, field := range c.Fields[0].Paths {
			p, ok := placeOf(from, field)
			switch {
			case !ok:
			case c.Category == xsd.KeyRef:
				k.referred[p] = k.table(c.Refer)
			default:
				if n := k.table(c); !slices.Contains(k.held[p], n) {
					k.held[p] = append(k.held[p], n)
				}
			}
		}
	}
}

func (k *keys) table(c *xsd.IdentityConstraint) int {
	if _, known := k.numbers[c]; !known {
		k.numbers[c] = len(k.numbers)
	}
	return k.numbers[c]
}

// placeOf returns the place of a field by the last names of the paths.
func placeOf(selector, field xsd.Path) (p place, ok bool) {
	if len(selector.Steps) == 0 || len(field.Steps) > 1 {
		return p, false
	}
	last := len(selector.Steps) - 1
	if p.ofChildren = selector.Steps[last].AnyName; p.ofChildren && last > 0 {
		last--
	}
	p.element = selector.Steps[last].Name
	if len(field.Steps) == 1 {
		p.field, p.attribute = field.Steps[0].Name, field.Steps[0].Attribute
	}
	return p, true
}

// keyMark stands for a value of a table until all are known.
func keyMark(table int) string { return fmt.Sprintf("\x00key%d\x00", table) }

// keyed returns the value for a place, which is one that a table has, one that
// it does not have yet, or any.
func (w *Writer) keyed(p place, t *xsd.SimpleType) string {
	places := placesIn(w.names, p)
	if table, ok := w.keys.refersTo(places); ok {
		w.wanted[table] = true
		return keyMark(table)
	}
	var tables []int
	for _, q := range places {
		tables = append(tables, w.keys.held[q]...)
	}
	if len(tables) == 0 {
		return w.value(t)
	}
	text := w.value(t)
	for n := 1; n < 100 && taken(w.tables, tables, text); n++ {
		if other := fmt.Sprintf("%s%d", strings.TrimSpace(text), n); fits(t, other) && !taken(w.tables, tables, other) {
			text = other
			break
		}
	}
	for _, table := range tables {
		w.tables[table] = append(w.tables[table], text)
	}
	return text
}

// refersTo returns the table that must have the value of a place.
func (k *keys) refersTo(places []place) (table int, ok bool) {
	for _, p := range places {
		if table, ok = k.referred[p]; ok {
			return table, true
		}
	}
	return 0, false
}

// placesIn are a place itself, and where it is in the last of the open elements, that
// as one of all children of the element around it, or of whatever is there: a constraint
// can speak of each (`a`, `b/*`, `*/*`).
func placesIn(open []xsd.QName, p place) []place {
	list := []place{p}
	if n := len(open); n > 1 && open[n-1] == p.element {
		for _, around := range []xsd.QName{open[n-2], {}} {
			p.element, p.ofChildren = around, true
			list = append(list, p)
		}
	}
	return list
}

// taken reports whether one of some tables has a value already.
func taken(all map[int][]string, tables []int, text string) bool {
	return slices.ContainsFunc(tables, func(n int) bool { return slices.Contains(all[n], text) })
}

// resolveKeys puts values of tables where they are wanted. It is false where a
// table has none; another document can do without what refers to it.
func (w *Writer) resolveKeys(text string) (string, bool) {
	ok := true
	for table := range w.wanted {
		values := w.tables[table]
		if len(values) == 0 {
			w.missing.tables[table], ok = true, false
			continue
		}
		for mark := keyMark(table); strings.Contains(text, mark); {
			text = strings.Replace(text, mark, escape(values[w.r.IntN(len(values))]), 1)
		}
	}
	return text, ok
}
