package webex

import "fmt"

// position is how far [All] has got in a list.
type position struct {
	pages int
	first int64 // the number of the first record: lists begin at 0 or at 1
	next  int64
	end   bool
}

// advance moves behind a page. A list that does not move on is an error, because it would be read for ever.
func (p *position) advance(operation string, g got) error {
	if !g.isFound || g.items == 0 && g.found.Returned <= 0 {
		p.end = true
		return nil
	}
	next := g.found.StartFrom + max(g.found.Returned, g.items)
	if p.pages > 0 && g.found.StartFrom != p.next {
		const format = "the list does not go on: records from %d were asked for, and from %d came"
		return &ProtocolError{Operation: operation, Msg: fmt.Sprintf(format, p.next, g.found.StartFrom)}
	}
	if p.pages == 0 {
		p.first = min(max(g.found.StartFrom, 0), 1)
	}
	p.pages++
	p.next = next
	p.end = next-p.first >= g.found.Total
	return nil
}
