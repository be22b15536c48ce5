package mock

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/wbxgen/wbxgen/internal/profile"
	"github.com/wbxgen/wbxgen/internal/request"
)

// things are what was created, by kind and key.
type things map[string]map[string]*thing

// thing is what was created: what was sent for it, and what was set later.
type thing struct {
	kind, key string
	number    int // the order of their making
	owner     string
	record    *request.Node
}

// firstKey is what the service counts from: keys of the real one have nine
// digits.
const firstKey = 640200000

// maxThings bounds what a server keeps.
const maxThings = 100_000

// fromState answers an operation out of what was created.
func (s *Server) fromState(b *request.Body, r profile.Resource, caller string) part {
	s.mu.Lock()
	defer s.mu.Unlock()
	switch r.Verb {
	case profile.Creates:
		return s.create(b, r, caller)
	case profile.Lists:
		return s.list(b, r)
	case profile.Deletes:
		return s.remove(b, r)
	}
	key := keyOf(b.Node, r)
	t := s.find(r, key)
	if t == nil && r.Given && r.Verb == profile.Gets && key != "" && key == caller {
		t = &thing{kind: r.Kind, key: key}
	}
	if t == nil {
		return s.refused(profile.NotFound, r)
	}
	if r.Verb == profile.Sets {
		merged := clone(t.record)
		merge(merged, b.Node)
		t.record = merged
	}
	return part{content: s.maker.message(b.Operation.Response, s.values(t, r)), how: "answered with " + cmp.Or(t.kind, "thing") + " " + t.key}
}

func (s *Server) refused(kind profile.FailureKind, r profile.Resource) part {
	f := s.failure(kind, r)
	return part{failure: &f}
}

// keyOf returns the key that a request names, "" for none.
func keyOf(n *request.Node, r profile.Resource) string {
	for _, k := range n.Kids {
		if slices.Contains(r.Keys, k.Name.Local) && strings.TrimSpace(k.Text) != "" {
			return strings.TrimSpace(k.Text)
		}
	}
	return ""
}

// kinds returns the things that a resource is about.
func (s *Server) kinds(r profile.Resource) []string {
	if r.Kind != "" {
		return []string{r.Kind}
	}
	var list []string
	for kind, all := range s.things {
		for _, t := range all {
			if t.number > 0 {
				list = append(list, kind)
				break
			}
		}
	}
	slices.Sort(list)
	return list
}

func (s *Server) find(r profile.Resource, key string) *thing {
	for _, kind := range s.kinds(r) {
		if t := s.things[kind][key]; t != nil {
			return t
		}
	}
	return nil
}

func (s *Server) create(b *request.Body, r profile.Resource, caller string) part {
	t := &thing{kind: r.Kind, key: keyOf(b.Node, r), record: b.Node, owner: ownerOf(b.Node, r, caller)}
	s.issued++
	t.number = s.issued
	if !r.Given || t.key == "" {
		t.key = strconv.Itoa(firstKey + s.issued)
	}
	if s.things[r.Kind] == nil {
		s.things[r.Kind] = map[string]*thing{}
	}
	if s.things[r.Kind][t.key] != nil {
		return s.refused(profile.AlreadyThere, r)
	}
	if len(s.things[r.Kind]) >= maxThings {
		return s.refused(profile.TooManyRequests, r)
	}
	s.things[r.Kind][t.key] = t
	only := &values{fixed: s.values(t, r).fixed}
	return part{content: s.maker.message(b.Operation.Response, only), how: "created " + r.Kind + " " + t.key}
}

func (s *Server) remove(b *request.Body, r profile.Resource) part {
	var keys []string
	for _, k := range b.Node.Kids {
		if slices.Contains(r.Keys, k.Name.Local) && strings.TrimSpace(k.Text) != "" {
			keys = append(keys, strings.TrimSpace(k.Text))
		}
	}
	if len(keys) == 0 || slices.ContainsFunc(keys, func(key string) bool { return s.find(r, key) == nil }) {
		return s.refused(profile.NotFound, r)
	}
	for _, key := range keys {
		if t := s.find(r, key); t != nil {
			delete(s.things[t.kind], key)
		}
	}
	v := &values{fixed: map[string]string{}}
	for _, name := range r.Keys {
		v.fixed[name] = keys[0]
	}
	return part{content: s.maker.message(b.Operation.Response, v), how: "deleted " + strings.Join(keys, ", ")}
}

// values are what an answer about a thing says.
func (s *Server) values(t *thing, r profile.Resource) *values {
	v := &values{fixed: map[string]string{}, record: t.record}
	for name, text := range r.Shown {
		v.fixed[name] = strings.ReplaceAll(text, "%s", t.key)
	}
	if r.Owner != "" && t.owner != "" {
		v.fixed[r.Owner] = t.owner
	}
	for _, name := range r.Keys {
		v.fixed[name] = t.key
	}
	return v
}

// ownerOf returns who a thing belongs to: whom the request names, or else who
// calls.
func ownerOf(n *request.Node, r profile.Resource, caller string) string {
	named := ""
	n.Leaves(func(path []string, text string) {
		if r.Owner != "" && path[len(path)-1] == r.Owner && named == "" {
			named = strings.TrimSpace(text)
		}
	})
	return cmp.Or(named, caller)
}

// list answers with a page of things, in the order of their making.
func (s *Server) list(b *request.Body, r profile.Resource) part {
	var all []*thing
	key, owner := keyOf(b.Node, r), ownerOf(b.Node, r, "")
	for _, kind := range s.kinds(r) {
		for _, t := range s.things[kind] {
			if (key == "" || t.key == key) && (owner == "" || t.owner == "" || strings.EqualFold(t.owner, owner)) {
				all = append(all, t)
			}
		}
	}
	slices.SortFunc(all, func(a, b *thing) int { return a.number - b.number })
	paging := s.profile.Paging()
	from, most := 1, len(all)
	if c := b.Node.Child(paging.Control); c != nil {
		from = number(c.Child(paging.Start), from)
		most = number(c.Child(paging.Size), most)
	}
	first := min(max(from-1, 0), len(all))
	page := all[first:min(first+max(most, 0), len(all))]
	if len(page) == 0 && paging.Control != "" {
		return s.refused(profile.NothingFound, r)
	}
	v := &values{items: []*values{}, page: paging.Records, numbers: map[string]string{
		paging.Total: strconv.Itoa(len(all)), paging.Returned: strconv.Itoa(len(page)), paging.From: strconv.Itoa(max(from, 1)),
	}}
	for _, t := range page {
		v.items = append(v.items, s.values(t, r))
	}
	return part{content: s.maker.message(b.Operation.Response, v), how: fmt.Sprintf("listed %d of %d", len(page), len(all))}
}

func number(n *request.Node, otherwise int) int {
	if n == nil {
		return otherwise
	}
	if i, err := strconv.Atoi(strings.TrimSpace(n.Text)); err == nil {
		return i
	}
	return otherwise
}

// clone copies elements, so that answers that are under way keep theirs.
func clone(n *request.Node) *request.Node {
	c := *n
	c.Kids = make([]*request.Node, len(n.Kids))
	for i, k := range n.Kids {
		c.Kids[i] = clone(k)
	}
	return &c
}

// merge sets in a record what a request says.
func merge(record, sent *request.Node) {
	for i := 0; i < len(sent.Kids); {
		name := sent.Kids[i].Name.Local
		var same []*request.Node
		for ; i < len(sent.Kids) && sent.Kids[i].Name.Local == name; i++ {
			same = append(same, sent.Kids[i])
		}
		old := record.Child(name)
		if old != nil && len(same) == 1 && len(same[0].Kids) > 0 {
			merge(old, same[0])
			continue
		}
		record.Kids = slices.DeleteFunc(record.Kids, func(k *request.Node) bool { return k.Name.Local == name })
		record.Kids = append(record.Kids, same...)
	}
}

// firstPurge is with how many tickets the server first looks for old ones.
const firstPurge = 1000

// login gives a ticket.
func (s *Server) login(op *profile.Operation, login *profile.Session) *element {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.issued++
	now := time.Now()
	ticket := fmt.Sprintf("TICKET-%08d", s.issued)
	if len(s.tickets) >= s.purge { // now and then: each login need not look at all
		maps.DeleteFunc(s.tickets, func(_ string, end time.Time) bool { return now.After(end) })
		s.purge = max(firstPurge, 2*len(s.tickets))
	}
	s.tickets[ticket] = now.Add(s.options.Life)
	return s.maker.message(op.Response, &values{fixed: map[string]string{
		login.Ticket: ticket, login.Created: strconv.FormatInt(now.UnixMilli(), 10),
		login.Life: strconv.FormatInt(int64(s.options.Life/time.Second), 10),
	}})
}

// ExpireSessions makes all tickets that were given so far invalid.
func (s *Server) ExpireSessions() {
	s.mu.Lock()
	defer s.mu.Unlock()
	clear(s.tickets)
}

// expired refuses a ticket that was not given or has ended, nil for any other
// request. Without state any ticket is good.
func (s *Server) expired(m *request.Message) *profile.Failure {
	if s.service == nil || !s.options.State {
		return nil
	}
	session := s.service.Session()
	if session == nil {
		return nil
	}
	n := m.Root.Find(session.Sent...)
	if n == nil || len(m.Bodies) == 1 && m.Bodies[0].Operation != nil && m.Bodies[0].Operation.Name == session.Login {
		return nil
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if end, ok := s.tickets[strings.TrimSpace(n.Text)]; ok && time.Now().Before(end) {
		return nil
	}
	s.log("a session ticket is not good")
	return &session.Expired
}
