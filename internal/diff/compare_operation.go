package diff

import (
	"github.com/wbxgen/wbxgen/internal/diff/change"
	"github.com/wbxgen/wbxgen/internal/inclusion"
	"github.com/wbxgen/wbxgen/internal/profile"
	"github.com/wbxgen/wbxgen/internal/xsd"
	"github.com/wbxgen/wbxgen/internal/xsd/content"
)

// OperationPair is an operation in both versions; one side is nil where it has
// come or gone.
type OperationPair struct{ Old, New *profile.Operation }

// matchOperations pairs the operations by request type, then by name.
func (c *comparer) matchOperations() {
	byType, byName := map[xsd.QName]*profile.Operation{}, map[string]*profile.Operation{}
	for i := range c.new.Operations {
		op := &c.new.Operations[i]
		byType[op.Request.Name()] = op
		byName[op.Service+"."+op.Name] = op
	}
	taken := map[*profile.Operation]bool{}
	for i := range c.old.Operations {
		op := &c.old.Operations[i]
		to := byType[renamedMessage(c.names, op.Request)]
		if to == nil {
			to = byName[op.Service+"."+op.Name]
		}
		if taken[to] {
			to = nil
		}
		taken[to] = true
		c.operationPairs = append(c.operationPairs, OperationPair{op, to})
	}
	for i := range c.new.Operations {
		if op := &c.new.Operations[i]; !taken[op] {
			c.operationPairs = append(c.operationPairs, OperationPair{New: op})
		}
	}
}

// renamedMessage returns the name that a message of the old version has in the
// new one.
func renamedMessage(names *inclusion.Names, m profile.Message) xsd.QName {
	if m.Element != nil {
		return names.Name(m.Element.Name)
	}
	return names.TypeName(m.Type.Name)
}

// operations compares what operations there are. Their types are compared with
// all others.
func (c *comparer) operations() {
	c.matchOperations()
	for _, p := range c.operationPairs {
		switch {
		case p.New == nil:
			c.operationGone(p.Old)
		case p.Old == nil:
			c.operationNew(p.New)
		default:
			c.operationBoth(p.Old, p.New)
		}
	}
}

func (c *comparer) operationGone(op *profile.Operation) {
	h := change.Holder{Old: op.Request.Component()}
	c.claimed[op.Response.Component()] = true
	if knows(c.new.Schema, op.Request, renamedMessage(c.names, op.Request)) {
		f := c.reportAt(h, change.OperationResponseRemoved, at(op.Response.Component()), change.Anchor{}, operationText(op), nil)
		f.operations = bothWays(op)[1:]
		return
	}
	c.claimed[op.Request.Component()] = true
	f := c.reportAt(h, change.OperationRemoved, at(op.Request.Component()), change.Anchor{}, operationText(op), nil)
	f.also = []any{op.Response.Component()}
	f.operations = bothWays(op)
}

func (c *comparer) operationNew(op *profile.Operation) {
	h := change.Holder{New: op.Request.Component()}
	c.claimed[op.Response.Component()] = true
	if knows(c.old.Schema, op.Request, c.names.Back(op.Request.Name())) {
		f := c.reportAt(h, change.OperationResponseAdded, change.Anchor{}, at(op.Response.Component()), nil, operationText(op))
		f.operations = bothWays(op)[1:]
		return
	}
	c.claimed[op.Request.Component()] = true
	f := c.reportAt(h, change.OperationAdded, change.Anchor{}, at(op.Request.Component()), nil, operationText(op))
	f.also = []any{op.Response.Component()}
	f.operations = bothWays(op)
}

// knows reports whether a version has an element or type by which a message of
// the other one goes there, perhaps without its response.
func knows(s *xsd.Schema, m profile.Message, name xsd.QName) bool {
	if m.Element != nil {
		return s.Element(name) != nil
	}
	return s.Type(name) != nil
}

// bothWays returns the reach of what concerns an operation as such.
func bothWays(op *profile.Operation) []change.Reach {
	return []change.Reach{
		{Operation: op.Name, Service: op.Service, Direction: change.Request, Count: 1},
		{Operation: op.Name, Service: op.Service, Direction: change.Response, Count: 1},
	}
}

func operationText(op *profile.Operation) *text { return plain(op.Service + "." + op.Name) }

func (c *comparer) operationBoth(o, n *profile.Operation) {
	h := change.Holder{Old: o.Request.Component(), New: n.Request.Component()}
	oldRequest, newRequest := at(o.Request.Component()), at(n.Request.Component())
	switch {
	case o.Name != n.Name || o.Service != n.Service:
		f := c.reportAt(h, change.OperationRenamed, oldRequest, newRequest, operationText(o), operationText(n))
		f.operations = bothWays(n)
		f.also = []any{o.Response.Component(), n.Response.Component()}
		c.claim(o.Request.Component(), n.Request.Component(), o.Response.Component(), n.Response.Component())
	case !c.sameMessage(o.Request, n.Request) || c.renamed(o.Request.Type):
		f := c.reportAt(h, change.OperationRequestTypeChanged, oldRequest, newRequest, messageText(c.old.Schema, o.Request, c.oldType(o.Request.Type)), messageText(c.new.Schema, n.Request, c.newType(n.Request.Type)))
		f.operations = bothWays(n)[:1]
		f.judgeDirection(change.Request, c.forward(o.Request.Type, n.Request.Type))
		c.claim(o.Request.Component(), n.Request.Component())
	}
	if !c.sameMessage(o.Response, n.Response) {
		h := change.Holder{Old: o.Response.Component(), New: n.Response.Component()}
		f := c.reportAt(h, change.OperationResponseTypeChanged, at(o.Response.Component()), at(n.Response.Component()), messageText(c.old.Schema, o.Response, c.oldType(o.Response.Type)), messageText(c.new.Schema, n.Response, c.newType(n.Response.Type)))
		f.operations = bothWays(n)[1:]
		f.judgeDirection(change.Response, c.backward(o.Response.Type, n.Response.Type))
		c.claim(o.Response.Component(), n.Response.Component())
	}
	c.responses[typePair{o.Response.Type, n.Response.Type}] = true
	c.pairMessages(o.Request, n.Request)
	c.pairMessages(o.Response, n.Response)
}

// sameMessage reports whether both are the same element or type.
func (c *comparer) sameMessage(o, n profile.Message) bool {
	if o.Element != nil && n.Element != nil {
		return c.names.Name(o.Element.Name) == n.Element.Name
	}
	return c.sameRef(o.Type, n.Type)
}

// messageText names a message: by its element, or by its type, whose text is
// given.
func messageText(s *xsd.Schema, m profile.Message, typ *text) *text {
	if m.Element != nil {
		return nameText(s, m.Element.Name)
	}
	return typ
}

// pairMessages compares the types of two messages. Elements of one name are
// compared with all others.
func (c *comparer) pairMessages(o, n profile.Message) {
	if o.Element == nil || n.Element == nil || !c.sameMessage(o, n) {
		c.pair(o.Type, n.Type)
	}
}

// renamed reports whether a type was paired with one of another name.
func (c *comparer) renamed(t xsd.Type) bool {
	_, ok := c.names.Types[t.TypeName()]
	return ok
}

func (c *comparer) claim(parts ...any) {
	for _, p := range parts {
		c.claimed[p] = true
	}
}

// judgeDirection sets the level of a changed type by whether the one side
// accepts what the other sends.
func (f *finding) judgeDirection(d change.Direction, v inclusion.Verdict) {
	level := map[inclusion.Verdict]change.Level{inclusion.Holds: change.Info, inclusion.Fails: change.Break, inclusion.Unknown: change.Risk}[v]
	if v == inclusion.Unknown {
		f.reason = change.Unproven
	}
	if d == change.Request {
		f.severity.Request = level
	} else {
		f.severity.Response, f.severity.Strict = level, level
	}
}

// emptied reports a response that had no content and has some, or the other
// way round, as one finding.
func (c *comparer) emptied(o, n *xsd.ComplexType) bool {
	if !c.responses[typePair{o, n}] {
		return false
	}
	a, b := content.Tree(o.Content.Particle), content.Tree(n.Content.Particle)
	if o.Content.Kind == xsd.SimpleContent || n.Content.Kind == xsd.SimpleContent || (len(a.Kids) == 0) == (len(b.Kids) == 0) {
		return false
	}
	id := change.OperationResponseAdded
	if len(b.Kids) == 0 {
		id = change.OperationResponseRemoved
	}
	c.report(id, contentAnchor(o), contentAnchor(n), nodeText(a), nodeText(b))
	return true
}
