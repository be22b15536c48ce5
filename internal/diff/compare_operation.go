package diff

import (
	"github.com/wbxgen/wbxgen/internal/diff/change"
	"github.com/wbxgen/wbxgen/internal/profile"
	"github.com/wbxgen/wbxgen/internal/xsd"
)

// operationComparer compares what operations there are, and by which messages
// they go.
type operationComparer struct {
	v      *versions
	found  *findings
	claims *claims
	// pair compares the types of two messages.
	pair func(o, n xsd.Type)
}

// compare compares the operations. Their types are compared with all others.
func (c *operationComparer) compare(pairs []OperationPair) {
	for _, p := range pairs {
		switch {
		case p.New == nil:
			c.gone(p.Old)
		case p.Old == nil:
			c.come(p.New)
		default:
			c.both(p.Old, p.New)
		}
	}
}

func (c *operationComparer) gone(op *profile.Operation) {
	in := c.found.in(change.Holder{Old: op.Request.Component()})
	c.claims.take(op.Response.Component())
	if knows(c.v.new.Schema, op.Request, renamedMessage(c.v.names, op.Request)) {
		f := in.report(change.OperationResponseRemoved, at(op.Response.Component()), change.Anchor{}, operationText(op), nil)
		f.operations = bothWays(op)[1:]
		return
	}
	c.claims.take(op.Request.Component())
	f := in.report(change.OperationRemoved, at(op.Request.Component()), change.Anchor{}, operationText(op), nil)
	f.also = []any{op.Response.Component()}
	f.operations = bothWays(op)
}

func (c *operationComparer) come(op *profile.Operation) {
	in := c.found.in(change.Holder{New: op.Request.Component()})
	c.claims.take(op.Response.Component())
	if knows(c.v.old.Schema, op.Request, c.v.names.Back(op.Request.Name())) {
		f := in.report(change.OperationResponseAdded, change.Anchor{}, at(op.Response.Component()), nil, operationText(op))
		f.operations = bothWays(op)[1:]
		return
	}
	c.claims.take(op.Request.Component())
	f := in.report(change.OperationAdded, change.Anchor{}, at(op.Request.Component()), nil, operationText(op))
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

func (c *operationComparer) both(o, n *profile.Operation) {
	switch {
	case o.Name != n.Name || o.Service != n.Service:
		f := c.message(change.OperationRenamed, o.Request, n.Request, operationText(o), operationText(n))
		f.operations = bothWays(n)
		f.also = []any{o.Response.Component(), n.Response.Component()}
		c.claims.take(f.also...)
	case !c.same(o.Request, n.Request) || c.v.renamed(o.Request.Type):
		f := c.message(change.OperationRequestTypeChanged, o.Request, n.Request, messageText(c.v.old.Schema, o.Request), messageText(c.v.new.Schema, n.Request))
		f.operations = bothWays(n)[:1]
		f.judgeDirection(change.Request, c.v.forward(o.Request.Type, n.Request.Type))
	}
	if !c.same(o.Response, n.Response) {
		f := c.message(change.OperationResponseTypeChanged, o.Response, n.Response, messageText(c.v.old.Schema, o.Response), messageText(c.v.new.Schema, n.Response))
		f.operations = bothWays(n)[1:]
		f.judgeDirection(change.Response, c.v.backward(o.Response.Type, n.Response.Type))
	}
	c.types(o.Request, n.Request)
	c.types(o.Response, n.Response)
}

// message reports that an operation goes by another message, and claims both.
func (c *operationComparer) message(id change.ID, o, n profile.Message, oldText, newText *text) *finding {
	old, now := o.Component(), n.Component()
	c.claims.take(old, now)
	return c.found.in(change.Holder{Old: old, New: now}).report(id, at(old), at(now), oldText, newText)
}

// same reports whether both are the same element or type.
func (c *operationComparer) same(o, n profile.Message) bool {
	if o.Element != nil && n.Element != nil {
		return c.v.names.Name(o.Element.Name) == n.Element.Name
	}
	return c.v.sameRef(o.Type, n.Type)
}

// messageText names a message: by its element, or by its type.
func messageText(s *xsd.Schema, m profile.Message) *text {
	if m.Element != nil {
		return nameText(s, m.Element.Name)
	}
	return typeText(s, m.Type)
}

// types compares the types of two messages. Elements of one name are compared
// with all others.
func (c *operationComparer) types(o, n profile.Message) {
	if o.Element == nil || n.Element == nil || !c.same(o, n) {
		c.pair(o.Type, n.Type)
	}
}

// responsesOf returns the response types of the operations of both versions.
func responsesOf(pairs []OperationPair) map[typePair]bool {
	types := map[typePair]bool{}
	for _, p := range pairs {
		if p.Old != nil && p.New != nil {
			types[typePair{p.Old.Response.Type, p.New.Response.Type}] = true
		}
	}
	return types
}
