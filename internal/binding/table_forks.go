package binding

import (
	"slices"

	"github.com/wbxgen/wbxgen/internal/plan"
	"github.com/wbxgen/wbxgen/internal/xsd"
)

// forks returns the entries of a struct's table whose names stand at several
// places, with what can come before them. By Unique Particle Attribution (Part
// 1 §3.8.6) what came last and the name tell the place; a search for the
// nearest entry alone would take what begins one branch of a choice for what
// goes on with another.
func forks(s *plan.Struct) []plan.TableFork {
	places := make(map[xsd.QName]int, len(s.Table.Elements))
	several := false
	for _, e := range s.Table.Elements {
		for n := range e.Names() {
			places[n]++
			several = several || places[n] > 1
		}
	}
	if !several {
		return nil
	}
	m := follower{after: make([][]int, len(s.Table.Elements))}
	whole := m.sequence(s, 0)
	m.join([]int{-1}, whole.first)
	var list []plan.TableFork
	for i, e := range s.Table.Elements {
		if e.HasName(func(n xsd.QName) bool { return places[n] > 1 }) {
			list = append(list, plan.TableFork{Index: i, After: ranges(m.after[i])})
		}
	}
	return list
}

// follower collects for each entry of a table which entries can come before
// it: the relation that the automaton of the content model has.
type follower struct{ after [][]int }

// stretch is a part of a content model: the entries that it can begin and end
// with, and whether it may be empty.
type stretch struct {
	first, last []int
	empty       bool
}

func (m *follower) join(last, first []int) {
	for _, i := range first {
		m.after[i] = append(m.after[i], last...)
	}
}

// sequence is the content of a struct whose entries begin at an index.
func (m *follower) sequence(s *plan.Struct, at int) stretch {
	whole := stretch{empty: true}
	for _, field := range s.Fields {
		part := m.field(field, at)
		m.join(whole.last, part.first)
		if whole.empty {
			whole.first = append(whole.first, part.first...)
		}
		if !part.empty {
			whole.last = nil
		}
		whole.last = append(whole.last, part.last...)
		whole.empty = whole.empty && part.empty
	}
	return whole
}

// field is what a field stands for. Elements that a wildcard matches have no
// entries: it is as if they were not there.
func (m *follower) field(field *plan.Field, at int) stretch {
	var part stretch
	switch field.Kind {
	case plan.WildcardField:
		return stretch{empty: true}
	case plan.ChoiceField:
		part.empty = !slices.ContainsFunc(field.Checks, func(c plan.Check) bool { return c.Kind == plan.CheckChoice })
		for _, br := range field.Branches {
			if br.Any {
				part.empty = true
				continue
			}
			inner := m.sequence(br.Struct, at+br.First)
			part.first, part.last = append(part.first, inner.first...), append(part.last, inner.last...)
			part.empty = part.empty || inner.empty
		}
	case plan.GroupField:
		part = m.sequence(field.Group, at+field.Element)
		part.empty = part.empty || !mustOccur(field)
	default:
		i := []int{at + field.Element}
		part = stretch{i, i, !mustOccur(field) || len(field.Wildcards) > 0}
	}
	if field.Shape == plan.Repeated {
		m.join(part.last, part.first)
	}
	return part
}

// mustOccur reports whether a document needs the field's element.
func mustOccur(field *plan.Field) bool {
	return field.Shape == plan.Required || slices.ContainsFunc(field.Checks, func(c plan.Check) bool {
		return c.Kind == plan.CheckMinItems && c.Number > 0 || c.Kind == plan.CheckChoice
	})
}

// ranges writes numbers as ranges in ascending order.
func ranges(list []int) [][2]int {
	slices.Sort(list)
	var out [][2]int
	for _, i := range slices.Compact(list) {
		if n := len(out); n > 0 && out[n-1][1] == i-1 {
			out[n-1][1] = i
		} else {
			out = append(out, [2]int{i, i})
		}
	}
	return out
}
