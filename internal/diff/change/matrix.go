package change

import (
	"cmp"
	"slices"
	"strings"
)

// Event is what a version of a chain did to a row of its matrix.
type Event uint8

// The events.
const (
	Introduced Event = iota
	Changed
	Removed
)

// String returns introduced, changed or removed.
func (e Event) String() string { return [...]string{"introduced", "changed", "removed"}[e] }

// MarshalText returns the word of [Event.String], for structured output.
func (e Event) MarshalText() ([]byte, error) { return []byte(e.String()), nil }

// Row is an operation, an element or attribute of one, or a value of an
// enumeration in one, with what happened to it in which version.
type Row struct {
	Operation, Service string
	Direction          Direction
	// Path leads to the element or attribute; "" is for the operation itself.
	Path string
	// Value is a value of the enumeration at Path; "" is for all else.
	Value  string
	Events []Dated
}

// Dated is an event with the label of the version that brought it.
type Dated struct {
	Version string
	Event   Event
	// Rules are the IDs of the changes that amount to the event.
	Rules []ID
}

// rowKey tells rows apart.
type rowKey struct {
	operation, service string
	direction          Direction
	path, value        string
}

// Matrix returns a row for all that a step of the chain changed on the wire,
// by operation, direction, path and value. Ways by xsi:type are left out.
func (c *Chain) Matrix() []Row {
	rows := map[rowKey]*Row{}
	for _, step := range c.Steps {
		for i := range step.Changes {
			change := &step.Changes[i]
			if change.Level(true) == None {
				continue
			}
			for _, r := range change.Operations {
				if !r.ViaType {
					enter(rows, change, r)
				}
			}
		}
	}
	var list []Row
	for _, r := range rows {
		list = append(list, *r)
	}
	slices.SortFunc(list, Row.compare)
	return list
}

func (r Row) compare(s Row) int {
	return cmp.Or(
		cmp.Compare(r.Operation, s.Operation), cmp.Compare(r.Service, s.Service), cmp.Compare(r.Direction, s.Direction),
		cmp.Compare(r.Path, s.Path), cmp.Compare(r.Value, s.Value),
	)
}

func enter(rows map[rowKey]*Row, c *Change, r Reach) {
	path := c.Path(r)
	for _, value := range enumValues(c) {
		key := rowKey{r.Operation, r.Service, r.Direction, path, value}
		row := rows[key]
		if row == nil {
			row = &Row{Operation: r.Operation, Service: r.Service, Direction: r.Direction, Path: path, Value: value}
			rows[key] = row
		}
		row.add(c)
	}
}

// enumValues returns the values that come or go; one that is "" for other
// changes.
func enumValues(c *Change) []string {
	v := enumValue(c)
	switch {
	case v == nil:
		return []string{""}
	case len(v.List) > 0:
		return v.List
	}
	return []string{v.Text}
}

// enumValue returns the value that comes or goes, nil for other changes.
func enumValue(c *Change) *Value {
	switch c.ID {
	case EnumValueAdded:
		return c.New
	case EnumValueRemoved:
		return c.Old
	}
	return nil
}

func (r *Row) add(c *Change) {
	event := eventOf(c.ID)
	if n := len(r.Events); n > 0 && r.Events[n-1].Version == c.IntroducedIn {
		last := &r.Events[n-1]
		if last.Event != event {
			last.Event = Changed
		}
		if !slices.Contains(last.Rules, c.ID) {
			last.Rules = append(last.Rules, c.ID)
		}
		return
	}
	r.Events = append(r.Events, Dated{c.IntroducedIn, event, []ID{c.ID}})
}

// eventOf returns what a rule amounts to for the operation, element, attribute
// or value that it is about.
func eventOf(id ID) Event {
	for _, prefix := range []string{"operation-", "root-element-", "element-", "attribute-", "enum-value-", "choice-branch-"} {
		rest, ok := strings.CutPrefix(string(id), prefix)
		switch {
		case !ok:
		case rest == "added" || strings.HasPrefix(rest, "added-"):
			return Introduced
		case rest == "removed" || strings.HasPrefix(rest, "removed-"):
			return Removed
		}
	}
	return Changed
}
